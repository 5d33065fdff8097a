namespace CustomerJourney.Statistics;

public static partial class NetShareDifference
{
    // Below so many expected answers outside of the commonest kind the normal approximation is not trusted: at 100 the z test still rejects up to 1.2 times too often at 0.001.
    private const double ExactBelow = 100;

    // What is left of a sum below this part of it is rounding.
    private const double Negligible = 1e-17;

    /// <summary>
    /// R. A. Fisher's randomization test of equal net shares, exact: where nothing differs, every way of dealing all answers to the two groups is equally likely. Two-sided: twice the smaller tail of the
    /// candidate's net share, at most 1. One-sided: about the candidate's net share. Its size is never above the one asked for, whatever the number of answers and however rare a kind of them is.
    /// </summary>
    /// <param name="baseline">The baseline.</param>
    /// <param name="candidate">The candidate.</param>
    /// <param name="alternative">What the test is against; <see cref="Alternative.Greater"/> means that the candidate's net share is greater.</param>
    /// <returns>The test, without a statistic, or <see langword="null"/> when a group has no answers; p is 1 when all answers are of one kind.</returns>
    /// <exception cref="ArgumentNullException">A group is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="alternative"/> is not one of its values.</exception>
    /// <exception cref="OverflowException">There are more answers than a <see cref="long"/> holds.</exception>
    /// <remarks>
    /// R. A. Fisher, The Design of Experiments (1935); E. J. G. Pitman, Supplement to the JRSS 4 (1937). The counts of the smaller group have a multivariate hypergeometric distribution: of its answers
    /// that are not neutral, then of the positive ones among these. Relative error as of <see cref="HypergeometricDistribution"/>, far tails included (above 1e-300). The time grows in proportion to the
    /// expected number, in the smaller group, of answers outside of the commonest kind. With two kinds of answers the tails are those of <see cref="ProportionDifference.FisherExact"/>, which adds up its two sides otherwise.
    /// It is conditional on how many answers of each kind there are in all, so with few answers it is conservative: of the level asked for it uses about a half with 10 answers in a group and five sixths with 200.
    /// </remarks>
    public static TestResult? RandomizationExact(NetSample baseline, NetSample candidate, Alternative alternative = Alternative.TwoSided)
    {
        ArgumentNullException.ThrowIfNull(baseline);
        ArgumentNullException.ThrowIfNull(candidate);
        Domain.CheckAlternative(alternative);
        if (baseline.Count == 0 || candidate.Count == 0) return null;
        bool drawsCandidate = candidate.Count <= baseline.Count;
        (double atMost, double atLeast) = drawsCandidate ? Tails(candidate, baseline) : Tails(baseline, candidate);
        (double less, double greater) = drawsCandidate ? (atMost, atLeast) : (atLeast, atMost);
        double pValue = alternative switch
        {
            Alternative.Less => less,
            Alternative.Greater => greater,
            _ => 2 * Math.Min(less, greater),
        };
        return TestResult.Single(0, pValue, "exact randomization");
    }

    /// <summary>
    /// The test that suits the counts: <see cref="RandomizationExact"/> when fewer than 100 answers outside of the commonest kind (promoters, passives or detractors) are expected in the smaller group,
    /// else the adjusted z of <see cref="AdjustedWald"/>. The rule goes by the answers of both groups together, so that it does not favor an outcome.
    /// </summary>
    /// <param name="baseline">The baseline.</param>
    /// <param name="candidate">The candidate.</param>
    /// <returns>The test, or <see langword="null"/> when a group has no answers.</returns>
    /// <exception cref="ArgumentNullException">A group is <see langword="null"/>.</exception>
    /// <remarks>
    /// The limit is higher than the five expected cases of shares because p-values are used in the tails, after correction for many comparisons. By exact enumeration of groups of 5 to 200 answers, the adjusted z
    /// rejects up to 2.3, 3.8 and 13 times too often at 0.05, 0.01 and 0.001 (5 to 7 answers against 200), this rule at most 1.01, 1.03 and 1.1 times. The power that it gives away against z falls from five points of a hundred at
    /// 50 answers a group to three at 100; with few answers outside of one kind it is the more powerful one.
    /// </remarks>
    public static TestResult? Test(NetSample baseline, NetSample candidate)
    {
        ArgumentNullException.ThrowIfNull(baseline);
        ArgumentNullException.ThrowIfNull(candidate);
        return ExpectedOutsideCommonest(baseline, candidate) < ExactBelow ? RandomizationExact(baseline, candidate) : AdjustedWald(baseline, candidate)?.Test;
    }

    /// <summary>How many answers that are not of the commonest kind are expected in the smaller group when nothing differs; 0 where a group has none.</summary>
    internal static double ExpectedOutsideCommonest(NetSample a, NetSample b)
    {
        double positive = (double)a.Positive + b.Positive, neutral = (double)a.Neutral + b.Neutral, negative = (double)a.Negative + b.Negative;
        double total = positive + neutral + negative, smaller = Math.Min(a.Count, b.Count);
        return smaller == 0 ? 0 : (total - Math.Max(positive, Math.Max(neutral, negative))) / total * smaller;
    }

    /// <summary>How likely a net share at most, and at least, that of the drawn group is.</summary>
    private static (double AtMost, double AtLeast) Tails(NetSample drawn, NetSample rest)
    {
        checked
        {
            long positive = drawn.Positive + rest.Positive, decided = positive + drawn.Negative + rest.Negative, total = drawn.Count + rest.Count;
            long sum = drawn.Positive - drawn.Negative;
            (long first, long last) = HypergeometricDistribution.Range(drawn.Count, decided, total);
            long mode = HypergeometricDistribution.Mode(drawn.Count, decided, total);
            double atMost = 0, atLeast = 0;
            for (long k = mode; k <= last && Add(k); k++)
            {
            }

            for (long k = mode - 1; k >= first && Add(k); k--)
            {
            }

            return (atMost, atLeast);

            // Of k drawn answers that are not neutral x are positive, and the sum is 2x − k.
            bool Add(long k)
            {
                double probability = HypergeometricDistribution.Probability(k, drawn.Count, decided, total);
                if (probability <= Negligible * Math.Min(atMost, atLeast)) return false;
                atMost += probability * HypergeometricDistribution.Cumulative((sum + k) >> 1, k, positive, decided);
                atLeast += probability * HypergeometricDistribution.UpperTail((sum + k - 1) >> 1, k, positive, decided);
                return true;
            }
        }
    }
}
