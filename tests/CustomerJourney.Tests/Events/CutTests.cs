using CustomerJourney.Classification;
using CustomerJourney.Events;
using CustomerJourney.Tests.Support;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerJourney.Tests.Events;

public class CutTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly Arbitrary<int> Seeds = Gen.Choose(0, int.MaxValue).ToArbitrary();

    /// <summary>A span between any two of the instants of the generator, sometimes empty.</summary>
    private static readonly Arbitrary<TimeRange> Ranges = Arb.From(
        from first in Gen.Choose(-3, 12)
        from second in Gen.Choose(-3, 12)
        select new TimeRange(LogGenerator.Start.AddHours(9 * Math.Min(first, second)), LogGenerator.Start.AddHours(9 * Math.Max(first, second))));

    [Fact]
    public void Within_keeps_the_events_that_happened_in_the_span() => Prop.ForAll(LogGenerator.Events, Ranges, (events, range) =>
    {
        foreach (JourneyEvent[] some in Variants(events))
        {
            JourneyLog log = JourneyLog.From(some), cut = log.Within(range);
            JourneyEvent[] kept = [.. some.Where(one => range.Contains(one.At))];
            CutReference.Same(CutReference.Rebuilt(kept, kept.Select(one => one.Customer).Distinct().Select(id => (id, id)), log), cut);
            Assert.Equal(log.Schema.ObservedUntil > range.End ? range.End : log.Schema.ObservedUntil, cut.Schema.ObservedUntil);
            StagedLog staged = RuledLogs.Classifier.Classify(log);
            CutReference.SameSilences(staged, staged.Within(range), range.End);
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Known_at_an_instant_are_the_events_that_had_been_recorded() => Prop.ForAll(LogGenerator.Events, Gen.Choose(-3, 12).ToArbitrary(), (events, place) =>
    {
        DateTimeOffset instant = LogGenerator.Start.AddHours(9 * place);
        foreach (JourneyEvent[] some in Variants(events).Append([.. events.Select(one => one with { RecordedAt = null })]))
        {
            JourneyLog log = JourneyLog.From(some), cut = log.KnownAt(instant);
            JourneyEvent[] kept = [.. some.Where(one => (one.RecordedAt ?? one.At) <= instant)];
            CutReference.Same(CutReference.Rebuilt(kept, kept.Select(one => one.Customer).Distinct().Select(id => (id, id)), log), cut);
            Assert.Equal(log.Schema.ObservedUntil > instant ? instant.AddTicks(1) : log.Schema.ObservedUntil, cut.Schema.ObservedUntil);
            StagedLog staged = RuledLogs.Classifier.Classify(log);
            CutReference.SameSilences(staged, staged.KnownAt(instant), instant.AddTicks(1));
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Known_at_the_end_of_time_is_everything()
    {
        JourneyLog log = JourneyLog.From([Event("a", "open"), Event("b", "open") with { RecordedAt = DateTimeOffset.MaxValue }]);
        Assert.Equal(2, log.KnownAt(DateTimeOffset.MaxValue).EventCount);
        Assert.Equal(["a"], log.KnownAt(DateTimeOffset.MaxValue.AddTicks(-1)).CustomerIds);
        Assert.Equal(0, log.KnownAt(DateTimeOffset.MinValue).CustomerCount);
    }

    [Fact]
    public void Customers_are_chosen_by_where_their_events_lie() => Prop.ForAll(LogGenerator.Events, Ranges, (events, range) =>
    {
        foreach (JourneyEvent[] some in Variants(events))
        {
            CutReference.Agrees(some, log => log.WhereContainedIn(range), (_, own) => own.Length > 0 && own.All(one => Start(one) >= range.Start && one.At < range.End) ? own : null);
            CutReference.Agrees(some, log => log.WhereActiveIn(range), (_, own) => range.Length > TimeSpan.Zero && own.Any(one => Start(one) < range.End && one.At >= range.Start) ? own : null);
            CutReference.Agrees(some, log => log.WhereBeganIn(range), (_, own) => own.Length > 0 && range.Contains(Start(own[0])) ? own : null);
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Customers_are_chosen_by_groups_and_questions() => Prop.ForAll(LogGenerator.Events, Seeds, (events, seed) =>
    {
        string[] plans = Some(LogGenerator.Plans, seed);
        string[] known = [.. plans.Where(plan => plan == "free" || events.Any(one => one.CustomerAttributes.GetValueOrDefault("plan") == plan))];
        CutReference.Agrees(events, log => log.WhereAny(Dimension.Attribute("plan"), known), (customer, own) =>
            known.Contains(own.LastOrDefault(one => one.CustomerAttributes.ContainsKey("plan"))?.CustomerAttributes["plan"] ?? (customer == "never" ? "free" : "")) ? own : null);
        CutReference.Agrees(events, log => log.Where(trace => trace.Length % 2 == 0), (_, own) => own.Length % 2 == 0 ? own : null);
        CutReference.Agrees(events, log => log.Where(_ => false), (_, _) => null);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Events_are_kept_and_dropped_by_name_channel_and_attribute() => Prop.ForAll(LogGenerator.Events, Seeds, (events, seed) =>
    {
        string[] names = Some(LogGenerator.Names, seed), channels = Some(LogGenerator.Channels, seed), devices = Some(LogGenerator.Devices, seed);
        string[] knownNames = [.. names.Where(name => events.Any(one => one.Event == name))];
        CutReference.Agrees(events, log => log.KeepEvents(knownNames), (_, own) => Left(own.Where(one => knownNames.Contains(one.Event))));
        CutReference.Agrees(events, log => log.DropEvents(names), (_, own) => Left(own.Where(one => !names.Contains(one.Event))));

        bool isNoneAChannel = events.Any(one => one.Channel == "None");
        string[] knownChannels = [.. channels.Where(channel => channel == "None" || events.Any(one => one.Channel == channel))];
        CutReference.Agrees(events, log => log.Keep(Dimension.Channel, knownChannels), (_, own) => Left(own.Where(one => IsNamed(knownChannels, one.Channel, isNoneAChannel))));
        CutReference.Agrees(events, log => log.Drop(Dimension.Channel, channels), (_, own) => Left(own.Where(one => !IsNamed(channels, one.Channel, isNoneAChannel))));

        if (!events.Any(one => one.Attributes.ContainsKey("device"))) return;
        bool isNoneADevice = events.Any(one => one.Attributes.GetValueOrDefault("device") == "None");
        CutReference.Agrees(events, log => log.Drop(Dimension.EventAttribute("device"), devices), (_, own) => Left(own.Where(one => !IsNamed(devices, one.Attributes.GetValueOrDefault("device"), isNoneADevice))));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Repeats_become_one() => Prop.ForAll(LogGenerator.Events, Seeds, (events, seed) =>
    {
        TimeSpan? maxGap = seed % 4 == 0 ? null : TimeSpan.FromHours(9 * (seed % 3));
        bool onSameChannel = seed % 2 == 0;
        // Few names, or there would be few repeats.
        JourneyEvent[] some = [.. events.Select(one => one with { Event = one.Event[0] < 'b' ? "a" : "b" })];
        CutReference.Agrees(some, log => log.CollapseRepeats(maxGap, onSameChannel), (customer, own) => customer == "never" ? null : own.Where((one, index) =>
            index == 0 || own[index - 1] is var before
                && (one.Event != before.Event || (onSameChannel && one.Channel != before.Channel) || (maxGap is not null && Start(one) - before.At > maxGap))));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Journeys_are_truncated_at_an_event() => Prop.ForAll(LogGenerator.Events, Seeds, (events, seed) =>
    {
        if (events.Length == 0) return;
        string name = events[seed % events.Length].Event;
        Occurrence occurrence = (Occurrence)(seed % 2);
        bool keepEvent = seed % 3 == 0, keepOthers = seed % 5 < 3;
        CutReference.Agrees(events, log => log.TruncateAfter(name, occurrence, keepEvent, keepOthers), (_, own) => At(own) is int at
            ? Left(own.Take(at + (keepEvent ? 1 : 0)))
            : keepOthers ? own : null);
        CutReference.Agrees(events, log => log.TruncateBefore(name, occurrence, keepEvent, keepOthers), (_, own) => At(own) is int at
            ? Left(own.Skip(at + (keepEvent ? 0 : 1)))
            : keepOthers ? own : null);

        int? At(JourneyEvent[] own) =>
            (occurrence == Occurrence.First ? Array.FindIndex(own, one => one.Event == name) : Array.FindLastIndex(own, one => one.Event == name)) is >= 0 and int at ? at : null;
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("A label")]
    [InlineData("m")]
    [InlineData("😀 label")]
    public void First_and_last_events_get_a_label(string label) => Prop.ForAll(LogGenerator.Events, Seeds, (events, seed) =>
    {
        if (events.Length == 0) return;
        string name = events[seed % events.Length].Event;
        CutReference.Agrees(events, log => log.LabelFirst(name, label), (_, own) => Labeled(own, Array.FindIndex(own, one => one.Event == name)));
        CutReference.Agrees(events, log => log.LabelLast(name, label), (_, own) => Labeled(own, Array.FindLastIndex(own, one => one.Event == name)));
        // Touchpoints are known by the codes at classification, through any number of changes.
        CutReference.Agrees(events, log => log.LabelFirst(name, label).LabelLast(label, "0").WithoutCustomers([]), (_, own) => Labeled(own, Array.FindIndex(own, one => one.Event == name), "0"));

        JourneyEvent[] Labeled(JourneyEvent[] own, int at, string? other = null) => [.. own.Select((one, index) => index == at ? one with { Event = other ?? label } : one)];
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Parts_are_the_groups_and_add_up_to_the_whole() => Prop.ForAll(LogGenerator.Events, events =>
    {
        JourneyLog log = JourneyLog.From(events, [new() { Customer = "never" }]);
        foreach (Dimension dimension in (Dimension[])[Dimension.Channel, Dimension.Calendar(CalendarUnit.Day), .. log.Schema.EventAttributes.Select(Dimension.EventAttribute)])
        {
            GroupBinding binding = dimension.Bind(log.Schema);
            IReadOnlyList<LogPart<JourneyLog>> parts = log.SplitBy(dimension);
            Assert.Equal(binding.Keys.Select(key => (key.Name, key.Kind == GroupKind.None)), parts.Select(part => (part.Name, part.IsNone)));
            Assert.Equal(log.EventCount, parts.Sum(part => part.Log.EventCount));
            Assert.True(parts[^1].IsNone);
            Assert.Contains("never", parts[^1].Log.CustomerIds);
            for (int group = 0; group < parts.Count; group++)
            {
                long[] sequences = [.. Enumerable.Range(0, log.CustomerCount).SelectMany(customer => SequencesOf(log, customer, (trace, position) => binding.GroupAt(trace, position) == group))];
                JourneyEvent[] kept = [.. events.Where(one => sequences.Contains(one.Sequence!.Value))];
                CutReference.Same(
                    CutReference.Rebuilt(kept, kept.Select(one => one.Customer).Concat(parts[group].IsNone ? ["never"] : []).Distinct().Select(id => (id, id)), log),
                    parts[group].Log);
            }

            // United again, they are the whole.
            CutReference.Same(log, JourneyLog.Merge(parts.Select(part => part.Log)));
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Parts_by_customers_hold_every_customer_once() => Prop.ForAll(LogGenerator.Events, events =>
    {
        JourneyLog log = LogGenerator.Shop.Classify(JourneyLog.From(events, [new() { Customer = "never" }]));
        foreach (CustomerDimension dimension in (CustomerDimension[])[Dimension.Persona, Dimension.CurrentStage, Dimension.Channel.First, Dimension.Channel.First.Top(1), .. log.Schema.CustomerAttributes.Select(Dimension.Attribute)])
        {
            CustomerGroupBinding binding = dimension.BindCustomers(log.Schema);
            IReadOnlyList<LogPart<JourneyLog>> parts = log.SplitBy(dimension);
            Assert.Equal(log.CustomerIds, parts.SelectMany(part => part.Log.CustomerIds).Order(StringComparer.Ordinal));
            foreach (LogPart<JourneyLog> part in parts)
            {
                string[] expected = [.. log.CustomerIds.Where(id => binding.Keys[binding.GroupOf(log.TraceOf(log.IndexOf(id)))] is var key && (part.IsNone ? key.Kind == GroupKind.None : key.Kind == GroupKind.Named && key.Name == part.Name))];
                if (!part.IsOther) CutReference.Same(log.WithoutCustomers(log.CustomerIds.Except(expected)), part.Log);
            }

            int named = binding.Keys.Count - 1;
            Assert.Equal(parts.Any(part => part.IsOther) ? Math.Min(1, named) + 2 : named + 1, parts.Count);
            Assert.Equal(dimension is TopDimension, parts.Any(part => part.IsOther));
            Assert.Equal(parts.Select(part => part.Log.EventCount), LogGenerator.Shop.Classify(log).SplitBy(dimension).Select(part => part.Log.EventCount));
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_part_of_a_classified_log_is_classified()
    {
        JourneyLog log = JourneyLog.From([Event("a", "open"), Event("a", "buy"), Event("b", "open") with { Channel = "web" }]);
        IReadOnlyList<LogPart<StagedLog>> parts = LogGenerator.Shop.Classify(log).SplitBy(Dimension.Channel);
        Assert.Equal(["web", "None"], parts.Select(part => part.Name));
        Assert.Equal("Buy", parts[1].Log["a"].Current?.Name);
        Assert.Equal("Look", parts[0].Log["b"].Current?.Name);
    }

    [Fact]
    public void Touching_events_are_in_the_span_they_reach_into()
    {
        TimeRange hour = new(Noon, Noon.AddHours(1));
        JourneyLog log = JourneyLog.From(
        [
            Event("ends at the begin", "e") with { StartedAt = Noon.AddHours(-1), At = Noon },
            Event("begins at the end", "e") with { StartedAt = Noon.AddHours(1), At = Noon.AddHours(2) },
            Event("all around", "e") with { StartedAt = Noon.AddHours(-1), At = Noon.AddHours(2) },
            Event("inside", "e") with { StartedAt = Noon, At = Noon.AddMinutes(59) },
            Event("before and after", "e") with { At = Noon.AddHours(-1) }, Event("before and after", "e") with { At = Noon.AddHours(2) },
        ]);
        Assert.Equal(["all around", "ends at the begin", "inside"], log.WhereActiveIn(hour).CustomerIds);
        Assert.Equal(["inside"], log.WhereContainedIn(hour).CustomerIds);
        Assert.Equal(["ends at the begin", "inside"], log.Within(hour).CustomerIds);
        Assert.Equal(["inside"], log.WhereBeganIn(hour).CustomerIds);
    }

    [Fact]
    public void A_sample_is_the_same_everywhere_and_part_of_any_larger_one()
    {
        JourneyLog log = JourneyLog.From([], Enumerable.Range(0, 20_000).Select(number => new CustomerProfile { Customer = $"customer {number}" }));
        double[] shares = [0, 0.001, 0.1, 0.2, 0.5, 1];
        JourneyLog[] samples = [.. shares.Select(share => log.Sample(share, seed: 7))];
        for (int index = 0; index < shares.Length; index++)
        {
            // Four standard deviations: one in sixteen thousand, and the ids are fixed.
            double expected = 20_000 * shares[index];
            Assert.InRange(samples[index].CustomerCount, expected - (4 * Math.Sqrt(expected * (1 - shares[index]))), expected + (4 * Math.Sqrt(expected * (1 - shares[index]))));
            if (index > 0) Assert.Empty(samples[index - 1].CustomerIds.Except(samples[index].CustomerIds));
        }

        Assert.NotEqual(log.Sample(0.5, 1).CustomerIds, log.Sample(0.5, 2).CustomerIds);
        Assert.InRange(log.Sample(0.5, 1).Sample(0.5, 2).CustomerCount, 4_700, 5_300);
    }

    [Fact]
    public void The_hash_of_a_sample_is_the_published_one()
    {
        // Aumasson, Bernstein (2012), appendix A; and the first three of the vectors of their reference implementation.
        byte[] bytes = [.. Enumerable.Range(0, 16).Select(number => (byte)number)];
        const ulong Key0 = 0x0706050403020100, Key1 = 0x0F0E0D0C0B0A0908;
        Assert.Equal(0xA129CA6149BE45E5, StableHash.Of(bytes.AsSpan(0, 15), Key0, Key1));
        Assert.Equal([0x726FDB47DD0E0E31, 0x74F839C593DC67FD, 0x0D6C8009D9A94F5A], Enumerable.Range(0, 3).Select(length => StableHash.Of(bytes.AsSpan(0, length), Key0, Key1)));
    }

    [Fact]
    public void What_cannot_be_cut_is_said()
    {
        JourneyLog log = JourneyLog.From([Event("a", "open") with { Channel = "web" }, Event("b", "buy")]);
        Assert.Equal("The log has no event 'Buy'; it has 'buy', 'open'. (Parameter 'names')", Assert.Throws<ArgumentException>(() => log.KeepEvents("open", "Buy")).Message);
        Assert.Equal("The log has no event 'Buy'; it has 'buy', 'open'. (Parameter 'eventName')", Assert.Throws<ArgumentException>(() => log.TruncateAfter("Buy")).Message);
        Assert.Equal("Channel has no group 'Web'; it has 'web', 'None'. (Parameter 'values')", Assert.Throws<ArgumentException>(() => log.Keep(Dimension.Channel, "Web")).Message);
        Assert.Equal(2, log.Drop(Dimension.Channel, "Web").EventCount);
        Assert.Equal(2, log.DropEvents("Buy").EventCount);
        Assert.Throws<ArgumentNullException>("predicate", () => log.Where(null!));
        Assert.Throws<ArgumentNullException>("names", () => log.DropEvents("a", null!));
        Assert.Throws<ArgumentNullException>("dimension", () => log.SplitBy(null!));
        Assert.Throws<ArgumentOutOfRangeException>("share", () => log.Sample(double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>("share", () => log.Sample(1.1));
        Assert.Throws<ArgumentOutOfRangeException>("maxGap", () => log.CollapseRepeats(TimeSpan.FromTicks(-1)));
        Assert.Throws<ArgumentOutOfRangeException>("occurrence", () => log.TruncateBefore("buy", (Occurrence)2));
        Assert.Equal(
            "The log already has events named 'open', which could not be told from the labeled ones; take another label. (Parameter 'label')",
            Assert.Throws<ArgumentException>(() => log.LabelFirst("buy", "open")).Message);
        Assert.Throws<ArgumentException>("label", () => log.LabelFirst("buy", ""));
        Assert.Throws<ArgumentException>("label", () => log.LabelFirst("buy", "\uD800"));
    }

    private static List<long> SequencesOf(JourneyLog log, int customer, Func<CustomerTrace, int, bool> keeps)
    {
        CustomerTrace trace = log.TraceOf(customer);
        List<long> sequences = [];
        for (int position = 0; position < trace.Length; position++)
        {
            if (keeps(trace, position)) sequences.Add(log.Columns.Sequences![trace.Start + position]);
        }

        return sequences;
    }

    /// <summary>The events as they are, and as if none of them lasted.</summary>
    private static IEnumerable<JourneyEvent[]> Variants(JourneyEvent[] events) => [events, [.. events.Select(one => one with { StartedAt = null })]];

    private static T[] Some<T>(T[] items, int seed) => [.. items.Where((_, index) => ((seed >> index) & 1) == 0)];

    private static bool IsNamed(string[] names, string? value, bool isNoneAValue) => value is null ? !isNoneAValue && names.Contains("None") : names.Contains(value);

    private static JourneyEvent[]? Left(IEnumerable<JourneyEvent> events) => events.ToArray() is { Length: > 0 } left ? left : null;

    private static DateTimeOffset Start(JourneyEvent one) => one.StartedAt ?? one.At;

    private static JourneyEvent Event(string customer, string name) => new() { Customer = customer, Event = name, At = Noon };
}
