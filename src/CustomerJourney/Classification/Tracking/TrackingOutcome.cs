namespace CustomerJourney.Classification.Tracking;

/// <summary>What became of an event that was given to a tracker.</summary>
public enum TrackingOutcome
{
    /// <summary>It counts.</summary>
    Counted,

    /// <summary>The customer has an event with its id, or an event that is equal in every field: it counts once.</summary>
    Duplicate,

    /// <summary>It began before the horizon: it was counted as late and changes nothing.</summary>
    TooLate,
}
