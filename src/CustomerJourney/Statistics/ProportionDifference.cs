namespace CustomerJourney.Statistics;

/// <summary>
/// Two shares of independent groups compared: the difference is candidate less baseline, −1…1. Every method gives <see langword="null"/>
/// when a group has no cases.
/// </summary>
public static partial class ProportionDifference
{
    /// <summary>The hybrid score interval of R. G. Newcombe, Statistics in Medicine 17 (1998), method 10: built from the Wilson limits of both shares. The default of this library.</summary>
    /// <param name="baselineHits">How many cases of the baseline count, 0…<paramref name="baselineTotal"/>.</param>
    /// <param name="baselineTotal">How many cases the baseline has, not negative.</param>
    /// <param name="candidateHits">How many cases of the candidate count, 0…<paramref name="candidateTotal"/>.</param>
    /// <param name="candidateTotal">How many cases the candidate has, not negative.</param>
    /// <param name="level">The confidence level, between 0 and 1.</param>
    /// <returns>The difference, or <see langword="null"/> when a group has no cases.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static Estimate? Newcombe(long baselineHits, long baselineTotal, long candidateHits, long candidateTotal, double level = 0.95)
    {
        TwoShares shares = TwoShares.Of(baselineHits, baselineTotal, candidateHits, candidateTotal);
        Domain.CheckLevel(level);
        if (shares.IsEmpty) return null;
        double a = shares.Baseline, b = shares.Candidate;
        (double lowerA, double upperA) = ProportionInterval.WilsonLimits(baselineHits, baselineTotal, level);
        (double lowerB, double upperB) = ProportionInterval.WilsonLimits(candidateHits, candidateTotal, level);
        double below = Length(b - lowerB, upperA - a), above = Length(upperB - b, a - lowerA);
        return shares.Estimate(b - a - below, b - a + above, level, "Newcombe");
    }

    /// <summary>Wald's interval, unpooled. For teaching: it covers too little for small groups and has no width when both shares are 0 or 1.</summary>
    /// <inheritdoc cref="AgrestiCaffo"/>
    public static Estimate? Wald(long baselineHits, long baselineTotal, long candidateHits, long candidateTotal, double level = 0.95, bool clip = true)
    {
        TwoShares shares = TwoShares.Of(baselineHits, baselineTotal, candidateHits, candidateTotal);
        double z = Domain.NormalReach(level);
        if (shares.IsEmpty) return null;
        double half = z * Math.Sqrt(shares.UnpooledVariance);
        return shares.Estimate(shares.Difference - half, shares.Difference + half, level, "Wald", clip);
    }

    /// <summary>Wald's interval after adding one hit and one miss to each group: A. Agresti &amp; B. Caffo, The American Statistician 54 (2000). The value stays the raw difference.</summary>
    /// <param name="baselineHits">How many cases of the baseline count, 0…<paramref name="baselineTotal"/>.</param>
    /// <param name="baselineTotal">How many cases the baseline has, not negative.</param>
    /// <param name="candidateHits">How many cases of the candidate count, 0…<paramref name="candidateTotal"/>.</param>
    /// <param name="candidateTotal">How many cases the candidate has, not negative.</param>
    /// <param name="level">The confidence level, between 0 and 1.</param>
    /// <param name="clip">Whether limits beyond −1 and 1 are cut to them.</param>
    /// <returns>The difference, or <see langword="null"/> when a group has no cases.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static Estimate? AgrestiCaffo(long baselineHits, long baselineTotal, long candidateHits, long candidateTotal, double level = 0.95, bool clip = true)
    {
        TwoShares shares = TwoShares.Of(baselineHits, baselineTotal, candidateHits, candidateTotal);
        double z = Domain.NormalReach(level);
        if (shares.IsEmpty) return null;
        TwoShares shifted = new(baselineHits + 1.0, baselineTotal + 2.0, candidateHits + 1.0, candidateTotal + 2.0);
        double half = z * Math.Sqrt(shifted.UnpooledVariance);
        return shares.Estimate(shifted.Difference - half, shifted.Difference + half, level, "Agresti-Caffo", clip);
    }

    /// <summary>The score interval of O. Miettinen &amp; M. Nurminen, Statistics in Medicine 4 (1985), with their factor N/(N − 1): the differences that a score test would not reject.</summary>
    /// <inheritdoc cref="Newcombe"/>
    public static Estimate? MiettinenNurminen(long baselineHits, long baselineTotal, long candidateHits, long candidateTotal, double level = 0.95)
    {
        TwoShares shares = TwoShares.Of(baselineHits, baselineTotal, candidateHits, candidateTotal);
        double z = Domain.NormalReach(level);
        if (shares.IsEmpty) return null;
        TwoShares turned = new(candidateHits, candidateTotal, baselineHits, baselineTotal);
        return shares.Estimate(MiettinenNurminenScore.Lower(shares, z), -MiettinenNurminenScore.Lower(turned, z), level, "Miettinen-Nurminen");
    }

