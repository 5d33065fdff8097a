namespace CustomerJourney.Classification.Machine;

/// <summary>What says which stage an event stands for.</summary>
internal enum DecisionKind : byte
{
    /// <summary>Nothing does.</summary>
    None,

    /// <summary>Another system states the stage.</summary>
    History,

    /// <summary>A rule holds at the event.</summary>
    Rule,

    /// <summary>The event is evidence for a touchpoint.</summary>
    Touchpoint,
}
