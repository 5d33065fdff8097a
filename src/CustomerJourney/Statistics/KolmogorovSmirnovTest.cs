namespace CustomerJourney.Statistics;

/// <summary>
/// The Kolmogorov-Smirnov test that two independent groups have the same distribution. The statistic is D, the largest distance between both
/// empirical distributions. With ties every form is conservative: the p-value is too large, never too small.
/// </summary>
/// <remarks>N. V. Smirnov, "Table for estimating the goodness of fit of empirical distributions", Annals of Mathematical Statistics 19 (1948).</remarks>
public static class KolmogorovSmirnovTest
{
    private const double UsualPairs = 1e6;
    private const double MostSteps = 2e8;

    /// <summary>The test that suits the groups: <see cref="Exact"/> up to a million pairs of values, else <see cref="Asymptotic"/>.</summary>
    /// <param name="baseline">The values of the baseline, all finite.</param>
    /// <param name="candidate">The values of the candidate, all finite.</param>
    /// <returns>The test, or <see langword="null"/> when a group is empty.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A value is NaN or infinite.</exception>
    public static TestResult? Test(ReadOnlySpan<double> baseline, ReadOnlySpan<double> candidate) =>
        (double)baseline.Length * candidate.Length <= UsualPairs ? Exact(baseline, candidate) : Asymptotic(baseline, candidate);

    /// <summary>The exact test: the share of the ways to mix both groups in which D is at least the one observed.</summary>
    /// <inheritdoc cref="Test"/>
    /// <exception cref="ArgumentException">The groups differ in size and are too large to follow all ways (more than 200 million steps); use <see cref="Asymptotic"/>.</exception>
    /// <remarks>
    /// Groups of equal size by the closed form of B. V. Gnedenko &amp; V. S. Korolyuk (1951), at once for any size; others by following the chance of every lattice
    /// path until it leaves the band, J. L. Hodges, Arkiv för Matematik 3 (1958), which adds positive terms only and so keeps the digits of tiny p-values.
    /// </remarks>
    public static TestResult? Exact(ReadOnlySpan<double> baseline, ReadOnlySpan<double> candidate)
    {
        if (Distance(baseline, candidate) is not { } distance) return null;
        if (baseline.Length != candidate.Length && KolmogorovSmirnovPaths.Steps(distance, baseline.Length, candidate.Length) > MostSteps)
        {
            throw new ArgumentException(
                $"The groups have {baseline.Length} and {candidate.Length} values, too many to follow all ways to mix them: use {nameof(Asymptotic)}, which is accurate for groups of this size.",
                nameof(candidate));
        }

        double pValue = baseline.Length == candidate.Length
            ? KolmogorovSmirnovPaths.EqualSizes(distance / baseline.Length, baseline.Length)
            : KolmogorovSmirnovPaths.Outside(distance, baseline.Length, candidate.Length);
        return TestResult.Single(distance / ((double)baseline.Length * candidate.Length), pValue, "Kolmogorov-Smirnov exact");
    }

    /// <summary>The test by the limit distribution of D·√(mn/(m + n)); conservative for small groups.</summary>
    /// <inheritdoc cref="Test"/>
    /// <remarks>A. Kolmogorov (1933), N. V. Smirnov (1939).</remarks>
    public static TestResult? Asymptotic(ReadOnlySpan<double> baseline, ReadOnlySpan<double> candidate)
    {
        if (Distance(baseline, candidate) is not { } distance) return null;
        double m = baseline.Length, n = candidate.Length, d = distance / (m * n);
        return TestResult.Single(d, KolmogorovDistribution.UpperTail(d * Math.Sqrt(m * n / (m + n))), "Kolmogorov-Smirnov limit");
    }

    /// <summary>
    /// The test by the distribution of one sample's distance with mn/(m + n) values, rounded to the nearest even whole number at a half: what SciPy calls asymptotic.
    /// </summary>
    /// <inheritdoc cref="Test"/>
    /// <remarks>To compare with SciPy's figures; it is neither exact nor the limit.</remarks>
    public static TestResult? OneSampleApproximation(ReadOnlySpan<double> baseline, ReadOnlySpan<double> candidate)
    {
        if (Distance(baseline, candidate) is not { } distance) return null;
        double m = baseline.Length, n = candidate.Length, d = distance / (m * n);
        long count = Math.Clamp((long)Math.Round(m * n / (m + n), MidpointRounding.ToEven), 1, 1_000_000);
        return TestResult.Single(d, KolmogorovDistribution.UpperTail(d, count), "Kolmogorov-Smirnov by one sample's distribution");
    }

    // D times both sizes: a whole number.
    private static long? Distance(ReadOnlySpan<double> baseline, ReadOnlySpan<double> candidate)
    {
        Domain.CheckAllFinite(baseline);
        Domain.CheckAllFinite(candidate);
        if (baseline.IsEmpty || candidate.IsEmpty) return null;
        double[] a = [.. baseline], b = [.. candidate];
        Array.Sort(a);
        Array.Sort(b);
        long largest = 0;
        for (int i = 0, j = 0; i < a.Length && j < b.Length;)
        {
            double value = Math.Min(a[i], b[j]);
            while (i < a.Length && a[i] == value) i++;
            while (j < b.Length && b[j] == value) j++;
            largest = Math.Max(largest, Math.Abs((long)i * b.Length - (long)j * a.Length));
        }

        return largest;
    }
}
