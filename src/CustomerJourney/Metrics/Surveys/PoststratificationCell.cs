namespace CustomerJourney.Metrics.Surveys;

/// <summary>The customers who are alike in the attributes of a weighting.</summary>
public sealed record PoststratificationCell
{
    /// <summary>The values of the attributes, in the order of the definition; <see langword="null"/> where customers have none.</summary>
    public required IReadOnlyList<string?> Values { get; init; }

    /// <summary>How many customers there are.</summary>
    public required long Customers { get; init; }

    /// <summary>How many of them gave a valid answer.</summary>
    public required long Answers { get; init; }

    /// <summary>Their mean outcome, in the unit of the outcome; <see langword="null"/> without answers.</summary>
    public required double? Value { get; init; }

    /// <summary>What each answer counts, in mean weights; <see langword="null"/> without answers.</summary>
    public required double? Weight { get; init; }

    /// <summary>Whether the weight was cut to the largest one allowed.</summary>
    public required bool IsCapped { get; init; }

    /// <summary>Whether the other is the same cell with the same figures.</summary>
    /// <param name="other">The other.</param>
    public bool Equals(PoststratificationCell? other) =>
        other is not null && (Customers, Answers, IsCapped) == (other.Customers, other.Answers, other.IsCapped) && Value.Equals(other.Value) && Weight.Equals(other.Weight)
        && Values.SequenceEqual(other.Values, StringComparer.Ordinal);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Customers, Answers, Value, Weight);
}
