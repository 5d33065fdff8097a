namespace CustomerJourney.Statistics;

/// <summary>The regularized incomplete beta function I_x(a, b), both tails, and its inverse.</summary>
/// <remarks>
/// The continued fraction of DLMF 8.17.22, contracted as in A. R. DiDonato &amp; A. H. Morris, ACM Transactions on Mathematical Software 18 (1992),
/// on the side of the mean where it converges fast. The smaller tail has a relative error of about 1e-14 for a, b up to 1e6 and grows with the square root of a + b, as the number of steps does.
/// </remarks>
internal static class IncompleteBeta
{
    /// <summary>Both tails at x, where y = 1 − x is passed because it may be smaller than the spacing of numbers near 1.</summary>
    public static (double Lower, double Upper) Tails(double a, double b, double x, double y)
    {
        if (x <= 0) return (0, 1);
        if (y <= 0) return (1, 0);
        double front = Front(a, b, x, y);
        if (x < (a + 1) / (a + b + 2))
        {
            double lower = front * Fraction(a, b, x, y);
            return (lower, 1 - lower);
        }

        double upper = front * Fraction(b, a, y, x);
        return (1 - upper, upper);
    }

    /// <summary>The point whose lower tail is p and upper tail q = 1 − p, as x and 1 − x, each with full relative accuracy; 0 &lt; p &lt; 1.</summary>
    public static (double X, double Y) Inverse(double a, double b, double p, double q)
    {
        double mean = a / (a + b), rest = b / (a + b);
        if (p <= Tails(a, b, mean, rest).Lower) return SolveLower(a, b, p, mean);
        (double y, double x) = SolveLower(b, a, q, rest);
        return (x, y);
    }

    // Newton's method for ln I against ln x: the curve is concave there, so after the first step it climbs to the root from one side.
    // The bracket only matters where rounding or a far start breaks that.
    private static (double X, double Y) SolveLower(double a, double b, double p, double limit)
    {
        double high = limit > 0.5 ? GammaFunctions.LogOnePlus(-b / (a + b)) : Math.Log(limit);
        double low = double.NegativeInfinity;
        double target = Math.Log(p);
        double u = Math.Min(Start(a, b, p), high);
        for (int i = 0; i < 200; i++)
        {
            double x = Math.Exp(u), y = -GammaFunctions.ExpMinusOne(u);
            double lower = Tails(a, b, x, y).Lower;
            double gap = Math.Log(lower) - target;
            if (gap > 0) high = u;
            else low = u;
            double step = gap * lower * y / Front(a, b, x, y);
            double next = u - step;
            if (!(next >= low && next <= high)) next = double.IsNegativeInfinity(low) ? 2 * u - 1 : 0.5 * (low + high);
            bool settled = Math.Abs(next - u) <= 2e-16 * Math.Abs(u);
            u = next;
            if (settled || low == high) break;
        }

        return (Math.Exp(u), -GammaFunctions.ExpMinusOne(u));
    }

    // ln x to start from: the normal approximation of AS 109 (Cran, Martin & Thomas 1977) for shapes above 1, else the leading term of the series.
    private static double Start(double a, double b, double p)
    {
        if (a <= 1 || b <= 1) return (Math.Log(p) + Math.Log(a) + GammaFunctions.LogBeta(a, b)) / a;
        double z = NormalDistribution.Quantile(p);
        double r = (z * z - 3) / 6, s = 1 / (2 * a - 1), t = 1 / (2 * b - 1), h = 2 / (s + t);
        double w = -z * Math.Sqrt(Math.Max(h + r, 0)) / h - (t - s) * (r + 5.0 / 6 - 2 / (3 * h));
        return -GammaFunctions.LogOnePlus(b / a * Math.Exp(2 * w));
    }

    /// <summary>x^a y^b / B(a, b), where y = 1 − x.</summary>
    public static double Front(double a, double b, double x, double y) =>
        GammaFunctions.BinomialTerm(a, b, x, y) * (a / (a + b)) * b;

    // The even part of the continued fraction by the modified Lentz method. Distances from the mean enter as a·y − b·x,
    // because y or x alone loses its digits where it is close to 1.
    private static double Fraction(double a, double b, double x, double y)
    {
        const double Tiny = 1e-300;
        double distance = a * y - b * x + 1;
        double value = a / (a + 1) * distance;
        if (Math.Abs(value) < Tiny) value = Tiny;
        double c = value, d = 0;
        double limit = 1000 + 20 * Math.Sqrt(a + b);
        for (double n = 1; n < limit; n++)
        {
            double middle = a + 2 * n - 1;
            double cross = n * (b - n) * x / middle;
            double numerator = (a + n - 1) / middle * (a + b + n - 1) * x * cross;
            double term = n + cross + (a + n) / (middle + 2) * (distance + n * (1 + y));
            d = term + numerator * d;
            d = 1 / (Math.Abs(d) < Tiny ? Tiny : d);
            c = term + numerator / c;
            if (Math.Abs(c) < Tiny) c = Tiny;
            double factor = c * d;
            value *= factor;
            if (Math.Abs(factor - 1) < 2e-16) break;
        }

        return 1 / value;
    }
}
