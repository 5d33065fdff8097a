namespace CustomerJourney.Statistics;

/// <summary>Power and sample size for shares. The two formulas for a difference of shares do not agree exactly: name the one you planned with.</summary>
public static class ProportionSampleSize
{
    private const double Most = 1e15;

    /// <summary>Cases needed so that a share is known within a margin: z²·share·(1 − share)/margin², less for a finite population.</summary>
    /// <param name="margin">The half-width of the interval, between 0 and 1 (0.05 is 5 percentage points).</param>
    /// <param name="share">The share that is expected, between 0 and 1; 0.5 is the worst case.</param>
    /// <param name="level">The confidence level, between 0 and 1.</param>
    /// <param name="population">How many there are to ask, at least 1; <see langword="null"/> for a population without limit.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    /// <remarks>W. G. Cochran, Sampling Techniques (1977), section 4.4: n₀/(1 + (n₀ − 1)/population).</remarks>
    public static SampleSize ForMargin(double margin, double share = 0.5, double level = 0.95, long? population = null)
    {
        CheckShare(margin);
        CheckShare(share);
        double ratio = Domain.NormalReach(level) / margin;
        if (population is { } limit) ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1, nameof(population));
        double needed = ratio * ratio * share * (1 - share);
        return new SampleSize { Exact = population is { } all ? needed / (1 + (needed - 1) / all) : needed };
    }

    /// <summary>Cases needed in each of two groups so that the pooled z test finds a difference, by the normal formula of Fleiss.</summary>
    /// <param name="baseline">The share of the baseline, between 0 and 1.</param>
    /// <param name="candidate">The share of the candidate, between 0 and 1, not that of the baseline.</param>
    /// <param name="level">One less the error rate of the two-sided test, between 0 and 1.</param>
    /// <param name="power">The chance to find the difference, between 0 and 1; above one less <paramref name="level"/>.</param>
    /// <returns>The size of one group.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    /// <remarks>J. L. Fleiss, Statistical Methods for Rates and Proportions (1981), without continuity correction; the formula of R's power.prop.test.</remarks>
    public static SampleSize ForDifference(double baseline, double candidate, double level = 0.95, double power = 0.8)
    {
        CheckDifference(baseline, candidate);
        double z = Domain.NormalReach(level);
        SampleSizeSearch.CheckPower(power, level);
        double mean = (baseline + candidate) / 2;
        double root = z * Math.Sqrt(2 * mean * (1 - mean))
            + NormalDistribution.Quantile(power) * Math.Sqrt(baseline * (1 - baseline) + candidate * (1 - candidate));
        double ratio = root / (candidate - baseline);
        return new SampleSize { Exact = ratio * ratio };
    }

    /// <summary>Cases needed in each of two groups so that a difference is found, by Cohen's h (arcsine), counting both directions.</summary>
    /// <inheritdoc cref="ForDifference"/>
    /// <remarks>J. Cohen, Statistical Power Analysis for the Behavioral Sciences (1988), chapter 6; as pwr.2p.test of the R package pwr.</remarks>
    public static SampleSize ForDifferenceByArcsine(double baseline, double candidate, double level = 0.95, double power = 0.8)
    {
        CheckDifference(baseline, candidate);
        Domain.CheckLevel(level);
        SampleSizeSearch.CheckPower(power, level);
        double effect = EffectSize.CohensH(baseline, candidate).Value;
        return new SampleSize { Exact = SampleSizeSearch.Smallest(1e-6, Most, n => PowerAt(effect, n, level) - power) };
    }

    /// <summary>The chance that a two-sided test finds a difference of two shares, by Cohen's h (arcsine), counting both directions.</summary>
    /// <param name="baseline">The share of the baseline, 0…1.</param>
    /// <param name="candidate">The share of the candidate, 0…1.</param>
    /// <param name="countPerGroup">How many cases each group has, at least 1.</param>
    /// <param name="level">One less the error rate of the test, between 0 and 1.</param>
    /// <returns>The power, 0…1; the error rate of the test when the shares are the same.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    /// <remarks>J. Cohen (1988), chapter 6.</remarks>
    public static double PowerByArcsine(double baseline, double candidate, long countPerGroup, double level = 0.95)
    {
        double effect = EffectSize.CohensH(baseline, candidate).Value;
        ArgumentOutOfRangeException.ThrowIfLessThan(countPerGroup, 1);
        Domain.CheckLevel(level);
        return PowerAt(effect, countPerGroup, level);
    }

    private static double PowerAt(double effect, double countPerGroup, double level)
    {
        double reach = Domain.NormalReach(level), shift = effect * Math.Sqrt(countPerGroup / 2);
        return NormalDistribution.UpperTail(reach - shift) + NormalDistribution.UpperTail(reach + shift);
    }

    private static void CheckShare(double value, [System.Runtime.CompilerServices.CallerArgumentExpression(nameof(value))] string? name = null)
    {
        if (!(value > 0 && value < 1)) throw new ArgumentOutOfRangeException(name, value, "Give a share between 0 and 1, both excluded: 5 percent is 0.05.");
    }

    private static void CheckDifference(double baseline, double candidate)
    {
        CheckShare(baseline);
        CheckShare(candidate);
        if (Math.Abs(candidate - baseline) < 1e-6) throw new ArgumentOutOfRangeException(nameof(candidate), candidate, FormattableString.Invariant($"The shares {baseline} and {candidate} are the same: give the difference that matters."));
    }
}
