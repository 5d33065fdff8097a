namespace CustomerJourney.Statistics;

/// <summary>The F distribution of the ratio of two mean squares. Relative error of the smaller tail below 1e-12 for up to a million degrees of freedom each.</summary>
/// <remarks>By the incomplete beta function: DLMF 8.17, Abramowitz &amp; Stegun 26.6.2.</remarks>
public static class FDistribution
{
    /// <summary>The probability of a ratio at most <paramref name="value"/>, 0…1; 0 for negative values.</summary>
    /// <param name="value">Any number, infinities included.</param>
    /// <param name="numeratorDegreesOfFreedom">Above 0 and finite; may be fractional.</param>
    /// <param name="denominatorDegreesOfFreedom">Above 0 and finite; may be fractional.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static double Cumulative(double value, double numeratorDegreesOfFreedom, double denominatorDegreesOfFreedom) =>
        Tails(value, numeratorDegreesOfFreedom, denominatorDegreesOfFreedom).Lower;

    /// <summary>The probability of a ratio above <paramref name="value"/>, 0…1, accurate where it is tiny: the p-value of an F statistic.</summary>
    /// <inheritdoc cref="Cumulative"/>
    public static double UpperTail(double value, double numeratorDegreesOfFreedom, double denominatorDegreesOfFreedom) =>
        Tails(value, numeratorDegreesOfFreedom, denominatorDegreesOfFreedom).Upper;

    /// <summary>The ratio below which a probability lies: the inverse of <see cref="Cumulative"/>; 0 at 0, +∞ at 1.</summary>
    /// <param name="probability">0…1.</param>
    /// <param name="numeratorDegreesOfFreedom">Above 0 and finite; may be fractional.</param>
    /// <param name="denominatorDegreesOfFreedom">Above 0 and finite; may be fractional.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static double Quantile(double probability, double numeratorDegreesOfFreedom, double denominatorDegreesOfFreedom)
    {
        Domain.CheckProbability(probability);
        Check(numeratorDegreesOfFreedom, denominatorDegreesOfFreedom);
        if (probability == 0) return 0;
        if (probability == 1) return double.PositiveInfinity;
        (double x, double y) = IncompleteBeta.Inverse(numeratorDegreesOfFreedom / 2, denominatorDegreesOfFreedom / 2, probability, 1 - probability);
        return x / y * (denominatorDegreesOfFreedom / numeratorDegreesOfFreedom);
    }

    /// <summary>The ratio above which a probability lies: the inverse of <see cref="UpperTail"/>, accurate for tiny probabilities; +∞ at 0, 0 at 1.</summary>
    /// <inheritdoc cref="Quantile"/>
    public static double UpperQuantile(double probability, double numeratorDegreesOfFreedom, double denominatorDegreesOfFreedom)
    {
        Domain.CheckProbability(probability);
        Check(numeratorDegreesOfFreedom, denominatorDegreesOfFreedom);
        if (probability == 0) return double.PositiveInfinity;
        if (probability == 1) return 0;
        (double x, double y) = IncompleteBeta.Inverse(numeratorDegreesOfFreedom / 2, denominatorDegreesOfFreedom / 2, 1 - probability, probability);
        return x / y * (denominatorDegreesOfFreedom / numeratorDegreesOfFreedom);
    }

    private static (double Lower, double Upper) Tails(double value, double numerator, double denominator)
    {
        Domain.CheckNumber(value);
        Check(numerator, denominator);
        if (value <= 0) return (0, 1);
        double odds = value * (numerator / denominator);
        return double.IsInfinity(odds) ? (1, 0) : IncompleteBeta.Tails(numerator / 2, denominator / 2, odds / (1 + odds), 1 / (1 + odds));
    }

    private static void Check(double numeratorDegreesOfFreedom, double denominatorDegreesOfFreedom)
    {
        Domain.CheckPositive(numeratorDegreesOfFreedom);
        Domain.CheckFinite(numeratorDegreesOfFreedom);
        Domain.CheckPositive(denominatorDegreesOfFreedom);
        Domain.CheckFinite(denominatorDegreesOfFreedom);
    }
}
