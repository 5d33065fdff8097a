namespace CustomerJourney.Classification.Tracking;

/// <summary>What one event did: the stage before and after, or nothing.</summary>
public sealed record StageChange
{
    /// <summary>The id of the customer.</summary>
    public required string Customer { get; init; }

    /// <summary>What became of the event.</summary>
    public required TrackingOutcome Outcome { get; init; }

    /// <summary>The current stage before the event, as of the customer's latest event then; <see langword="null"/> for none.</summary>
    public required Stage? Before { get; init; }

    /// <summary>The current stage after the event, as of the customer's latest event now; <see langword="null"/> for none.</summary>
    public required Stage? After { get; init; }

    /// <summary>How many events of the customer have come too late so far, this one included.</summary>
    public required long TooLateCount { get; init; }

    /// <summary>How many events of the customer have come again so far, this one included.</summary>
    public required long DuplicateCount { get; init; }

    /// <summary>Whether the event moved the customer from one stage to another.</summary>
    public bool HasMoved => Before != After;

    /// <summary>Whether the event had been counted before.</summary>
    public bool IsDuplicate => Outcome == TrackingOutcome.Duplicate;

    /// <summary>Whether the event came too late to count.</summary>
    public bool IsTooLate => Outcome == TrackingOutcome.TooLate;
}
