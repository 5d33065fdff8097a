namespace CustomerJourney.Statistics;

/// <summary>Two means of independent groups compared: the difference is candidate less baseline.</summary>
public static class MeanDifference
{
    /// <summary>Welch's t test and interval, which does not assume equal variances, with Satterthwaite's degrees of freedom. The default of this library.</summary>
    /// <param name="baseline">The baseline.</param>
    /// <param name="candidate">The candidate.</param>
    /// <param name="level">The confidence level, between 0 and 1.</param>
    /// <returns>The result, or <see langword="null"/> when a group has fewer than two values or neither group varies.</returns>
    /// <exception cref="ArgumentNullException">A group is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="level"/> is outside its range.</exception>
    /// <remarks>B. L. Welch, Biometrika 34 (1947).</remarks>
    public static TwoSampleResult? Welch(MeanSample baseline, MeanSample candidate, double level = 0.95)
    {
        Check(baseline, candidate, level);
        if (baseline.Variance is not { } varianceA || candidate.Variance is not { } varianceB) return null;
        double a = varianceA / baseline.Count, b = varianceB / candidate.Count, sum = a + b;
        if (sum == 0) return null;
        double shareA = a / sum, shareB = b / sum;
        double freedom = 1 / (shareA * shareA / (baseline.Count - 1) + shareB * shareB / (candidate.Count - 1));
        return Make(baseline, candidate, Math.Sqrt(sum), freedom, level, "Welch t");
    }

    /// <summary>Student's t test and interval, which assumes equal variances.</summary>
    /// <inheritdoc cref="Welch"/>
    /// <returns>The result, or <see langword="null"/> when a group is empty, when there are fewer than three values in all or when neither group varies.</returns>
    /// <remarks>Student, Biometrika 6 (1908).</remarks>
    public static TwoSampleResult? Student(MeanSample baseline, MeanSample candidate, double level = 0.95)
    {
        Check(baseline, candidate, level);
        double freedom = baseline.Count + candidate.Count - 2;
        double squares = baseline.SquaredDeviations + candidate.SquaredDeviations;
        if (baseline.Count == 0 || candidate.Count == 0 || freedom < 1 || squares == 0) return null;
        double error = Math.Sqrt(squares / freedom * (1.0 / baseline.Count + 1.0 / candidate.Count));
        return Make(baseline, candidate, error, freedom, level, "Student t");
    }

    /// <summary>The paired t test and interval: the same customers measured twice, by the mean of their differences.</summary>
    /// <param name="before">The first value of each customer, all finite.</param>
    /// <param name="after">The second value of each customer, in the same order.</param>
    /// <param name="level">The confidence level, between 0 and 1.</param>
    /// <returns>
    /// The difference, after less before, with the number of customers as <see cref="Estimate.N"/>, or <see langword="null"/> when there are
    /// fewer than two customers or all differences are the same.
    /// </returns>
    /// <exception cref="ArgumentException">There are not as many second values as first ones.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A value is not finite, or <paramref name="level"/> is outside its range.</exception>
    /// <remarks>Student, Biometrika 6 (1908).</remarks>
    public static TwoSampleResult? Paired(ReadOnlySpan<double> before, ReadOnlySpan<double> after, double level = 0.95)
    {
        if (before.Length != after.Length)
            throw new ArgumentException($"There are {before.Length} first and {after.Length} second values: leave out customers who lack one.", nameof(after));
        Domain.CheckAllFinite(before);
        Domain.CheckAllFinite(after);
        Domain.CheckLevel(level);
        double[] differences = new double[before.Length];
        for (int i = 0; i < differences.Length; i++) differences[i] = after[i] - before[i];
        return Paired(MeanSample.Of(differences), level);
    }

    /// <summary>The paired t test from the differences of each pair.</summary>
    internal static TwoSampleResult? Paired(MeanSample sample, double level)
    {
        if (sample.StandardError is not { } error || error == 0 || sample.Estimate(level) is not { } estimate) return null;
        double t = estimate.Value / error, freedom = sample.Count - 1;
        return new TwoSampleResult
        {
            Change = estimate with { Method = "paired t" },
            Test = TestResult.Single(t, StudentTDistribution.TwoSided(t, freedom), "paired t"),
            Center = estimate.Value,
            StandardError = error,
            DegreesOfFreedom = freedom,
        };
    }

    private static TwoSampleResult Make(MeanSample baseline, MeanSample candidate, double error, double freedom, double level, string method)
    {
        double difference = candidate.Value!.Value - baseline.Value!.Value;
        double half = Domain.StudentReach(level, freedom) * error;
        double t = difference / error;
        return new TwoSampleResult
        {
            Change = new Estimate
            {
                Value = difference,
                Lower = difference - half,
                Upper = difference + half,
                N = baseline.Count + candidate.Count,
                Level = level,
                Method = method,
            },
            Test = TestResult.Single(t, StudentTDistribution.TwoSided(t, freedom), method),
            Center = difference,
            StandardError = error,
            DegreesOfFreedom = freedom,
        };
    }

    private static void Check(MeanSample baseline, MeanSample candidate, double level)
    {
        ArgumentNullException.ThrowIfNull(baseline);
        ArgumentNullException.ThrowIfNull(candidate);
        Domain.CheckLevel(level);
    }
}
