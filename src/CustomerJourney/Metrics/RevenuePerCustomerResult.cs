using CustomerJourney.Events;
using CustomerJourney.Statistics;

namespace CustomerJourney.Metrics;

/// <summary>The mean revenue of a customer, with its interval.</summary>
public sealed record RevenuePerCustomerResult : MoneyResult
{
    /// <summary>The question that is answered here.</summary>
    public required RevenuePerCustomer Definition { get; init; }

    /// <summary>The sums over the customers who stand below the line: amounts of each, and 1 below the line.</summary>
    public required RatioSample Sample { get; init; }

    /// <summary>The customers who stand below the line.</summary>
    public required long Customers { get; init; }

    /// <summary>Those of them with an amount that counts.</summary>
    public required long Paying { get; init; }

    /// <inheritdoc/>
    public override string Title => Definition.Counted == CustomersCounted.Paying ? "Revenue per paying customer" : "Revenue per customer";

    /// <summary>The mean; <see langword="null"/> where nobody stands below the line. Where nobody paid, it is 0: those customers were there.</summary>
    public override double? Value => Sample.Value;

    /// <inheritdoc/>
    public override ResultColumnKind ValueKind => ResultColumnKind.Number;

    /// <summary>The mean with Student's t interval, not below 0 where refunds are left out; <see langword="null"/> below two customers.</summary>
    public override Estimate? Estimate => Sample.Estimate(Definition.Level);

    /// <inheritdoc/>
    public override NoValue? WhyNoValue => Value is not null ? null : WhyNoMoney ?? NoAmounts(Definition.Counted == CustomersCounted.Paying ? "paying customers" : "customers");

    /// <inheritdoc/>
    public override long Observations => Customers;

    /// <inheritdoc/>
    public override IReadOnlyList<MetricCount> Counts =>
        [new("Customers", Customers), new("Paying customers", Paying), new("Refunds", Refunds), new("Other currencies", OtherCurrencies)];

    /// <inheritdoc/>
    public override IReadOnlyList<MetricTerm> Terms => ((IDefinedByTerms)Definition).Terms;

    /// <inheritdoc/>
    public override IReadOnlyList<MetricWarning> Warnings => Value is null || Paying > 0 ? MetricWarnings.Of(this)
        : [.. MetricWarnings.Of(this), MetricWarnings.Warning(
            MetricWarningKind.Assumption,
            $"None of {Customers} customers has {NamesOfAmounts}{(OtherCurrencies == 0 ? "" : MetricTerms.Text($"; {OtherCurrencies} amounts are in other currencies"))}: look at the names before 0 is believed.")];

    /// <inheritdoc/>
    public override IReadOnlyList<Figure> Figures => [new Figure { Name = Title, Sample = Sample, Unit = Currency, IsWithheld = IsWithheld }];

    private string NamesOfAmounts =>
        $"an amount that counts{(Definition.EventName is { } name ? $" of events named '{name}'" : "")}{(Definition.Currency is null ? "" : $" in {Currency ?? "no named currency"}")}";

    internal override string DefinitionName => nameof(RevenuePerCustomer);
}
