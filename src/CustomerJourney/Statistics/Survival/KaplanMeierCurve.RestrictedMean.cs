using System.Globalization;

namespace CustomerJourney.Statistics.Survival;

public sealed partial class KaplanMeierCurve
{
    /// <summary>
    /// The mean time without the event up to a horizon: the area under the curve from 0 to there. A figure that exists when the median is not reached, and that compares curves which cross.
    /// </summary>
    /// <param name="horizon">The horizon τ, above 0 and at most <see cref="SurvivalSample.LargestTime"/>.</param>
    /// <param name="carryForward">Whether a larger horizon is allowed, the last value of the curve being taken to hold up to it; the result says so.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="horizon"/> is not above 0 and finite, or lies beyond the largest observed time and <paramref name="carryForward"/> is not set.</exception>
    /// <remarks>
    /// Variance Σ A²·d/(n(n − d)), A being the area from the time of the events to the horizon: H. Uno et al., "Moving beyond the hazard ratio" (2014). Normal limits, cut to 0…τ.
    /// </remarks>
    public RestrictedMean RestrictedMean(double horizon, bool carryForward = false)
    {
        Domain.CheckPositive(horizon);
        Domain.CheckFinite(horizon);
        bool beyond = horizon > Sample.LargestTime;
        if (beyond && !carryForward)
            throw new ArgumentOutOfRangeException(nameof(horizon), horizon, string.Create(CultureInfo.InvariantCulture, $"Nothing is known beyond the largest observed time, {Sample.LargestTime}: choose a horizon up to there, or have the last value carried forward."));

        ReadOnlySpan<double> times = _table.Times.Span;
        int last = _table.LastAt(horizon);
        double end = horizon, area = 0, variance = 0;
        for (int i = last; i >= 0; i--)
        {
            area += _survival[i] * (end - times[i]);
            end = times[i];
            long left = _table.AtRisk.Span[i] - _table.Events.Span[i];

            // Where nobody is left the area behind is 0, and so is what it adds.
            if (left > 0) variance += area * area * (_table.Events.Span[i] / ((double)_table.AtRisk.Span[i] * left));
        }

        double mean = area + end, error = Math.Sqrt(variance);
        return new RestrictedMean
        {
            Horizon = horizon,
            IsCarriedForward = beyond,
            StandardError = error,
            Estimate = new Estimate
            {
                Value = mean,
                Lower = Math.Max(0, mean - _reach * error),
                Upper = Math.Min(horizon, mean + _reach * error),
                N = Sample.Count,
                Level = Level,
                Method = "restricted mean, normal",
            },
        };
    }
}
