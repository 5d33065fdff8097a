using CustomerJourney.Classification;
using CustomerJourney.Classification.Machine;
using CustomerJourney.Classification.Rules;
using CustomerJourney.Events;
using CustomerJourney.Tests.Classification.Machine;
using CustomerJourney.Tests.Support;
using FsCheck;
using FsCheck.Fluent;
using Kind = CustomerJourney.Tests.Classification.Machine.VisitReference.Kind;
using Piece = CustomerJourney.Tests.Classification.Machine.VisitReference.Piece;

namespace CustomerJourney.Tests.Classification;

public class BatchTests
{
    [Fact]
    public void The_machine_and_the_table_agree_where_there_are_no_rules() => Prop.ForAll(LogGenerator.MapsAndEvents, pair =>
    {
        JourneyLog log = JourneyLog.From(pair.Events);
        StageEvidence evidence = new(pair.Map, StageRules.None, log.Schema);
        StageAssignment table = StageAssignment.Of(log, pair.Map, evidence);
        StageAssignment machine = StageAssignment.Of(log, pair.Map, evidence, StageMachine.Compile(pair.Map, StageRules.None), long.MaxValue);
        Assert.Equal(table.Stages, machine.Stages);
        Assert.Equal(table.AnswerStages, machine.AnswerStages);
        Assert.Equal(table.AnswerTouchpoints, machine.AnswerTouchpoints);
        Assert.Equal(table.UnknownEvents, machine.UnknownEvents);
        Assert.Equal(table.UnknownTouchpoints, machine.UnknownTouchpoints);
        Assert.Null(machine.Silences);
        Assert.Null(machine.Touchpoints);
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(3)]
    [InlineData(100)]
    [InlineData(128)]
    [InlineData(129)]
    public void The_table_agrees_with_the_machine_on_long_traces_whatever_the_number_of_names(int names)
    {
        Random random = new(names);
        Journey map = Journey.Create("Shop", journey =>
        {
            for (int stage = 0; stage < 5; stage++)
            {
                journey.AddStage($"Stage {stage}", steps => steps.AddTouchpoint($"Touchpoint {stage}", touch =>
                {
                    // Some names are known to several stages, some to none.
                    for (int name = stage; name < names; name += 4) touch.ObservedAs($"event {name}");
                    touch.ObservedAs("event 1");
                }));
            }
        });
        JourneyLog log = JourneyLog.From(Enumerable.Range(0, 30_000).Select(index => new JourneyEvent
        {
            Customer = $"c{(int)Math.Pow(random.NextDouble() * 10, 3)}",
            Event = $"event {(random.Next(12) == 0 ? names : random.Next(8) == 0 ? 1 : random.Next(names))}",
            At = LogGenerator.Start.AddMinutes(random.Next(4_000_000)),
            Feedback = random.Next(5) == 0 ? new Feedback(FeedbackKind.Nps, random.Next(11)) : null,
        }));
        StageEvidence evidence = new(map, StageRules.None, log.Schema);
        StageAssignment table = StageAssignment.Of(log, map, evidence);
        StageAssignment machine = StageAssignment.Of(log, map, evidence, StageMachine.Compile(map, StageRules.None), long.MaxValue, threads: 1);
        Assert.Equal(machine.Stages, table.Stages);
        Assert.Equal(machine.AnswerStages, table.AnswerStages);
        Assert.Equal(machine.AnswerTouchpoints, table.AnswerTouchpoints);
        Assert.Equal(machine.UnknownEvents, table.UnknownEvents);

        StagedLog staged = map.Classify(log);
        foreach (StagedLog each in (StagedLog[])[staged, staged.DropEvents($"event {names}")])
        {
            StageSummaryResult summary = each.Measure(new StageSummary());
            CustomerStage[] customers = [.. each.Customers];
            Assert.Equal(
                map.Stages.Select(stage => (
                    customers.Sum(customer => customer.Stages[stage.Position].Visits),
                    customers.Count(customer => customer.Stages[stage.Position].Visits > 0),
                    customers.Count(customer => customer.Stages[stage.Position].Visits > 1),
                    customers.Count(customer => customer.Current == stage),
                    customers.Count(customer => customer.Furthest == stage),
                    customers.Count(customer => customer.Stages[stage.Position].IsSkipped))),
                summary.Stages.Select(row => ((int)row.Visits, (int)row.Customers, (int)row.Returned, (int)row.Current, (int)row.Furthest, (int)row.Skipped)));
        }
    }

    [Fact]
    public void A_log_is_what_the_machine_says_of_each_customer_one_event_after_the_other() => Prop.ForAll(RuledLogs.Rules, LogGenerator.Events, Gen.Choose(-1, 12).ToArbitrary(), (rules, events, instant) =>
    {
        DateTimeOffset? asOf = instant < 0 ? null : LogGenerator.Start.AddHours(9 * instant);
        JourneyLog source = JourneyLog.From(events);
        StagedLog log = StageClassifier.Create(RuledLogs.Shop, rules).Classify(source, asOf);
        JourneyEvent[] before = [.. events.Where(one => asOf is null || one.At < asOf)];
        Assert.Equal(before.Select(one => one.Customer).Distinct().Order(StringComparer.Ordinal), log.CustomerIds);
        Assert.Equal(asOf ?? source.Schema.ObservedUntil, log.Schema.ObservedUntil);
        StageMachine machine = StageMachine.Compile(RuledLogs.Shop, rules);
        for (int customer = 0; customer < log.CustomerCount; customer++)
        {
            Recorder recorder = new();
            long[] memory = new long[machine.MemorySize];
            machine.Begin(memory);
            CustomerTrace trace = log.TraceOf(customer);
            JourneyEvent[] ordered = CutReference.InOrder(before, log.CustomerIds[customer]);
            for (int position = 0; position < ordered.Length; position++)
            {
                Assert.Equal(machine.Apply(memory, new ArrivingEvent(machine, ordered[position]), ref recorder), trace.Stages[position]);
                recorder.After = ordered[position].Sequence!.Value;
                if (trace[position].Feedback is { About: null }) Assert.Equal(StageMachine.StageIn(memory), trace[position].Stage);
            }

            machine.AdvanceTo(memory, log.Schema.ObservedUntil!.Value.UtcTicks, ref recorder);
            Assert.Equal(recorder.Silences ?? [], RuledLogs.SilencesOf(log, customer));
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Customers_are_where_the_evidence_of_events_and_silence_puts_them() => Prop.ForAll(RuledLogs.Rules, LogGenerator.Events, (rules, events) =>
    {
        StagedLog log = StageClassifier.Create(RuledLogs.Shop, rules).Classify(JourneyLog.From(events), LogGenerator.Start.AddDays(9));
        CustomerGroupBinding current = Dimension.CurrentStage.BindCustomers(log.Schema), last = Dimension.Stage.Last.BindCustomers(log.Schema), first = Dimension.Stage.First.BindCustomers(log.Schema);
        foreach (CustomerStage actual in log.Customers)
        {
            CustomerTrace trace = log.TraceOf(log.IndexOf(actual.Customer));
            Piece[] pieces = [.. Pieces(log, trace)];
            CustomerStage expected = new VisitReference(RuledLogs.Shop, pieces, rules.HalfLife).Of(CurrentStageRule.Latest);
            Assert.Equal(expected.Visits, actual.Visits);
            Assert.Equal((expected.Latest, expected.Furthest, expected.DormantSince), (actual.Latest, actual.Furthest, actual.DormantSince));
            Assert.Equal(rules.Current switch { CurrentStageRule.Latest => actual.Latest, CurrentStageRule.Furthest => actual.Furthest, _ => actual.RecencyWeighted }, actual.Current);
            Assert.Equal(actual.Current?.Name ?? "Unassigned", current.Keys[current.GroupOf(trace)].Name);
            Assert.Equal(actual.Latest?.Name ?? "Unassigned", last.Keys[last.GroupOf(trace)].Name);
            Assert.Equal((actual.Visits.Count == 0 ? null : actual.Visits[0].Stage.Name) ?? "Unassigned", first.Keys[first.GroupOf(trace)].Name);
            for (int instant = 0; instant < 14; instant++)
            {
                DateTimeOffset time = LogGenerator.Start.AddHours(9 * instant);
                CustomerGroupBinding at = Dimension.Stage.At(time).BindCustomers(log.Schema);
                int? stage = At(log, trace, time.UtcTicks);
                Assert.Equal(stage is { } place ? RuledLogs.Shop.Stages[place].Name : "Unassigned", at.Keys[at.GroupOf(trace)].Name);
            }
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Threads_and_parts_give_the_same_bits()
    {
        Random random = new(7);
        JourneyLog log = JourneyLog.From(Enumerable.Range(0, 60_000).Select(index => new JourneyEvent
        {
            Customer = $"c{random.Next(13_000):D5}",
            Event = LogGenerator.Names[random.Next(LogGenerator.Names.Length)],
            At = LogGenerator.Start.AddHours(random.Next(400)),
            Sequence = index,
            Channel = random.Next(3) == 0 ? "web" : null,
            Feedback = random.Next(4) == 0 ? new Feedback(FeedbackKind.Nps, random.Next(11), null, null) : null,
            Attributes = new Dictionary<string, string> { ["device"] = LogGenerator.Devices[random.Next(3)] },
        }));
        StagedLog whole = RuledLogs.Classifier.Classify(log);
        LogColumnsComparer.Same(whole, RuledLogs.Classifier.Classify(log));
        for (int part = 0; part < 3; part++)
        {
            bool IsIn(CustomerTrace trace) => trace.Customer % 3 == part;
            StagedLog cutFirst = RuledLogs.Classifier.Classify(log.Where(IsIn)), cutLast = whole.Where(IsIn);
            Assert.Equal(cutLast.Columns.Stages, cutFirst.Columns.Stages);
            Assert.Equal(cutLast.Columns.Touchpoints, cutFirst.Columns.Touchpoints);
            Assert.Equal(cutLast.Columns.Feedback!.Stages, cutFirst.Columns.Feedback!.Stages);
            Assert.Equal(cutLast.Columns.Silences!.Positions, cutFirst.Columns.Silences!.Positions);
            Assert.Equal(cutLast.Columns.Silences.Offsets, cutFirst.Columns.Silences.Offsets);
            Assert.Equal(cutLast.Columns.Silences.Ticks, cutFirst.Columns.Silences.Ticks);
            Assert.Equal(cutLast.Columns.Silences.Stages, cutFirst.Columns.Silences.Stages);
        }
    }

    /// <summary>The stage of the last event that happened, or silence that was complete, by a time.</summary>
    private static int? At(StagedLog log, in CustomerTrace trace, long time)
    {
        int? stage = null;
        for (int position = 0; position < trace.Length; position++)
        {
            if (trace.Ticks[position] <= time && trace.Stages[position] != LogSchema.NoStage) stage = trace.Stages[position];
            long sequence = log.Columns.Sequences![trace.Start + position];
            foreach ((long after, long ticks, byte silent) in RuledLogs.SilencesOf(log, trace.Customer))
            {
                if (after == sequence && ticks <= time && silent != LogSchema.Dormant) stage = silent;
            }
        }

        return stage;
    }

    private static List<Piece> Pieces(StagedLog log, in CustomerTrace trace)
    {
        List<Piece> pieces = [];
        for (int position = 0; position < trace.Length; position++)
        {
            byte stage = trace.Stages[position];
            long sequence = log.Columns.Sequences![trace.Start + position];
            pieces.Add(new Piece(Kind.Event, stage == LogSchema.NoStage ? null : stage, trace.StartedTicks[position]));
            pieces.AddRange(RuledLogs.SilencesOf(log, trace.Customer).Where(entry => entry.After == sequence).Select(entry =>
                entry.Stage == LogSchema.Dormant ? new Piece(Kind.Dormancy, null, entry.Ticks) : new Piece(Kind.Silence, entry.Stage, entry.Ticks)));
        }

        return pieces;
    }

    private struct Recorder : IStageSink
    {
        public long After { get; set; }

        public List<(long After, long Ticks, byte Stage)>? Silences { get; private set; }

        public void EntersBySilence(long ticks, byte stage, int rule) => (Silences ??= []).Add((After, ticks, stage));

        public void BecomesDormant(long ticks) => (Silences ??= []).Add((After, ticks, LogSchema.Dormant));
    }
}
