namespace CustomerJourney.Metrics.Trends;

/// <summary>The step in which figures are given. Figures that are all the same vary less than their last digit shows, and not by nothing.</summary>
internal static class FigureStep
{
    private const int MostDigits = 9;

    // Decimals are not exact in binary.
    private const double Rounding = 1e-12;

    /// <summary>The largest of 1, 0.5, 0.1, 0.05, 0.01 … of which all figures are multiples; null where there is none down to a billionth.</summary>
    public static double? Of(ReadOnlySpan<double> figures)
    {
        double perUnit = 1, largest = 0;
        foreach (double figure in figures) largest = Math.Max(largest, Math.Abs(figure));
        for (int digits = 0; digits <= MostDigits; digits++, perUnit *= 10)
        {
            if (AreMultiples(figures, perUnit, largest)) return 1 / perUnit;
            if (AreMultiples(figures, 2 * perUnit, largest)) return 1 / (2 * perUnit);
        }

        return null;
    }

    /// <summary>The variance of rounding to a step: that of an even spread over it, step²/12 (W. F. Sheppard, 1898).</summary>
    public static double Variance(double step) => step * step / 12;

    private static bool AreMultiples(ReadOnlySpan<double> figures, double perUnit, double largest)
    {
        // What is left of sums that should be 0 is none, but where all figures are as small.
        double least = Math.Min(1, largest * perUnit);
        foreach (double figure in figures)
        {
            double steps = figure * perUnit;
            if (Math.Abs(steps - Math.Round(steps)) > Rounding * Math.Max(least, Math.Abs(steps))) return false;
        }

        return true;
    }
}
