namespace CustomerJourney.Statistics;

/// <summary>The check of weights over categories, and their shares.</summary>
internal static class Weights
{
    /// <summary>The weights over their sum; <see langword="null"/> when that is 0. A sum beyond the range of doubles does no harm.</summary>
    public static double[]? Shares(ReadOnlySpan<double> weights, string name)
    {
        double largest = 0;
        foreach (double weight in weights)
        {
            Domain.CheckFinite(weight, name);
            ArgumentOutOfRangeException.ThrowIfNegative(weight, name);
            largest = Math.Max(largest, weight);
        }

        if (largest == 0) return null;
        double[] shares = new double[weights.Length];
        ExactSum total = new();
        for (int i = 0; i < shares.Length; i++)
        {
            shares[i] = weights[i] / largest;
            total.Add(shares[i]);
        }

        double sum = total.ToDouble();
        for (int i = 0; i < shares.Length; i++) shares[i] /= sum;
        return shares;
    }
}
