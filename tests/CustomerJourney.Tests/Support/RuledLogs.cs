using CustomerJourney.Classification;
using CustomerJourney.Classification.Rules;
using CustomerJourney.Events;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerJourney.Tests.Support;

/// <summary>Rules of all kinds for the events of <see cref="LogGenerator"/>, on a map whose touchpoints ask for attributes here and there.</summary>
internal static class RuledLogs
{
    /// <summary>The shop with a stage that only silence enters, and touchpoints that ask for a device.</summary>
    public static Journey Shop { get; } = Journey.Create("Shop with rules", map => map
        .AddPersona("Family", persona => persona.ObservedAs("segment", "family"))
        .AddStage("Look", stage => stage
            .AddTouchpoint("Front page", touch => touch.ObservedAs("open"))
            .AddTouchpoint("Front page on a phone", touch => touch.ObservedBy(When("open", "phone")))
            .AddTouchpoint("Question before", touch => touch.ObservedAs("ask")))
        .AddStage("Buy", stage => stage
            .AddTouchpoint("Basket", touch => touch.ObservedAs("buy"))
            .AddTouchpoint("App store", touch => touch.ObservedOn("mobile", "buy"))
            .AddTouchpoint("App store on a tablet", touch => touch.ObservedBy(When("buy", "tablet") with { Channel = "mobile" })))
        .AddStage("Use", stage => stage
            .AddTouchpoint("Tablet", touch => touch.ObservedBy(When("open", "tablet")).ObservedBy(When("ask", "tablet")))
            .AddTouchpoint("Help desk", touch => touch.ObservedAs("ask", "answer")))
        .AddStage("Lapsed", stage => stage.AddTouchpoint("Letter")));

    /// <summary>One rule of each kind, with all that patterns can ask for.</summary>
    public static IReadOnlyList<StageRule> All { get; } =
    [
        new CountRule { Stage = "Buy", When = new() { Event = "open" }, Times = 3, Within = TimeSpan.FromHours(27) },
        new CountRule { Stage = "Use", When = new() { Feedback = FeedbackKind.Nps, MinimumScore = 7 } },
        new CountRule { Stage = "Look", When = new() { Event = "noise", Channel = "web", Conditions = [new() { Attribute = "device", Value = "None" }] } },
        new TotalValueRule { Stage = "Use", When = new() { Event = "buy" }, AtLeast = 0.3m, Currency = "EUR" },
        new TotalValueRule { Stage = "Buy", When = new() { MinimumValue = 0.2m }, AtLeast = 12 },
        new SequenceRule { Stage = "Use", Steps = [new() { Event = "open" }, new() { Event = "ask" }], Within = TimeSpan.FromDays(2), Without = [new() { Event = "noise" }] },
        new SilenceRule { Stage = "Lapsed", Of = new() { Event = "buy" }, Silence = TimeSpan.FromHours(18) },
        new SilenceRule { Stage = "Look", Of = new() { Channel = "web" }, Silence = TimeSpan.FromHours(40) },
    ];

    /// <summary>Any of the rules in any order, with or without history and dormancy.</summary>
    public static Arbitrary<StageRules> Rules { get; } = Arb.From(
        from mask in Gen.Choose(0, (1 << All.Count) - 1)
        from seed in Gen.Choose(0, 1000)
        from history in Gen.Elements(true, false)
        from dormant in Gen.Elements<int?>(null, 9, 26, 45)
        from current in Gen.Elements(Enum.GetValues<CurrentStageRule>())
        select new StageRules
        {
            Rules = [.. LogGenerator.Shuffled(All.Where((_, place) => (mask & (1 << place)) != 0), seed)],
            History = history ? new StageHistory { Prefix = "zo", Stages = [new() { Stated = "ë", Stage = "Buy" }] } : null,
            DormantAfter = dormant is { } hours ? TimeSpan.FromHours(hours) : null,
            HalfLife = TimeSpan.FromDays(1),
            Current = current,
        });

    /// <summary>All rules at once.</summary>
    public static StageClassifier Classifier { get; } = StageClassifier.Create(Shop, new StageRules { Rules = All, DormantAfter = TimeSpan.FromHours(26), History = new StageHistory { Prefix = "zo", Stages = [new() { Stated = "ë", Stage = "Buy" }] } });

    /// <summary>The silences of a customer: after which event, by its sequence, when, and into which stage.</summary>
    public static IEnumerable<(long After, long Ticks, byte Stage)> SilencesOf(StagedLog log, int customer)
    {
        if (log.Columns.Silences is not { } silences) yield break;
        for (int entry = silences.Offsets[customer]; entry < silences.Offsets[customer + 1]; entry++)
            yield return (log.Columns.Sequences![silences.Positions[entry]], silences.Ticks[entry], silences.Stages[entry]);
    }

    private static EventBinding When(string name, string device) => new() { Event = name, Conditions = [new() { Attribute = "device", Value = device }] };
}
