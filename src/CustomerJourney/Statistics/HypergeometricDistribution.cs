namespace CustomerJourney.Statistics;

/// <summary>
/// The hypergeometric distribution: how many hits are among cases drawn at random, without putting back, from a whole with a known number of hits.
/// Relative error of a probability and of the smaller tail below 1e-11 for up to a million cases.
/// </summary>
/// <remarks>
/// A probability is a quotient of three binomial ones (C. Loader, 2000), so nothing overflows; a tail is summed outward by the ratio of
/// neighbors, as far as it matters: some thousand terms at a million cases.
/// </remarks>
public static class HypergeometricDistribution
{
    /// <summary>The probability of exactly this many hits among the drawn cases, 0…1; 0 for numbers that cannot occur.</summary>
    /// <param name="value">Any number of hits among the drawn cases.</param>
    /// <param name="drawn">How many cases are drawn, 0…<paramref name="total"/>.</param>
    /// <param name="hits">How many hits there are in all, 0…<paramref name="total"/>.</param>
    /// <param name="total">How many cases there are in all, not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is outside its range.</exception>
    public static double Probability(long value, long drawn, long hits, long total)
    {
        Check(drawn, hits, total);
        (long first, long last) = Range(drawn, hits, total);
        if (value < first || value > last) return 0;
        if (first == last) return 1;
        if (IsMost(hits, total)) return Probability(drawn - value, drawn, total - hits, total);
        double share = (double)drawn / total, rest = (double)(total - drawn) / total;
        return BinomialDistribution.Term(value, hits, share, rest) * BinomialDistribution.Term(drawn - value, total - hits, share, rest)
            / BinomialDistribution.Term(drawn, total, share, rest);
    }

    /// <summary>The probability of at most this many hits among the drawn cases, 0…1.</summary>
    /// <inheritdoc cref="Probability"/>
    public static double Cumulative(long value, long drawn, long hits, long total)
    {
        Check(drawn, hits, total);
        (long first, long last) = Range(drawn, hits, total);
        if (value < first) return 0;
        if (value >= last) return 1;
        if (IsMost(hits, total)) return UpperTail(drawn - value - 1, drawn, total - hits, total);
        return value < Mode(drawn, hits, total) ? Below(value, drawn, hits, total) : 1 - Above(value + 1, drawn, hits, total);
    }

    /// <summary>The probability of more than this many hits among the drawn cases, 0…1, accurate where it is tiny.</summary>
    /// <inheritdoc cref="Probability"/>
    public static double UpperTail(long value, long drawn, long hits, long total)
    {
        Check(drawn, hits, total);
        (long first, long last) = Range(drawn, hits, total);
        if (value < first) return 1;
        if (value >= last) return 0;
        if (IsMost(hits, total)) return Cumulative(drawn - value - 1, drawn, total - hits, total);
        return value < Mode(drawn, hits, total) ? 1 - Below(value, drawn, hits, total) : Above(value + 1, drawn, hits, total);
    }

    /// <summary>The smallest number of hits whose cumulative probability reaches the one asked for.</summary>
    /// <param name="probability">0…1.</param>
    /// <param name="drawn">How many cases are drawn, 0…<paramref name="total"/>.</param>
    /// <param name="hits">How many hits there are in all, 0…<paramref name="total"/>.</param>
    /// <param name="total">How many cases there are in all, not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="probability"/> is outside 0…1, or a count is outside its range.</exception>
    public static long Quantile(double probability, long drawn, long hits, long total)
    {
        Domain.CheckProbability(probability);
        Check(drawn, hits, total);
        (long below, long reached) = Range(drawn, hits, total);
        below--;
        while (reached - below > 1)
        {
            long middle = below + (reached - below) / 2;
            if (Cumulative(middle, drawn, hits, total) >= probability) reached = middle;
            else below = middle;
        }

        return reached;
    }

    internal static (long First, long Last) Range(long drawn, long hits, long total) => (Math.Max(0, drawn - (total - hits)), Math.Min(drawn, hits));

    internal static long Mode(long drawn, long hits, long total)
    {
        if (IsMost(hits, total)) return drawn - Mode(drawn, total - hits, total);
        (long first, long last) = Range(drawn, hits, total);
        return Math.Clamp((long)Math.Floor((drawn + 1.0) * ((hits + 1.0) / (total + 2.0))), first, last);
    }

    // Where most are hits the others are counted: what is few stays exact, however many there are in all.
    private static bool IsMost(long hits, long total) => hits > total - hits;

    private static double Below(long value, long drawn, long hits, long total)
    {
        double term = Probability(value, drawn, hits, total), sum = term;
        for (double k = value; term > sum * 1e-18; k--)
        {
            term *= k / (hits - k + 1) * ((total - hits - drawn + k) / (drawn - k + 1));
            sum += term;
        }

        return sum;
    }

    private static double Above(long value, long drawn, long hits, long total)
    {
        double term = Probability(value, drawn, hits, total), sum = term;
        for (double k = value; term > sum * 1e-18; k++)
        {
            term *= (hits - k) / (k + 1) * ((drawn - k) / (total - hits - drawn + k + 1));
            sum += term;
        }

        return sum;
    }

    private static void Check(long drawn, long hits, long total)
    {
        Domain.CheckShare(drawn, total);
        Domain.CheckShare(hits, total);
    }
}
