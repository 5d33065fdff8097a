namespace CustomerJourney.Statistics;

/// <summary>Tests of a table of counts: do the rows (groups) differ in how they spread over the columns (outcomes)?</summary>
/// <remarks>Rows and columns without any count say nothing and are left out, also of the degrees of freedom.</remarks>
public static class ContingencyTest
{
    /// <summary>Pearson's chi-square test of independence, without continuity correction.</summary>
    /// <param name="table">The counts, one list for each group, equally long and not negative.</param>
    /// <returns>The test, or <see langword="null"/> when fewer than two rows or fewer than two columns have counts.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="table"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">A row is <see langword="null"/> or of another length than the first.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative.</exception>
    /// <remarks>K. Pearson (1900), R. A. Fisher (1922) for the degrees of freedom (rows − 1)(columns − 1).</remarks>
    public static CountTestResult? ChiSquare(IReadOnlyList<IReadOnlyList<long>> table)
    {
        if (CountMargins.Of(table) is not { } margins) return null;
        double statistic = 0;
        margins.Visit((count, expected) => statistic += (count - expected) * (count - expected) / expected);
        return CountTestResult.Of(statistic, margins.DegreesOfFreedom, margins.Expected, "chi-square");
    }

    /// <summary>The likelihood-ratio test of independence, G = 2·Σ count·ln(count/expected), without correction.</summary>
    /// <inheritdoc cref="ChiSquare"/>
    /// <remarks>S. S. Wilks, Annals of Mathematical Statistics 6 (1935); R. R. Sokal &amp; F. J. Rohlf, Biometry.</remarks>
    public static CountTestResult? GTest(IReadOnlyList<IReadOnlyList<long>> table)
    {
        if (CountMargins.Of(table) is not { } margins) return null;
        double statistic = 0;
        margins.Visit((count, expected) => statistic += count == 0 ? 0 : 2 * count * Math.Log(count / expected));
        return CountTestResult.Of(Math.Max(0, statistic), margins.DegreesOfFreedom, margins.Expected, "G");
    }
}
