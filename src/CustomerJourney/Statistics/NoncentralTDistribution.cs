namespace CustomerJourney.Statistics;

/// <summary>
/// The noncentral t distribution: of the t statistic when the true difference is not 0, hence the base of the power of a t test.
/// Relative error of either tail below 1e-12 in the body, for |noncentrality| up to 100 and any degrees of freedom from 0.5; results below 1e-290 may come out as 0.
/// </summary>
/// <remarks>
/// T = (Z + δ)/S, so P(T ≤ t) is the mean of Φ(t·S − δ) over S, the root of a chi-square variable over its degrees of freedom
/// (N. L. Johnson, S. Kotz &amp; N. Balakrishnan, Continuous Univariate Distributions 2, chapter 31), here on the logarithm of S², where the integrand is smooth and falls off fast.
/// </remarks>
public static class NoncentralTDistribution
{
    /// <summary>The probability of a value at most <paramref name="value"/>, 0…1.</summary>
    /// <param name="value">Any number, infinities included.</param>
    /// <param name="degreesOfFreedom">At least 0.5; may be fractional or infinite.</param>
    /// <param name="noncentrality">The true difference in standard errors, any finite number; 0 is Student's t.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static double Cumulative(double value, double degreesOfFreedom, double noncentrality) =>
        UpperTail(-value, degreesOfFreedom, -noncentrality);

    /// <summary>The probability of a value above <paramref name="value"/>, 0…1, accurate where it is tiny.</summary>
    /// <inheritdoc cref="Cumulative"/>
    public static double UpperTail(double value, double degreesOfFreedom, double noncentrality)
    {
        Domain.CheckNumber(value);
        Domain.CheckFinite(noncentrality);
        if (!(degreesOfFreedom >= 0.5)) throw new ArgumentOutOfRangeException(nameof(degreesOfFreedom), degreesOfFreedom, "Give at least 0.5 degrees of freedom.");
        if (double.IsInfinity(value)) return value > 0 ? 0 : 1;
        if (noncentrality == 0) return StudentTDistribution.UpperTail(value, degreesOfFreedom);
        if (value == 0) return NormalDistribution.UpperTail(-noncentrality);
        if (double.IsInfinity(degreesOfFreedom)) return NormalDistribution.UpperTail(value - noncentrality);

        // The weight of u = ln(S²) is the gamma density with shape a = df/2; a few hundred e-foldings from its peak it is below any double.
        double a = degreesOfFreedom / 2, spread = 38 / Math.Sqrt(a);
        double integral = PeakIntegral.Of(
            u => a * GammaFunctions.PoissonTerm(a, a * Math.Exp(u)) * NormalDistribution.UpperTail(value * Math.Exp(u / 2) - noncentrality),
            -spread - 700 / a,
            GammaFunctions.LogOnePlus(spread + 700 / a));
        return Math.Min(1, integral);
    }
}
