namespace CustomerJourney.Classification;

/// <summary>One stay of a customer in a stage: from the first event that is evidence for it to the first one for another stage.</summary>
public sealed record StageVisit
{
    /// <summary>The stage.</summary>
    public required Stage Stage { get; init; }

    /// <summary>When the first event of the stay began.</summary>
    public required DateTimeOffset Entered { get; init; }

    /// <summary>When the customer entered the next stage; <see langword="null"/> while the stay is open.</summary>
    public required DateTimeOffset? Exited { get; init; }

    /// <summary>The number of events of the stay that are evidence for the stage; at least 1.</summary>
    public required int Events { get; init; }

    /// <summary>Whether the customer has been in the stage before.</summary>
    public required bool IsReturn { get; init; }

    /// <summary>How many stages of the map lie between the stage before and this one, where the stay moved forward over them; 0 otherwise. A first stay skips the stages before it.</summary>
    public required int SkippedStages { get; init; }

    /// <summary>Whether the stay is in an earlier stage than the one before.</summary>
    public required bool IsBackward { get; init; }

    /// <summary>How long the stay lasted; <see langword="null"/> while it is open.</summary>
    public TimeSpan? Duration => Exited - Entered;
}
