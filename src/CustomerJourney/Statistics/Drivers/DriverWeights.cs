namespace CustomerJourney.Statistics.Drivers;

/// <summary>R² split among the drivers; made by <see cref="DriverImportance"/>.</summary>
public sealed record DriverWeights
{
    internal DriverWeights()
    {
    }

    /// <summary>The names of the drivers.</summary>
    public required IReadOnlyList<string> Names { get; init; }

    /// <summary>What each driver adds to R², not negative up to rounding; they sum to <see cref="RSquared"/>.</summary>
    public required IReadOnlyList<double> Weights { get; init; }

    /// <summary>The share of the outcome's variance that goes with the drivers, 0…1.</summary>
    public required double RSquared { get; init; }

    /// <summary>Each weight as a share of R², summing to 1; <see langword="null"/> where R² is 0.</summary>
    public IReadOnlyList<double>? Shares => RSquared > 0 ? Array.AsReadOnly([.. Weights.Select(weight => weight / RSquared)]) : null;

    /// <summary>Whether the other has the same names and weights.</summary>
    /// <param name="other">The other.</param>
    public bool Equals(DriverWeights? other) =>
        other is not null && RSquared.Equals(other.RSquared) && Names.SequenceEqual(other.Names, StringComparer.Ordinal) && Weights.SequenceEqual(other.Weights);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(RSquared, Names.Count);
}
