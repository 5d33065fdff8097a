namespace CustomerJourney.Statistics;

/// <summary>
/// How evenly something is spread over categories. Each method takes the weight of every category, empty ones included: counts or probabilities,
/// finite and not negative; only their shares matter, and their order does not. 0·log 0 counts as 0.
/// </summary>
/// <remarks>C. E. Shannon, "A mathematical theory of communication", Bell System Technical Journal 27 (1948); T. M. Cover and J. A. Thomas, Elements of Information Theory (2006), chapter 2.</remarks>
public static class Entropy
{
    /// <summary>The entropy −Σ p·log₂ p in bits, from 0 (all in one category) to log₂ k (even over k categories).</summary>
    /// <param name="weights">The weight of every category.</param>
    /// <returns>The entropy; <see langword="null"/> when all weights are 0 or there are none.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A weight is negative or not finite.</exception>
    public static double? Bits(ReadOnlySpan<double> weights) => Nats(weights) / Math.Log(2);

    /// <summary>The entropy −Σ p·ln p in nats, from 0 to ln k.</summary>
    /// <inheritdoc cref="Bits"/>
    public static double? Nats(ReadOnlySpan<double> weights)
    {
        if (Weights.Shares(weights, nameof(weights)) is not { } shares) return null;
        ExactSum sum = new();
        foreach (double share in shares)
            if (share > 0) sum.Add(-share * Math.Log(share));
        return sum.ToDouble();
    }

    /// <summary>The entropy over that of an even spread, 0…1: divided by ln k, k being the number of all categories listed, empty ones included.</summary>
    /// <inheritdoc cref="Bits"/>
    /// <returns>The normalized entropy; <see langword="null"/> when all weights are 0 or there are fewer than two categories.</returns>
    public static double? Normalized(ReadOnlySpan<double> weights)
    {
        double? nats = Nats(weights);
        return weights.Length < 2 ? null : nats is { } value ? Math.Min(1, value / Math.Log(weights.Length)) : null;
    }

    /// <summary>The chance that two independent draws differ: 1 − Σ p², from 0 to 1 − 1/k.</summary>
    /// <inheritdoc cref="Bits"/>
    /// <returns>The index; <see langword="null"/> when all weights are 0 or there are none.</returns>
    /// <remarks>C. Gini (1912); E. H. Simpson, "Measurement of diversity", Nature 163 (1949). This is the form with replacement.</remarks>
    public static double? GiniSimpson(ReadOnlySpan<double> weights)
    {
        if (Weights.Shares(weights, nameof(weights)) is not { } shares) return null;

        // As Σ p(1 − p), which does not cancel where nearly all lies in one category.
        ExactSum sum = new();
        foreach (double share in shares) sum.AddProduct(share, 1 - share);
        return sum.ToDouble();
    }
}
