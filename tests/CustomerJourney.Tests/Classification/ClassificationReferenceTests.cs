using CustomerJourney.Classification;
using CustomerJourney.Events;
using CustomerJourney.Tests.Support;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerJourney.Tests.Classification;

public class ClassificationReferenceTests
{
    [Fact]
    public void Stages_touchpoints_answers_and_visits_agree_with_a_slow_reference() => Prop.ForAll(LogGenerator.MapsAndEvents, pair =>
    {
        (Journey map, JourneyEvent[] events) = pair;
        SlowClassifier slow = new(map);
        StagedLog log = map.Classify(JourneyLog.From(events));
        List<SlowClassifier.Classified> all = [];
        for (int customer = 0; customer < log.CustomerCount; customer++)
        {
            List<SlowClassifier.Classified> expected = slow.Classify(SlowClassifier.InOrder(events, log.CustomerIds[customer]));
            all.AddRange(expected);
            SameTrace(expected, log, customer);
            List<SlowClassifier.Visit> visits = SlowClassifier.Visits(expected);
            CustomerStage actual = log[log.CustomerIds[customer]];
            Assert.Equal(
                visits,
                actual.Visits.Select(visit => new SlowClassifier.Visit(visit.Stage.Position, visit.Entered, visit.Exited, visit.Events, visit.IsReturn, visit.SkippedStages, visit.IsBackward)));
            Assert.Equal(visits.Count == 0 ? null : visits[^1].Stage, actual.Current?.Position);
            Assert.Equal(visits.Count == 0 ? null : visits.Max(visit => visit.Stage), actual.Furthest?.Position);
        }

        SlowClassifier.Classified[] unknown = [.. all.Where(one => one.Stage is null && (one.Event.Feedback?.About is not { } about || map.FindTouchpoint(about) is null))];
        Assert.Equal(unknown.Length, log.UnknownEventCount);
        Assert.Equal(
            unknown.GroupBy(one => one.Event.Event).Select(group => (group.Key, group.LongCount())).OrderByDescending(group => group.Item2).ThenBy(group => group.Key, StringComparer.Ordinal),
            log.Quality.UnknownEventNames.Select(name => (name.Name, name.Count)));
        Assert.Equal(all.Count(one => one.Event.Feedback?.About is { } about && map.FindTouchpoint(about) is null), log.Quality.UnknownTouchpoints);
        // The touchpoint of an event that is no answer, as breakdowns see it.
        Breakdown<long> byTouchpoint = log.Measure(new EventsByGroup().By(Dimension.Touchpoint));
        Assert.Equal(
            all.GroupBy(one => (one.Event.Feedback is null ? one.Touchpoint : one.AnswerTouchpoint) ?? "Unassigned").ToDictionary(group => group.Key, group => group.LongCount()).OrderBy(pair => pair.Key),
            byTouchpoint.Where(row => row.Result > 0).ToDictionary(row => row.Group, row => row.Result).OrderBy(pair => pair.Key));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Cuts_keep_stages_and_agree_with_a_slow_filter() => Prop.ForAll(LogGenerator.MapsAndEvents, Gen.Choose(0, 12).ToArbitrary(), Gen.Choose(0, 12).ToArbitrary(), (pair, from, to) =>
    {
        (Journey map, JourneyEvent[] events) = pair;
        SlowClassifier slow = new(map);
        JourneyLog plain = JourneyLog.From(events, [new() { Customer = "never" }]);
        StagedLog log = map.Classify(plain);
        TimeRange range = new(LogGenerator.Start.AddHours(9 * Math.Min(from, to)), LogGenerator.Start.AddHours(9 * Math.Max(from, to)));
        Dictionary<string, List<SlowClassifier.Classified>> whole = log.CustomerIds.ToDictionary(customer => customer, customer => slow.Classify(SlowClassifier.InOrder(events, customer)));

        Same(log.Within(range), whole.Select(one => (one.Key, one.Value.Where(e => range.Contains(e.Event.At)).ToList())).Where(one => one.Item2.Count > 0));
        Same(log.WithoutCustomers(["a", "😀", "unknown"]), whole.Where(one => one.Key is not ("a" or "😀")).Select(one => (one.Key, one.Value)));
        Same(log.Where(Dimension.CurrentStage, "Stage 0"), whole.Where(one => SlowClassifier.Visits(one.Value).LastOrDefault()?.Stage == 0).Select(one => (one.Key, one.Value)));
        Same(log.WithoutCustomers(["b"]).Within(range), whole.Where(one => one.Key != "b").Select(one => (one.Key, one.Value.Where(e => range.Contains(e.Event.At)).ToList())).Where(one => one.Item2.Count > 0));

        // A cut of the plain log is the log of the cut events, up to names that are not used any more.
        JourneyLog cut = plain.Within(range), direct = JourneyLog.From(events.Where(one => range.Contains(one.At)));
        Assert.Equal(direct.CustomerIds, cut.CustomerIds);
        Assert.Equal(direct.Range, cut.Range);
        Assert.Equal(direct.Columns.Absent, cut.Columns.Absent);
        Assert.Equal(direct.Columns.Feedback?.Positions, cut.Columns.Feedback?.Positions);
        Assert.Equal(direct.Columns.Feedback?.Offsets, cut.Columns.Feedback?.Offsets);
        Assert.Equal(direct.Columns.Feedback?.Scores, cut.Columns.Feedback?.Scores);
        Assert.Equal(direct.Columns.Money?.Positions, cut.Columns.Money?.Positions);
        Assert.Equal(direct.Columns.Money?.Offsets, cut.Columns.Money?.Offsets);
        Assert.Equal(direct.Columns.Money?.Units, cut.Columns.Money?.Units);

        void Same(StagedLog actual, IEnumerable<(string Customer, List<SlowClassifier.Classified> Events)> expected)
        {
            Assert.Equal(expected.Select(one => one.Customer), actual.CustomerIds);
            foreach ((string customer, List<SlowClassifier.Classified> own) in expected) SameTrace(own, actual, actual.IndexOf(customer));
            Assert.Equal(expected.Sum(one => one.Events.Count), actual.EventCount);
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_cut_keeps_its_attributes_and_refuses_groups_that_are_not_there()
    {
        JourneyLog log = JourneyLog.From(
        [
            new() { Customer = "a", Event = "e", At = LogGenerator.Start, CustomerAttributes = new Dictionary<string, string> { ["plan"] = "pro" } },
            new() { Customer = "b", Event = "e", At = LogGenerator.Start, CustomerAttributes = new Dictionary<string, string> { ["plan"] = "free" } },
            new() { Customer = "c", Event = "e", At = LogGenerator.Start },
        ]);
        CustomerDimension plan = Dimension.Attribute("plan");
        Assert.Equal(["b"], log.Where(plan, "free").CustomerIds);
        Assert.Equal("free", log.Where(plan, "free").TraceOf(0).Attribute("plan"));
        Assert.Equal(["c"], log.Where(plan, "None").CustomerIds);
        Assert.Equal("customer attribute 'plan' has no group 'Pro'; it has 'free', 'pro', 'None'. (Parameter 'value')", Assert.Throws<ArgumentException>(() => log.Where(plan, "Pro")).Message);
        Assert.Throws<ArgumentException>(() => log.Where(Dimension.Attribute("unknown"), "x"));
        Assert.Throws<ArgumentNullException>("dimension", () => log.Where(null!, "x"));
        Assert.Throws<ArgumentNullException>("value", () => log.Where(plan, null!));
        Assert.Throws<ArgumentNullException>("customers", () => log.WithoutCustomers(null!));
        Assert.Equal(0, log.WithoutCustomers(["a", "b", "c"]).CustomerCount);
    }

    [Fact]
    public void Erased_customers_leave_no_attribute_values_behind() => Prop.ForAll(LogGenerator.Events, events =>
    {
        string[] erased = ["a", "B", "😀"];
        JourneyLog log = LogGenerator.Shop.Classify(JourneyLog.From(events)).WithoutCustomers(erased);
        JourneyLog direct = JourneyLog.From(events.Where(one => !erased.Contains(one.Customer)));
        Same(direct.Columns.EventAttributes, log.Columns.EventAttributes);
        Same(direct.Columns.CustomerAttributes, log.Columns.CustomerAttributes);
        Assert.Same(log.Columns.CustomerAttributes, log.Schema.CustomerAttributeColumns);

        static void Same(AttributeColumn[] expected, AttributeColumn[] actual)
        {
            // An attribute stays known by its name when nobody has it any more.
            foreach (AttributeColumn column in actual)
            {
                AttributeColumn? same = Array.Find(expected, other => other.Name == column.Name);
                string?[] names = [.. same?.Codes.Select(code => code < 0 ? null : same.Values[code]) ?? column.Codes.Select(_ => (string?)null)];
                Assert.Equal(names, column.Codes.Select(code => code < 0 ? null : column.Values[code]));
                Assert.Equal(names.OfType<string>().Distinct().Order(StringComparer.Ordinal), column.Values);
            }
        }
    }).QuickCheckThrowOnFailure();

    private static void SameTrace(List<SlowClassifier.Classified> expected, StagedLog log, int customer)
    {
        CustomerTrace trace = log.TraceOf(customer);
        Assert.Equal(expected.Count, trace.Length);
        for (int position = 0; position < expected.Count; position++)
        {
            SlowClassifier.Classified one = expected[position];
            TraceEvent actual = trace[position];
            Assert.Equal(one.Event.Event, log.Schema.Events[actual.Event]);
            Assert.Equal(one.Event.At.UtcTicks, actual.Ticks);
            Assert.Equal(one.Stage ?? LogSchema.NoStage, trace.Stages[position]);
            Assert.Equal((one.Event.Feedback is null ? one.Stage : one.AnswerStage) ?? LogSchema.NoStage, actual.Stage);
            Assert.Equal(one.Event.Feedback, actual.Feedback);
            Assert.Equal((double?)one.Event.Value, actual.Value);
            Assert.Equal(one.Event.Attributes.GetValueOrDefault("device"), actual.Attribute("device"));
        }
    }

    /// <summary>How many events there are in each group.</summary>
    private sealed record EventsByGroup : EventMetric<long>
    {
        public override EventSelection Reads => EventSelection.All;

        public override Tally<long> CreateTally() => new Count();

        private sealed class Count : Tally<long>
        {
            private long _events;

            public override void Add(in TraceEvent e) => _events++;

            public override void Merge(Tally<long> other) => _events += ((Count)other)._events;

            public override long ToResult() => _events;
        }
    }
}
