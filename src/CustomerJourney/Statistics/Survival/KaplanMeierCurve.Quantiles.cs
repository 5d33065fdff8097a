namespace CustomerJourney.Statistics.Survival;

public sealed partial class KaplanMeierCurve
{
    // A curve that should be at 1 − p exactly is often beside it by rounding; the same tolerance for curve and limits.
    private const double Tolerance = 1e-9;

    /// <summary>
    /// The time by which a share of the cases had its event: the first at which the curve is at most 1 − p; where it runs at exactly 1 − p, the middle of that level. Its limits are where
    /// the limits of the curve cross 1 − p.
    /// </summary>
    /// <param name="probability">The share p, between 0 and 1, both excluded.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="probability"/> is outside its range.</exception>
    /// <remarks>
    /// R. Brookmeyer &amp; J. Crowley, "A confidence interval for the median survival time" (1982); levels are treated as in R's quantile.survfit. A last level ends at the largest
    /// observed time. The upper limit of a curve may rise again in a thin tail; as in R the time at which it is closest below 1 − p then counts, which is the later one and the wider interval.
    /// </remarks>
    public SurvivalQuantile Quantile(double probability)
    {
        if (!(probability > 0 && probability < 1))
            throw new ArgumentOutOfRangeException(nameof(probability), probability, "Give a share between 0 and 1, both excluded: 0.5 for the median.");
        double target = 1 - probability;
        return new SurvivalQuantile
        {
            Probability = probability,
            Value = Crossing(target, index => _survival[index], neverAboveCurve: true),
            Lower = Crossing(target, index => Limits(index).Lower, neverAboveCurve: true),
            // No upper limit lies below its curve, so most need not be computed.
            Upper = Crossing(target, index => _survival[index] > target + Tolerance ? 1 : Limits(index).Upper, neverAboveCurve: false),
            Level = Level,
        };
    }

    private double? Crossing(double target, Func<int, double?> height, bool neverAboveCurve)
    {
        int at = -1, below = -1;
        double highestAt = double.NegativeInfinity, highestBelow = double.NegativeInfinity;
        for (int i = 0; i < _table.Length; i++)
        {
            // Where the curve itself is no higher than what was found, what is never above it need not be computed.
            if (neverAboveCurve && _survival[i] <= highestBelow) break;
            if (height(i) is not { } value || value > target + Tolerance) continue;
            if (value > highestAt) (at, highestAt) = (i, value);
            if (value < target - Tolerance && value > highestBelow) (below, highestBelow) = (i, value);
        }

        if (at < 0) return null;
        ReadOnlySpan<double> times = _table.Times.Span;
        return at == below ? times[at] : (times[at] + (below < 0 ? Sample.LargestTime : times[below])) / 2;
    }
}
