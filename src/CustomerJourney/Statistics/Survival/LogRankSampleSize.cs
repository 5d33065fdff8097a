namespace CustomerJourney.Statistics.Survival;

/// <summary>How many events a log-rank comparison of two groups needs. Cases without events add nothing: plan for events, and divide by the share expected to have one.</summary>
public static class LogRankSampleSize
{
    /// <summary>The number of events in both groups together: (z_α/2 + z_power)² / (p(1 − p)·ln(HR)²).</summary>
    /// <param name="hazardRatio">The ratio of the hazards that shall be found, above 0, finite and not 1.</param>
    /// <param name="share">The share p of cases in one of the groups, between 0 and 1, both excluded.</param>
    /// <param name="level">The confidence level, between 0 and 1: 1 less the two-sided error rate.</param>
    /// <param name="power">The chance wanted of finding the difference, between 0 and 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    /// <remarks>D. A. Schoenfeld, "The asymptotic properties of nonparametric tests for comparing survival distributions" (1981).</remarks>
    public static SampleSize Events(double hazardRatio, double share = 0.5, double level = 0.95, double power = 0.8)
    {
        Domain.CheckPositive(hazardRatio);
        Domain.CheckFinite(hazardRatio);
        if (hazardRatio == 1) throw new ArgumentOutOfRangeException(nameof(hazardRatio), hazardRatio, "A ratio of 1 is no difference, which no number of events can find.");
        if (!(share > 0 && share < 1)) throw new ArgumentOutOfRangeException(nameof(share), share, "Give a share between 0 and 1, both excluded: 0.5 for groups of equal size.");
        if (!(power > 0 && power < 1)) throw new ArgumentOutOfRangeException(nameof(power), power, "A power lies between 0 and 1, both excluded, for example 0.8.");
        double reach = Domain.NormalReach(level) + NormalDistribution.Quantile(power), logarithm = Math.Log(hazardRatio);
        return new SampleSize { Exact = reach * reach / (share * (1 - share) * logarithm * logarithm) };
    }
}
