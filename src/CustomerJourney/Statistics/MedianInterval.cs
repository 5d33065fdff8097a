namespace CustomerJourney.Statistics;

/// <summary>A median with an interval between two values of the sample.</summary>
public sealed record MedianInterval
{
    /// <summary>The median with its interval; the level is the one asked for.</summary>
    public required Estimate Estimate { get; init; }

    /// <summary>The rank of the lower limit among the values, from 1.</summary>
    public required long LowerRank { get; init; }

    /// <summary>The rank of the upper limit among the values.</summary>
    public required long UpperRank { get; init; }

    /// <summary>The chance 0…1 that such an interval holds the median of a continuous distribution, at least the level asked for; with ties more.</summary>
    public required double Coverage { get; init; }
}
