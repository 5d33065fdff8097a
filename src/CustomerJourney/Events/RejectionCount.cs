namespace CustomerJourney.Events;

/// <summary>How many rows were rejected for one reason.</summary>
public sealed record RejectionCount
{
    /// <summary>The column at fault.</summary>
    public required string Column { get; init; }

    /// <summary>What was wrong, and what is allowed.</summary>
    public required string Reason { get; init; }

    /// <summary>The number of rows.</summary>
    public required long Rows { get; init; }
}
