using CustomerJourney.Classification.Rules;
using CustomerJourney.Events;
using CustomerJourney.Tests.Support;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerJourney.Tests.Classification.Machine;

/// <summary>Random maps, rules and traces of one customer: few names and whole hours, so that ties, gaps of exactly a window and events of several meanings are the rule.</summary>
internal static class MachineGenerator
{
    private const int MostEvents = 40;

    private static readonly string[] Names = ["view", "buy", "ask", "leave"];
    private static readonly string[] Channels = ["web", "mobile"];
    private static readonly int[] Hours = [1, 2, 3, 5, 8];

    public sealed record Case(Journey Map, StageRules Rules, JourneyEvent[] Events)
    {
        public override string ToString() => $"{Map.ToJson()}\n{string.Join('\n', Rules.Rules)}\n{Rules.History} {Rules.DormantAfter}\n{string.Join('\n', Events.Select(one => one.ToString()))}";
    }

    public static Arbitrary<Case> Cases => Arb.From(
        from map in Maps
        from rules in RulesFor(map)
        from events in Traces(map)
        select new Case(map, rules, events),
        one => LogGenerator.Shrink(one.Events).Select(smaller => one with { Events = smaller }));

    private static Gen<string> StageOf(Journey map) => Gen.Elements(map.Stages.SelectMany(stage => new[] { stage.Id, stage.Name }).ToArray());

    private static Gen<IReadOnlyList<EventCondition>> Conditions { get; } = Gen.Frequency(
        (3, Gen.Constant<EventCondition[]>([])),
        (2, Gen.Elements("pro", "free", "gone").Select(value => new[] { Condition("plan", value) })),
        (1, Gen.Constant<EventCondition[]>([Condition("plan", "pro"), Condition("size", "big")])),
        (1, Gen.Constant<EventCondition[]>([Condition("plan", "pro"), Condition("plan", "free")]))).Select(conditions => (IReadOnlyList<EventCondition>)conditions);

    private static Gen<Journey> Maps { get; } =
        from stages in Gen.Choose(1, 4)
        from places in Gen.Choose(0, stages - 1).ArrayOf(7)
        from bindings in Binding.ArrayOf(12)
        select Journey.Create("Map", map =>
        {
            for (int stage = 0; stage < stages; stage++)
            {
                int place = stage;
                map.AddStage($"Stage {stage}", configure =>
                {
                    for (int touchpoint = 0; touchpoint < places.Length; touchpoint++)
                    {
                        if (places[touchpoint] != place) continue;
                        EventBinding[] own = [.. bindings.Where((_, index) => index % places.Length == touchpoint)];
                        configure.AddTouchpoint($"Touchpoint {touchpoint}", touch =>
                        {
                            foreach (EventBinding binding in own.Distinct()) touch.ObservedBy(binding);
                        });
                    }
                });
            }
        });

    private static Gen<EventBinding> Binding =>
        from name in Gen.Elements(Names)
        from channel in OrNull(Channels)
        from conditions in Conditions
            // A map refuses two values of one attribute.
        select new EventBinding { Event = name, Channel = channel, Conditions = [.. conditions.DistinctBy(condition => condition.Attribute)] };

    private static Gen<EventPattern> Pattern { get; } =
        from name in Gen.Frequency((6, Gen.Elements(Names).Select(name => (string?)name)), (1, Gen.Constant<string?>(null)), (1, Gen.Constant<string?>("stage:stage-0")))
        from channel in Gen.Frequency((4, Gen.Constant<string?>(null)), (1, Gen.Elements(Channels).Select(one => (string?)one)))
        from conditions in Gen.Frequency((3, Gen.Constant<IReadOnlyList<EventCondition>>([])), (1, Conditions))
        from value in Gen.Frequency((8, Gen.Constant<decimal?>(null)), (1, Gen.Elements<decimal?>(-1m, 0m, 10m, 10.00001m, 1e20m, -1e20m)))
        from currency in Gen.Frequency((8, Gen.Constant<string?>(null)), (1, Gen.Constant<string?>("EUR")))
        from answer in Gen.Frequency((8, Gen.Constant<FeedbackKind?>(null)), (1, Gen.Elements<FeedbackKind?>(FeedbackKind.Nps, FeedbackKind.None)))
        from least in Gen.Elements<double?>(null, 6)
        from most in Gen.Elements<double?>(null, 6, 8)
        select new EventPattern
        {
            Event = name,
            Channel = channel,
            Conditions = conditions,
            MinimumValue = value,
            Currency = currency,
            Feedback = answer,
            MinimumScore = answer is null ? null : least,
            MaximumScore = answer is null ? null : most,
        };

    private static Gen<TimeSpan> Duration { get; } = Gen.Frequency((12, Gen.Elements(Hours).Select(hours => TimeSpan.FromHours(hours))), (1, Gen.Elements(TimeSpan.MaxValue, TimeSpan.FromTicks(1))));

    private static Gen<TimeSpan?> Window { get; } = Gen.Frequency((1, Gen.Constant<TimeSpan?>(null)), (2, Duration.Select(one => (TimeSpan?)one)));

