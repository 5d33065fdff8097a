using CustomerJourney.Events;
using CustomerJourney.Statistics;

namespace CustomerJourney.Metrics;

/// <summary>How many customers were active.</summary>
public sealed record ActiveCustomersResult : MetricResult
{
    /// <summary>The question that is answered here.</summary>
    public required ActiveCustomers Definition { get; init; }

    /// <summary>The customers with at least one event that counts.</summary>
    public required long Customers { get; init; }

    /// <summary>Their events.</summary>
    public required long Events { get; init; }

    /// <inheritdoc/>
    public override string Title => "Active customers";

    /// <summary>The number of customers. It is never missing: where nobody was active, it is 0.</summary>
    public override double? Value => Customers;

    /// <inheritdoc/>
    public override ResultColumnKind ValueKind => ResultColumnKind.Number;

    /// <inheritdoc/>
    public override string Unit => "customers";

    /// <summary>Always <see langword="null"/>: all active customers are counted, there is no sample.</summary>
    public override Estimate? Estimate => null;

    /// <inheritdoc/>
    public override NoValue? WhyNoValue => null;

    /// <inheritdoc/>
    public override long Observations => Events;

    /// <inheritdoc/>
    public override IReadOnlyList<MetricCount> Counts => [new("Customers", Customers), new("Events", Events)];

    /// <inheritdoc/>
    public override IReadOnlyList<MetricTerm> Terms => [MetricTerms.Events(Definition.EventName)];

    /// <summary>None: a count is exact.</summary>
    public override IReadOnlyList<MetricWarning> Warnings => [];

    /// <summary>None: counts of groups of different size cannot be compared; compare shares, such as <see cref="CustomerRetention"/> or <see cref="Stickiness"/>.</summary>
    public override IReadOnlyList<Figure> Figures => [];

    internal override string DefinitionName => nameof(ActiveCustomers);
}
