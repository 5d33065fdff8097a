using CustomerJourney.Events;
using CustomerJourney.Statistics;

namespace CustomerJourney.Metrics;

/// <summary>One quantity of customers per another, with its interval over customers.</summary>
public sealed record RatioMetricResult : MoneyResult
{
    /// <summary>The question that is answered here.</summary>
    public required RatioMetric Definition { get; init; }

    /// <summary>The sums over customers.</summary>
    public required RatioSample Sample { get; init; }

    /// <summary>The customers with any event; each is one of the sample.</summary>
    public required long Customers { get; init; }

    /// <summary>Those of them with nothing below the line.</summary>
    public required long WithoutDenominator { get; init; }

    /// <inheritdoc/>
    public override string Title => Definition.Name ?? $"{Definition.Numerator.NameOf(one: false)} per {Definition.Denominator.NameOf(one: true)}";

    /// <summary>The ratio; <see langword="null"/> where all customers have nothing below the line.</summary>
    public override double? Value => Sample.Value;

    /// <inheritdoc/>
    public override ResultColumnKind ValueKind => ResultColumnKind.Number;

    /// <summary>The currency where only the numerator is money; <see langword="null"/> otherwise.</summary>
    public override string? Unit => Definition.Numerator.Kind == QuantityKind.Amounts && Definition.Denominator.Kind != QuantityKind.Amounts ? Currency : null;

    /// <summary>The ratio with Student's t interval over customers (delta method); <see langword="null"/> below two customers.</summary>
    public override Estimate? Estimate => Sample.Estimate(Definition.Level);

    /// <inheritdoc/>
    public override NoValue? WhyNoValue =>
        Value is not null ? null
        : WhyNoMoney ?? (Customers == 0
            ? new NoValue { Reason = NoValueReason.NoData, Message = "There are no customers." }
            : new NoValue { Reason = NoValueReason.ZeroBase, Message = MetricTerms.Text($"None of {Customers} customers has {Definition.Denominator}: there is nothing below the line. Look at the name.") });

    /// <inheritdoc/>
    public override long Observations => Customers;

    /// <inheritdoc/>
    public override IReadOnlyList<MetricCount> Counts =>
    [
        new("Customers", Customers), new("Without denominator", WithoutDenominator),
        .. Definition.HasMoney ? (MetricCount[])[new("Refunds", Refunds), new("Other currencies", OtherCurrencies)] : [],
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<MetricTerm> Terms => ((IDefinedByTerms)Definition).Terms;

    /// <inheritdoc/>
    public override IReadOnlyList<Figure> Figures => [new Figure { Name = Title, Sample = Sample, Unit = Unit, IsWithheld = IsWithheld }];

    internal override string DefinitionName => nameof(RatioMetric);
}
