namespace CustomerJourney.Metrics;

/// <summary>What results about money share: one currency, and what was left out. Amounts of different currencies are never added.</summary>
public abstract record MoneyResult : MetricResult
{
    private protected MoneyResult()
    {
    }

    /// <summary>The currency of all figures; <see langword="null"/> where the amounts name none, and where there are none or they are in several.</summary>
    public required string? Currency { get; init; }

    /// <summary>Amounts that were left out because they are in another currency than the one asked for.</summary>
    public required long OtherCurrencies { get; init; }

    /// <summary>Amounts below zero; whether they count says the rule of the definition.</summary>
    public required long Refunds { get; init; }

    /// <inheritdoc/>
    public override string? Unit => Currency;

    /// <summary>The names of the currencies, where there are several and none was asked for.</summary>
    internal string? MixedCurrencies { get; init; }

    /// <summary>Why amounts that are there cannot be used: several currencies, or only others than the one asked for; null where that is not the reason.</summary>
    private protected NoValue? WhyNoMoney =>
        MixedCurrencies is { } names ? new NoValue
        {
            Reason = NoValueReason.MixedCurrencies,
            Message = $"The amounts are in several currencies ({names}), which cannot be added: name one with {nameof(Currency)}, or group by Dimension.Currency.",
        }
        : null;

    private protected NoValue NoAmounts(string what) => new()
    {
        Reason = NoValueReason.NoData,
        Message = OtherCurrencies == 0
            ? $"There are no {what}."
            : MetricTerms.Text($"There are no {what} in {Currency ?? "no named currency"}; {OtherCurrencies} amounts are in other currencies."),
    };
}
