namespace CustomerJourney.Statistics.Lifetime;

/// <summary>The points and weights of Gauss-Legendre quadrature with 16 points on −1…1 (Abramowitz &amp; Stegun, table 25.4), the negative half mirrored.</summary>
internal static class GaussLegendre
{
    private static readonly double[] HalfPoints =
    [
        0.0950125098376374, 0.2816035507792589, 0.4580167776572274, 0.6178762444026438, 0.7554044083550030, 0.8656312023878318, 0.9445750230732326, 0.9894009349916499,
    ];

    private static readonly double[] HalfWeights =
    [
        0.1894506104550685, 0.1826034150449236, 0.1691565193950025, 0.1495959888165767, 0.1246289712555339, 0.0951585116824928, 0.0622535239386479, 0.0271524594117541,
    ];

    public static double[] Points { get; } = [.. HalfPoints.Reverse().Select(point => -point), .. HalfPoints];

    public static double[] Weights { get; } = [.. HalfWeights.Reverse(), .. HalfWeights];
}
