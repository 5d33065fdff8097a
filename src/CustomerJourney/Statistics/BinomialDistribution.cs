namespace CustomerJourney.Statistics;

/// <summary>
/// The binomial distribution: how many of <c>total</c> independent cases count when each does with the same chance. Relative error of
/// a probability and of the smaller tail below 1e-12 for up to a million cases.
/// </summary>
/// <remarks>
/// Probabilities as in C. Loader, "Fast and accurate computation of binomial probabilities" (2000); tails by the incomplete beta function, DLMF 8.17.5.
/// </remarks>
public static class BinomialDistribution
{
    /// <summary>The probability of exactly this many hits, 0…1; 0 for numbers that cannot occur.</summary>
    /// <param name="hits">Any number of hits.</param>
    /// <param name="total">How many cases there are, not negative.</param>
    /// <param name="share">The chance of a hit, 0…1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="total"/> is negative or <paramref name="share"/> is outside 0…1.</exception>
    public static double Probability(long hits, long total, double share)
    {
        Check(total, share);
        return Term(hits, total, share, 1 - share);
    }

    /// <summary>The probability of at most this many hits, 0…1.</summary>
    /// <inheritdoc cref="Probability"/>
    public static double Cumulative(long hits, long total, double share)
    {
        Check(total, share);
        if (hits < 0) return 0;
        return hits >= total ? 1 : IncompleteBeta.Tails(hits + 1.0, total - hits, share, 1 - share).Upper;
    }

    /// <summary>The probability of more than this many hits, 0…1, accurate where it is tiny.</summary>
    /// <inheritdoc cref="Probability"/>
    public static double UpperTail(long hits, long total, double share)
    {
        Check(total, share);
        if (hits < 0) return 1;
        return hits >= total ? 0 : IncompleteBeta.Tails(hits + 1.0, total - hits, share, 1 - share).Lower;
    }

    /// <summary>The smallest number of hits whose <see cref="Cumulative"/> reaches a probability, 0…<paramref name="total"/>.</summary>
    /// <param name="probability">0…1.</param>
    /// <param name="total">How many cases there are, not negative.</param>
    /// <param name="share">The chance of a hit, 0…1.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static long Quantile(double probability, long total, double share)
    {
        Domain.CheckProbability(probability);
        Check(total, share);
        long below = -1, reached = total;
        while (reached - below > 1)
        {
            long middle = below + (reached - below) / 2;
            if (Cumulative(middle, total, share) >= probability) reached = middle;
            else below = middle;
        }

        return reached;
    }

    /// <summary>The probability of a number of hits, with the chance of a miss given too, because 1 − share loses digits.</summary>
    internal static double Term(long hits, long total, double share, double rest)
    {
        if (hits < 0 || hits > total) return 0;
        if (hits == 0) return rest == 0 ? (total == 0 ? 1 : 0) : Math.Exp(total * LogOf(rest, share));
        if (hits == total) return share == 0 ? 0 : Math.Exp(total * LogOf(share, rest));
        return share == 0 || rest == 0 ? 0 : GammaFunctions.BinomialTerm(hits, total - hits, share, rest);
    }

    private static double LogOf(double part, double rest) => rest < 0.5 ? GammaFunctions.LogOnePlus(-rest) : Math.Log(part);

    private static void Check(long total, double share)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(total);
        Domain.CheckProbability(share);
    }
}
