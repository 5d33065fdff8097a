namespace CustomerJourney.Statistics;

/// <summary>McNemar's test: did a yes-or-no answer of the same customers change? Only the customers who changed count.</summary>
public static class McNemarTest
{
    /// <summary>The exact test: of those who changed, half are expected in either direction (binomial, two-sided by doubling).</summary>
    /// <param name="gained">How many changed from no to yes, not negative.</param>
    /// <param name="lost">How many changed from yes to no, not negative.</param>
    /// <returns>The test, without a statistic; p is 1 when nobody changed.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative.</exception>
    /// <remarks>Q. McNemar, Psychometrika 12 (1947); F. Mosteller (1952) for the exact form.</remarks>
    public static TestResult Exact(long gained, long lost)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(gained);
        ArgumentOutOfRangeException.ThrowIfNegative(lost);
        double less = Math.Min(gained, lost), more = Math.Max(gained, lost);

        // At most `less` of all in one direction: the binomial distribution function as an incomplete beta function (DLMF 8.17.5).
        double pValue = less == more ? 1 : 2 * BetaDistribution.Cumulative(0.5, more, less + 1);
        return TestResult.Single(0, pValue, "McNemar exact");
    }

    /// <summary>The chi-square form with continuity correction, (|gained − lost| − 1)² / (gained + lost), for large counts.</summary>
    /// <inheritdoc cref="Exact"/>
    /// <returns>The test, or <see langword="null"/> when nobody changed.</returns>
    /// <remarks>A. L. Edwards, Psychometrika 13 (1948); the statistic is 0 when as many gained as lost, as in R.</remarks>
    public static TestResult? ChiSquare(long gained, long lost)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(gained);
        ArgumentOutOfRangeException.ThrowIfNegative(lost);
        if (gained + lost == 0) return null;
        double excess = Math.Max(0, Math.Abs(gained - lost) - 1);
        double statistic = excess * excess / (gained + lost);
        return TestResult.Single(statistic, ChiSquareDistribution.UpperTail(statistic, 1), "McNemar chi-square with continuity correction");
    }

    /// <summary>The mid-p form of the exact test: half of the chance of the observed outcome is left out. Less conservative, at the price that it can be slightly too small.</summary>
    /// <inheritdoc cref="Exact"/>
    /// <remarks>M. W. Fagerland, S. Lydersen &amp; P. Laake, "The McNemar test for binary matched-pairs data", BMC Medical Research Methodology 13 (2013).</remarks>
    public static TestResult MidP(long gained, long lost)
    {
        double exact = Exact(gained, lost).PValue, total = gained + (double)lost;
        double own = total == 0 ? 0 : BinomialDistribution.Probability(gained, checked(gained + lost), 0.5);

        // With as many gained as lost both tails hold the outcome, and its half is left out of 1.
        return TestResult.Single(0, gained == lost ? 1 - own / 2 : exact - own, "McNemar mid-p");
    }

    /// <summary>The chi-square form without continuity correction, (gained − lost)² / (gained + lost).</summary>
    /// <inheritdoc cref="ChiSquare"/>
    /// <remarks>Q. McNemar, Psychometrika 12 (1947).</remarks>
    public static TestResult? ChiSquareUncorrected(long gained, long lost)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(gained);
        ArgumentOutOfRangeException.ThrowIfNegative(lost);
        if (gained + lost == 0) return null;
        double excess = gained - lost, statistic = excess * excess / (gained + lost);
        return TestResult.Single(statistic, ChiSquareDistribution.UpperTail(statistic, 1), "McNemar chi-square");
    }
}
