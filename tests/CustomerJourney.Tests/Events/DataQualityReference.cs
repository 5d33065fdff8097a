using CustomerJourney.Events;

namespace CustomerJourney.Tests.Events;

/// <summary>Every figure of <see cref="DataQuality"/> from the events themselves, by the words of its definition and without regard to time.</summary>
internal static class DataQualityReference
{
    public static DataQualityResult Of(JourneyEvent[] events, string[] withoutEvents, DataQuality definition, Journey? map)
    {
        JourneyEvent[][] customers = [.. events.GroupBy(one => one.Customer).Select(group => InOrder([.. group]))];
        string[] known = [.. map?.Touchpoints.SelectMany(touchpoint => touchpoint.EventBindings).Select(binding => binding.Event) ?? []];
        JourneyEvent[] unknown = map is null ? [] : [.. events.Where(one => !known.Contains(one.Event) && !(one.Feedback?.About is { } about && map.FindTouchpoint(about) is not null))];
        long[] perDay = [.. Days(events, definition.Calendar).Select(day => (long)day.Count)];
        List<TrackingGap> gaps = Gaps(events, definition.Calendar);
        SuspectedBot[] bots = [.. customers.Select(Rates).Where(bot => bot.MostInOneMinute > definition.MostEventsPerMinute || bot.MostInOneDay > definition.MostEventsPerDay)];
        long[] active = [.. perDay.Where(count => count > 0).Order()];
        return new DataQualityResult
        {
            Definition = definition,
            Events = events.Length,
            Customers = customers.Length + withoutEvents.Length,
            CustomersWithoutEvents = withoutEvents.Length,
            CustomersWithOneEvent = customers.Count(trace => trace.Length == 1),
            Range = events.Length == 0 ? null : new TimeRange(events.Min(one => one.At).ToUniversalTime(), events.Max(one => one.At).ToUniversalTime().AddTicks(1)),
            TiedEvents = customers.Sum(trace => trace.Count(one => trace.Count(other => other.At == one.At) > 1)),
            RepeatedEvents = customers.Sum(trace => trace.Where((one, index) => trace.Take(index).Any(earlier => Fields(earlier) == Fields(one))).Count()),
            RepeatedIds = customers.Sum(trace => trace.Where((one, index) =>
                one.Id is not null && trace.Take(index).Any(earlier => earlier.Id == one.Id) && trace.Take(index).All(earlier => Fields(earlier) != Fields(one))).Count()),
            RecordedBeforeHappening = events.All(one => one.RecordedAt is null) ? null : events.Count(one => one.RecordedAt < one.At),
            FutureEvents = definition.AsOf is null ? null : events.Count(one => one.At > definition.AsOf),
            UnknownEvents = map is null ? null : unknown.Length,
            UnknownEventNames = [.. unknown.GroupBy(one => one.Event).OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal)
                .Select(group => new NameCount { Name = group.Key, Count = group.Count() }).Take(definition.MostListed)],
            DaysWithEvents = active.Length,
            DaysWithoutEvents = perDay.Length - active.Length,
            MedianEventsPerDay = active.Length == 0 ? null : active.Length % 2 == 1 ? active[active.Length / 2] : (active[(active.Length / 2) - 1] + active[active.Length / 2]) / 2.0,
            GapCount = gaps.Count,
            Gaps = [.. gaps.OrderByDescending(gap => gap.Days).ThenBy(gap => gap.First).Take(definition.MostListed)],
            SuspectedBotCount = bots.Length,
            SuspectedBotEvents = bots.Sum(bot => bot.Events),
            SuspectedBots = [.. bots.OrderByDescending(bot => bot.Events).ThenBy(bot => bot.Customer, StringComparer.Ordinal).Take(definition.MostListed)],
        };
    }

    private static JourneyEvent[] InOrder(JourneyEvent[] trace) =>
        [.. trace.Select((one, index) => (one, index)).OrderBy(pair => pair.one.StartedAt ?? pair.one.At).ThenBy(pair => pair.one.At)
            .ThenBy(pair => pair.one.Sequence).ThenBy(pair => pair.index).Select(pair => pair.one)];

    private static string Fields(JourneyEvent one) => string.Join('|',
        one.At.UtcTicks, (one.StartedAt ?? one.At).UtcTicks, one.RecordedAt?.UtcTicks, one.Event, one.Channel, one.Sequence, one.Id,
        one.Feedback is { } answer ? $"{answer.Kind} {answer.Score} {answer.Question} {answer.About}" : "none",
        one.Value, one.Value is null ? null : one.Currency,
        string.Join(',', one.Attributes.OrderBy(attribute => attribute.Key, StringComparer.Ordinal).Select(attribute => $"{attribute.Key}={attribute.Value}")));

    private static SuspectedBot Rates(JourneyEvent[] trace) => new()
    {
        Customer = trace[0].Customer,
        Events = trace.Length,
        MostInOneMinute = trace.Max(first => trace.Count(one => one.At >= first.At && one.At - first.At < TimeSpan.FromMinutes(1))),
        MostInOneDay = trace.Max(first => trace.Count(one => one.At >= first.At && one.At - first.At < TimeSpan.FromDays(1))),
    };

    /// <summary>All days from the first event's to the last one's that the zone has, with the number of events from the first instant of each to that of the next.</summary>
    private static IEnumerable<(DateOnly Day, int Count)> Days(JourneyEvent[] events, ReportingCalendar calendar)
    {
        if (events.Length == 0) yield break;
        DateOnly last = calendar.PeriodOf(events.Max(one => one.At), CalendarUnit.Day).AddDays(2);
        bool begun = false;
        int left = events.Length;
        for (DateOnly day = calendar.PeriodOf(events.Min(one => one.At), CalendarUnit.Day); day < last && left > 0; day = day.AddDays(1))
        {
            DateTimeOffset start = calendar.StartOf(day), end = calendar.StartOf(day.AddDays(1));
            if (start == end) continue;
            int count = events.Count(one => one.At >= start && one.At < end);
            begun |= count > 0;
            left -= count;
            if (begun) yield return (day, count);
        }
    }

    private static List<TrackingGap> Gaps(JourneyEvent[] events, ReportingCalendar calendar)
    {
        List<TrackingGap> gaps = [];
        DateOnly? before = null;
        int days = 0;
        foreach ((DateOnly day, int count) in Days(events, calendar))
        {
            if (count == 0)
            {
                days++;
                continue;
            }

            if (days > 0) gaps.Add(new TrackingGap { First = before!.Value.AddDays(1), Last = day.AddDays(-1), Days = days });
            (before, days) = (day, 0);
        }

        return gaps;
    }
}
