namespace CustomerJourney.Events;

/// <summary>What to do with an event that the log already holds: one with the same id, or one equal in every field. Duplicates are always counted.</summary>
public enum DuplicateEvents
{
    /// <summary>Keep every event.</summary>
    Keep,

    /// <summary>Keep the first of the duplicates in the order of the log and leave out the others.</summary>
    Drop,

    /// <summary>Refuse the others as bad rows: an exception when reading strictly, rejected rows otherwise.</summary>
    Reject,
}
