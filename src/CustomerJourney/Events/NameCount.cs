namespace CustomerJourney.Events;

/// <summary>A name and how often it occurs.</summary>
public sealed record NameCount
{
    /// <summary>The name.</summary>
    public required string Name { get; init; }

    /// <summary>The number of occurrences.</summary>
    public required long Count { get; init; }
}
