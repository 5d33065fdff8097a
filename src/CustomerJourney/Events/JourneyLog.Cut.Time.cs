namespace CustomerJourney.Events;

/// <content>Cutting by time, in the ways that process mining tells apart: events in a span, customers contained in it, customers who meet it, customers who begin in it.</content>
public partial class JourneyLog
{
    /// <summary>The events that happened within a span; customers without any are left out.</summary>
    /// <param name="range">The span, half-open. An event that lasts happens when it ends.</param>
    /// <remarks>What came before the span is gone from the log: a customer of many years begins anew in its retention cohorts and first events.</remarks>
    public virtual JourneyLog Within(TimeRange range)
    {
        long start = range.Start.UtcTicks, end = range.End.UtcTicks;
        DateTimeOffset? observedUntil = Schema.ObservedUntil > range.End ? range.End : Schema.ObservedUntil;
        return Cut(Columns.StartedAt is null ? RunsWithin(start, end) : LogCut.OfEvents(Columns, MarkWithin), observedUntil, end);

        void MarkWithin(in CustomerTrace trace, Span<bool> keeps)
        {
            ReadOnlySpan<long> ticks = trace.Ticks;
            for (int position = 0; position < keeps.Length; position++) keeps[position] = ticks[position] >= start && ticks[position] < end;
        }
    }

    /// <summary>The customers whose events all lie within a span, from the first one's begin to the last one's end, with all their events; customers without events are left out.</summary>
    /// <param name="range">The span, half-open.</param>
    /// <remarks>"Contained" in process mining. Customers whose journey has not ended by the end of the log count as contained by what is known of them.</remarks>
    public virtual JourneyLog WhereContainedIn(TimeRange range)
    {
        long start = range.Start.UtcTicks, end = range.End.UtcTicks;
        return CutCustomers(customer =>
        {
            CustomerTrace trace = TraceOf(customer);
            // Events are in the order of their starts; their ends may be in any order.
            if (trace.Length == 0 || trace.StartedTicks[0] < start) return false;
            if (!trace.HasStarts) return trace.Ticks[^1] < end;
            foreach (long ticks in trace.Ticks)
            {
                if (ticks >= end) return false;
            }

            return true;
        });
    }

    /// <summary>The customers with any event in a span, with all their events. An event that lasts is in the span if any part of it is.</summary>
    /// <param name="range">The span, half-open.</param>
    /// <remarks>"Intersecting" in process mining, by events: a customer with events before and after the span and none in it was not active in it.</remarks>
    public virtual JourneyLog WhereActiveIn(TimeRange range)
    {
        long start = range.Start.UtcTicks, end = range.End.UtcTicks;
        return CutCustomers(customer =>
        {
            CustomerTrace trace = TraceOf(customer);
            ReadOnlySpan<long> ends = trace.Ticks, starts = trace.StartedTicks;
            if (start == end) return false;
            for (int position = 0; position < ends.Length && starts[position] < end; position++)
            {
                if (ends[position] >= start) return true;
            }

            return false;
        });
    }

    /// <summary>The customers whose first event begins within a span, with all their events: a cohort.</summary>
    /// <param name="range">The span, half-open.</param>
    public virtual JourneyLog WhereBeganIn(TimeRange range)
    {
        long start = range.Start.UtcTicks, end = range.End.UtcTicks;
        return CutCustomers(customer => TraceOf(customer) is { Length: > 0 } trace && trace.StartedTicks[0] >= start && trace.StartedTicks[0] < end);
    }

    /// <summary>What was known at an instant: the events that had been recorded by then, those without a time of recording by the time at which they happened. Customers without any are left out.</summary>
    /// <param name="instant">The instant, inclusive.</param>
    /// <remarks>
    /// Events that arrived late are missing from what was known when they happened. A classified log keeps the stages that events were given over the whole log; what a classifier would have said at that time
    /// is <c>classifier.Classify(log.KnownAt(instant), asOf: instant)</c>, which tells of the time before the instant: of what happened at this very time only silence counts.
    /// Attributes of customers are those of the whole log, since of each only the latest value is kept.
    /// </remarks>
    public virtual JourneyLog KnownAt(DateTimeOffset instant)
    {
        long last = instant.UtcTicks, end = Math.Min(last, DateTimeOffset.MaxValue.Ticks - 1) + 1;
        DateTimeOffset after = new(end, TimeSpan.Zero);
        return Cut(LogCut.OfEvents(Columns, Mark), Schema.ObservedUntil > after ? after : Schema.ObservedUntil, end);

        void Mark(in CustomerTrace trace, Span<bool> keeps)
        {
            ReadOnlySpan<long> ticks = trace.Ticks;
            long[]? recorded = trace.Columns.RecordedAt;
            for (int position = 0; position < keeps.Length; position++)
            {
                long known = recorded is null || recorded[trace.Start + position] == EventRow.None ? ticks[position] : recorded[trace.Start + position];
                keeps[position] = known <= last;
            }
        }
    }

    /// <summary>What happened before an instant. Unlike in other cuts, customers listed without events stay: they were known all the time.</summary>
    internal JourneyLog Until(DateTimeOffset asOf)
    {
        long end = asOf.UtcTicks;
        if (Range is not { } range || range.End.UtcTicks <= end) return this;
        LogCut cut = LogCut.OfEvents(Columns, (in CustomerTrace trace, Span<bool> keeps) =>
        {
            ReadOnlySpan<long> ticks = trace.Ticks;
            for (int position = 0; position < keeps.Length; position++) keeps[position] = ticks[position] < end;
        });
        return Cut(cut.WithCustomersWithoutEvents(Columns), asOf, end);
    }

    /// <summary>For each customer, the run of events in a span: without events that last, times ascend.</summary>
    private LogCut RunsWithin(long start, long end)
    {
        int[] starts = new int[CustomerCount], ends = new int[CustomerCount];
        Chunks.Each(CustomerCount, (first, last) =>
        {
            for (int customer = first; customer < last; customer++)
            {
                CustomerTrace trace = TraceOf(customer);
                starts[customer] = trace.Start + FirstAtOrAfter(trace.Ticks, start);
                ends[customer] = trace.Start + FirstAtOrAfter(trace.Ticks, end);
            }
        });
        int[] customers = LogCut.Where(CustomerCount, customer => starts[customer] < ends[customer]);
        return LogCut.OfRuns(customers, [.. customers.Select(customer => starts[customer])], [.. customers.Select(customer => ends[customer])]);
    }

    private static int FirstAtOrAfter(ReadOnlySpan<long> ascending, long ticks)
    {
        int low = 0, high = ascending.Length;
        while (low < high)
        {
            int middle = low + ((high - low) / 2);
            if (ascending[middle] < ticks) low = middle + 1;
            else high = middle;
        }

        return low;
    }
}
