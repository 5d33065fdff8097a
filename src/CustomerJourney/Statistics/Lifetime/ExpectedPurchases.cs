namespace CustomerJourney.Statistics.Lifetime;

/// <summary>How many purchases a customer makes who may leave after each with a beta-distributed probability and buys at a gamma-distributed rate.</summary>
/// <remarks>
/// The closed form is a difference that holds a hypergeometric function 2F1 which can be negative, have a pole or overflow. Here it is the same number as
/// Σ_k P(N = k) Σ_{j&lt;k} E[(1 − p)^j] with N, the purchases if nobody left, negative binomial: every term is positive, and nothing happens at a = 1 or a + b = 1.
/// Where that sum is long, it is the mean of (1 − (1 + p t/α)^−r)/p over p.
/// </remarks>
internal static class ExpectedPurchases
{
    private const double MostTerms = 4000;

    // Times beyond so many α are this many: products of larger ones leave the range of doubles.
    private const double LongestRatio = 1e300;

    /// <summary>The expected number in a time from now.</summary>
    /// <param name="r">The shape of the rate.</param>
    /// <param name="alpha">The scale of the rate, in units of time.</param>
    /// <param name="a">The first parameter of the probability to leave.</param>
    /// <param name="b">The second parameter of the probability to leave.</param>
    /// <param name="time">The time, not negative.</param>
    public static double Of(double r, double alpha, double a, double b, double time)
    {
        if (time == 0) return 0;
        double z = time / (alpha + time), y = alpha / (alpha + time), logNone = -r * GammaFunctions.LogOnePlus(time / alpha);
        double terms = (r + 40) * (1 + time / alpha);
        return terms < MostTerms && logNone > -600 ? Sum(r, z, Math.Exp(logNone), a, b) : Integral(r, Math.Min(time / alpha, LongestRatio / (r + 1)), a, b);
    }

    internal static double Sum(double r, double z, double none, double a, double b)
    {
        double probability = none, survival = 1, reached = 0, sum = 0;
        for (int k = 1; ; k++)
        {
            probability *= z * (r + k - 1) / k;
            reached += survival;
            survival *= (b + k - 1) / (a + b + k - 1);
            double term = probability * reached;
            sum += term;

            // From here on terms fall at least as fast as by this ratio.
            double ratio = z * (r + k) / k;
            if (ratio < 1 && term * ratio <= 1e-17 * sum * (1 - ratio)) return sum;
        }
    }

    internal static double Integral(double r, double ratio, double a, double b) =>
        BetaExpectation.Of(a, b, (p, _) => -GammaFunctions.ExpMinusOne(-r * GammaFunctions.LogOnePlus(p * ratio)) / p, r * ratio, 1 / ((r + 1) * ratio));
}
