namespace CustomerJourney.Statistics.Attribution;

/// <summary>Conversions and value split among channels.</summary>
public sealed record ChannelCredits
{
    internal ChannelCredits()
    {
    }

    /// <summary>The conversions credited to each channel, by its number; they sum to all conversions.</summary>
    public required IReadOnlyList<double> Conversions { get; init; }

    /// <summary>The value credited to each channel, by its number; it sums to the value of all conversions.</summary>
    public required IReadOnlyList<double> Value { get; init; }

    /// <summary>Whether the other has the same credits.</summary>
    /// <param name="other">The other.</param>
    public bool Equals(ChannelCredits? other) => other is not null && Conversions.SequenceEqual(other.Conversions) && Value.SequenceEqual(other.Value);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        HashCode hash = default;
        foreach (double conversions in Conversions) hash.Add(conversions);
        return hash.ToHashCode();
    }
}
