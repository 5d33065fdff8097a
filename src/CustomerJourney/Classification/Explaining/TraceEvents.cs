using CustomerJourney.Events;

namespace CustomerJourney.Classification.Explaining;

/// <summary>The events of one customer of a log as they would arrive one by one.</summary>
internal static class TraceEvents
{
    public static JourneyEvent[] Of(StagedLog log, int customer)
    {
        CustomerTrace trace = log.TraceOf(customer);
        JourneyEvent[] events = new JourneyEvent[trace.Length];
        for (int position = 0; position < events.Length; position++) events[position] = Of(log, trace, position);
        return events;
    }

    /// <summary>
    /// Until when silence counts, in UTC ticks. A cut by time leaves out the silence that is complete at its very end, and a classification as of then does not: the log tells which it is.
    /// </summary>
    public static long SilentUntil(StagedLog log, int customer)
    {
        CustomerTrace trace = log.TraceOf(customer);
        long end = log.Schema.ObservedUntil?.UtcTicks ?? 0;
        (int first, int last) = trace.SilenceRange;
        bool isAtEnd = first < last && log.Columns.Silences!.Ticks[last - 1] == end;
        long latest = trace.Length == 0 ? 0 : trace.StartedTicks[^1];
        return isAtEnd ? end : Math.Max(latest, end - 1);
    }

    /// <summary>Whether the log says of the customer what the course says.</summary>
    public static bool AreAsIn(StagedLog log, int customer, CustomerCourse course)
    {
        CustomerTrace trace = log.TraceOf(customer);
        (int entry, int end) = trace.SilenceRange;
        SilenceColumn? silences = log.Columns.Silences;
        foreach (CourseStep step in course.Steps)
        {
            if (step.Event >= 0)
            {
                if (trace.Stages[step.Event] != step.Stage) return false;
                continue;
            }

            byte stage = step.IsDormancy ? LogSchema.Dormant : step.Stage;
            if (entry == end || silences!.Ticks[entry] != step.Ticks || silences.Stages[entry] != stage || silences.Positions[entry] != trace.Start + step.After) return false;
            entry++;
        }

        return entry == end;
    }

    private static JourneyEvent Of(StagedLog log, in CustomerTrace trace, int position)
    {
        TraceEvent one = trace[position];
        LogColumns columns = log.Columns;
        int index = trace.Start + position;
        Dictionary<string, string> attributes = new(StringComparer.Ordinal);
        foreach (AttributeColumn attribute in columns.EventAttributes)
        {
            if (attribute.Codes[index] is >= 0 and int code) attributes.Add(attribute.Name, attribute.Values[code]);
        }

        long started = trace.StartedTicks[position];
        return new JourneyEvent
        {
            Customer = log.CustomerIds[trace.Customer],
            Event = log.Schema.Events[one.Event],
            At = new DateTimeOffset(one.Ticks, TimeSpan.Zero),
            StartedAt = started == one.Ticks ? null : new DateTimeOffset(started, TimeSpan.Zero),
            Channel = one.Channel == LogSchema.NoChannel ? null : log.Schema.Channels[one.Channel],
            Id = columns.Ids?[index],
            Feedback = one.Feedback,
            Value = one.ExactValue,
            Currency = one.Currency,
            Attributes = attributes,
        };
    }
}
