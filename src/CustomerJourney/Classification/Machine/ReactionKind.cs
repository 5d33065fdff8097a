namespace CustomerJourney.Classification.Machine;

/// <summary>The kinds of <see cref="Reaction"/>.</summary>
internal enum ReactionKind
{
    /// <summary>A time is looked at and a new one is kept: counts within a time, steps of sequences, silences, and rules that hold at every event.</summary>
    Recalls,

    /// <summary>The event is counted, whenever the others were.</summary>
    Counts,

    /// <summary>The amount of the event is added.</summary>
    Adds,

    /// <summary>The event ends sequences that have begun, unless it is a step itself.</summary>
    Breaks,
}
