namespace CustomerJourney.Statistics.Survival;

/// <summary>
/// The cumulative hazard Σ d/n over the times with d events among n at risk, with variance Σ d/n² and limits H·exp(±z·SE/H). Its slope is the rate of events among those
/// still there: straight where the rate is constant, bending down where early leavers were the most likely to leave. Immutable.
/// </summary>
/// <remarks>W. Nelson, "Theory and applications of hazard plotting for censored failure data" (1972); O. Aalen, "Nonparametric inference for a family of counting processes" (1978).</remarks>
public sealed class NelsonAalenCurve
{
    private readonly RiskTable _table;
    private readonly double[] _hazard;
    private readonly double[] _variance;
    private readonly double _reach;

    private NelsonAalenCurve(SurvivalSample sample, double level)
    {
        (Sample, Level) = (sample, level);
        _reach = Domain.NormalReach(level);
        _table = new RiskTable(sample);
        _hazard = new double[_table.Length];
        _variance = new double[_table.Length];
        double hazard = 0, variance = 0;
        for (int i = 0; i < _hazard.Length; i++)
        {
            double atRisk = _table.AtRisk.Span[i], events = _table.Events.Span[i];
            (_hazard[i], _variance[i]) = (hazard += events / atRisk, variance += events / (atRisk * atRisk));
        }

        Points = new ComputedList<NelsonAalenPoint>(_hazard.Length, Point);
    }

    /// <summary>The cases.</summary>
    public SurvivalSample Sample { get; }

    /// <summary>The confidence level of the limits, between 0 and 1.</summary>
    public double Level { get; }

    /// <summary>One entry for each time with an event, ascending; empty when there was none. Before the first the hazard is 0.</summary>
    public IReadOnlyList<NelsonAalenPoint> Points { get; }

    /// <summary>Estimates the cumulative hazard.</summary>
    /// <param name="sample">The cases.</param>
    /// <param name="level">The confidence level, between 0 and 1.</param>
    /// <returns>The curve; <see langword="null"/> without cases.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="sample"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="level"/> is outside its range.</exception>
    public static NelsonAalenCurve? Of(SurvivalSample sample, double level = 0.95)
    {
        ArgumentNullException.ThrowIfNull(sample);
        Domain.CheckLevel(level);
        return sample.Count == 0 ? null : new NelsonAalenCurve(sample, level);
    }

    /// <summary>The cumulative hazard at a time, events at that time included.</summary>
    /// <param name="time">A time, finite and not negative.</param>
    /// <returns>The hazard, at least 0; <see langword="null"/> beyond the largest observed time.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="time"/> is negative or not finite.</exception>
    public double? At(double time)
    {
        SurvivalTime.Check(time, nameof(time));
        if (time > Sample.LargestTime) return null;
        int index = _table.LastAt(time);
        return index < 0 ? 0 : _hazard[index];
    }

    private NelsonAalenPoint Point(int index)
    {
        double error = Math.Sqrt(_variance[index]), factor = Math.Exp(_reach * error / _hazard[index]);
        return new NelsonAalenPoint
        {
            Time = _table.Times.Span[index],
            AtRisk = _table.AtRisk.Span[index],
            Events = _table.Events.Span[index],
            CumulativeHazard = _hazard[index],
            StandardError = error,
            Lower = _hazard[index] / factor,
            Upper = _hazard[index] * factor,
        };
    }
}
