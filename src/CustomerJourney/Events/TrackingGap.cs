namespace CustomerJourney.Events;

/// <summary>A stretch of whole days on which nobody did anything, between days with events.</summary>
public sealed record TrackingGap
{
    /// <summary>The first day without events.</summary>
    public required DateOnly First { get; init; }

    /// <summary>The last day without events.</summary>
    public required DateOnly Last { get; init; }

    /// <summary>The number of days, at least 1. A day that the zone skipped does not count.</summary>
    public required int Days { get; init; }
}
