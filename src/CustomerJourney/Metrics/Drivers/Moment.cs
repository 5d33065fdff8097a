using CustomerJourney.Events;

namespace CustomerJourney.Metrics.Drivers;

/// <summary>The moment before which a customer is looked at: events at lower positions that were over by then, and no longer ago than the look-back.</summary>
internal readonly record struct Moment(int Position, long Ticks, long Earliest)
{
    /// <summary>The moment of the event at a position; for the end of the trace that of the latest event.</summary>
    public static Moment At(in CustomerTrace trace, int position, TimeSpan? lookBack)
    {
        long ticks = long.MinValue;
        if (position < trace.Length) ticks = trace.Ticks[position];
        else foreach (long at in trace.Ticks) ticks = Math.Max(ticks, at);
        return new Moment(position, ticks, EarliestOf(ticks, lookBack));
    }

    /// <summary>An instant, after the events that happened before it.</summary>
    public static Moment AtInstant(in CustomerTrace trace, long ticks, TimeSpan? lookBack)
    {
        // Events are in the order of their starts; those that start later cannot have been over.
        ReadOnlySpan<long> started = trace.StartedTicks;
        int position = 0;
        while (position < started.Length && started[position] < ticks) position++;
        return new Moment(position, ticks, EarliestOf(ticks, lookBack));
    }

    public bool Includes(long ticks) => ticks <= Ticks && ticks >= Earliest;

    private static long EarliestOf(long ticks, TimeSpan? lookBack) => lookBack is { } window && ticks > long.MinValue + window.Ticks ? ticks - window.Ticks : long.MinValue;
}
