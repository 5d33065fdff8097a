using CustomerJourney.Events;
using CustomerJourney.Statistics;

namespace CustomerJourney.Metrics;

/// <summary>A sum of amounts, and how much of it comes from each customer who paid.</summary>
public sealed record RevenueResult : MoneyResult
{
    /// <summary>The question that is answered here.</summary>
    public required Revenue Definition { get; init; }

    /// <summary>The amounts not below zero.</summary>
    public required long Orders { get; init; }

    /// <summary>The customers with an amount that counts.</summary>
    public required long Customers { get; init; }

    /// <summary>Events of the name asked for that carry no amount.</summary>
    public required long Missing { get; init; }

    /// <summary>The sums over the customers with an amount: revenue per such customer.</summary>
    public required RatioSample PerCustomer { get; init; }

    /// <summary>The sum without the rounding of a double; <see langword="null"/> where there is no value.</summary>
    /// <exception cref="OverflowException">The sum is beyond what a decimal holds, 79 septillion.</exception>
    public decimal? Total => Value is null ? null : (decimal)Units / MoneyUnits.PerOne;

    /// <inheritdoc/>
    public override string Title => "Revenue";

    /// <inheritdoc/>
    public override double? Value => Customers == 0 || MixedCurrencies is not null ? null : (double)Units / MoneyUnits.PerOne;

    /// <inheritdoc/>
    public override ResultColumnKind ValueKind => ResultColumnKind.Number;

    /// <summary>Always <see langword="null"/>: all that was paid is a count, not a sample. The figure per customer has an interval.</summary>
    public override Estimate? Estimate => null;

    /// <inheritdoc/>
    public override NoValue? WhyNoValue => Value is not null ? null : WhyNoMoney ?? NoAmounts("amounts");

    /// <inheritdoc/>
    public override long Observations => Orders + (Definition.Refunds == RefundRule.Subtract ? Refunds : 0);

    /// <inheritdoc/>
    public override IReadOnlyList<MetricCount> Counts =>
        [new("Orders", Orders), new("Customers", Customers), new("Refunds", Refunds), new("Without amount", Missing), new("Other currencies", OtherCurrencies)];

    /// <inheritdoc/>
    public override IReadOnlyList<MetricTerm> Terms => Definition.Terms;

    /// <inheritdoc/>
    public override IReadOnlyList<MetricFigure> OtherFigures =>
        [new MetricFigure { Name = "Per paying customer", Kind = ResultColumnKind.Number, Value = PerCustomer.Value, Estimate = PerCustomer.Estimate(Definition.Level) }];

    /// <summary>Empty where all amounts could be used: a sum of few amounts is exact all the same.</summary>
    public override IReadOnlyList<MetricWarning> Warnings => [.. MetricWarnings.Of(this, Missing).Where(warning => warning.Kind == MetricWarningKind.ManyInvalid)];

    /// <summary>Revenue per paying customer: totals of groups of different size cannot be compared.</summary>
    public override IReadOnlyList<Figure> Figures => [new Figure { Name = "Revenue per paying customer", Sample = PerCustomer, Unit = Currency, IsWithheld = IsWithheld }];

    internal Int128 Units { get; init; }

    internal override string DefinitionName => nameof(Revenue);
}
