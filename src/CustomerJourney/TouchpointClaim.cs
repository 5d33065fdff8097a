namespace CustomerJourney;

/// <summary>A fact that the company tells customers at a touchpoint, such as <c>return-window = 30 days</c>. Two values of one key on a map contradict each other. Equal by value, ordinal.</summary>
public sealed record TouchpointClaim
{
    /// <summary>What the fact is about.</summary>
    public required string Key { get; init; }

    /// <summary>What customers are told.</summary>
    public required string Value { get; init; }
}
