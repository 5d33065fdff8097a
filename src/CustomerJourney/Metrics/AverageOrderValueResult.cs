using CustomerJourney.Events;
using CustomerJourney.Statistics;

namespace CustomerJourney.Metrics;

/// <summary>The mean amount of an order, with its interval over customers, and the median.</summary>
public sealed record AverageOrderValueResult : MoneyResult
{
    /// <summary>The question that is answered here.</summary>
    public required AverageOrderValue Definition { get; init; }

    /// <summary>The sums over customers: amount over orders.</summary>
    public required RatioSample Sample { get; init; }

    /// <summary>The orders: amounts not below zero.</summary>
    public required long Orders { get; init; }

    /// <summary>The customers with an amount that counts.</summary>
    public required long Customers { get; init; }

    /// <summary>Events of the name asked for that carry no amount; they are no orders.</summary>
    public required long Missing { get; init; }

    /// <summary>The median order: half of the orders are no larger; <see langword="null"/> without orders.</summary>
    public required double? Median { get; init; }

    /// <inheritdoc/>
    public override string Title => "Average order value";

    /// <inheritdoc/>
    public override double? Value => Sample.Value;

    /// <inheritdoc/>
    public override ResultColumnKind ValueKind => ResultColumnKind.Number;

    /// <summary>The mean with Student's t interval over customers (delta method); <see langword="null"/> below two customers.</summary>
    public override Estimate? Estimate => Sample.Estimate(Definition.Level);

    /// <inheritdoc/>
    public override NoValue? WhyNoValue => Value is not null ? null : WhyNoMoney ?? NoAmounts("orders");

    /// <inheritdoc/>
    public override long Observations => Orders;

    /// <inheritdoc/>
    public override IReadOnlyList<MetricCount> Counts =>
        [new("Orders", Orders), new("Customers", Customers), new("Refunds", Refunds), new("Without amount", Missing), new("Other currencies", OtherCurrencies)];

    /// <inheritdoc/>
    public override IReadOnlyList<MetricTerm> Terms => Definition.Terms;

    /// <inheritdoc/>
    public override IReadOnlyList<MetricFigure> OtherFigures => [new MetricFigure { Name = "Median", Kind = ResultColumnKind.Number, Value = Median }];

    /// <inheritdoc/>
    public override IReadOnlyList<MetricWarning> Warnings => MetricWarnings.OfClusters(this, Customers, Missing);

    /// <inheritdoc/>
    public override IReadOnlyList<Figure> Figures => [new Figure { Name = Title, Sample = Sample, Unit = Currency, IsWithheld = IsWithheld }];

    internal override string DefinitionName => nameof(AverageOrderValue);
}
