namespace CustomerJourney.Statistics.Lifetime;

/// <summary>The first two derivatives of ln Γ, for x &gt; 0, right to about 1e-15: their recurrences up to 10, from there the series of DLMF 5.11.2 and its derivative.</summary>
internal static class PolygammaFunctions
{
    public static double Digamma(double x)
    {
        double shift = 0;
        for (; x < 10; x++) shift -= 1 / x;
        return shift + Math.Log(x) - 0.5 / x - DigammaSeries(x);
    }

    /// <summary>ψ(x + more) − ψ(x) for x and more above 0; of a large x without its difference of logarithms, which would keep few digits.</summary>
    public static double DigammaRise(double x, double more)
    {
        double sum = x + more;
        return x < 10 ? Digamma(sum) - Digamma(x) : GammaFunctions.LogOnePlus(more / x) + 0.5 * more / x / sum - (DigammaSeries(sum) - DigammaSeries(x));
    }

    public static double Trigamma(double x)
    {
        double shift = 0;
        for (; x < 10; x++) shift += 1 / (x * x);
        double s = 1 / (x * x);
        double series = s * (1.0 / 6 - s * (1.0 / 30 - s * (1.0 / 42 - s * (1.0 / 30 - s * (5.0 / 66 - s * (691.0 / 2730 - s * 7 / 6))))));
        return shift + (1 + 0.5 / x + series) / x;
    }

    // ln x − 1/(2x) − ψ(x) for x from 10 upward.
    private static double DigammaSeries(double x)
    {
        double s = 1 / (x * x);
        return s * (1.0 / 12 - s * (1.0 / 120 - s * (1.0 / 252 - s * (1.0 / 240 - s * (1.0 / 132 - s * (691.0 / 32760 - s / 12))))));
    }
}
