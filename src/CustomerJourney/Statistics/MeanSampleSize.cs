namespace CustomerJourney.Statistics;

/// <summary>Power and sample size of the two-sided t test of two independent means, by the noncentral t distribution.</summary>
/// <remarks>J. Cohen, Statistical Power Analysis for the Behavioral Sciences (1988), chapter 2. The difference is given as Cohen's d: in standard deviations.</remarks>
public static class MeanSampleSize
{
    private const double Most = 1e12;

    /// <summary>The chance that the test finds a difference, counting both directions.</summary>
    /// <param name="effect">Cohen's d, any finite number; 0 gives the error rate of the test.</param>
    /// <param name="countPerGroup">How many values each group has, at least 2.</param>
    /// <param name="level">One less the error rate of the test, between 0 and 1.</param>
    /// <returns>The power, 0…1.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static double Power(double effect, long countPerGroup, double level = 0.95)
    {
        Domain.CheckFinite(effect);
        ArgumentOutOfRangeException.ThrowIfLessThan(countPerGroup, 2);
        Domain.CheckLevel(level);
        return PowerAt(effect, countPerGroup, level);
    }

    /// <summary>Values needed in each of two equally large groups so that a difference is found.</summary>
    /// <param name="effect">Cohen's d that matters, not 0 and at least 1e-5 in size.</param>
    /// <param name="level">One less the error rate of the two-sided test, between 0 and 1.</param>
    /// <param name="power">The chance to find the difference, above one less <paramref name="level"/> and below 1.</param>
    /// <returns>The size of one group, at least 2.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static SampleSize ForDifference(double effect, double level = 0.95, double power = 0.8)
    {
        Domain.CheckFinite(effect);
        if (!(Math.Abs(effect) >= 1e-5)) throw new ArgumentOutOfRangeException(nameof(effect), effect, "Give the effect as Cohen's d, at least 0.00001 in size: a smaller one needs more values than there can be.");
        Domain.CheckLevel(level);
        SampleSizeSearch.CheckPower(power, level);
        return new SampleSize { Exact = SampleSizeSearch.Smallest(2, Most, n => PowerAt(effect, n, level) - power) };
    }

    private static double PowerAt(double effect, double countPerGroup, double level)
    {
        double freedom = 2 * countPerGroup - 2, noncentrality = effect * Math.Sqrt(countPerGroup / 2);
        double reach = Domain.StudentReach(level, freedom);
        return NoncentralTDistribution.UpperTail(reach, freedom, noncentrality) + NoncentralTDistribution.Cumulative(-reach, freedom, noncentrality);
    }
}
