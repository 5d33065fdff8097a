using CustomerJourney.Classification;
using CustomerJourney.Classification.Explaining;
using CustomerJourney.Classification.Rules;
using CustomerJourney.Events;
using CustomerJourney.Tests.Classification.Machine;
using CustomerJourney.Tests.Support;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerJourney.Tests.Classification.Explaining;

/// <summary>A map, rules and a trace of one customer whose instants are all different and irregular, so that no two sums of weights are equal by chance.</summary>
internal sealed record ExplainedCase(Journey Map, StageRules Rules, JourneyEvent[] Events, DateTimeOffset AsOf)
{
    public static Arbitrary<ExplainedCase> All { get; } = Arb.From(
        from one in MachineGenerator.Cases.Generator
        from seed in Gen.Choose(0, 1_000_000)
        from policy in Gen.Elements(Enum.GetValues<CurrentStageRule>())
        from halfLife in Gen.Choose(100, 400)
        select Make(one, seed, policy, halfLife),
        one => LogGenerator.Shrink(one.Events).Select(fewer => one with { Events = fewer }));

    public StageClassifier? Classifier { get; } = ClassifierOf(Map, Rules);

    public override string ToString() => $"{Map.ToJson()}\n{string.Join('\n', Rules.Rules)}\n{Rules.History} {Rules.Current} {Rules.DormantAfter} {Rules.HalfLife} {AsOf:O}\n{string.Join('\n', Events.Select(one => one.ToString()))}";

    /// <summary>Null where the customer has no event any more.</summary>
    public StageExplanation? Explain() => Explain(Events, AsOf);

    public StageExplanation? Explain(IEnumerable<JourneyEvent> events, DateTimeOffset asOf)
    {
        StagedLog log = Classifier!.Classify(JourneyLog.From(events), asOf);
        return log.CustomerCount == 0 ? null : log.Explain("ann");
    }

    /// <summary>With what is missing come at an instant, and as of just after.</summary>
    public StageExplanation With(IReadOnlyList<MissingEvent> missing, DateTimeOffset at) => Explain([.. Events, .. Samples(missing, at)], at.AddTicks(1))!;

    private JourneyEvent[] Samples(IReadOnlyList<MissingEvent> missing, DateTimeOffset at)
    {
        CustomerJourney.Classification.Machine.StageMachine machine = CustomerJourney.Classification.Machine.StageMachine.Compile(Map, Rules);
        return [.. missing.SelectMany(one => Enumerable.Repeat(SampleEvent.Of(machine, one, at)!, one.Times)).Select((sample, place) => sample with { Customer = "ann", Sequence = 1000 + place })];
    }

    private static StageClassifier? ClassifierOf(Journey map, StageRules rules) =>
        rules.Rules.Count > 0 || rules.History is not null || map.Touchpoints.Any(touchpoint => touchpoint.EventBindings.Count > 0) ? StageClassifier.Create(map, rules) : null;

    /// <summary>The rule with names alone, so that long sequences and great counts hold more often.</summary>
    private static StageRule Plain(StageRule rule)
    {
        return rule switch
        {
            CountRule count => count with { When = Named(count.When) },
            TotalValueRule total => total with { When = Named(total.When) },
            SequenceRule sequence => sequence with { Steps = [.. sequence.Steps.Select(Named)], Without = [.. sequence.Without.Take(1).Select(Named)], Within = sequence.Within < TimeSpan.FromDays(9) ? sequence.Within * 4 : null },
            SilenceRule silence => silence with { Of = Named(silence.Of) },
            _ => rule,
        };

        static EventPattern Named(EventPattern pattern) => new() { Event = pattern.Event };
    }

    private static ExplainedCase Make(MachineGenerator.Case one, int seed, CurrentStageRule policy, int halfLife)
    {
        Random random = new(seed);
        // A log is classified as of the tick after an event, so a silence of one tick would always be complete with it.
        StageRules rules = one.Rules with { Rules = [], Current = policy, HalfLife = TimeSpan.FromHours(halfLife), DormantAfter = one.Rules.DormantAfter is { Ticks: > 1 } after ? after : null };
        bool isPlain = random.Next(2) == 0;
        foreach (StageRule rule in one.Rules.Rules.Where(rule => rule is not SilenceRule { Silence.Ticks: 1 }).Select(rule => isPlain ? Plain(rule) : rule))
        {
            // Those that contradict themselves, or never decide, are refused.
            StageRules more = rules with { Rules = [.. rules.Rules, rule] };
            if (StageRulesCheck.ProblemsOf(more, one.Map).Count == 0) rules = more;
        }

        DateTimeOffset now = LogGenerator.Start;
        List<JourneyEvent> events = [];
        foreach (JourneyEvent next in one.Events)
        {
            now = now.AddTicks(random.NextInt64(TimeSpan.TicksPerMinute, (random.Next(4) == 0 ? 9 : 2) * TimeSpan.TicksPerHour));
            bool lasts = next.StartedAt is not null;
            events.Add(next with { StartedAt = lasts ? now : null, At = lasts ? now.AddTicks(random.NextInt64(1, TimeSpan.TicksPerMinute)) : now, Sequence = events.Count });
        }

        return new ExplainedCase(one.Map, rules, [.. events], now.AddTicks(random.NextInt64(TimeSpan.TicksPerMinute, 12 * TimeSpan.TicksPerHour)));
    }
}
