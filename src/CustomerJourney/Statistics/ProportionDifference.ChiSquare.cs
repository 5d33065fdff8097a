namespace CustomerJourney.Statistics;

public static partial class ProportionDifference
{
    /// <summary>Pearson's chi-square test of the 2 × 2 table, without continuity correction: the square of <see cref="PooledZ"/>.</summary>
    /// <param name="baselineHits">How many cases of the baseline count, 0…<paramref name="baselineTotal"/>.</param>
    /// <param name="baselineTotal">How many cases the baseline has, not negative.</param>
    /// <param name="candidateHits">How many cases of the candidate count, 0…<paramref name="candidateTotal"/>.</param>
    /// <param name="candidateTotal">How many cases the candidate has, not negative.</param>
    /// <returns>The test with the smallest expected count, or <see langword="null"/> when a group has no cases or no case or every case counts.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    /// <remarks>K. Pearson, Philosophical Magazine 50 (1900).</remarks>
    public static CountTestResult? ChiSquare(long baselineHits, long baselineTotal, long candidateHits, long candidateTotal) =>
        ChiSquare(TwoShares.Of(baselineHits, baselineTotal, candidateHits, candidateTotal), 0, "chi-square");

    /// <summary>The chi-square test with Yates' continuity correction: every count moves up to ½ toward its expected value. Conservative; on request only.</summary>
    /// <inheritdoc cref="ChiSquare(long, long, long, long)"/>
    /// <remarks>F. Yates, Supplement to the Journal of the Royal Statistical Society 1 (1934); no count moves past its expected value, as in R and SciPy.</remarks>
    public static CountTestResult? ChiSquareYates(long baselineHits, long baselineTotal, long candidateHits, long candidateTotal) =>
        ChiSquare(TwoShares.Of(baselineHits, baselineTotal, candidateHits, candidateTotal), 0.5, "chi-square with Yates' correction");

    // All four cells are off their expected counts by the same amount.
    private static CountTestResult? ChiSquare(TwoShares shares, double correction, string method)
    {
        if (shares.IsEmpty || !(shares.PooledVariance > 0)) return null;
        double off = Math.Abs(shares.Difference) * shares.BaselineTotal * (shares.CandidateTotal / shares.Total);
        double kept = off > correction ? 1 - correction / off : 0;
        double z = shares.Difference * kept / Math.Sqrt(shares.PooledVariance);
        double[] expected = new double[4];
        double hits = shares.BaselineHits + shares.CandidateHits;
        expected[0] = hits * (shares.BaselineTotal / shares.Total);
        expected[1] = shares.BaselineTotal - expected[0];
        expected[2] = hits * (shares.CandidateTotal / shares.Total);
        expected[3] = shares.CandidateTotal - expected[2];
        return CountTestResult.Of(z * z, 1, expected, method);
    }
}
