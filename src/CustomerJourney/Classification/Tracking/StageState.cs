namespace CustomerJourney.Classification.Tracking;

/// <summary>What a tracker remembers of one customer: small enough to be stored beside the customer's row.</summary>
public sealed record StageState
{
    /// <summary>The id of the customer.</summary>
    public required string Customer { get; init; }

    /// <summary>How often the customer has been saved; 1 for the first state.</summary>
    public required long Version { get; init; }

    /// <summary>The id of the current stage as of the customer's latest event, for queries; <see langword="null"/> for none.</summary>
    public required string? Stage { get; init; }

    /// <summary>The memory itself, a JSON document: sealed numbers, and the events inside the horizon. Only a tracker with the same map, rules and options' kept visits reads it.</summary>
    public required string Json { get; init; }
}
