namespace CustomerJourney.Statistics;

/// <summary>Tests of one share against a fixed one.</summary>
public static class ProportionTest
{
    /// <summary>The score test: (share − fixed) / √(fixed·(1 − fixed)/total). Its two-sided form rejects what the Wilson interval leaves out.</summary>
    /// <param name="hits">How many cases count, 0…<paramref name="total"/>.</param>
    /// <param name="total">How many cases there are, not negative.</param>
    /// <param name="fixedShare">The share to compare with, 0…1.</param>
    /// <param name="alternative">What the test is against; <see cref="Alternative.Greater"/> means that the share is above the fixed one.</param>
    /// <returns>The test, or <see langword="null"/> when there are no cases or the fixed share is 0 or 1 (use <see cref="BinomialExact"/> there).</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    /// <remarks>E. B. Wilson, JASA 22 (1927).</remarks>
    public static TestResult? Score(long hits, long total, double fixedShare, Alternative alternative = Alternative.TwoSided)
    {
        Check(hits, total, fixedShare, alternative);
        if (total == 0 || fixedShare is 0 or 1) return null;
        double z = ((double)hits / total - fixedShare) / Math.Sqrt(fixedShare * (1 - fixedShare) / total);
        return TestResult.Single(z, Domain.NormalPValue(z, alternative), "one-sample z");
    }

    /// <summary>
    /// The exact binomial test. Two-sided: the probability of all numbers of hits that are at most as likely as the one observed,
    /// with a tolerance of 1 + 1e-7 for equal ones, as in R and SciPy.
    /// </summary>
    /// <inheritdoc cref="Score"/>
    /// <returns>The test, without a statistic, or <see langword="null"/> when there are no cases.</returns>
    /// <remarks>C. J. Clopper &amp; E. S. Pearson (1934) for the tails; the time grows with the logarithm of the number of cases.</remarks>
    public static TestResult? BinomialExact(long hits, long total, double fixedShare, Alternative alternative = Alternative.TwoSided)
    {
        Check(hits, total, fixedShare, alternative);
        if (total == 0) return null;
        long mode = Math.Min(total, (long)Math.Floor((total + 1.0) * fixedShare));
        double pValue = alternative switch
        {
            Alternative.Less => BinomialDistribution.Cumulative(hits, total, fixedShare),
            Alternative.Greater => BinomialDistribution.UpperTail(hits - 1, total, fixedShare),
            _ => ExactTwoSided.PValue(
                hits,
                (0, mode, total),
                k => BinomialDistribution.Probability(k, total, fixedShare),
                k => BinomialDistribution.Cumulative(k, total, fixedShare),
                k => BinomialDistribution.UpperTail(k, total, fixedShare)),
        };
        return TestResult.Single(0, pValue, "exact binomial");
    }

    private static void Check(long hits, long total, double fixedShare, Alternative alternative)
    {
        Domain.CheckAlternative(alternative);
        Domain.CheckShare(hits, total);
        Domain.CheckProbability(fixedShare);
    }
}
