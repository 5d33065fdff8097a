namespace CustomerJourney.Statistics;

/// <summary>
/// The beta distribution on 0…1. For shapes up to a million the relative error of the smaller tail, and of the quantile's distance to the
/// nearer end, is below 1e-12; it grows, as the time does, with the square root of the sum of the shapes.
/// </summary>
/// <remarks>DLMF 8.17 (the regularized incomplete beta function).</remarks>
public static class BetaDistribution
{
    /// <summary>The probability of a value at most <paramref name="value"/>, 0…1; 0 below the range and 1 above it.</summary>
    /// <param name="value">Any number.</param>
    /// <param name="alpha">The first shape, above 0 and finite.</param>
    /// <param name="beta">The second shape, above 0 and finite.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="value"/> is NaN or a shape is not above 0 and finite.</exception>
    public static double Cumulative(double value, double alpha, double beta) => Tails(value, alpha, beta).Lower;

    /// <summary>The probability of a value above <paramref name="value"/>, 0…1, accurate where it is tiny.</summary>
    /// <param name="value">Any number.</param>
    /// <param name="alpha">The first shape, above 0 and finite.</param>
    /// <param name="beta">The second shape, above 0 and finite.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="value"/> is NaN or a shape is not above 0 and finite.</exception>
    public static double UpperTail(double value, double alpha, double beta) => Tails(value, alpha, beta).Upper;

    /// <summary>The value below which a probability lies, 0…1: the inverse of <see cref="Cumulative"/>.</summary>
    /// <param name="probability">0…1.</param>
    /// <param name="alpha">The first shape, above 0 and finite.</param>
    /// <param name="beta">The second shape, above 0 and finite.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="probability"/> is outside 0…1 or a shape is not above 0 and finite.</exception>
    public static double Quantile(double probability, double alpha, double beta)
    {
        Domain.CheckProbability(probability);
        CheckShapes(alpha, beta);
        return probability is 0 or 1 ? probability : IncompleteBeta.Inverse(alpha, beta, probability, 1 - probability).X;
    }

    /// <summary>The value above which a probability lies, 0…1: the quantile counted from the upper end, accurate for tiny probabilities.</summary>
    /// <param name="probability">0…1.</param>
    /// <param name="alpha">The first shape, above 0 and finite.</param>
    /// <param name="beta">The second shape, above 0 and finite.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="probability"/> is outside 0…1 or a shape is not above 0 and finite.</exception>
    public static double UpperQuantile(double probability, double alpha, double beta)
    {
        Domain.CheckProbability(probability);
        CheckShapes(alpha, beta);
        return probability is 0 or 1 ? 1 - probability : IncompleteBeta.Inverse(alpha, beta, 1 - probability, probability).X;
    }

    private static (double Lower, double Upper) Tails(double value, double alpha, double beta)
    {
        Domain.CheckNumber(value);
        CheckShapes(alpha, beta);
        double x = Math.Clamp(value, 0, 1);
        return IncompleteBeta.Tails(alpha, beta, x, 1 - x);
    }

    private static void CheckShapes(double alpha, double beta)
    {
        Domain.CheckPositive(alpha);
        Domain.CheckFinite(alpha);
        Domain.CheckPositive(beta);
        Domain.CheckFinite(beta);
    }
}
