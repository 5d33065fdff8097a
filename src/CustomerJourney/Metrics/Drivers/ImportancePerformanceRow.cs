namespace CustomerJourney.Metrics.Drivers;

/// <summary>A driver by importance and performance.</summary>
public sealed record ImportancePerformanceRow
{
    /// <summary>What the driver belongs to.</summary>
    public required string Group { get; init; }

    /// <summary>Its name in its group.</summary>
    public required string Name { get; init; }

    /// <summary>What is measured.</summary>
    public required DriverMeasure Measure { get; init; }

    /// <summary>The customers who have it.</summary>
    public required long Customers { get; init; }

    /// <summary>Its share of R², 0…1.</summary>
    public required double Importance { get; init; }

    /// <summary>The mean outcome of those who have it, in the unit of the outcome.</summary>
    public required double Performance { get; init; }

    /// <summary>The p-value of no association, corrected for the number of drivers; <see langword="null"/> without a test.</summary>
    public double? AdjustedPValue { get; init; }

    /// <summary>What the two say together.</summary>
    public required DriverPriority Priority { get; init; }

    /// <summary>Whether the data suggest a moment of truth: important, and associated with the outcome at the level of the analysis. People choose moments of truth; this is a candidate.</summary>
    public required bool IsMomentOfTruthCandidate { get; init; }
}
