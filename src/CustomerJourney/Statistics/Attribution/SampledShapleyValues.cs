namespace CustomerJourney.Statistics.Attribution;

/// <summary>Shapley values estimated from orders in which players join, drawn at random.</summary>
public sealed record SampledShapleyValues
{
    internal SampledShapleyValues()
    {
    }

    /// <summary>The estimated value of each player. They sum to what all players reach together less what none does, exactly but for rounding.</summary>
    public required IReadOnlyList<double> Values { get; init; }

    /// <summary>The standard error of each value that comes from looking at some orders only; <see langword="null"/> for one order.</summary>
    public required IReadOnlyList<double>? StandardErrors { get; init; }

    /// <summary>How many orders were drawn.</summary>
    public required int Orders { get; init; }

    /// <summary>Whether both hold the same values, errors and number of orders.</summary>
    /// <param name="other">What to compare with.</param>
    public bool Equals(SampledShapleyValues? other) =>
        other is not null && Orders == other.Orders && Values.SequenceEqual(other.Values)
        && (StandardErrors is null ? other.StandardErrors is null : other.StandardErrors is not null && StandardErrors.SequenceEqual(other.StandardErrors));

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Orders, Values.Count, Values.Count == 0 ? 0 : Values[0]);
}
