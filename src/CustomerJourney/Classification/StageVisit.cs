namespace CustomerJourney.Classification;

/// <summary>One stay of a customer in a stage: from the first evidence for it to the first evidence for another stage, or to dormancy.</summary>
public sealed record StageVisit
{
    /// <summary>The stage.</summary>
    public required Stage Stage { get; init; }

    /// <summary>When the first event of the stay began, or when the silence was complete that began it.</summary>
    public required DateTimeOffset Entered { get; init; }

    /// <summary>When the customer entered the next stage, or became dormant; <see langword="null"/> while the stay is open.</summary>
    public required DateTimeOffset? Exited { get; init; }

    /// <summary>The number of events of the stay that are evidence for the stage; 0 only for a stay that silence began.</summary>
    public required int Events { get; init; }

    /// <summary>Whether the customer has been in the stage before.</summary>
    public required bool IsReturn { get; init; }

    /// <summary>How many stages of the map lie between the stage before and this one, where the stay moved forward over them; 0 otherwise. A first stay skips the stages before it.</summary>
    public required int SkippedStages { get; init; }

    /// <summary>Whether the stay is in an earlier stage than the one before.</summary>
    public required bool IsBackward { get; init; }

    /// <summary>Whether silence began the stay, not an event.</summary>
    public bool IsFromSilence { get; init; }

    /// <summary>Whether the customer came back with the stay: its first event is his first evidence after he was dormant. A stay that silence began is none.</summary>
    public bool IsReentry { get; init; }

    /// <summary>Whether the stay ended because the customer became dormant.</summary>
    public bool EndedDormant { get; init; }

    /// <summary>Whether the source of the first event said that it does not know the stages before (<see cref="Events.EventMapping.EarlierStagesAttribute"/>): skipped stages may have been visited.</summary>
    public bool EarlierStagesAreUnknown { get; init; }

    /// <summary>How long the stay lasted; <see langword="null"/> while it is open.</summary>
    public TimeSpan? Duration => Exited - Entered;
}
