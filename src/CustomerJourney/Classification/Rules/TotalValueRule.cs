namespace CustomerJourney.Classification.Rules;

/// <summary>Amounts of money that add up put the customer into a stage: "orders of 1,000 EUR in all". Holds at every event that counts while the total, from the customer's first event on, is at least so much.</summary>
public sealed record TotalValueRule : StageRule
{
    /// <summary>The events whose amounts are added; those without an amount, or with one in another currency than <see cref="Currency"/>, do not count.</summary>
    public required EventPattern When { get; init; }

    /// <summary>The least total, in major units of the currency; more than 0, with at most four decimals.</summary>
    public required decimal AtLeast { get; init; }

    /// <summary>The currency; <see langword="null"/> for amounts that name none. Amounts of different currencies are never added.</summary>
    public string? Currency { get; init; }

    internal override string ToText() => $"{RuleText.Of(When, "events")} of {RuleText.Money(AtLeast, Currency)} or more in all";

    internal override IEnumerable<(string Path, EventPattern Pattern)> Patterns() => [("when", When)];
}
