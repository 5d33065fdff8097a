using CustomerJourney.Statistics;

namespace CustomerJourney.Metrics.Trends;

/// <summary>
/// The exact test of two net shares: when nothing has changed, every way of dealing all answers to the two groups is equally likely. Corrected p-values lie far out in the tails, where a t or z test of skewed answers
/// (few detractors, few passives) promises too much.
/// </summary>
/// <remarks>R. A. Fisher's randomization test of the sum of the indicator −1, 0, 1: a multivariate hypergeometric distribution, whose two tails are computed and the smaller one doubled.</remarks>
internal static class NetShareExchange
{
    // Numbers of answers that are not neutral and that are rarer than this add nothing to a p-value.
    private const double Negligible = 1e-30;

    /// <summary>The two-sided p-value; null where a group has no answers.</summary>
    public static double? PValue(NetSample a, NetSample b)
    {
        if (a.Count == 0 || b.Count == 0) return null;
        NetSample drawn = a.Count <= b.Count ? a : b;
        long positive = a.Positive + b.Positive, decided = positive + a.Negative + b.Negative, total = a.Count + b.Count;
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

        return Math.Min(1, 2 * Math.Min(atMost, atLeast));

        // Of k decided answers x are positive, and the sum is 2x − k.
        bool Add(long k)
        {
            double probability = HypergeometricDistribution.Probability(k, drawn.Count, decided, total);
            if (probability < Negligible) return false;
            atMost += probability * HypergeometricDistribution.Cumulative(FloorHalf(sum + k), k, positive, decided);
            atLeast += probability * HypergeometricDistribution.UpperTail(FloorHalf(sum + k - 1), k, positive, decided);
            return true;
        }
    }

    private static long FloorHalf(long value) => value >> 1;
}
