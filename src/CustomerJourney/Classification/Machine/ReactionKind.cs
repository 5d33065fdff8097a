namespace CustomerJourney.Classification.Machine;

/// <summary>The kinds of <see cref="Reaction"/>.</summary>
internal enum ReactionKind
{
    /// <summary>The rule holds at every such event.</summary>
    Holds,

    /// <summary>The event is counted.</summary>
    Counts,

    /// <summary>The amount of the event is added.</summary>
    Adds,

    /// <summary>The event is a step of a sequence.</summary>
    Steps,

    /// <summary>The event ends sequences that have begun, unless it is a step itself.</summary>
    Breaks,

    /// <summary>The event begins a new silence.</summary>
    EndsSilence,
}
