namespace CustomerJourney.Statistics;

/// <summary>The chi-square distribution. Relative error of the smaller tail below 1e-12 for up to a million degrees of freedom.</summary>
/// <remarks>DLMF 8.2 (the regularized incomplete gamma function), Abramowitz &amp; Stegun 26.4.19.</remarks>
public static class ChiSquareDistribution
{
    /// <summary>The probability of a value at most <paramref name="value"/>, 0…1; 0 for negative values.</summary>
    /// <param name="value">Any number, infinities included.</param>
    /// <param name="degreesOfFreedom">Above 0 and finite; may be fractional.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="value"/> is NaN, or <paramref name="degreesOfFreedom"/> is not above 0 and finite.</exception>
    public static double Cumulative(double value, double degreesOfFreedom) => Tails(value, degreesOfFreedom).Lower;

    /// <summary>The probability of a value above <paramref name="value"/>, 0…1, accurate where it is tiny: the p-value of a chi-square statistic.</summary>
    /// <param name="value">Any number, infinities included.</param>
    /// <param name="degreesOfFreedom">Above 0 and finite; may be fractional.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="value"/> is NaN, or <paramref name="degreesOfFreedom"/> is not above 0 and finite.</exception>
    public static double UpperTail(double value, double degreesOfFreedom) => Tails(value, degreesOfFreedom).Upper;

    /// <summary>The value below which a probability lies: the inverse of <see cref="Cumulative"/>; 0 at 0, +∞ at 1. Relative error below 1e-12.</summary>
    /// <param name="probability">0…1.</param>
    /// <param name="degreesOfFreedom">Above 0 and finite; may be fractional.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="probability"/> is outside 0…1, or <paramref name="degreesOfFreedom"/> is not above 0 and finite.</exception>
    public static double Quantile(double probability, double degreesOfFreedom)
    {
        Domain.CheckProbability(probability);
        Check(degreesOfFreedom);
        return probability == 0 ? 0 : probability == 1 ? double.PositiveInfinity : 2 * IncompleteGamma.Inverse(degreesOfFreedom / 2, probability, 1 - probability);
    }

    /// <summary>The value above which a probability lies, such as the critical value of a test: the inverse of <see cref="UpperTail"/>, accurate for tiny probabilities; +∞ at 0, 0 at 1.</summary>
    /// <param name="probability">0…1.</param>
    /// <param name="degreesOfFreedom">Above 0 and finite; may be fractional.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="probability"/> is outside 0…1, or <paramref name="degreesOfFreedom"/> is not above 0 and finite.</exception>
    public static double UpperQuantile(double probability, double degreesOfFreedom)
    {
        Domain.CheckProbability(probability);
        Check(degreesOfFreedom);
        return probability == 0 ? double.PositiveInfinity : probability == 1 ? 0 : 2 * IncompleteGamma.Inverse(degreesOfFreedom / 2, 1 - probability, probability);
    }

    private static (double Lower, double Upper) Tails(double value, double degreesOfFreedom)
    {
        Domain.CheckNumber(value);
        Check(degreesOfFreedom);
        return IncompleteGamma.Tails(degreesOfFreedom / 2, value / 2);
    }

    private static void Check(double degreesOfFreedom)
    {
        Domain.CheckPositive(degreesOfFreedom);
        Domain.CheckFinite(degreesOfFreedom);
    }
}
