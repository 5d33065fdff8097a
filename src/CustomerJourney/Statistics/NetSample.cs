namespace CustomerJourney.Statistics;

/// <summary>A net share in one group: how many answers are positive, neutral and negative.</summary>
public sealed record NetSample : Sample
{
    /// <summary>Keeps the counts of a net share.</summary>
    /// <param name="positive">How many answers are positive, not negative.</param>
    /// <param name="neutral">How many answers are neutral, not negative.</param>
    /// <param name="negative">How many answers are negative, not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative.</exception>
    public NetSample(long positive, long neutral, long negative)
    {
        Counts = NetCounts.Of(positive, neutral, negative);
        Positive = positive;
        Neutral = neutral;
        Negative = negative;
    }

    /// <summary>How many answers are positive, for example promoters.</summary>
    public long Positive { get; }

    /// <summary>How many answers are neutral, for example passives.</summary>
    public long Neutral { get; }

    /// <summary>How many answers are negative, for example detractors.</summary>
    public long Negative { get; }

    /// <inheritdoc/>
    public override long Count => Positive + Neutral + Negative;

    /// <summary>The net share, −1…1; <see langword="null"/> without answers.</summary>
    public override double? Value => Count == 0 ? null : Counts.Net;

    /// <summary>The variance, with divisor n, of the indicator that is −1, 0 or +1: 0…1; <see langword="null"/> without answers.</summary>
    public double? Variance => Count == 0 ? null : Counts.Variance;

    /// <summary>The standard error of the net share, √(variance/n), 0…1; <see langword="null"/> without answers.</summary>
    public double? StandardError => Count == 0 ? null : Counts.StandardError;

    internal NetCounts Counts { get; }

    /// <summary>The net share with its adjusted Wald interval; <see langword="null"/> without answers.</summary>
    /// <inheritdoc/>
    public override Estimate? Estimate(double level) => NetShareInterval.AdjustedWald(Positive, Neutral, Negative, level);

    /// <summary>The net share with an adjusted Wald interval on the effective number of answers; <see langword="null"/> below two customers.</summary>
    /// <inheritdoc/>
    public override Estimate? Estimate(double level, ClusterTotals clusters)
    {
        ArgumentNullException.ThrowIfNull(clusters);
        Domain.CheckLevel(level);
        clusters.CheckFor(this, nameof(clusters));
        if (Value is not { } net || clusters.EffectiveCount(Counts.Variance / Math.Max(1, Count - 1)) is not { } effective) return null;
        double scale = effective / Count;
        (double lower, double upper) = NetShareInterval.AdjustedWaldLimits(Positive * scale, Negative * scale, effective, level);
        return new Estimate { Value = net, Lower = lower, Upper = upper, N = Count, EffectiveN = effective, Level = level, Method = "adjusted Wald, clustered by customer" };
    }
}
