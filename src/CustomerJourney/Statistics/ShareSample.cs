namespace CustomerJourney.Statistics;

/// <summary>A share in one group: how many cases count, of how many.</summary>
public sealed record ShareSample : Sample
{
    /// <summary>Keeps the counts of a share.</summary>
    /// <param name="hits">How many cases count, 0…<paramref name="total"/>.</param>
    /// <param name="total">How many cases there are, not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative, or there are more hits than cases.</exception>
    public ShareSample(long hits, long total)
    {
        Domain.CheckShare(hits, total);
        Hits = hits;
        Total = total;
    }

    /// <summary>How many cases count.</summary>
    public long Hits { get; }

    /// <summary>How many cases there are.</summary>
    public long Total { get; }

    /// <inheritdoc/>
    public override long Count => Total;

    /// <summary>The share, 0…1; <see langword="null"/> without cases.</summary>
    public override double? Value => Total == 0 ? null : (double)Hits / Total;

    /// <summary>The share with its Wilson interval; <see langword="null"/> without cases.</summary>
    /// <inheritdoc/>
    public override Estimate? Estimate(double level) => ProportionInterval.Wilson(Hits, Total, level);

    /// <summary>The share with a Wilson interval on the effective number of cases; <see langword="null"/> below two customers.</summary>
    /// <inheritdoc/>
    public override Estimate? Estimate(double level, ClusterTotals clusters)
    {
        ArgumentNullException.ThrowIfNull(clusters);
        Domain.CheckLevel(level);
        clusters.CheckFor(this, nameof(clusters));
        if (Value is not { } share || clusters.EffectiveCount(share * (1 - share) / Math.Max(1, Total - 1)) is not { } effective) return null;
        (double lower, double upper) = ProportionInterval.WilsonLimits(share * effective, effective, level);
        return new Estimate { Value = share, Lower = lower, Upper = upper, N = Total, EffectiveN = effective, Level = level, Method = "Wilson, clustered by customer" };
    }
}
