namespace CustomerJourney.Metrics.Lifetime;

/// <summary>Customers with like scores.</summary>
public sealed record RecencyFrequencyMonetarySegment
{
    /// <summary>The name of the segment, or the code where there are no named segments.</summary>
    public required string Name { get; init; }

    /// <summary>How many customers it has; 0 for a named segment that nobody is in.</summary>
    public required long Customers { get; init; }

    /// <summary>Its share of all customers, 0…1.</summary>
    public required double Share { get; init; }

    /// <summary>The mean number of days since the last purchase; <see langword="null"/> without customers.</summary>
    public required double? MeanRecency { get; init; }

    /// <summary>The mean number of purchases; <see langword="null"/> without customers.</summary>
    public required double? MeanFrequency { get; init; }

    /// <summary>The sum of all its customers' purchases, exact.</summary>
    public required decimal Monetary { get; init; }
}
