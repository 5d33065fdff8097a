namespace CustomerJourney.Statistics.Lifetime;

/// <summary>The first two derivatives of ln Γ, for x &gt; 0, right to about 1e-15: their recurrences up to 10, from there the series of DLMF 5.11.2 and its derivative.</summary>
internal static class PolygammaFunctions
{
    public static double Digamma(double x)
    {
        double shift = 0;
        for (; x < 10; x++) shift -= 1 / x;
        double s = 1 / (x * x);
        double series = s * (1.0 / 12 - s * (1.0 / 120 - s * (1.0 / 252 - s * (1.0 / 240 - s * (1.0 / 132 - s * (691.0 / 32760 - s / 12))))));
        return shift + Math.Log(x) - 0.5 / x - series;
    }

    public static double Trigamma(double x)
    {
        double shift = 0;
        for (; x < 10; x++) shift += 1 / (x * x);
        double s = 1 / (x * x);
        double series = s * (1.0 / 6 - s * (1.0 / 30 - s * (1.0 / 42 - s * (1.0 / 30 - s * (5.0 / 66 - s * (691.0 / 2730 - s * 7 / 6))))));
        return shift + (1 + 0.5 / x + series) / x;
    }
}