    /// <summary>The z test with the pooled variance, without continuity correction: its square is the chi-square statistic of the 2 × 2 table.</summary>
    /// <param name="baselineHits">How many cases of the baseline count, 0…<paramref name="baselineTotal"/>.</param>
    /// <param name="baselineTotal">How many cases the baseline has, not negative.</param>
    /// <param name="candidateHits">How many cases of the candidate count, 0…<paramref name="candidateTotal"/>.</param>
    /// <param name="candidateTotal">How many cases the candidate has, not negative.</param>
    /// <returns>The test, or <see langword="null"/> when a group has no cases or no case or every case counts.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static TestResult? PooledZ(long baselineHits, long baselineTotal, long candidateHits, long candidateTotal)
    {
        TwoShares shares = TwoShares.Of(baselineHits, baselineTotal, candidateHits, candidateTotal);
        return shares.IsEmpty ? null : NormalTest(shares.Difference, shares.PooledVariance, "pooled z");
    }

    /// <summary>The z test with each group's own variance (Wald).</summary>
    /// <inheritdoc cref="PooledZ"/>
    /// <returns>The test, or <see langword="null"/> when a group has no cases or both shares are 0 or 1.</returns>
    public static TestResult? UnpooledZ(long baselineHits, long baselineTotal, long candidateHits, long candidateTotal)
    {
        TwoShares shares = TwoShares.Of(baselineHits, baselineTotal, candidateHits, candidateTotal);
        return shares.IsEmpty ? null : NormalTest(shares.Difference, shares.UnpooledVariance, "unpooled z");
    }

    /// <summary>
    /// Fisher's exact test. Two-sided: the probability of all tables with the same margins that are at most as likely as the one observed,
    /// with a tolerance of 1 + 1e-7 for equal ones, as in R. One-sided: about the candidate's share.
    /// </summary>
    /// <param name="baselineHits">How many cases of the baseline count, 0…<paramref name="baselineTotal"/>.</param>
    /// <param name="baselineTotal">How many cases the baseline has, not negative.</param>
    /// <param name="candidateHits">How many cases of the candidate count, 0…<paramref name="candidateTotal"/>.</param>
    /// <param name="candidateTotal">How many cases the candidate has, not negative.</param>
    /// <param name="alternative">What the test is against; <see cref="Alternative.Greater"/> means that the candidate's share is greater.</param>
    /// <returns>The test, without a statistic, or <see langword="null"/> when a group has no cases.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    /// <remarks>R. A. Fisher (1934). A tail is summed only as far as it matters; a million cases take less than a millisecond.</remarks>
    public static TestResult? FisherExact(long baselineHits, long baselineTotal, long candidateHits, long candidateTotal, Alternative alternative = Alternative.TwoSided)
    {
        TwoShares shares = TwoShares.Of(baselineHits, baselineTotal, candidateHits, candidateTotal);
        Domain.CheckAlternative(alternative);
        if (shares.IsEmpty) return null;
        long hits = checked(baselineHits + candidateHits), total = checked(baselineTotal + candidateTotal);
        (long first, long last) = HypergeometricDistribution.Range(candidateTotal, hits, total);
        double pValue = alternative switch
        {
            Alternative.Less => HypergeometricDistribution.Cumulative(candidateHits, candidateTotal, hits, total),
            Alternative.Greater => HypergeometricDistribution.UpperTail(candidateHits - 1, candidateTotal, hits, total),
            _ => ExactTwoSided.PValue(
                candidateHits,
                (first, HypergeometricDistribution.Mode(candidateTotal, hits, total), last),
                k => HypergeometricDistribution.Probability(k, candidateTotal, hits, total),
                k => HypergeometricDistribution.Cumulative(k, candidateTotal, hits, total),
                k => HypergeometricDistribution.UpperTail(k, candidateTotal, hits, total)),
        };
        return TestResult.Single(0, pValue, "Fisher exact");
    }

    /// <summary>
    /// The test that suits the table: <see cref="FisherExact"/> when fewer than 5 hits or misses are expected in a group, else <see cref="PooledZ"/>.
    /// </summary>
    /// <inheritdoc cref="PooledZ"/>
    public static TestResult? Test(long baselineHits, long baselineTotal, long candidateHits, long candidateTotal)
    {
        TwoShares shares = TwoShares.Of(baselineHits, baselineTotal, candidateHits, candidateTotal);
        if (shares.IsEmpty || shares.PooledVariance == 0) return null;
        return shares.SmallestExpected < 5
            ? FisherExact(baselineHits, baselineTotal, candidateHits, candidateTotal)
            : PooledZ(baselineHits, baselineTotal, candidateHits, candidateTotal);
    }

    private static TestResult? NormalTest(double difference, double variance, string method)
    {
        if (!(variance > 0)) return null;
        double z = difference / Math.Sqrt(variance);
        return TestResult.Single(z, 2 * NormalDistribution.UpperTail(Math.Abs(z)), method);
    }

    private static double Length(double x, double y) => Math.Sqrt(x * x + y * y);
}
