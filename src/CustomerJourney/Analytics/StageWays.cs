using CustomerJourney.Classification;

namespace CustomerJourney.Analytics;

/// <summary>The way from one stage to the next, where nobody has said how long it may take.</summary>
internal static class StageWays
{
    private const int PartOfObservation = 4;

    /// <summary>A quarter of the time for which a log was watched, in whole days where that is one or more: long enough to go on, short enough that most windows have closed.</summary>
    public static TimeSpan WindowFor(StagedLog log)
    {
        TimeSpan watched = log.Schema.ObservedUntil - log.Range?.Start ?? TimeSpan.Zero;
        TimeSpan part = watched / PartOfObservation;
        return part >= TimeSpan.FromDays(1) ? TimeSpan.FromDays(Math.Floor(part.TotalDays)) : new TimeSpan(Math.Max(1, part.Ticks));
    }

    /// <param name="from">What finds the stage that customers leave.</param>
    /// <param name="to">What finds the stage that they enter.</param>
    /// <param name="window">How long it may take.</param>
    public static Funnel Between(string from, string to, TimeSpan window) => new(from, to) { Window = window };
}
