using CustomerJourney.Events;
using CustomerJourney.Tests.Support;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerJourney.Tests.Events;

public class DuplicateTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Duplicates_are_counted_and_kept_unless_asked_otherwise()
    {
        JourneyLog log = JourneyLog.From([Event("a"), Event("a"), Event("b"), Event("a")]);
        Assert.Equal((4L, 2L, 0L, 4L), (log.EventCount, log.Quality.Duplicates, log.Quality.DroppedDuplicates, log.Quality.Accepted));
    }

    [Fact]
    public void Dropped_duplicates_are_accepted_rows_that_are_not_in_the_log()
    {
        JourneyLog log = Read(DuplicateEvents.Drop, Event("a"), Event("a"), Event("b"), Event("a"));
        Assert.Equal((2L, 2L, 2L, 4L, 0L), (log.EventCount, log.Quality.Duplicates, log.Quality.DroppedDuplicates, log.Quality.Accepted, log.Quality.Rejected));
    }

    [Fact]
    public void Rejected_duplicates_are_listed_with_their_line()
    {
        JourneyLog log = Read(DuplicateEvents.Reject, Event("a") with { Id = "7" }, Event("b"), Event("c") with { Id = "7" }, Event("b"));
        Assert.Equal((2L, 2L, 0L, 2L, 2L, 4L), (log.EventCount, log.Quality.Duplicates, log.Quality.DroppedDuplicates, log.Quality.Accepted, log.Quality.Rejected, log.Quality.RowsRead));
        Assert.Equal(["line 3, Id '7': is a duplicate of another row", "line 4, Event 'c, b': is a duplicate of another row"], log.Quality.FirstRejected.Select(row => row.ToString()));
    }

    [Fact]
    public void Reading_strictly_a_rejected_duplicate_throws()
    {
        JourneyDataException error = Assert.Throws<JourneyDataException>(() =>
            JourneyLog.From([Event("a"), Event("a")], options: new() { Duplicates = DuplicateEvents.Reject, Strict = true }));
        Assert.Equal(2, error.Row.Line);
        Assert.Equal(1, JourneyLog.From([Event("a"), Event("a")], options: new() { Duplicates = DuplicateEvents.Drop, Strict = true }).EventCount);
    }

    [Fact]
    public void The_same_id_is_a_duplicate_across_customers_and_times()
    {
        JourneyLog log = Read(DuplicateEvents.Drop, Event("a") with { Id = "1" }, Event("b") with { Id = "1", Customer = "d", At = Noon.AddDays(9) });
        Assert.Equal(1, log.EventCount);
        // Customers are known from their rows even where the row was a duplicate.
        Assert.Equal(["c", "d"], log.CustomerIds);
    }

    [Fact]
    public void Rows_that_differ_in_one_field_are_no_duplicates()
    {
        JourneyEvent plain = Event("a") with { Value = 1, Feedback = new(FeedbackKind.Nps, 5) };
        JourneyEvent[] events =
        [
            plain, plain with { Event = "b" }, plain with { Channel = "web" }, plain with { RecordedAt = Noon }, plain with { Sequence = 1 }, plain with { Id = "1" },
            plain with { Feedback = null }, plain with { Feedback = new(FeedbackKind.Csat, 5) }, plain with { Feedback = new(FeedbackKind.Nps, 6) },
            plain with { Feedback = new(FeedbackKind.Nps, 5, "q") }, plain with { Feedback = new(FeedbackKind.Nps, 5, null, "t") },
            plain with { Value = null }, plain with { Value = 2 }, plain with { Currency = "EUR" }, plain with { StartedAt = Noon.AddHours(-1) },
            plain with { Attributes = new Dictionary<string, string> { ["x"] = "1" } }, plain with { CustomerAttributes = new Dictionary<string, string> { ["x"] = "1" } },
        ];
        Assert.Equal(0, JourneyLog.From(events).Quality.Duplicates);
        Assert.Equal(events.Length, JourneyLog.From([.. events, .. events]).Quality.Duplicates);
    }

    [Fact]
    public void A_duplicate_left_out_before_does_not_hide_a_later_one()
    {
        JourneyEvent later = Event("p") with { At = Noon.AddHours(1) };
        JourneyLog log = Read(DuplicateEvents.Drop, Event("x"), Event("x"), later, Event("q") with { At = Noon.AddHours(1) }, later);
        Assert.Equal((3L, 2L), (log.EventCount, log.Quality.Duplicates));
    }

    [Fact]
    public void Duplicates_are_found_among_many_events_of_one_instant()
    {
        JourneyEvent[] events = [.. Enumerable.Range(0, 30).Select(index => Event($"e{index % 20:D2}"))];
        JourneyLog log = Read(DuplicateEvents.Drop, events);
        Assert.Equal((20L, 10L), (log.EventCount, log.Quality.Duplicates));
    }

    [Fact]
    public async Task Many_different_events_of_one_instant_take_no_quadratic_time()
    {
        IEnumerable<JourneyEvent> events = Enumerable.Range(0, 200_000).Select(index => Event("import") with { Id = $"{index}", Value = index });
        JourneyLog log = await Task.Run(() => JourneyLog.From(events)).WaitAsync(TimeSpan.FromSeconds(30));
        Assert.Equal(0, log.Quality.Duplicates);
    }

    [Fact]
    public void Duplicates_agree_with_a_slow_search() => Prop.ForAll(LogGenerator.EventsWithDuplicates, events =>
    {
        long expected = SlowDuplicates(events, out JourneyEvent[] first);
        JourneyLog kept = Read(DuplicateEvents.Keep, events), dropped = Read(DuplicateEvents.Drop, events), rejected = Read(DuplicateEvents.Reject, events);
        Assert.Equal((expected, 0L, (long)events.Length, 0L), CountsOf(kept));
        Assert.Equal((expected, expected, (long)events.Length, 0L), CountsOf(dropped));
        Assert.Equal((expected, 0L, events.Length - expected, expected), CountsOf(rejected));
        Assert.Equal(events.Length - expected, dropped.EventCount);
        LogColumnsComparer.Same(dropped, rejected);
        Assert.Equal(events.Length, rejected.Quality.RowsRead);
        Assert.Equal(expected, rejected.Quality.RejectedByReason.Sum(reason => reason.Rows));
        // What is left is what a log of the first ones holds, but for names that only duplicates had.
        JourneyLog firsts = JourneyLog.From(first, events.Select(one => new CustomerProfile { Customer = one.Customer }));
        Assert.Equal(firsts.Columns.Ticks, dropped.Columns.Ticks);
        Assert.Equal(firsts.Columns.Offsets, dropped.Columns.Offsets);
        Assert.Equal(firsts.Columns.Events.Select(code => firsts.Schema.Events[code]), dropped.Columns.Events.Select(code => dropped.Schema.Events[code]));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Rows_that_come_after_a_later_one_of_their_customer_are_counted()
    {
        JourneyLog log = JourneyLog.From([Event("a"), Event("b") with { At = Noon.AddHours(2) }, Event("c") with { At = Noon.AddHours(1) }, Event("d") with { At = Noon.AddHours(2) }, Event("e") with { Customer = "other", At = Noon.AddDays(-1) }]);
        Assert.Equal(1, log.Quality.Late);
    }

    private static (long, long, long, long) CountsOf(JourneyLog log) => (log.Quality.Duplicates, log.Quality.DroppedDuplicates, log.Quality.Accepted, log.Quality.Rejected);

    /// <summary>In the order of the log, compares each row with all before it.</summary>
    private static long SlowDuplicates(JourneyEvent[] events, out JourneyEvent[] first)
    {
        JourneyEvent[] ordered =
        [
            .. events.Select((one, row) => (one, row))
                .OrderBy(pair => pair.one.Customer, StringComparer.Ordinal).ThenBy(pair => pair.one.StartedAt ?? pair.one.At).ThenBy(pair => pair.one.At).ThenBy(pair => pair.row)
                .Select(pair => pair.one),
        ];
        List<JourneyEvent> kept = [];
        List<JourneyEvent> seen = [];
        foreach (JourneyEvent one in ordered)
        {
            if (!seen.Exists(before => (before.Id is not null && before.Id == one.Id) || SameRow(before, one))) kept.Add(one);
            seen.Add(one);
        }

        first = [.. kept];
        return events.Length - kept.Count;
    }

    private static bool SameRow(JourneyEvent x, JourneyEvent y)
    {
        IReadOnlyDictionary<string, string> none = new Dictionary<string, string>();
        return x.Attributes.OrderBy(pair => pair.Key).SequenceEqual(y.Attributes.OrderBy(pair => pair.Key))
            && x.CustomerAttributes.OrderBy(pair => pair.Key).SequenceEqual(y.CustomerAttributes.OrderBy(pair => pair.Key))
            && Plain(x) == Plain(y);

        // A currency without an amount is not kept; an event that starts when it ends is one that does not last.
        JourneyEvent Plain(JourneyEvent one) => one with { Attributes = none, CustomerAttributes = none, Currency = one.Value is null ? null : one.Currency, StartedAt = one.StartedAt ?? one.At };
    }

    private static JourneyLog Read(DuplicateEvents duplicates, params JourneyEvent[] events) => JourneyLog.From(events, options: new() { Duplicates = duplicates });

    private static JourneyEvent Event(string name) => new() { Customer = "c", Event = name, At = Noon };
}
