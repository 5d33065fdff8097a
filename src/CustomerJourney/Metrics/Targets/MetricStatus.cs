using CustomerJourney.Statistics;

namespace CustomerJourney.Metrics.Targets;

/// <summary>A metric of a map and how far it is from its target, of all customers or of one persona. Figures are in the metric's unit.</summary>
public sealed record MetricStatus
{
    internal MetricStatus()
    {
    }

    /// <summary>The metric.</summary>
    public required Metric Metric { get; init; }

    /// <summary>Of which persona the observation is; <see langword="null"/> for all customers.</summary>
    public required Persona? Persona { get; init; }

    /// <summary>The latest observation by the day asked for; <see langword="null"/> where there is none.</summary>
    public required MetricObservation? Latest { get; init; }

    /// <summary>
    /// The interval of the latest value: that of its result where one was given, else by sample size: Wilson's for rates, and for NPS the widest that the score allows, since the map does not keep who was passive.
    /// <see langword="null"/> without a sample size and for means, durations and money, whose spread the map does not keep.
    /// </summary>
    public required Estimate? Estimate { get; init; }

    /// <summary>Whether the target is met.</summary>
    public required TargetState State { get; init; }

    /// <summary>
    /// Whether the interval lies beyond the target on the side of the latest value, so that the state is no luck of the sample: met for sure, or missed for sure. For values that are to be near the target: whether they are off it for sure.
    /// <see langword="null"/> where there is no interval or no target.
    /// </summary>
    public bool? IsCertain => Metric.Target is not { } target || Estimate is not { } estimate ? null
        : estimate.Excludes(target) && (Metric.Direction == MetricDirection.OnTarget || IsOnSideOfValue(estimate, target));

    /// <summary>How far it is to the target in the metric's direction, at least 0 and 0 where it is met; <see langword="null"/> without a target or an observation.</summary>
    public double? ToGo => Metric.Target is not { } target || Latest is not { } latest ? null : Metric.Direction switch
    {
        MetricDirection.HigherIsBetter => Math.Max(0, target - latest.Value),
        MetricDirection.LowerIsBetter => Math.Max(0, latest.Value - target),
        _ => Math.Abs(target - latest.Value),
    };

    /// <summary>The latest value less the baseline; <see langword="null"/> without either.</summary>
    public double? Change => Latest?.Value - Metric.Baseline;

    /// <summary>Whether the change is for the better; <see langword="null"/> without a change, and where values are to be near a target that is not known.</summary>
    public bool? IsBetter => Change is not { } change || change == 0 ? null : Metric.Direction switch
    {
        MetricDirection.HigherIsBetter => change > 0,
        MetricDirection.LowerIsBetter => change < 0,
        _ => Metric.Target is { } target ? Math.Abs(target - Latest!.Value) < Math.Abs(target - Metric.Baseline!.Value) : null,
    };

    /// <summary>The share of the way from baseline to target that is done: 0 at the baseline, 1 at the target, more beyond it, negative where it went backward; <see langword="null"/> where baseline, target or observation is missing, or the two are the same.</summary>
    public double? Progress => Metric is { Baseline: { } baseline, Target: { } target } && target != baseline && Latest is { } latest ? (latest.Value - baseline) / (target - baseline) : null;

    /// <summary>The status in a sentence, in the invariant culture.</summary>
    public override string ToString() => TargetText.Of(this);

    // The middle of an interval is not always the value: at the end of a scale the interval may lie on the other side.
    private bool IsOnSideOfValue(Estimate estimate, double target) => Latest is { } latest && (estimate.Lower > target ? latest.Value > target : latest.Value < target);
}
