using CustomerJourney.Events;
using CustomerJourney.IO;
using CustomerJourney.Tests.Support;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerJourney.Tests.Events;

public class OrderTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Events_are_ordered_by_start_then_end_then_sequence()
    {
        JourneyLog log = JourneyLog.From(
        [
            Event("late start", Noon.AddHours(2)),
            Event("second", Noon.AddHours(1), sequence: 5),
            Event("third", Noon.AddHours(1), sequence: 6),
            Event("long", Noon.AddHours(3), started: Noon),
            Event("first", Noon.AddHours(1), sequence: -5),
            Event("short", Noon, started: Noon),
        ]);
        Assert.Equal(["short", "long", "first", "second", "third", "late start"], NamesOf(log, 0));
    }

    [Fact]
    public void Events_of_one_instant_without_sequence_keep_the_order_of_arrival()
    {
        string[] names = [.. Enumerable.Range(0, 100).Select(index => $"event {(index * 37) % 100}")];
        Assert.Equal(names, NamesOf(JourneyLog.From(names.Select(name => Event(name, Noon))), 0));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(60)]
    public void Events_without_sequence_come_before_those_with_one_whatever_else_the_log_holds(int others)
    {
        JourneyEvent[] events = [Event("fourth", Noon, sequence: 30), Event("first", Noon), Event("third", Noon, sequence: -30), Event("second", Noon)];
        JourneyLog log = JourneyLog.From([.. Enumerable.Range(0, others).Select(_ => Event("other", Noon, customer: "d")), .. events]);
        Assert.Equal(["first", "second", "third", "fourth"], NamesOf(log, 0));
    }

    [Fact]
    public void The_order_of_a_customer_is_begin_then_end_then_sequence_then_arrival_alone_and_among_others() => Prop.ForAll(Mixed.ToArbitrary(), events =>
    {
        JourneyLog log = JourneyLog.From(events);
        foreach (IGrouping<string, JourneyEvent> own in events.GroupBy(one => one.Customer))
        {
            // A sequence that is missing is the smallest one; LINQ sorts stably.
            IEnumerable<string> expected = own.OrderBy(one => one.StartedAt ?? one.At).ThenBy(one => one.At).ThenBy(one => one.Sequence).Select(one => one.Event);
            Assert.Equal(expected, NamesOf(log, log.CustomerIds.ToList().IndexOf(own.Key)));
            Assert.Equal(expected, NamesOf(JourneyLog.From(own), 0));
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Exports_and_merged_logs_carry_the_order_of_events_of_which_only_some_have_a_sequence() => Prop.ForAll(Mixed.ToArbitrary(), Gen.Choose(0, 60).ToArbitrary(), (events, cut) => Task.Run(async () =>
    {
        // Neither tables nor merged logs know which of a customer's events gave a value that a later one replaced.
        events = [.. events.Select(one => one with { CustomerAttributes = new Dictionary<string, string>(), StartedAt = one.StartedAt == one.At ? null : one.StartedAt })];
        JourneyLog log = JourneyLog.From(events);
        using MemoryStream csv = new(), lines = new(), xes = new(), snapshot = new();
        LogExport table = await log.WriteCsvAsync(csv), objects = await log.WriteJsonLinesAsync(lines);
        Assert.True(table.IsLossless && objects.IsLossless);
        await log.WriteXesAsync(xes);
        await log.WriteSnapshotAsync(snapshot);
        foreach (MemoryStream stream in new[] { csv, lines, xes, snapshot }) stream.Position = 0;
        LogColumnsComparer.Same(log, await JourneyLog.ReadCsvAsync(csv, table.Mapping));
        LogColumnsComparer.Same(log, await JourneyLog.ReadJsonLinesAsync(lines, objects.Mapping));
        if (log.Columns.StartedAt is null || !log.Columns.StartedAt.SequenceEqual(log.Columns.Ticks)) LogColumnsComparer.Same(log, await JourneyLog.ReadXesAsync(xes));
        LogColumnsComparer.Same(log, await JourneyLog.ReadSnapshotAsync(snapshot));
        cut = Math.Min(cut, events.Length);
        LogColumnsComparer.Same(log, JourneyLog.From(events[..cut]).Append(JourneyLog.From(events[cut..])));
    }).GetAwaiter().GetResult()).QuickCheckThrowOnFailure();

    /// <summary>Events at few instants, some with the same sequences, some with none; each name tells its event.</summary>
    private static Gen<JourneyEvent[]> Mixed { get; } =
        from events in LogGenerator.Events.Generator
        from sequences in Gen.Choose(-3, 2).ArrayOf(events.Length)
        from hours in Gen.Choose(0, 1).ArrayOf(events.Length)
        select events.Select((one, index) => one with
        {
            Event = $"{one.Event} {index}",
            At = Noon.AddHours(hours[index]),
            StartedAt = one.StartedAt is null ? null : Noon,
            Sequence = sequences[index] < -1 ? null : sequences[index],
        }).ToArray();

    [Fact]
    public void Customers_and_names_have_ordinal_codes()
    {
        JourneyLog log = JourneyLog.From(
        [
            Event("b", Noon, customer: "ä") with { Channel = "z" },
            Event("B", Noon, customer: "a") with { Channel = "Z" },
            Event("a", Noon, customer: "B"),
            Event("\uFF5E", Noon, customer: "Z"),
            Event("😀", Noon, customer: "Z"),
        ]);
        Assert.Equal(["B", "Z", "a", "ä"], log.CustomerIds);
        // UTF-16 order: the pair of surrogates stands before U+FF5E, though its code point is larger.
        Assert.Equal(["B", "a", "b", "😀", "\uFF5E"], log.Schema.Events);
        Assert.Equal(["Z", "z"], log.Schema.Channels);
        Assert.Equal((3, -1), (log.Schema.EventCode("😀"), log.Schema.EventCode("A")));
        Assert.Equal((1, -1), (log.Schema.ChannelCode("z"), log.Schema.ChannelCode("")));
    }

    [Fact]
    public void Any_order_of_arrival_gives_the_same_bits() => Prop.ForAll(LogGenerator.Events, ArbMap.Default.ArbFor<int>(), (events, seed) =>
    {
        JourneyLog log = JourneyLog.From(events);
        LogColumnsComparer.Same(log, JourneyLog.From(LogGenerator.Shuffled(events, seed)));
        LogColumnsComparer.Same(log, JourneyLog.From(events.Reverse()));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_comparer_of_columns_sees_a_difference_in_each_of_them()
    {
        JourneyEvent plain = Event("a", Noon, started: Noon, sequence: 1) with
        {
            Id = "1",
            RecordedAt = Noon,
            Channel = "web",
            Feedback = new(FeedbackKind.Nps, 5, "q", "t"),
            Value = 1,
            Currency = "EUR",
            Attributes = new Dictionary<string, string> { ["x"] = "1" },
            CustomerAttributes = new Dictionary<string, string> { ["y"] = "1" },
        };
        JourneyEvent[] others =
        [
            plain with { Customer = "other" }, plain with { Event = "b" }, plain with { At = Noon.AddTicks(1) }, plain with { StartedAt = Noon.AddTicks(-1) },
            plain with { Sequence = 2 }, plain with { Id = "2" }, plain with { RecordedAt = null }, plain with { Channel = null },
            plain with { Feedback = null }, plain with { Feedback = new(FeedbackKind.Csat, 5, "q", "t") }, plain with { Feedback = new(FeedbackKind.Nps, 6, "q", "t") },
            plain with { Feedback = new(FeedbackKind.Nps, 5, null, "t") }, plain with { Feedback = new(FeedbackKind.Nps, 5, "q", "u") },
            plain with { Value = 2 }, plain with { Currency = "USD" },
            plain with { Attributes = new Dictionary<string, string> { ["x"] = "2" } }, plain with { CustomerAttributes = new Dictionary<string, string> { ["y"] = "2" } },
        ];
        Assert.All(others, other => Assert.NotNull(LogColumnsComparer.Difference(JourneyLog.From([plain]), JourneyLog.From([other]))));
    }

    [Fact]
    public void Every_event_can_be_read_back() => Prop.ForAll(LogGenerator.Events, events =>
    {
        JourneyLog log = JourneyLog.From(events);
        Assert.Equal(events.Length, log.EventCount);
        IGrouping<string, JourneyEvent>[] expected =
        [
            .. events.OrderBy(one => one.StartedAt ?? one.At).ThenBy(one => one.At).ThenBy(one => one.Sequence)
                .GroupBy(one => one.Customer).OrderBy(group => group.Key, StringComparer.Ordinal),
        ];
        Assert.Equal(expected.Select(group => group.Key), log.CustomerIds);
        for (int customer = 0; customer < expected.Length; customer++)
        {
            CustomerTrace trace = log.TraceOf(customer);
            JourneyEvent[] own = [.. expected[customer]];
            Assert.Equal(own.Length, trace.Length);
            for (int position = 0; position < own.Length; position++) SameEvent(own[position], log, trace, position);
            Assert.Equal(own.Count(one => one.Feedback is not null), trace.AnswerCount);
            Assert.Equal(own.Count(one => one.Value is not null), trace.ValueCount);
            int[] answered = [.. Enumerable.Range(0, own.Length).Where(position => own[position].Feedback is not null)];
            for (int number = 0; number < trace.AnswerCount; number++) Assert.Equal(answered[number], trace.Answer(number).Position);
            int[] paid = [.. Enumerable.Range(0, own.Length).Where(position => own[position].Value is not null)];
            for (int number = 0; number < trace.ValueCount; number++) Assert.Equal(paid[number], trace.Amount(number).Position);
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_log_without_events_is_empty_and_answers()
    {
        JourneyLog log = JourneyLog.From([]);
        Assert.Equal((0, 0L, null), (log.CustomerCount, log.EventCount, log.Range));
        Assert.Empty(log.CustomerIds);
        Assert.Equal(0, log.Measure(new EventCount()));
        Assert.Equal(0, log.Within(TimeRange.Quarter(2026, 1)).CustomerCount);
    }

    [Fact]
    public void The_range_ends_just_after_the_last_event()
    {
        JourneyLog log = JourneyLog.From([Event("a", Noon.AddDays(1), started: Noon.AddDays(-9)), Event("b", Noon)]);
        Assert.Equal(new TimeRange(Noon, Noon.AddDays(1).AddTicks(1)), log.Range);
        Assert.Equal(2, log.Within(log.Range!.Value).EventCount);
    }

    [Fact]
    public void Positions_and_numbers_outside_a_trace_are_refused()
    {
        JourneyLog log = JourneyLog.From([Event("a", Noon)]);
        Assert.Throws<ArgumentOutOfRangeException>(() => _ = log.TraceOf(0)[1].Event);
        Assert.Throws<ArgumentOutOfRangeException>(() => _ = log.TraceOf(0)[-1].Event);
        Assert.Throws<ArgumentOutOfRangeException>(() => _ = log.TraceOf(0).Answer(0).Event);
        Assert.Throws<ArgumentOutOfRangeException>(() => _ = log.TraceOf(0).Amount(0).Event);
    }

    private static void SameEvent(JourneyEvent expected, JourneyLog log, in CustomerTrace trace, int position)
    {
        TraceEvent actual = trace[position];
        Assert.Equal(position, actual.Position);
        Assert.Equal(expected.At.UtcTicks, actual.Ticks);
        Assert.Equal(expected.At.UtcTicks, trace.Ticks[position]);
        Assert.Equal((expected.StartedAt ?? expected.At).UtcTicks, trace.StartedTicks[position]);
        Assert.Equal(expected.Event, log.Schema.Events[actual.Event]);
        Assert.Equal(expected.Channel, actual.Channel == LogSchema.NoChannel ? null : log.Schema.Channels[actual.Channel]);
        Assert.Equal(actual.Channel, trace.Channels[position]);
        Assert.Equal(LogSchema.NoStage, actual.Stage);
        Assert.Equal(expected.Feedback, actual.Feedback);
        Assert.Equal((double?)expected.Value, actual.Value);
        Assert.Equal(expected.Value is null ? null : expected.Currency, actual.Currency);
        Assert.Equal(expected.Attributes.GetValueOrDefault("device"), actual.Attribute("device"));
        Assert.Null(actual.Attribute("Device"));
        int index = trace.Start + position;
        Assert.Equal(expected.Sequence, log.Columns.Sequences![index]);
        Assert.Equal(expected.Id, log.Columns.Ids?[index]);
        Assert.Equal(expected.RecordedAt?.UtcTicks ?? EventRow.None, log.Columns.RecordedAt?[index] ?? EventRow.None);
    }

    private static JourneyEvent Event(string name, DateTimeOffset at, DateTimeOffset? started = null, long? sequence = null, string customer = "c") =>
        new() { Customer = customer, Event = name, At = at, StartedAt = started, Sequence = sequence };

    private static string[] NamesOf(JourneyLog log, int customer)
    {
        List<string> names = [];
        foreach (ushort code in log.TraceOf(customer).Events) names.Add(log.Schema.Events[code]);
        return [.. names];
    }
}
