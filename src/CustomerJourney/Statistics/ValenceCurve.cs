namespace CustomerJourney.Statistics;

/// <summary>The shape of an experience: what the valence (good above 0, bad below) of its moments, in order, says of the whole. All figures are in the unit of the values.</summary>
/// <remarks>
/// What people remember of an experience is close to the mean of its most extreme and its last moment (B. L. Fredrickson and D. Kahneman, Journal of Personality
/// and Social Psychology 65 (1993); D. Kahneman and others, Psychological Science 4 (1993)). That is a finding about memory and neglects duration, so the
/// duration-weighted mean stands beside it.
/// </remarks>
public sealed record ValenceCurve
{
    private ValenceCurve()
    {
    }

    /// <summary>How many moments there are, positive.</summary>
    public required int N { get; init; }

    /// <summary>The mean, each moment counted once.</summary>
    public required double Mean { get; init; }

    /// <summary>The mean weighted by how long moments last; <see langword="null"/> without durations or when all of them are 0.</summary>
    public required double? DurationWeightedMean { get; init; }

    /// <summary>The best moment: the greatest value, whatever its sign.</summary>
    public required double PositivePeak { get; init; }

    /// <summary>The worst moment: the least value, whatever its sign.</summary>
    public required double NegativePeak { get; init; }

    /// <summary>The most extreme moment: the value farthest from 0, of equally far ones the negative.</summary>
    public required double AbsolutePeak { get; init; }

    /// <summary>The last moment.</summary>
    public required double End { get; init; }

    /// <summary>The mean of <see cref="AbsolutePeak"/> and <see cref="End"/>: what is likely to be remembered.</summary>
    public double PeakEnd => (AbsolutePeak + End) / 2;

    /// <summary>The mean of <see cref="PositivePeak"/> and <see cref="End"/>, as studies of pleasant experiences define it.</summary>
    public double PositivePeakEnd => (PositivePeak + End) / 2;

    /// <summary>The least-squares slope from moment to moment; <see langword="null"/> below two moments.</summary>
    public required double? SlopePerStep { get; init; }

    /// <summary>The greatest value minus the least, at least 0.</summary>
    public double Range => PositivePeak - NegativePeak;

    /// <summary>The steepest fall from one moment to the next, below 0; <see langword="null"/> when the curve never falls.</summary>
    public required double? LargestDrop { get; init; }

    /// <summary>How often the sign turns; moments of exactly 0 are passed over.</summary>
    public required int SignChanges { get; init; }

    /// <summary>Describes a curve without durations.</summary>
    /// <param name="valence">The value of each moment in order, finite.</param>
    /// <returns>The curve, or <see langword="null"/> without moments.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A value is not finite.</exception>
    public static ValenceCurve? Of(ReadOnlySpan<double> valence) => Describe(valence, null);

    /// <summary>Describes a curve.</summary>
    /// <param name="valence">The value of each moment in order, finite.</param>
    /// <param name="durations">How long each moment lasts, in any unit, finite and not negative.</param>
    /// <returns>The curve, or <see langword="null"/> without moments.</returns>
    /// <exception cref="ArgumentException">There are not as many durations as values.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A value is not finite, or a duration is negative or not finite.</exception>
    public static ValenceCurve? Of(ReadOnlySpan<double> valence, ReadOnlySpan<double> durations)
    {
        if (valence.Length != durations.Length)
            throw new ArgumentException($"There are {valence.Length} moments and {durations.Length} durations: give one duration for each moment.", nameof(durations));
        foreach (double value in valence) Domain.CheckFinite(value, nameof(valence));
        return Describe(valence, Weights.Shares(durations, nameof(durations)) is { } shares ? WeightedMean.Of(valence, shares) : null);
    }

    private static ValenceCurve? Describe(ReadOnlySpan<double> valence, WeightedMean? overTime)
    {
        double best = double.NegativeInfinity, worst = double.PositiveInfinity, extreme = 0;
        ExactSum sum = new(), slope = new();
        double? drop = null;
        int changes = 0, sign = 0;
        for (int i = 0; i < valence.Length; i++)
        {
            double value = valence[i];
            Domain.CheckFinite(value, nameof(valence));
            sum.Add(value);
            slope.AddProduct(i - (valence.Length - 1) / 2.0, value);
            best = Math.Max(best, value);
            worst = Math.Min(worst, value);
            if (Math.Abs(value) > Math.Abs(extreme) || value == -Math.Abs(extreme)) extreme = value;
            if (i > 0 && value < valence[i - 1]) drop = Math.Min(drop ?? 0, value - valence[i - 1]);
            if (value == 0) continue;
            if (sign == -Math.Sign(value)) changes++;
            sign = Math.Sign(value);
        }

        double n = valence.Length;
        return n == 0 ? null : new ValenceCurve
        {
            N = valence.Length,
            Mean = sum.ToDouble() / n,
            DurationWeightedMean = overTime?.Value,
            PositivePeak = best,
            NegativePeak = worst,
            AbsolutePeak = extreme,
            End = valence[^1],
            // Σ (i − ī)² over n steps is n(n² − 1)/12.
            SlopePerStep = n < 2 ? null : slope.ToDouble() / (n * (n * n - 1) / 12),
            LargestDrop = drop,
            SignChanges = changes,
        };
    }
}
