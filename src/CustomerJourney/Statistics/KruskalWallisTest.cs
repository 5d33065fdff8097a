namespace CustomerJourney.Statistics;

/// <summary>The Kruskal-Wallis test of several independent groups: the Mann-Whitney test for more than two.</summary>
public static class KruskalWallisTest
{
    /// <summary>The test by ranks, corrected for ties; H has a chi-square distribution with one degree of freedom fewer than groups, roughly from five values a group.</summary>
    /// <param name="groups">The values of each group, all finite; at least two groups. Empty groups are left out.</param>
    /// <returns>The test, with H as statistic, or <see langword="null"/> when fewer than two groups have values or all values are equal.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="groups"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">A group is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A value is NaN or infinite.</exception>
    /// <remarks>W. H. Kruskal &amp; W. A. Wallis, JASA 47 (1952).</remarks>
    public static TestResult? Compare(IReadOnlyList<IReadOnlyList<double>> groups)
    {
        ArgumentNullException.ThrowIfNull(groups);
        for (int i = 0; i < groups.Count; i++)
            if (groups[i] is null) throw new ArgumentException($"Group {i} is null.", nameof(groups));
        IReadOnlyList<double>[] filled = [.. groups.Where(group => group.Count > 0)];
        double[] values = [.. filled.SelectMany(group => group)];
        Domain.CheckAllFinite(values, nameof(groups));
        (long[] doubled, double tieSum) = Ranks.Of(values);
        double n = values.Length, kept = 1 - tieSum / (n * n * n - n);
        if (filled.Length < 2 || !(kept > 0)) return null;

        // Distances of the mean ranks from the mean of all, which are small numbers, not the textbook's difference of large sums.
        double sum = 0;
        int start = 0;
        foreach (IReadOnlyList<double> group in filled)
        {
            double off = doubled.AsSpan(start, group.Count).ToArray().Sum() / 2.0 / group.Count - (n + 1) / 2;
            sum += group.Count * off * off;
            start += group.Count;
        }

        double h = 12 / (n * (n + 1)) * sum / kept;
        return TestResult.Single(h, ChiSquareDistribution.UpperTail(h, filled.Length - 1), "Kruskal-Wallis");
    }
}
