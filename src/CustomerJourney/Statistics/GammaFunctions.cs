namespace CustomerJourney.Statistics;

/// <summary>
/// The gamma function by logarithms, and the binomial and Poisson terms that the incomplete functions are built on.
/// </summary>
/// <remarks>
/// Everything rests on the correction of Stirling's formula, so that terms of large arguments are never differences of large logarithms
/// (C. Loader, "Fast and accurate computation of binomial probabilities", 2000). The corrections are right to about 1e-16 absolute.
/// </remarks>
internal static class GammaFunctions
{
    private static readonly double HalfLogTwoPi = 0.5 * Math.Log(2 * Math.PI);

    /// <summary>ln Γ(x) less Stirling's formula: the series of DLMF 5.11.1 from 10 upward, its recurrence below. For x &gt; 0.</summary>
    public static double StirlingCorrection(double x)
    {
        double shift = 0;
        for (; x < 10; x++) shift += (x + 0.5) * LogOnePlus(1 / x) - 1;
        double s = 1 / (x * x);
        double series = 1.0 / 156;
        series = -691.0 / 360360 + s * series;
        series = 1.0 / 1188 + s * series;
        series = -1.0 / 1680 + s * series;
        series = 1.0 / 1260 + s * series;
        series = -1.0 / 360 + s * series;
        series = 1.0 / 12 + s * series;
        return shift + series / x;
    }

    /// <summary>ln Γ(x) for x &gt; 0; relative error about 1e-15, near the zeros at 1 and 2 the same as an absolute error.</summary>
    public static double LogGamma(double x) => (x - 0.5) * Math.Log(x) - x + HalfLogTwoPi + StirlingCorrection(x);

    /// <summary>ln B(a, b) for a, b &gt; 0, without cancellation for large arguments.</summary>
    public static double LogBeta(double a, double b)
    {
        double sum = a + b;
        return (a - 0.5) * LogShare(a, b) + (b - 0.5) * LogShare(b, a) - 0.5 * Math.Log(sum) + HalfLogTwoPi
            + StirlingCorrection(a) + StirlingCorrection(b) - StirlingCorrection(sum);
    }

    /// <summary>Γ(n + 1) / (Γ(k + 1) Γ(n − k + 1)) p^k q^(n − k) for real k and n − k, both positive; q is passed because 1 − p loses digits.</summary>
    public static double BinomialTerm(double k, double rest, double p, double q)
    {
        double n = k + rest;
        double log = StirlingCorrection(n) - StirlingCorrection(k) - StirlingCorrection(rest) - Deviance(k, n * p) - Deviance(rest, n * q);
        return Math.Exp(log) * Math.Sqrt(n / (2 * Math.PI * k * rest));
    }

    /// <summary>x^a e^(−x) / Γ(a + 1) for a, x &gt; 0.</summary>
    public static double PoissonTerm(double a, double x) =>
        Math.Exp(-StirlingCorrection(a) - Deviance(a, x)) / Math.Sqrt(2 * Math.PI * a);

    /// <summary>ln(1 + x) without loss for small x (the ratio trick of D. Goldberg, "What every computer scientist should know", theorem 4).</summary>
    public static double LogOnePlus(double x)
    {
        double sum = 1 + x;
        return sum == 1 ? x : double.IsInfinity(sum) ? Math.Log(sum) : Math.Log(sum) * (x / (sum - 1));
    }

    /// <summary>e^x − 1 without loss for small x.</summary>
    public static double ExpMinusOne(double x)
    {
        if (Math.Abs(x) > 0.5) return Math.Exp(x) - 1;
        double half = Math.Sinh(x / 2);
        return 2 * half * Math.Exp(x / 2);
    }

    /// <summary>x ln(x / mean) + mean − x, at least 0; by its series where x is near the mean and the closed form would cancel.</summary>
    private static double Deviance(double x, double mean)
    {
        if (Math.Abs(x - mean) >= 0.1 * (x + mean)) return x * Math.Log(x / mean) + mean - x;
        double v = (x - mean) / (x + mean);
        double sum = (x - mean) * v;
        double term = 2 * x * v;
        for (int j = 3; ; j += 2)
        {
            term *= v * v;
            double next = sum + term / j;
            if (next == sum) return sum;
            sum = next;
        }
    }

    private static double LogShare(double part, double rest) =>
        part > rest ? LogOnePlus(-rest / (part + rest)) : Math.Log(part / (part + rest));
}
