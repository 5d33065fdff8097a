namespace CustomerJourney.Statistics.Attribution;

/// <summary>A sequence of touches, and how many customers took it with and without converting. Channels are numbers from 0.</summary>
public sealed record TouchPath
{
    /// <summary>The channels touched, in order of time, at least one; a channel may come again.</summary>
    public required IReadOnlyList<int> Touches { get; init; }

    /// <summary>How many customers converted at the end of this path, not negative.</summary>
    public long Conversions { get; init; }

    /// <summary>How many customers took this path and did not convert, not negative.</summary>
    public long NonConversions { get; init; }

    /// <summary>The value of the conversions together, finite, in one unit (for example euros).</summary>
    public double Value { get; init; }

    /// <summary>
    /// For each touch, how long before the conversion it was, in any one unit (for example days), finite and not negative; <see langword="null"/> where this is not known.
    /// Only <see cref="TouchCredit.TimeDecay"/> asks for it.
    /// </summary>
    public IReadOnlyList<double>? Ages { get; init; }

    /// <summary>Whether the other path has the same touches, ages and counts.</summary>
    /// <param name="other">The other path.</param>
    public bool Equals(TouchPath? other) =>
        other is not null && Conversions == other.Conversions && NonConversions == other.NonConversions && Value.Equals(other.Value)
        && Touches.SequenceEqual(other.Touches) && (Ages is null ? other.Ages is null : other.Ages is not null && Ages.SequenceEqual(other.Ages));

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        HashCode hash = default;
        foreach (int touch in Touches) hash.Add(touch);
        hash.Add(Conversions);
        hash.Add(NonConversions);
        return hash.ToHashCode();
    }
}
