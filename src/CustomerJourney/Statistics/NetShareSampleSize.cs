namespace CustomerJourney.Statistics;

/// <summary>Sample sizes for net shares, by the adjusted Wald method. The variance is that of the indicator −1, 0, +1: 1 at worst, 0.68 in a typical survey.</summary>
public static class NetShareSampleSize
{
    /// <summary>Answers needed so that the interval reaches no further than a margin to either side: variance·z²/margin² − 3.</summary>
    /// <param name="margin">The half-width of the interval as a net share, above 0 (0.05 is 5 points of the net promoter score).</param>
    /// <param name="variance">The variance of the indicator, above 0 and at most 1.</param>
    /// <param name="level">The confidence level, between 0 and 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    /// <remarks>J. Lewis &amp; J. Sauro, "Sample sizes for NPS confidence intervals" (measuringu.com, 2021).</remarks>
    public static SampleSize ForMargin(double margin, double variance = 1, double level = 0.95)
    {
        Domain.CheckPositive(margin);
        CheckVariance(variance);
        double ratio = Domain.NormalReach(level) / margin;
        return new SampleSize { Exact = variance * ratio * ratio - 3 };
    }

    /// <summary>Answers needed in each of two groups so that a difference is found: (variance₁ + variance₂)·(z₁ + z₂)²/difference² − 3.</summary>
    /// <param name="difference">The difference of the net shares that matters, above 0 and at most 2.</param>
    /// <param name="baselineVariance">The variance of the indicator in the baseline, above 0 and at most 1.</param>
    /// <param name="candidateVariance">The variance of the indicator in the candidate, above 0 and at most 1.</param>
    /// <param name="level">One less the error rate of the two-sided test, between 0 and 1.</param>
    /// <param name="power">The chance to find the difference, between 0 and 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    /// <remarks>J. Lewis &amp; J. Sauro, "Sample sizes for comparing two NPS" (measuringu.com, 2021).</remarks>
    public static SampleSize ForDifference(double difference, double baselineVariance = 1, double candidateVariance = 1, double level = 0.95, double power = 0.8)
    {
        Domain.CheckPositive(difference);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(difference, 2);
        CheckVariance(baselineVariance);
        CheckVariance(candidateVariance);
        Domain.CheckPower(power);
        double ratio = (Domain.NormalReach(level) + NormalDistribution.Quantile(power)) / difference;
        return new SampleSize { Exact = (baselineVariance + candidateVariance) * ratio * ratio - 3 };
    }

    private static void CheckVariance(double variance, [System.Runtime.CompilerServices.CallerArgumentExpression(nameof(variance))] string? name = null)
    {
        Domain.CheckPositive(variance, name);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(variance, 1, name);
    }
}
