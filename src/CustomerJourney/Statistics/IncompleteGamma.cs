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

    /// <summary>The point whose lower tail is p and upper tail q = 1 − p; 0 &lt; p &lt; 1, and the smaller of both with full relative accuracy.</summary>
    public static double Inverse(double a, double p, double q)
    {
        bool lower = p <= Tails(a, a).Lower;
        double x = lower ? Math.Min(a, Start(a, p)) : a;

        // Either tail is log-concave in ln x, so Newton's method there comes to the root from one side after the first step.
        double low = lower ? 0 : a, high = lower ? a : double.PositiveInfinity, target = Math.Log(lower ? p : q);
        for (int i = 0; i < 200 && x > 0; i++)
        {
            (double below, double above) = Tails(a, x);
            double tail = lower ? below : above, gap = Math.Log(tail) - target;
            if (gap > 0 == lower) high = x;
            else low = x;
            double step = gap * tail / (a * GammaFunctions.PoissonTerm(a, x)), next = x * Math.Exp(lower ? -step : step);
            if (!(next >= low && next <= high) || double.IsInfinity(next)) next = double.IsInfinity(high) ? 2 * x + 1 : low == 0 ? x / 2 : Math.Sqrt(low) * Math.Sqrt(high);
            bool settled = Math.Abs(next - x) <= 4e-16 * x;
            x = next;
            if (settled || low == high) break;
        }

        return x;
    }

    // Wilson & Hilferty's cube of a normal variable, or the leading term of the series, of which the tail is never more: whichever lies nearer to the root from below.
    private static double Start(double a, double p)
    {
        double leading = Math.Exp((Math.Log(p) + GammaFunctions.LogGamma(a + 1)) / a);
        double root = 1 - 1 / (9 * a) + NormalDistribution.Quantile(p) / (3 * Math.Sqrt(a));
        return root > 0 ? Math.Max(leading, a * root * root * root) : leading;
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
