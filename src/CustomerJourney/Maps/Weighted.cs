using CustomerJourney.Statistics;

namespace CustomerJourney.Maps;

/// <summary>Means and sums whose rounding does not depend on the order of the terms.</summary>
internal static class Weighted
{
    /// <summary>Σ(value × weight) / Σ weight, never outside the values; <see langword="null"/> without any weight.</summary>
    public static double? Mean(IEnumerable<(double Value, double Weight)> terms)
    {
        ExactSum products = new(), weights = new();
        double least = double.PositiveInfinity, greatest = double.NegativeInfinity;
        foreach ((double value, double weight) in terms)
        {
            products.AddProduct(value, weight);
            weights.Add(weight);
            least = Math.Min(least, value);
            greatest = Math.Max(greatest, value);
        }

        double total = weights.ToDouble();
        return total > 0 ? Math.Clamp(products.ToDouble() / total, least, greatest) : null;
    }

    /// <summary>Σ(value × weight); <see langword="null"/> without terms.</summary>
    public static double? Sum(IEnumerable<(double Value, double Weight)> terms)
    {
        ExactSum sum = new();
        bool any = false;
        foreach ((double value, double weight) in terms)
        {
            sum.AddProduct(value, weight);
            any = true;
        }

        return any ? sum.ToDouble() : null;
    }
}
