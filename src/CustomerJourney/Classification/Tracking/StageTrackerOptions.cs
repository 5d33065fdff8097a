namespace CustomerJourney.Classification.Tracking;

/// <summary>How late events may come, and how much a tracker remembers of a customer.</summary>
public sealed record StageTrackerOptions
{
    /// <summary>
    /// How long an event may begin before the customer's latest one and still count: inside this horizon any order of arrival and any repetition give the answer of the batch. One hour by default; not negative.
    /// </summary>
    /// <remarks>
    /// Events that begin earlier are counted and given back as <see cref="TrackingOutcome.TooLate"/>; <see cref="StageTracker.RebuildAsync"/> takes them in. Events with the same begin, end and sequence are taken in the order of
    /// their arrival, as a log takes them in that of its rows: who has such events and wants any order of arrival gives them a <see cref="Events.JourneyEvent.Sequence"/>.
    /// The horizon follows the customer's latest event, since there is no clock here: one event that is dated years ahead by mistake makes all that come after it too late. Refuse such events before they are tracked.
    /// </remarks>
    public TimeSpan Lateness { get; init; } = TimeSpan.FromHours(1);

    /// <summary>The most events that are kept of one customer, 1…100,000. Of more inside the horizon the earliest, up to an eighth, are sealed before their time, and what begins before or with them is too late. 1,000 by default.</summary>
    public int MaximumEvents { get; init; } = 1_000;

    /// <summary>
    /// How many of a customer's latest events are kept at least even where they lie before the horizon, so that <see cref="StageTracker.ExplainAsync"/> can list them, 0…10,000. 16 by default. With 0 what lies before the horizon
    /// is told as counts only, and a tracker of rare events has less to do.
    /// </summary>
    public int KeptEvents { get; init; } = 16;

    /// <summary>How many of the latest visits of a customer are kept, 1…1,000; earlier ones live on in the records of their stages and in <see cref="CustomerStage.EarlierVisits"/>. 8 by default.</summary>
    public int KeptVisits { get; init; } = 8;

    /// <summary>How often a save is tried when others save the same customer meanwhile, 1…1,000. 50 by default.</summary>
    public int MaximumAttempts { get; init; } = 50;

    internal void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Lateness, TimeSpan.Zero, nameof(Lateness));
        ThrowIfOutside(MaximumEvents, 100_000, nameof(MaximumEvents));
        ArgumentOutOfRangeException.ThrowIfNegative(KeptEvents, nameof(KeptEvents));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(KeptEvents, 10_000, nameof(KeptEvents));
        ThrowIfOutside(KeptVisits, 1_000, nameof(KeptVisits));
        ThrowIfOutside(MaximumAttempts, 1_000, nameof(MaximumAttempts));
    }

    private static void ThrowIfOutside(int value, int most, string name)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, 1, name);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, most, name);
    }
}
