namespace CustomerJourney.Statistics;

/// <summary>A mean with design weights (how many people an answer stands for), its standard error and what the weighting costs.</summary>
/// <remarks>
/// Weights are probability weights, not repetitions: multiplying all of them by a constant changes nothing. The standard error is linearized as in
/// R's survey package (svymean, ids = ~1): n/(n − 1)·Σ(w(y − ȳ))² / (Σw)². Sums are exact, so the order of the values does not matter.
/// </remarks>
public sealed record WeightedMean
{
    private WeightedMean()
    {
    }

    /// <summary>The weighted mean Σwy / Σw.</summary>
    public required double Value { get; init; }

    /// <summary>The linearized standard error, at least 0; <see langword="null"/> below two values.</summary>
    public required double? StandardError { get; init; }

    /// <summary>How many values there are, those of weight 0 included; positive.</summary>
    public required long N { get; init; }

    /// <summary>Kish's effective number of values, (Σw)² / Σw², above 0 and at most <see cref="N"/> (L. Kish, Survey Sampling, 1965).</summary>
    public required double EffectiveN { get; init; }

    /// <summary>Kish's design effect of the weights, <see cref="N"/> over <see cref="EffectiveN"/>, at least 1.</summary>
    public double DesignEffect => N / EffectiveN;

    /// <summary>Computes the weighted mean of values.</summary>
    /// <param name="values">The values, finite.</param>
    /// <param name="weights">One weight for each value, finite and not negative.</param>
    /// <returns>The mean, or <see langword="null"/> when there are no values or all weights are 0.</returns>
    /// <exception cref="ArgumentException">There are not as many weights as values.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A value is not finite, or a weight is negative or not finite.</exception>
    public static WeightedMean? Of(ReadOnlySpan<double> values, ReadOnlySpan<double> weights) => Of(values, weights, []);

    /// <summary>The same of values that stand for so many answers of the same value and weight each; without counts for one.</summary>
    internal static WeightedMean? Of(ReadOnlySpan<double> values, ReadOnlySpan<double> weights, ReadOnlySpan<long> counts)
    {
        double largest = Check(values, weights);
        if (largest == 0) return null;

        // Weights relative to the largest, so that neither huge nor tiny ones leave the range of doubles when squared.
        ExactSum weight = new(), squaredWeight = new(), weighted = new();
        for (int i = 0; i < values.Length; i++)
        {
            double w = weights[i] / largest;
            if (counts.IsEmpty)
            {
                weight.Add(w);
                squaredWeight.AddProduct(w, w);
                weighted.AddProduct(w, values[i]);
                continue;
            }

            weight.AddProduct(w, counts[i]);
            squaredWeight.AddProduct(w * w, counts[i]);
            weighted.AddProduct(w * values[i], counts[i]);
        }

        double total = weight.ToDouble(), mean = weighted.ToDouble() / total;
        ExactSum squares = new();
        for (int i = 0; i < values.Length; i++)
        {
            double influence = weights[i] / largest * (values[i] - mean) / total;
            squares.AddProduct(influence * influence, counts.IsEmpty ? 1 : counts[i]);
        }

        long n = values.Length;
        if (!counts.IsEmpty)
        {
            n = 0;
            foreach (long count in counts) n += count;
        }

        return new WeightedMean
        {
            Value = mean,
            StandardError = n < 2 ? null : Math.Sqrt(squares.ToDouble() * n / (n - 1)),
            N = n,
            EffectiveN = total * total / squaredWeight.ToDouble(),
        };
    }

    private static double Check(ReadOnlySpan<double> values, ReadOnlySpan<double> weights)
    {
        if (values.Length != weights.Length)
            throw new ArgumentException($"There are {values.Length} values and {weights.Length} weights: give one weight for each value.", nameof(weights));
        double largest = 0;
        for (int i = 0; i < values.Length; i++)
        {
            Domain.CheckFinite(values[i], nameof(values));
            Domain.CheckFinite(weights[i], nameof(weights));
            ArgumentOutOfRangeException.ThrowIfNegative(weights[i], nameof(weights));
            largest = Math.Max(largest, weights[i]);
        }

        return largest;
    }
}
