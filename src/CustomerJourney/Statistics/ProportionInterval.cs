namespace CustomerJourney.Statistics;

/// <summary>
/// Confidence intervals for a share: <c>hits</c> of <c>total</c>, value and limits 0…1. Every method gives <see langword="null"/> when the total is 0.
/// </summary>
/// <remarks>
/// <see cref="Wilson"/> is the default of this library: it never leaves 0…1 and works at no hits and at all hits.
/// L. D. Brown, T. T. Cai &amp; A. DasGupta, "Interval estimation for a binomial proportion", Statistical Science 16 (2001), compares all of these.
/// </remarks>
public static class ProportionInterval
{
    /// <summary>The score interval of Wilson (1927): the shares that a z test at this level would not reject.</summary>
    /// <param name="hits">How many cases count, 0…<paramref name="total"/>.</param>
    /// <param name="total">How many cases there are, not negative.</param>
    /// <param name="level">The confidence level, between 0 and 1.</param>
    /// <returns>The estimate, or <see langword="null"/> when <paramref name="total"/> is 0.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static Estimate? Wilson(long hits, long total, double level = 0.95)
    {
        Domain.CheckShare(hits, total);
        Domain.CheckLevel(level);
        return total == 0 ? null : Make(hits, total, level, WilsonLimits(hits, total, level), "Wilson");
    }

    /// <summary>Wilson's interval for counts that may be fractional: effective counts of weighted or clustered answers.</summary>
    internal static (double Lower, double Upper) WilsonLimits(double hits, double total, double level)
    {
        double z = Domain.NormalReach(level), z2 = z * z;
        double share = hits / total;
        double center = (hits + z2 / 2) / (total + z2);
        double half = z * Math.Sqrt(total * share * (1 - share) + z2 / 4) / (total + z2);
        return (hits <= 0 ? 0 : Math.Max(0, center - half), hits >= total ? 1 : Math.Min(1, center + half));
    }

    /// <summary>Wilson's interval with continuity correction, as in R's prop.test (R. G. Newcombe, Statistics in Medicine 17 (1998), method 4); wider than needed.</summary>
    /// <inheritdoc cref="Wilson"/>
    public static Estimate? WilsonContinuityCorrected(long hits, long total, double level = 0.95)
    {
        Domain.CheckShare(hits, total);
        double z = Domain.NormalReach(level);
        if (total == 0) return null;
        return Make(hits, total, level, (Lower(hits), 1 - Lower(total - hits)), "Wilson with continuity correction");

        double Lower(double count)
        {
            if (count == 0) return 0;
            double z2 = z * z, rest = total - count;
            double root = Math.Sqrt(z2 - 2 - 1.0 / total + 4 * (count / total) * (rest + 1));
            return Math.Max(0, (2 * count + z2 - 1 - z * root) / (2 * (total + z2)));
        }
    }

    /// <summary>The "add z²/2 hits and z²/2 misses" interval of A. Agresti &amp; B. A. Coull, The American Statistician 52 (1998), clipped to 0…1.</summary>
    /// <inheritdoc cref="Wilson"/>
    public static Estimate? AgrestiCoull(long hits, long total, double level = 0.95)
    {
        Domain.CheckShare(hits, total);
        double z = Domain.NormalReach(level), z2 = z * z;
        if (total == 0) return null;
        double shifted = total + z2;
        double center = (hits + z2 / 2) / shifted;
        double half = z * Math.Sqrt(center * (1 - center) / shifted);
        return Make(hits, total, level, (Math.Max(0, center - half), Math.Min(1, center + half)), "Agresti-Coull");
    }

    /// <summary>The "exact" interval of C. J. Clopper &amp; E. S. Pearson, Biometrika 26 (1934): never covers less than its level, and so is wide.</summary>
    /// <inheritdoc cref="Wilson"/>
    public static Estimate? ClopperPearson(long hits, long total, double level = 0.95)
    {
        Domain.CheckShare(hits, total);
        Domain.CheckLevel(level);
        if (total == 0) return null;
        double tail = (1 - level) / 2;
        long misses = total - hits;
        double lower = hits == 0 ? 0
            : misses == 0 ? Math.Pow(tail, 1.0 / total)
            : BetaDistribution.Quantile(tail, hits, misses + 1.0);
        double upper = misses == 0 ? 1
            : hits == 0 ? -GammaFunctions.ExpMinusOne(Math.Log(tail) / total)
            : BetaDistribution.UpperQuantile(tail, hits + 1.0, misses);
        return Make(hits, total, level, (lower, upper), "Clopper-Pearson");
    }

    /// <summary>The equal-tailed interval of the posterior under Jeffreys' prior Beta(½, ½), with lower limit 0 at no hits and upper limit 1 at all hits (Brown, Cai &amp; DasGupta 2001).</summary>
    /// <inheritdoc cref="Wilson"/>
    public static Estimate? Jeffreys(long hits, long total, double level = 0.95)
    {
        Domain.CheckShare(hits, total);
        Domain.CheckLevel(level);
        if (total == 0) return null;
        double tail = (1 - level) / 2, alpha = hits + 0.5, beta = total - hits + 0.5;
        double lower = hits == 0 ? 0 : BetaDistribution.Quantile(tail, alpha, beta);
        double upper = hits == total ? 1 : BetaDistribution.UpperQuantile(tail, alpha, beta);
        return Make(hits, total, level, (lower, upper), "Jeffreys");
    }

    /// <summary>The textbook interval share ± z·√(share·(1 − share)/total), clipped to 0…1. For teaching: it covers too little, and has no width at no hits and at all hits.</summary>
    /// <inheritdoc cref="Wilson"/>
    public static Estimate? Wald(long hits, long total, double level = 0.95)
    {
        Domain.CheckShare(hits, total);
        double z = Domain.NormalReach(level);
        if (total == 0) return null;
        double share = (double)hits / total;
        double half = z * Math.Sqrt(share * (1 - share) / total);
        return Make(hits, total, level, (Math.Max(0, share - half), Math.Min(1, share + half)), "Wald");
    }

    private static Estimate Make(long hits, long total, double level, (double Lower, double Upper) limits, string method) => new()
    {
        Value = (double)hits / total,
        Lower = limits.Lower,
        Upper = limits.Upper,
        N = total,
        Level = level,
        Method = method,
    };
}
