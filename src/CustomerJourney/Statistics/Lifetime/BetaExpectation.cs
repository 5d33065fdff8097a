namespace CustomerJourney.Statistics.Lifetime;

/// <summary>The mean of a falling function of a beta variable.</summary>
/// <remarks>
/// The trapezoid rule in ln(p/(1 − p)), where the integrand is analytic in a strip and dies off at both ends, so that the rule converges faster than any power
/// of its step (Trefethen &amp; Weideman, "The exponentially convergent trapezoidal rule", SIAM Review 56, 2014).
/// </remarks>
internal static class BetaExpectation
{
    private const double Least = 1e-18;

    // Below this the weight dies off so slowly that the function's values at the ends are integrated in closed form instead.
    private const double SmallParameter = 0.1;

    /// <summary>E[f(p)] for p ~ Beta(a, b).</summary>
    /// <param name="a">The first parameter, above 0.</param>
    /// <param name="b">The second parameter, above 0.</param>
    /// <param name="function">f of p and q = 1 − p: falling in p, not negative, with no singularity but on the negative half line.</param>
    /// <param name="atZero">f(0), finite.</param>
    /// <param name="flatBelow">A p below which f hardly differs from f(0), above 0.</param>
    public static double Of(double a, double b, Func<double, double, double> function, double atZero, double flatBelow)
    {
        double atLeft = a < SmallParameter ? atZero : 0, atRight = b < SmallParameter ? function(1, 0) : 0;
        double logNorm = GammaFunctions.LogBeta(a, b), step = Math.Min(0.2, 0.45 * Math.Sqrt(1 / a + 1 / b));
        double middle = Math.Log(a / b), sum = 0, size = 0;
        for (int i = 0; ; i++)
        {
            double bound = Add(middle + i * step);
            if (bound <= Least * size) break;
        }

        for (int i = -1; ; i--)
        {
            double bound = Add(middle + i * step);
            if (bound <= Least * size) break;
        }

        return atLeft * b / (a + b) + atRight * a / (a + b) + step * sum;

        // Adds the term at this logit and gives a bound that falls with the distance from the middle.
        double Add(double logit)
        {
            double e = Math.Exp(-Math.Abs(logit)), logOne = GammaFunctions.LogOnePlus(e);
            double large = 1 / (1 + e), small = e / (1 + e);
            double p = logit > 0 ? large : small, q = logit > 0 ? small : large;
            double logP = logit > 0 ? -logOne : logit - logOne, logQ = logit > 0 ? -logit - logOne : -logOne;
            // So far out that p is 0 the function is what it is at 0; its own terms may be 0/0 there.
            double weight = Math.Exp(a * logP + b * logQ - logNorm), value = p == 0 ? atZero : function(p, q);
            double term = weight * (value - atLeft * q - atRight * p);
            sum += term;
            size += Math.Abs(term);
            if (logit > middle) return weight * (b < SmallParameter ? q * atZero : value);
            return weight * atZero * (a < SmallParameter ? Math.Min(1, p / flatBelow) : 1);
        }
    }
}
