namespace CustomerJourney.Statistics;

/// <summary>
/// Student's t distribution for any positive degrees of freedom, whole or fractional, up to infinity (the normal distribution).
/// Relative error of either tail below 1e-12.
/// </summary>
/// <remarks>
/// By the incomplete beta function (DLMF 8.17, Abramowitz &amp; Stegun 26.7.1); above 100,000 degrees of freedom by the normalizing expansion of
/// G. W. Hill, "Algorithm 395: Student's t-distribution", Communications of the ACM 13 (1970), whose error there is below 1e-13.
/// </remarks>
public static class StudentTDistribution
{
    private const double Large = 1e5;
    private const double Far = 1e10;

    /// <summary>The probability of a value at most <paramref name="value"/>, 0…1.</summary>
    /// <param name="value">Any number, infinities included.</param>
    /// <param name="degreesOfFreedom">Above 0; may be fractional or infinite.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="value"/> is NaN, or <paramref name="degreesOfFreedom"/> is not above 0.</exception>
    public static double Cumulative(double value, double degreesOfFreedom) => UpperTail(-value, degreesOfFreedom);

    /// <summary>The probability of a value above <paramref name="value"/>, 0…1, accurate where it is tiny.</summary>
    /// <param name="value">Any number, infinities included.</param>
    /// <param name="degreesOfFreedom">Above 0; may be fractional or infinite.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="value"/> is NaN, or <paramref name="degreesOfFreedom"/> is not above 0.</exception>
    public static double UpperTail(double value, double degreesOfFreedom)
    {
        Domain.CheckNumber(value);
        Domain.CheckPositive(degreesOfFreedom);
        if (double.IsInfinity(value)) return value > 0 ? 0 : 1;
        if (degreesOfFreedom > Large) return Math.Abs(value) > Far ? (value > 0 ? 0 : 1) : NormalDistribution.UpperTail(Normalized(value, degreesOfFreedom));
        double ratio = value / Math.Sqrt(degreesOfFreedom);
        double size = Math.Abs(ratio), square = ratio * ratio;
        double tail = 0.5 * (size < Far
            ? IncompleteBeta.Tails(degreesOfFreedom / 2, 0.5, 1 / (1 + square), square / (1 + square)).Lower
            : Math.Exp(-degreesOfFreedom * Math.Log(size) - LogLeadingCoefficient(degreesOfFreedom)));
        return value < 0 ? 1 - tail : tail;
    }

    /// <summary>The probability of a value at least as far from 0 as <paramref name="value"/>: the two-sided p-value of a t statistic.</summary>
    /// <param name="value">Any number, infinities included.</param>
    /// <param name="degreesOfFreedom">Above 0; may be fractional or infinite.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="value"/> is NaN, or <paramref name="degreesOfFreedom"/> is not above 0.</exception>
    public static double TwoSided(double value, double degreesOfFreedom) => 2 * UpperTail(Math.Abs(value), degreesOfFreedom);

    /// <summary>The value below which a probability lies: the inverse of <see cref="Cumulative"/>; −∞ at 0, +∞ at 1.</summary>
    /// <param name="probability">0…1.</param>
    /// <param name="degreesOfFreedom">Above 0; may be fractional or infinite.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="probability"/> is outside 0…1, or <paramref name="degreesOfFreedom"/> is not above 0.</exception>
    public static double Quantile(double probability, double degreesOfFreedom)
    {
        Domain.CheckProbability(probability);
        Domain.CheckPositive(degreesOfFreedom);
        if (probability == 0) return double.NegativeInfinity;
        if (probability == 1) return double.PositiveInfinity;
        if (probability == 0.5) return 0;
        double tail = Math.Min(probability, 1 - probability);
        double size = degreesOfFreedom > Large ? FromNormal(-NormalDistribution.Quantile(tail), degreesOfFreedom) : FromBeta(tail, degreesOfFreedom);
        return probability < 0.5 ? -size : size;
    }

    private static double FromBeta(double tail, double degreesOfFreedom)
    {
        (double x, double y) = IncompleteBeta.Inverse(degreesOfFreedom / 2, 0.5, 2 * tail, 1 - 2 * tail);
        double ratio = x > 1 / (Far * Far)
            ? Math.Sqrt(y / x)
            : Math.Exp(-(Math.Log(2 * tail) + LogLeadingCoefficient(degreesOfFreedom)) / degreesOfFreedom);
        return Math.Sqrt(degreesOfFreedom) * ratio;
    }

    // Far out both tails together are ratio^(−df) over this, with ratio = value / √df; its square may leave the range of doubles.
    private static double LogLeadingCoefficient(double degreesOfFreedom) =>
        Math.Log(degreesOfFreedom / 2) + GammaFunctions.LogBeta(degreesOfFreedom / 2, 0.5);

    // The normal deviate with the same tail, Hill's equation (1.3).
    private static double Normalized(double value, double degreesOfFreedom)
    {
        if (double.IsInfinity(degreesOfFreedom)) return value;
        double a = degreesOfFreedom - 0.5;
        double square = a * GammaFunctions.LogOnePlus(value / degreesOfFreedom * value);
        return Math.Sign(value) * Math.Sqrt(square) * Stretch(square, a);
    }

    private static double Stretch(double square, double a)
    {
        double b = 48 * a * a;
        return 1 + (square + 3 - (((0.4 * square + 3.3) * square + 24) * square + 85.5) / (0.8 * square * square + 100 + b)) / b;
    }

    // Hill's equation turned around by repetition: the stretch differs from 1 by less than 1e-7, so each round gives seven more digits.
    private static double FromNormal(double z, double degreesOfFreedom)
    {
        if (double.IsInfinity(degreesOfFreedom)) return z;
        double a = degreesOfFreedom - 0.5;
        double root = z;
        for (int i = 0; i < 4; i++) root = z / Stretch(root * root, a);
        return Math.Sqrt(degreesOfFreedom * GammaFunctions.ExpMinusOne(root * root / a));
    }
}
