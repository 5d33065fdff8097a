namespace CustomerJourney.Statistics;

/// <summary>What has to be kept of one figure in one group so that it can be estimated and compared: counts or sums, never single answers.</summary>
/// <remarks>The kinds are <see cref="ShareSample"/>, <see cref="NetSample"/>, <see cref="MeanSample"/> and <see cref="RatioSample"/>; there are no others.</remarks>
public abstract record Sample
{
    private protected Sample()
    {
    }

    /// <summary>How many observations there are, not negative; of a ratio, how many customers.</summary>
    public abstract long Count { get; }

    /// <summary>The figure: a share 0…1, a net share −1…1, a mean or a ratio; <see langword="null"/> without observations.</summary>
    public abstract double? Value { get; }

    /// <summary>The figure with the interval that this library uses for its kind by default.</summary>
    /// <param name="level">The confidence level, between 0 and 1.</param>
    /// <returns>The estimate, or <see langword="null"/> when there is too little data for it.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="level"/> is outside its range.</exception>
    public abstract Estimate? Estimate(double level);

    /// <summary>The figure with an interval for observations of which several come from the same customer: wider, because they are alike.</summary>
    /// <param name="level">The confidence level, between 0 and 1.</param>
    /// <param name="clusters">The sums over customers of the same observations.</param>
    /// <returns>The estimate, or <see langword="null"/> when there are fewer than two customers.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="clusters"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="clusters"/> counts other observations than this sample.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="level"/> is outside its range.</exception>
    public abstract Estimate? Estimate(double level, ClusterTotals clusters);
}
