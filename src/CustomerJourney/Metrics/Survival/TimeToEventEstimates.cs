using CustomerJourney.Statistics;
using CustomerJourney.Statistics.Survival;

namespace CustomerJourney.Metrics.Survival;

/// <summary>The curves of a result, made when they are asked for and kept. Equal when the cases and the way of estimating are.</summary>
internal sealed class TimeToEventEstimates : IEquatable<TimeToEventEstimates>
{
    // Where a share lies on a level of the curve within rounding, it is on it.
    private const double Tolerance = 1e-9;
    private readonly double _level;
    private readonly SurvivalIntervalMethod _method;
    private readonly Lazy<KaplanMeierCurve?> _curve;
    private readonly Lazy<CumulativeIncidenceCurve?> _incidence;
    private readonly Lazy<OrderedSample> _completed;

    public TimeToEventEstimates(TimeToEventTotals totals, double level, SurvivalIntervalMethod method)
    {
        (_level, _method) = (level, method);
        Sample = totals.Ended.Length == 1 ? new SurvivalSample(totals.Ended[0], totals.Censored, new TimeCounts().TakeSorted()) : null;
        Risks = totals.Ended.Length == 1 ? null : new CompetingRisksSample([totals.Censored, .. totals.Ended]);
        Ended = totals.Ended[0];
        Censored = totals.Censored;
        EndedOtherwise = totals.Ended.Skip(1).Sum(times => times.Total);
        _curve = new(() => Sample is null ? null : KaplanMeierCurve.Of(Sample, level, method));
        _incidence = new(() => Risks is null ? null : CumulativeIncidenceCurve.Of(Risks, 1, level));
        _completed = new(() => OrderedSample.OfCounts(Counted(Ended)));
    }

    public SurvivalSample? Sample { get; }

    public CompetingRisksSample? Risks { get; }

    public SortedTimes Ended { get; }

    public SortedTimes Censored { get; }

    public long EndedOtherwise { get; }

    public KaplanMeierCurve? Curve => _curve.Value;

    public CumulativeIncidenceCurve? Incidence => _incidence.Value;

    public OrderedSample Completed => _completed.Value;

    public long Cases => Ended.Total + EndedOtherwise + Censored.Total;

    public IReadOnlyList<string> Warnings => Curve?.Warnings ?? Incidence?.Warnings ?? [];

    /// <summary>The time in days by which a share of all cases got there.</summary>
    public SurvivalQuantile? Quantile(double probability)
    {
        if (Curve is { } curve) return curve.Quantile(probability);
        if (Incidence is not { } incidence) return null;
        return new SurvivalQuantile
        {
            Probability = probability,
            Value = First(point => point.Incidence),
            Lower = First(point => point.Upper ?? (point.Incidence == 0 ? null : point.Incidence)),
            Upper = First(point => point.Lower),
            Level = _level,
        };

        double? First(Func<CumulativeIncidencePoint, double?> height)
        {
            foreach (CumulativeIncidencePoint point in incidence.Points)
            {
                if (height(point) >= probability - Tolerance) return point.Time;
            }

            return null;
        }
    }

    /// <summary>The share of all cases that got there within a time, and its interval.</summary>
    public (double? Share, Estimate? Estimate) Within(double days)
    {
        if ((Sample?.LargestTime ?? Risks?.LargestTime) is not { } largest) return (null, null);

        // Beyond the largest time nothing is known, except where nobody was left to go on.
        bool allEnded = Censored.Largest is not { } censored || censored < largest;
        if (days > largest && !allEnded) return (null, null);
        double time = Math.Min(days, largest);
        (double share, double? lower, double? upper, string method) = Curve?.At(time) is { } point
            ? (1 - point.Survival, 1 - point.Upper, 1 - point.Lower, MethodName)
            : Incidence!.At(time) is { } other ? (other.Incidence, other.Lower, other.Upper, MethodName) : default;
        return (share, lower is { } low && upper is { } high ? new Estimate { Value = share, Lower = low, Upper = high, N = Cases, Level = _level, Method = method } : null);
    }

    /// <summary>A quantile as an estimate: without an upper limit where the data do not reach one.</summary>
    public Estimate? EstimateOf(SurvivalQuantile? quantile) => quantile is { Value: { } value, Lower: { } lower }
        ? new Estimate { Value = value, Lower = lower, Upper = quantile.Upper ?? double.PositiveInfinity, N = Cases, Level = _level, Method = MethodName }
        : null;

    public bool Equals(TimeToEventEstimates? other) =>
        other is not null && _level.Equals(other._level) && _method == other._method && Equals(Sample, other.Sample) && Equals(Risks, other.Risks);

    public override bool Equals(object? obj) => Equals(obj as TimeToEventEstimates);

    public override int GetHashCode() => HashCode.Combine(_level, _method, Sample, Risks);

    private string MethodName => Sample is null ? "Aalen-Johansen, log-log" : _method switch
    {
        SurvivalIntervalMethod.Log => "Kaplan-Meier, log",
        SurvivalIntervalMethod.Plain => "Kaplan-Meier, plain",
        _ => "Kaplan-Meier, log-log",
    };

    private static (double Value, long Count)[] Counted(SortedTimes times)
    {
        (double Value, long Count)[] counted = new (double, long)[times.Length];
        for (int index = 0; index < times.Length; index++) counted[index] = (times.Times.Span[index], times.Counts.Span[index]);
        return counted;
    }
}
