namespace CustomerJourney;

/// <summary>Where an improvement is on its way.</summary>
public enum OpportunityStatus
{
    /// <summary>Somebody thought of it.</summary>
    Idea,

    /// <summary>It is decided.</summary>
    Planned,

    /// <summary>It is being done.</summary>
    InProgress,

    /// <summary>It is done.</summary>
    Done,

    /// <summary>It will not be done.</summary>
    Rejected,
}
