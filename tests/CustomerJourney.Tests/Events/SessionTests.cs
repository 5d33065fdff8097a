using CustomerJourney.Classification;
using CustomerJourney.Events;
using CustomerJourney.Tests.Support;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerJourney.Tests.Events;

public class SessionTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Gap = TimeSpan.FromMinutes(30);
    private static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    [Fact]
    public void Sessions_agree_with_a_slow_reference() => Prop.ForAll(LogGenerator.Events, Gen.Choose(0, int.MaxValue).ToArbitrary(), (events, seed) =>
    {
        TimeSpan gap = TimeSpan.FromHours(9 * (seed % 3));
        TimeSpan? maxLength = seed % 5 < 2 ? null : TimeSpan.FromHours(9 * (seed % 5));
        TimeZoneInfo? zone = seed % 7 < 3 ? null : Berlin;
        foreach (JourneyEvent[] some in (JourneyEvent[][])[events, [.. events.Select(one => one with { StartedAt = null })], [.. events.Select(one => one with { Customer = one.Customer == "B" ? "a#" : one.Customer == "b" ? "a b" : one.Customer })]])
        {
            JourneyLog log = JourneyLog.From(some, [new() { Customer = "never" }]), sessions = log.BySession(gap, maxLength, zone);
            Dictionary<string, string> customerOf = [];
            List<JourneyEvent> renamed = [];
            foreach (string customer in log.CustomerIds)
            {
                JourneyEvent[][] own = [.. Slow(CutReference.InOrder(some, customer), gap, maxLength, zone)];
                for (int number = 1; number <= own.Length; number++)
                {
                    string id = $"{customer}#{number:D4}";
                    customerOf.Add(id, customer);
                    renamed.AddRange(own[number - 1].Select(one => one with { Customer = id }));
                }
            }

            CutReference.Same(CutReference.Rebuilt(renamed, customerOf.Select(pair => (pair.Key, pair.Value)), log, session => [("customer", customerOf[session])]), sessions);
            Assert.Equal(log.Schema.ObservedUntil, sessions.Schema.ObservedUntil);
            StagedLog staged = LogGenerator.Shop.Classify(log);
            CutReference.SameStages(staged, staged.BySession(gap, maxLength, zone), session => customerOf[session]);
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_session_begins_when_the_gap_is_greater_than_the_limit()
    {
        JourneyLog log = JourneyLog.From([At(0), At(30), At(60), At(90.001), At(91)]);
        JourneyLog sessions = log.BySession(Gap);
        Assert.Equal(["a#0001", "a#0002"], sessions.CustomerIds);
        Assert.Equal([3, 2], Lengths(sessions));
        Assert.Equal("a", sessions.TraceOf(1).Attribute("customer"));
        Assert.Same(log.Columns.Ticks, sessions.Columns.Ticks);
        Assert.Equal([5], Lengths(log.BySession(TimeSpan.MaxValue)));
        JourneyLog again = sessions.BySession(TimeSpan.Zero, customerAttribute: "session");
        Assert.Equal(("a#0002#0002", "a", "a#0002"), (again.CustomerIds[4], again.TraceOf(4).Attribute("customer"), again.TraceOf(4).Attribute("session")));
    }

    [Fact]
    public void A_long_session_is_divided_where_an_event_begins_too_late()
    {
        JourneyLog log = JourneyLog.From(Enumerable.Range(0, 10).Select(index => At(20 * index)));
        Assert.Equal([4, 4, 2], Lengths(log.BySession(Gap, maxLength: TimeSpan.FromHours(1))));
        Assert.Equal([1, 1, 1, 1, 1, 1, 1, 1, 1, 1], Lengths(log.BySession(Gap, maxLength: TimeSpan.Zero)));
        Assert.Equal([10], Lengths(log.BySession(Gap, maxLength: TimeSpan.MaxValue)));
    }

    [Fact]
    public void Idle_time_runs_from_the_latest_end()
    {
        // The call lasts from 0 to 100; the mail at 10 ends before it.
        JourneyLog log = JourneyLog.From([At(100) with { StartedAt = Noon }, At(10), At(125), At(156)]);
        Assert.Equal([3, 1], Lengths(log.BySession(Gap)));
    }

    [Fact]
    public void Sessions_end_at_midnight_of_the_zone()
    {
        // Midnight in Berlin is 23:00 UTC in winter and, from the 29th of March 2026 on, 22:00 in summer.
        DateTimeOffset evening = new(2026, 3, 28, 22, 50, 0, TimeSpan.Zero);
        JourneyLog log = JourneyLog.From([One(evening), One(evening.AddMinutes(9.9)), One(evening.AddMinutes(10)), One(evening.AddHours(23).AddMinutes(9)), One(evening.AddHours(23).AddMinutes(10))]);
        Assert.Equal([2, 2, 1], Lengths(log.BySession(TimeSpan.FromDays(2), splitAtMidnight: Berlin)));
        Assert.Equal([3, 2], Lengths(log.BySession(TimeSpan.FromDays(2), splitAtMidnight: TimeZoneInfo.Utc)));
        Assert.Equal([5], Lengths(log.BySession(TimeSpan.FromDays(2))));
        Assert.Equal(0, JourneyLog.From([]).BySession(Gap, splitAtMidnight: Berlin).CustomerCount);

        static JourneyEvent One(DateTimeOffset at) => new() { Customer = "a", Event = "e", At = at };
    }

    [Fact]
    public void Ids_of_sessions_are_in_order_whatever_the_ids_of_customers()
    {
        string[] customers = ["a", "a b", "a!", "a#", "a#0001", "a#0001#0002", "a$", "a1", "b", "b:", "ä"];
        JourneyLog log = JourneyLog.From(customers.SelectMany(customer => Enumerable.Range(0, 12).Select(hour => At(60 * hour) with { Customer = customer, Value = hour, Currency = customer })));
        JourneyLog sessions = log.BySession(Gap);
        Assert.Equal(12 * customers.Length, sessions.CustomerCount);
        Assert.Equal(sessions.CustomerIds.Order(StringComparer.Ordinal).Distinct(), sessions.CustomerIds);
        Assert.Empty(sessions.CustomerIds.Intersect(log.CustomerIds));
        for (int session = 0; session < sessions.CustomerCount; session++)
        {
            string customer = sessions.TraceOf(session).Attribute("customer")!;
            int number = (int)sessions.TraceOf(session).Amount(0).Value!.Value + 1;
            // A mark more, since "a#0001" is a customer.
            Assert.Equal($"{customer}##{number:D4}", sessions.CustomerIds[session]);
            Assert.Equal(customer, sessions.TraceOf(session).Amount(0).Currency);
        }
    }

    [Fact]
    public void More_sessions_than_four_digits_count_are_in_order()
    {
        JourneyLog sessions = JourneyLog.From(Enumerable.Range(0, 10_002).Select(hour => At(60 * hour))).BySession(Gap);
        Assert.Equal(["a#9999", "a#:0000010000", "a#:0000010001", "a#:0000010002"], sessions.CustomerIds.Skip(9_998));
        Assert.Equal(sessions.CustomerIds.Order(StringComparer.Ordinal), sessions.CustomerIds);
    }

    [Fact]
    public void The_scan_of_gaps_agrees_with_a_plain_one_over_many_events()
    {
        Random random = new(4);
        List<JourneyEvent> events = [];
        for (int customer = 0; customer < 5_000; customer++)
        {
            double minutes = random.Next(100_000);
            for (int count = random.Next(1, 120); count > 0; count--) events.Add(At(minutes += random.Next(0, 62)) with { Customer = $"c{customer:D5}" });
        }

        JourneyLog log = JourneyLog.From(events), sessions = log.BySession(Gap);
        List<int> starts = [];
        for (int customer = 0; customer < log.CustomerCount; customer++)
        {
            for (int position = log.Columns.Offsets[customer]; position < log.Columns.Offsets[customer + 1]; position++)
            {
                if (position == log.Columns.Offsets[customer] || log.Columns.Ticks[position] - log.Columns.Ticks[position - 1] > Gap.Ticks) starts.Add(position);
            }
        }

        Assert.Equal([.. starts, events.Count], sessions.Columns.Offsets);
        Assert.Equal("c04999", sessions.TraceOf(sessions.CustomerCount - 1).Attribute("customer"));
    }

    [Fact]
    public void Sessions_that_cannot_be_cut_are_refused()
    {
        JourneyLog log = JourneyLog.From([At(0) with { CustomerAttributes = new Dictionary<string, string> { ["customer"] = "x" } }]);
        Assert.Equal(
            "Customers already have an attribute 'customer'; name another one for the id of a session's customer. (Parameter 'customerAttribute')",
            Assert.Throws<ArgumentException>(() => log.BySession(Gap)).Message);
        Assert.Equal(["customer", "person"], log.BySession(Gap, customerAttribute: "person").Schema.CustomerAttributes);
        Assert.Throws<ArgumentOutOfRangeException>("gap", () => log.BySession(TimeSpan.FromTicks(-1)));
        Assert.Throws<ArgumentOutOfRangeException>("maxLength", () => log.BySession(Gap, TimeSpan.FromTicks(-1)));
        Assert.Throws<ArgumentException>("customerAttribute", () => log.BySession(Gap, customerAttribute: ""));
    }

    private static IEnumerable<JourneyEvent[]> Slow(JourneyEvent[] events, TimeSpan gap, TimeSpan? maxLength, TimeZoneInfo? zone)
    {
        List<JourneyEvent> session = [];
        for (int index = 0; index < events.Length; index++)
        {
            DateTimeOffset start = Start(events[index]);
            if (session.Count > 0
                && (start - events[..index].Max(earlier => earlier.At) > gap || start - Start(session[0]) > maxLength || (zone is not null && DayOf(start) != DayOf(Start(session[0])))))
            {
                yield return [.. session];
                session.Clear();
            }

            session.Add(events[index]);
        }

        if (session.Count > 0) yield return [.. session];

        DateTime DayOf(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, zone!).Date;

        static DateTimeOffset Start(JourneyEvent one) => one.StartedAt ?? one.At;
    }

    private static JourneyEvent At(double minutes) => new() { Customer = "a", Event = "e", At = Noon.AddMinutes(minutes) };

    private static int[] Lengths(JourneyLog log) => [.. Enumerable.Range(0, log.CustomerCount).Select(customer => log.TraceOf(customer).Length)];
}
