namespace CustomerJourney.Statistics;

/// <summary>The regularized incomplete gamma function, both tails.</summary>
/// <remarks>The series of DLMF 8.11.4 below a + 1, the continued fraction of DLMF 8.9.2 above. Relative error of the smaller tail about 1e-14.</remarks>
internal static class IncompleteGamma
{
    /// <summary>P(a, x) and Q(a, x) for a &gt; 0, x ≥ 0.</summary>
    public static (double Lower, double Upper) Tails(double a, double x)
    {
        if (x <= 0) return (0, 1);
        if (double.IsPositiveInfinity(x)) return (1, 0);
        double term = GammaFunctions.PoissonTerm(a, x);
        if (x < a + 1)
        {
            double lower = term * Series(a, x);
            return (lower, 1 - lower);
        }

        double upper = term * a * Fraction(a, x);
        return (1 - upper, upper);
    }

    private static double Series(double a, double x)
    {
        double sum = 1, term = 1;
        for (double k = a + 1; term > sum * 1e-17; k++)
        {
            term *= x / k;
            sum += term;
        }

        return sum;
    }

    private static double Fraction(double a, double x)
    {
        const double Tiny = 1e-300;
        double b = x + 1 - a;
        double c = 1 / Tiny;
        double d = 1 / b;
        double value = d;
        double limit = 1000 + 20 * Math.Sqrt(a);
        for (double i = 1; i < limit; i++)
        {
            double coefficient = -i * (i - a);
            b += 2;
            d = coefficient * d + b;
            d = 1 / (Math.Abs(d) < Tiny ? Tiny : d);
            c = b + coefficient / c;
            if (Math.Abs(c) < Tiny) c = Tiny;
            double factor = c * d;
            value *= factor;
            if (Math.Abs(factor - 1) < 1e-16) break;
        }

        return value;
    }
}
