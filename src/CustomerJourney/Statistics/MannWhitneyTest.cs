namespace CustomerJourney.Statistics;

/// <summary>
/// The Mann-Whitney (Wilcoxon rank-sum) test of two independent groups: is a value of the candidate as likely to be above as below one of the baseline?
/// It does not compare medians. The statistic is U of the candidate: the number of pairs in which the candidate is larger, ties counted half.
/// </summary>
/// <remarks>H. B. Mann &amp; D. R. Whitney, Annals of Mathematical Statistics 18 (1947).</remarks>
public static class MannWhitneyTest
{
    private const long SmallGroup = 50;
    private const double MostSteps = 2e9;

    /// <summary>The test that suits the groups: <see cref="Exact"/> when both have fewer than 50 values, else <see cref="Asymptotic"/> with continuity correction.</summary>
    /// <param name="baseline">The values of the baseline, all finite.</param>
    /// <param name="candidate">The values of the candidate, all finite.</param>
    /// <param name="alternative">What the test is against; <see cref="Alternative.Greater"/> means that the candidate tends to be larger.</param>
    /// <returns>The test, or <see langword="null"/> when a group is empty or all values are equal.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A value is NaN or infinite.</exception>
    public static TestResult? Test(ReadOnlySpan<double> baseline, ReadOnlySpan<double> candidate, Alternative alternative = Alternative.TwoSided) =>
        baseline.Length < SmallGroup && candidate.Length < SmallGroup
            ? Exact(baseline, candidate, alternative)
            : Asymptotic(baseline, candidate, alternative);

    /// <summary>
    /// The exact test: all ways to split the pooled values into groups of these sizes are equally likely, ties included as they are.
    /// Two-sided: the share of the splits whose U is at least as far from its mean as the one observed.
    /// </summary>
    /// <inheritdoc cref="Test"/>
    /// <exception cref="ArgumentException">The groups are too large to count all splits (more than about 150 values each); use <see cref="Asymptotic"/>.</exception>
    /// <remarks>The shift algorithm of B. Streitberg &amp; J. Röhmel, Statistical Software Newsletter 12 (1986), with probabilities in place of counts.</remarks>
    public static TestResult? Exact(ReadOnlySpan<double> baseline, ReadOnlySpan<double> candidate, Alternative alternative = Alternative.TwoSided)
    {
        Domain.CheckAlternative(alternative);
        if (PairRanks.Of(baseline, candidate) is not { TieSum: var ties } ranks || AllTied(ranks, ties)) return null;
        if (2 * ranks.Pairs * Math.Min(ranks.Baseline, ranks.Candidate) * ranks.DoubledRanks.Length > MostSteps)
        {
            throw new ArgumentException(
                $"The groups have {ranks.Baseline} and {ranks.Candidate} values, too many to count all splits: use {nameof(Asymptotic)}, which is accurate for groups of this size.",
                nameof(candidate));
        }

        double[] distribution = Distribution(ranks, out bool ofCandidate);

        // The distribution is that of the smaller group; the U of the other group is what is left of all pairs.
        long own = ofCandidate ? ranks.DoubledU : distribution.Length - 1 - ranks.DoubledU, center = (distribution.Length - 1) / 2;
        bool upward = alternative == Alternative.Greater == ofCandidate;
        double pValue = 0;
        for (long u = 0; u < distribution.Length; u++)
        {
            bool counts = alternative == Alternative.TwoSided ? Math.Abs(u - center) >= Math.Abs(own - center) : upward ? u >= own : u <= own;
            if (counts) pValue += distribution[u];
        }

        return TestResult.Single(ranks.DoubledU / 2.0, pValue, "Mann-Whitney exact");
    }

    /// <summary>The normal approximation, with the variance corrected for ties.</summary>
    /// <param name="baseline">The values of the baseline, all finite.</param>
    /// <param name="candidate">The values of the candidate, all finite.</param>
    /// <param name="alternative">What the test is against; <see cref="Alternative.Greater"/> means that the candidate tends to be larger.</param>
    /// <param name="continuity">Whether U moves ½ toward its mean, as is usual.</param>
    /// <returns>The test, or <see langword="null"/> when a group is empty or all values are equal.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A value is NaN or infinite.</exception>
    /// <remarks>Variance mn/12·((N + 1) − Σ(t³ − t)/(N(N − 1))): E. L. Lehmann, Nonparametrics (1975), section 1.4.</remarks>
    public static TestResult? Asymptotic(
        ReadOnlySpan<double> baseline, ReadOnlySpan<double> candidate, Alternative alternative = Alternative.TwoSided, bool continuity = true)
    {
        Domain.CheckAlternative(alternative);
        if (PairRanks.Of(baseline, candidate) is not { TieSum: var ties } ranks || AllTied(ranks, ties)) return null;
        double n = ranks.DoubledRanks.Length;
        double deviation = Math.Sqrt(ranks.Pairs / 12 * (n + 1 - ties / (n * (n - 1))));
        double off = ranks.DoubledU / 2.0 - ranks.Pairs / 2, step = continuity ? 0.5 : 0;
        double pValue = alternative switch
        {
            Alternative.Greater => NormalDistribution.UpperTail((off - step) / deviation),
            Alternative.Less => NormalDistribution.Cumulative((off + step) / deviation),
            _ => 2 * NormalDistribution.UpperTail(Math.Max(0, Math.Abs(off) - step) / deviation),
        };
        string method = continuity ? "Mann-Whitney normal with continuity correction" : "Mann-Whitney normal";
        return TestResult.Single(ranks.DoubledU / 2.0, pValue, method);
    }

    // With all values tied the sum of t³ − t is n³ − n, and nothing can be said.
    private static bool AllTied(PairRanks ranks, double tieSum)
    {
        double n = ranks.DoubledRanks.Length;
        return tieSum >= n * n * n - n;
    }

    // The chance of every doubled U of the smaller group. Values enter one by one, each in the group with the chance that a random split gives it.
    private static double[] Distribution(PairRanks ranks, out bool ofCandidate)
    {
        ofCandidate = ranks.Candidate <= ranks.Baseline;
        int size = (int)Math.Min(ranks.Candidate, ranks.Baseline), total = ranks.DoubledRanks.Length;
        long[] sorted = [.. ranks.DoubledRanks.Order()];
        int width = checked((int)(2 * ranks.Baseline * ranks.Candidate)) + 1;

        // By number in the group; the sums are counted from c(c + 1), the least that c doubled ranks of distinct values can have.
        double[][] byCount = new double[size + 1][];
        for (int c = 0; c <= size; c++) byCount[c] = new double[width];
        byCount[0][0] = 1;
        for (int t = 0; t < total; t++)
        {
            // Fewer than `least` so far could no longer fill the group. No c doubled ranks add up to more than the c largest do.
            int least = Math.Max(0, size - (total - t));
            for (int c = Math.Min(size, t); c >= least; c--)
            {
                double[] from = byCount[c];
                double enter = (double)(size - c) / (total - t), stay = 1 - enter;
                int end = (int)Math.Min(width, 2L * c * (total - c) + 1);
                if (enter > 0)
                {
                    double[] to = byCount[c + 1];
                    long shift = sorted[t] - 2L * (c + 1);
                    for (long s = Math.Max(0, -shift); s < Math.Min(end, width - shift); s++) to[s + shift] += from[s] * enter;
                }

                for (int s = 0; s < end; s++) from[s] *= stay;
            }
        }

        return byCount[size];
    }
}
