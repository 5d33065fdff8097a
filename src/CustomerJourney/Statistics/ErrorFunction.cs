namespace CustomerJourney.Statistics;

/// <summary>The complementary error function, relative error below 1e-14 wherever the result is a normal number.</summary>
/// <remarks>The rational Chebyshev approximations of W. J. Cody, "Rational Chebyshev approximations for the error function", Math. Comp. 23 (1969).</remarks>
internal static class ErrorFunction
{
    private static readonly double[] A =
        [3.16112374387056560e00, 1.13864154151050156e02, 3.77485237685302021e02, 3.20937758913846947e03, 1.85777706184603153e-1];

    private static readonly double[] B =
        [2.36012909523441209e01, 2.44024637934444173e02, 1.28261652607737228e03, 2.84423683343917062e03];

    private static readonly double[] C =
        [5.64188496988670089e-1, 8.88314979438837594e00, 6.61191906371416295e01, 2.98635138197400131e02, 8.81952221241769090e02,
         1.71204761263407058e03, 2.05107837782607147e03, 1.23033935479799725e03, 2.15311535474403846e-8];

    private static readonly double[] D =
        [1.57449261107098347e01, 1.17693950891312499e02, 5.37181101862009858e02, 1.62138957456669019e03, 3.29079923573345963e03,
         4.36261909014324716e03, 3.43936767414372164e03, 1.23033935480374942e03];

    private static readonly double[] P =
        [3.05326634961232344e-1, 3.60344899949804439e-1, 1.25781726111229246e-1, 1.60837851487422766e-2, 6.58749161529837803e-4, 1.63153871373020978e-2];

    private static readonly double[] Q =
        [2.56852019228982242e00, 1.87295284992346725e00, 5.27905102951428412e-1, 6.05183413124413191e-2, 2.33520497626869185e-3];

    /// <summary>erfc(x) = 1 − erf(x), 0…2.</summary>
    public static double Complement(double x)
    {
        double y = Math.Abs(x);
        if (y <= 0.46875) return 1 - x * Ratio(A, B, y * y);
        double tail = y <= 4 ? Ratio(C, D, y) : (1 / Math.Sqrt(Math.PI) - Ratio(P, Q, 1 / (y * y)) / (y * y)) / y;

        // exp(−y²) in two factors, because the rounding of y² would be magnified by y².
        double head = Math.Truncate(y * 16) / 16;
        tail *= Math.Exp(-head * head) * Math.Exp(-(y - head) * (y + head));
        return x < 0 ? 2 - tail : tail;
    }

    // Cody's layout: the last coefficient of the numerator is the leading one.
    private static double Ratio(double[] numerator, double[] denominator, double x)
    {
        double top = numerator[^1] * x, bottom = x;
        for (int i = 0; i < denominator.Length - 1; i++)
        {
            top = (top + numerator[i]) * x;
            bottom = (bottom + denominator[i]) * x;
        }

        return (top + numerator[^2]) / (bottom + denominator[^1]);
    }
}