    private static Gen<StageRule> Rule(Journey map) => Gen.Frequency(
        (3, from stage in StageOf(map)
            from when in Pattern
            from times in Gen.Choose(1, 4)
            from within in Window
            select (StageRule)new CountRule { Stage = stage, When = when, Times = times, Within = within }),
        (2, from stage in StageOf(map)
            from when in Pattern
            from least in Gen.Elements(0.0001m, 10m, 25m, 1e18m)
            from currency in OrNull("EUR", "USD")
            select (StageRule)new TotalValueRule { Stage = stage, When = when, AtLeast = least, Currency = currency }),
        (4, from stage in StageOf(map)
            from steps in Gen.Choose(2, 4).SelectMany(count => Pattern.ArrayOf(count))
            from within in Window
            from without in Gen.Choose(0, 2).SelectMany(count => Pattern.ArrayOf(count))
            select (StageRule)new SequenceRule { Stage = stage, Steps = steps, Within = within, Without = without }),
        (2, from stage in StageOf(map)
            from of in Pattern
            from silence in Duration
            select (StageRule)new SilenceRule { Stage = stage, Of = of, Silence = silence }));

    private static Gen<StageRules> RulesFor(Journey map) =>
        from rules in Gen.Choose(0, 6).SelectMany(count => Rule(map).ArrayOf(count))
        from history in Gen.Frequency((1, Gen.Constant(false)), (1, Gen.Constant(true)))
        from listed in StageOf(map)
        from dormant in Window
        select new StageRules
        {
            Rules = rules,
            History = history ? new StageHistory { Stages = [new() { Stated = "lead", Stage = listed }, new() { Stated = "Stage 0", Stage = listed }] } : null,
            DormantAfter = dormant,
        };

    private static Gen<JourneyEvent[]> Traces(Journey map) =>
        from count in Gen.Sized(size => Gen.Choose(0, Math.Min(MostEvents, size)))
        from gaps in Gen.Frequency((3, Gen.Constant(0)), (3, Gen.Constant(1)), (3, Gen.Elements(Hours))).ArrayOf(count)
        from events in EventOf(map).ArrayOf(count)
        from distance in Gen.Frequency((4, Gen.Constant(0)), (1, Gen.Choose(1, 9)))
        select At(events, gaps, distance);

    /// <summary>Sets the times: the gaps one after another, in 2026 or so that the last event begins so many hours before the end of time.</summary>
    private static JourneyEvent[] At(JourneyEvent[] events, int[] gaps, int hoursBeforeTheEnd)
    {
        DateTimeOffset now = hoursBeforeTheEnd == 0 ? LogGenerator.Start : DateTimeOffset.MaxValue.AddHours(-hoursBeforeTheEnd - gaps.Sum());
        JourneyEvent[] timed = new JourneyEvent[events.Length];
        for (int place = 0; place < events.Length; place++)
        {
            now = now.AddHours(gaps[place]);
            bool lasts = events[place].StartedAt is not null;
            timed[place] = events[place] with { StartedAt = lasts ? now : null, At = lasts ? now.AddMinutes(7) : now, Sequence = place };
        }

        // The order of the log: of two events that begin together, the one that ends first.
        return [.. timed.OrderBy(one => one.StartedAt ?? one.At).ThenBy(one => one.At).ThenBy(one => one.Sequence)];
    }

    private static Gen<JourneyEvent> EventOf(Journey map) =>
        from name in Gen.Frequency((8, Gen.Elements(Names)), (1, Gen.Constant("unknown")), (1, Gen.Elements("stage:lead", "stage:Stage 0", "stage:stage-0", "stage:Stage 1", "stage:gone")))
        from channel in OrNull(Channels)
        from lasts in Gen.Frequency((4, Gen.Constant(false)), (1, Gen.Constant(true)))
        from plan in OrNull("pro", "free")
        from size in OrNull("big", "small")
        from value in Gen.Frequency((2, Gen.Constant<decimal?>(null)), (2, Gen.Elements<decimal?>(-5m, 0m, 10m, 12.5m, 922_337_203_685_477m)))
        from currency in OrNull("EUR", "USD")
        from answer in Gen.Frequency((2, Gen.Constant<Feedback?>(null)), (1, Gen.Elements(FeedbackKind.Nps, FeedbackKind.None).SelectMany(kind => Gen.Elements(5d, 6d, 7d, 8d).Select(score => (Feedback?)new Feedback(kind, score)))))
        select new JourneyEvent
        {
            Customer = "ann",
            Event = name,
            At = DateTimeOffset.MinValue,
            StartedAt = lasts ? DateTimeOffset.MinValue : null,
            Channel = channel,
            Value = value,
            Currency = currency,
            Feedback = answer,
            Attributes = new[] { ("plan", plan), ("size", size) }.Where(pair => pair.Item2 is not null).ToDictionary(pair => pair.Item1, pair => pair.Item2!),
        };

    private static EventCondition Condition(string attribute, string value) => new() { Attribute = attribute, Value = value };

    private static Gen<string?> OrNull(params string[] values) => Gen.Frequency((1, Gen.Constant<string?>(null)), (1, Gen.Elements(values).Select(value => (string?)value)));
}
