namespace CustomerJourney.Classification.Machine;

/// <summary>The kinds of <see cref="Reaction"/>.</summary>
internal enum ReactionKind
{
    /// <summary>A time is looked at and a new one is kept: counts within a time, first and last steps of sequences, silences.</summary>
    Recalls,

    /// <summary>The rule holds at every such event.</summary>
    Holds,

    /// <summary>The event is counted, whenever the others were.</summary>
    Counts,

    /// <summary>The amount of the event is added.</summary>
    Adds,

    /// <summary>The event is a step of a sequence, neither the first nor the last one.</summary>
    Steps,

    /// <summary>The event ends sequences that have begun, unless it is a step itself.</summary>
    Breaks,
}
