using CustomerJourney.Events;
using CustomerJourney.Statistics;

namespace CustomerJourney.Metrics.Lifetime;

/// <summary>How often customers bought who bought at all.</summary>
public sealed record PurchaseFrequencyResult : MetricResult
{
    /// <summary>The question that is answered here.</summary>
    public required PurchaseFrequency Definition { get; init; }

    /// <summary>The sums over customers: purchases of each, and 1 below the line.</summary>
    public required RatioSample Sample { get; init; }

    /// <summary>The purchases.</summary>
    public required long Purchases { get; init; }

    /// <summary>The customers with at least one.</summary>
    public required long Customers { get; init; }

    /// <inheritdoc/>
    public override string Title => "Purchase frequency";

    /// <summary>Purchases per customer, at least 1; <see langword="null"/> where nobody bought.</summary>
    public override double? Value => Sample.Value;

    /// <inheritdoc/>
    public override ResultColumnKind ValueKind => ResultColumnKind.Number;

    /// <inheritdoc/>
    public override string Unit => "purchases";

    /// <summary>The mean with Student's t interval, not below 1; <see langword="null"/> below two customers.</summary>
    public override Estimate? Estimate => Sample.Estimate(Definition.Level);

    /// <inheritdoc/>
    public override NoValue? WhyNoValue => Value is not null ? null : new NoValue { Reason = NoValueReason.NoData, Message = "There are no purchases." };

    /// <inheritdoc/>
    public override long Observations => Customers;

    /// <inheritdoc/>
    public override IReadOnlyList<MetricCount> Counts => [new("Purchases", Purchases), new("Customers", Customers)];

    /// <inheritdoc/>
    public override IReadOnlyList<MetricTerm> Terms => ((IDefinedByTerms)Definition).Terms;

    /// <inheritdoc/>
    public override IReadOnlyList<Figure> Figures => [new Figure { Name = Title, Sample = Sample, Unit = Unit }];

    internal override string DefinitionName => nameof(PurchaseFrequency);
}
