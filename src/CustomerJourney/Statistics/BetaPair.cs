namespace CustomerJourney.Statistics;

/// <summary>Two independent beta variables A and B.</summary>
internal readonly record struct BetaPair(double AlphaA, double BetaA, double AlphaB, double BetaB)
{
    // Beyond this the sum may have so many terms that matter that it takes longer than the quadrature, which is as accurate.
    private const double MostTerms = 1e5;

    /// <summary>The pair with the parts of A and B exchanged.</summary>
    public BetaPair Turned => new(AlphaB, BetaB, AlphaA, BetaA);

    // B > A is the same as 1 − A > 1 − B.
    private BetaPair Mirrored => new(BetaB, AlphaB, BetaA, AlphaA);

    /// <summary>P(B &gt; A), with the digits of a tiny one.</summary>
    public double ProbabilityBIsLarger()
    {
        if (AlphaA == AlphaB && BetaA == BetaB) return 0.5;
        if (IsWhole(AlphaB)) return Math.Min(1, Miller());
        return Math.Min(1, IsWhole(BetaA) ? Mirrored.Miller() : ByQuadrature());
    }

    /// <summary>The mean of max(A − B, 0): ∫ P(B ≤ x)·P(A &gt; x) dx, which has no difference of nearly equal numbers in it.</summary>
    public double ExpectedExcessOfA()
    {
        (double alphaA, double betaA, double alphaB, double betaB) = this;
        return Integral((x, y) => IncompleteBeta.Tails(alphaB, betaB, x, y).Lower * IncompleteBeta.Tails(alphaA, betaA, x, y).Upper * x * y);
    }

    /// <summary>P(B &gt; A) as ∫ density of A · P(B &gt; x) dx.</summary>
    internal double ByQuadrature()
    {
        (double alphaA, double betaA, double alphaB, double betaB) = this;
        return Integral((x, y) => IncompleteBeta.Front(alphaA, betaA, x, y) * IncompleteBeta.Tails(alphaB, betaB, x, y).Upper);
    }

    // On the logit scale both densities are log-concave, and so are tails and products of them: one peak, exponential ends. It lies between the
    // two means or a little outside.
    private double Integral(Func<double, double, double> integrand)
    {
        double logitA = Math.Log(AlphaA / BetaA), logitB = Math.Log(AlphaB / BetaB);
        double spreadA = 8 * Math.Sqrt(1 / AlphaA + 1 / BetaA), spreadB = 8 * Math.Sqrt(1 / AlphaB + 1 / BetaB);
        return PeakIntegral.Of(
            t =>
            {
                double x = 1 / (1 + Math.Exp(-t)), y = 1 / (1 + Math.Exp(t));
                return x > 0 && y > 0 ? integrand(x, y) : 0;
            },
            Math.Min(logitA - spreadA, logitB - spreadB),
            Math.Max(logitA + spreadA, logitB + spreadB));
    }

    // Σ B(αA + i, βA + βB) / ((βB + i)·B(1 + i, βB)·B(αA, βA)) for i below αB: the largest term by itself, the others by the ratio of neighbors.
    private double Miller()
    {
        double count = AlphaB, all = AlphaA + BetaA + BetaB;
        double peak = Math.Clamp(Math.Floor((AlphaA * BetaB - all) / (BetaA + 1)) + 1, 0, count - 1);
        double top = Term(peak), sum = top, term = top;
        for (double i = peak; i < count - 1 && term > sum * 1e-18; i++)
        {
            term *= (AlphaA + i) / (all + i) * ((BetaB + i) / (1 + i));
            sum += term;
        }

        term = top;
        for (double i = peak - 1; i >= 0 && term > sum * 1e-18; i--)
        {
            term *= (all + i) / (AlphaA + i) * ((1 + i) / (BetaB + i));
            sum += term;
        }

        return sum;
    }

    // The three beta functions as densities at one point, where the powers of x and y cancel: no difference of large logarithms.
    private double Term(double i)
    {
        double x = (AlphaA + i) / (AlphaA + i + BetaA + BetaB), y = (BetaA + BetaB) / (AlphaA + i + BetaA + BetaB);
        return IncompleteBeta.Front(AlphaA, BetaA, x, y) * IncompleteBeta.Front(1 + i, BetaB, x, y)
            / (x * (BetaB + i) * IncompleteBeta.Front(AlphaA + i, BetaA + BetaB, x, y));
    }

    private static bool IsWhole(double shape) => shape == Math.Floor(shape) && shape <= MostTerms;
}
