using CustomerJourney.Events;
using CustomerJourney.Statistics;
using CustomerJourney.Statistics.Lifetime;

namespace CustomerJourney.Metrics.Lifetime;

/// <summary>Customers left after each renewal.</summary>
public sealed record RenewalsResult : MetricResult
{
    /// <summary>The question that is answered here.</summary>
    public required Renewals Definition { get; init; }

    /// <summary>How many customers there were at the beginning (index 0) and after each renewal; never rising.</summary>
    public required IReadOnlyList<long> Surviving { get; init; }

    /// <summary>Customers whose renewals were not all observed yet. They count for nothing else.</summary>
    public required long TooNew { get; init; }

    /// <inheritdoc/>
    public override string Title => "Customers left after renewals";

    /// <summary>The share left after the last renewal that is followed, 0…1; <see langword="null"/> without customers who began early enough.</summary>
    public override double? Value => Sample.Value;

    /// <inheritdoc/>
    public override ResultColumnKind ValueKind => ResultColumnKind.Share;

    /// <summary>The share with its Wilson interval.</summary>
    public override Estimate? Estimate => Sample.Estimate(Definition.Level);

    /// <inheritdoc/>
    public override NoValue? WhyNoValue => Surviving[0] > 0 ? null
        : TooNew > 0 ? new NoValue { Reason = NoValueReason.StillOpen, Message = $"The renewals of all {TooNew} customers were not observed to the end yet: ask for fewer." }
        : new NoValue { Reason = NoValueReason.NoData, Message = $"Nobody began a contract with {Definition.From}." };

    /// <inheritdoc/>
    public override long Observations => Surviving[0];

    /// <inheritdoc/>
    public override IReadOnlyList<MetricCount> Counts => [new("Customers", Surviving[0]), new("Left", Surviving[^1]), new("Too new", TooNew)];

    /// <inheritdoc/>
    public override IReadOnlyList<MetricTerm> Terms => ((IDefinedByTerms)Definition).Terms;

    /// <summary>The rate of each renewal: of those left before it, the share who made it.</summary>
    public override IReadOnlyList<MetricFigure> OtherFigures =>
    [
        .. Enumerable.Range(1, Definition.Count).Select(renewal =>
        {
            ShareSample made = new(Surviving[renewal], Surviving[renewal - 1]);
            return new MetricFigure { Name = FormattableString.Invariant($"renewal {renewal}"), Kind = ResultColumnKind.Share, Value = made.Value, Estimate = made.Estimate(Definition.Level) };
        }),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<Figure> Figures => [new Figure { Name = Title, Sample = Sample }];

    internal override string DefinitionName => nameof(Renewals);

    private ShareSample Sample => new(Surviving[^1], Surviving[0]);

    /// <summary>Fits the shifted beta-geometric model (sBG), which projects renewals to come. A study: it solves for parameters over the merged counts.</summary>
    /// <param name="options">When to stop; the default where <see langword="null"/>.</param>
    /// <returns>The fit; <see langword="null"/> with fewer than two renewals, or where nobody left or nobody ever renewed.</returns>
    public LifetimeFit<ShiftedBetaGeometric>? Fit(LifetimeFitOptions? options = null) => ShiftedBetaGeometric.Fit(Surviving, options);

    /// <inheritdoc/>
    public bool Equals(RenewalsResult? other) => other is not null && Definition == other.Definition && TooNew == other.TooNew && Surviving.SequenceEqual(other.Surviving);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Definition, TooNew, Surviving[0], Surviving[^1]);
}
