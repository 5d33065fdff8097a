namespace CustomerJourney;

/// <summary>Where a map is in its life.</summary>
public enum JourneyStatus
{
    /// <summary>Being written; nobody relies on it yet.</summary>
    Draft,

    /// <summary>Written, and being looked at by others.</summary>
    InReview,

    /// <summary>Valid. A published map is not edited: an edited copy is the next version.</summary>
    Published,

    /// <summary>No longer valid, kept for comparison.</summary>
    Archived,
}
