using CustomerJourney.Classification;
using CustomerJourney.Classification.Rules;
using CustomerJourney.Events;

namespace CustomerJourney.Tests.Classification.Rules;

/// <summary>Generated rules whose values are right; whether they contradict each other is left to chance.</summary>
internal static class AnyRules
{
    private static readonly string[] Names = ["a", "b", "c", "view \"all\"", "line\nbreak", "Käse 🧀", "\u202Eturned", "{}"];

    public static StageRules Make(int seed)
    {
        Random random = new(seed);
        StageRules rules = new()
        {
            Rules = [.. Enumerable.Range(0, random.Next(6)).Select(index => Rule(random, Names))],
            History = random.Next(3) == 0 ? History(random) : null,
            Current = Enum.GetValues<CurrentStageRule>()[random.Next(3)],
            HalfLife = Duration(random),
            DormantAfter = random.Next(2) == 0 ? null : Duration(random),
        };
        // Those that never decide are refused, and nothing else of these can be.
        while (rules.Rules.Count > 0 && StageRulesCheck.ProblemsOf(rules).Count > 0) rules = rules with { Rules = [.. rules.Rules.SkipLast(1)] };
        return rules;
    }

    public static StageRule Rule(Random random, string[] names) => random.Next(4) switch
    {
        0 => new CountRule { Stage = Pick(random, Names), Name = MayBe(random, Names), When = Pattern(random, names), Times = random.Next(1, 5), Within = Window(random) },
        1 => new TotalValueRule { Stage = Pick(random, Names), When = Pattern(random, names) with { MinimumValue = null, Currency = null }, AtLeast = random.Next(1, 40_000) / 10_000m, Currency = MayBe(random, ["EUR", "USD"]) },
        2 => new SequenceRule { Stage = Pick(random, Names), Steps = [.. Enumerable.Range(0, random.Next(2, 5)).Select(_ => Pattern(random, names[..^1]))], Without = random.Next(2) == 0 ? [] : [new EventPattern { Event = names[^1], Channel = MayBe(random, ["x", "y"]) }], Within = Window(random) },
        _ => new SilenceRule { Stage = Pick(random, Names), Of = Pattern(random, names), Silence = Duration(random) },
    };

    private static EventPattern Pattern(Random random, string[] names)
    {
        bool isWorth = random.Next(5) == 0, isAnswer = random.Next(5) == 0;
        return new EventPattern
        {
            Event = random.Next(8) == 0 ? null : Pick(random, names),
            Channel = random.Next(3) == 0 ? MayBe(random, ["x", "y"]) : null,
            Conditions = random.Next(5) == 0 ? [new EventCondition { Attribute = "plan", Value = random.Next(2) == 0 ? "" : "pro" }, new EventCondition { Attribute = "size", Value = "12" }] : [],
            MinimumValue = isWorth ? random.Next(-5, 20) / 4m * 1.000m : null,
            Currency = isWorth ? MayBe(random, ["EUR", "USD"]) : null,
            Feedback = isAnswer ? Enum.GetValues<FeedbackKind>()[random.Next(5)] : null,
            MinimumScore = isAnswer && random.Next(2) == 0 ? random.Next(-2, 4) * 0.1 : null,
            MaximumScore = isAnswer && random.Next(2) == 0 ? random.Next(4, 11) : null,
        };
    }

    private static StageHistory History(Random random) => new()
    {
        Prefix = Pick(random, Names) + ":",
        Stages = [.. Enumerable.Range(0, random.Next(4)).Select(index => new StatedStage { Stated = $"s{index}", Stage = Pick(random, Names) })],
    };

    private static TimeSpan? Window(Random random) => random.Next(3) == 0 ? null : Duration(random);

    private static TimeSpan Duration(Random random) => random.Next(4) switch
    {
        0 => TimeSpan.FromDays(random.Next(1, 400)),
        1 => TimeSpan.FromSeconds(random.Next(1, 8)),
        2 => TimeSpan.FromTicks(random.NextInt64(1, TimeSpan.MaxValue.Ticks)),
        _ => TimeSpan.FromTicks(random.NextInt64(1, 3 * TimeSpan.TicksPerMinute)),
    };

    private static string Pick(Random random, string[] from) => from[random.Next(from.Length)];

    private static string? MayBe(Random random, string[] from) => random.Next(2) == 0 ? null : Pick(random, from);
}
