using CustomerJourney.Classification.Rules;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerJourney.Tests.Classification.Rules;

/// <summary>A rule that is said to hold whenever another does really does so: rules are evaluated on random histories, each by its definition and nothing else.</summary>
public class RuleCoverProperties
{
    private static readonly string[] Names = ["a", "b", "c"];

    private sealed record Fact(string Event, string? Channel, long Ticks, decimal? Amount);

    [Fact]
    public void A_rule_that_covers_another_holds_wherever_that_one_does()
    {
        int covering = 0, holding = 0;
        Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
        {
            Random random = new(seed);
            for (int pair = 0; pair < 200; pair++)
            {
                StageRule later = Rule(random), earlier = random.Next(2) == 0 ? Rule(random) : Loosened(later, random);
                if (!RuleCover.Covers(earlier, later)) continue;
                covering++;
                for (int history = 0; history < 10; history++)
                {
                    Fact[] facts = Facts(random);
                    for (int at = 0; at < facts.Length; at++)
                    {
                        if (!Holds(later, facts, at)) continue;
                        holding++;
                        Assert.True(Holds(earlier, facts, at), $"{earlier} is said to hold whenever {later} does, and does not at event {at} of {string.Join<Fact>(", ", facts)}");
                    }
                }
            }
        }).QuickCheckThrowOnFailure();
        Assert.True(covering > 500 && holding > 1000, $"Only {covering} pairs were seen, and {holding} events at which they hold: the test is likely to be blind.");
    }

    private static bool Holds(StageRule rule, Fact[] facts, int at) => rule switch
    {
        CountRule count => Matches(count.When, facts[at]) && facts[..(at + 1)].Count(fact => Matches(count.When, fact) && IsWithin(fact, facts[at], count.Within)) >= count.Times,
        TotalValueRule total => Matches(total.When, facts[at]) && facts[at].Amount is not null && facts[..(at + 1)].Where(fact => Matches(total.When, fact)).Sum(fact => fact.Amount ?? 0) >= total.AtLeast,
        SequenceRule sequence => Matches(sequence.Steps[^1], facts[at]) && Chain(sequence, facts, at, sequence.Steps.Count - 2, at),
        _ => throw new ArgumentException("no rule of events"),
    };

    /// <summary>Whether the steps before lie before an event, within the window, with nothing between that must not be.</summary>
    private static bool Chain(SequenceRule sequence, Fact[] facts, int last, int step, int before)
    {
        for (int at = before - 1; at >= 0; at--)
        {
            bool isStep = sequence.Steps.Any(pattern => Matches(pattern, facts[at]));
            if (Matches(sequence.Steps[step], facts[at]) && (step > 0 ? Chain(sequence, facts, last, step - 1, at) : IsWithin(facts[at], facts[last], sequence.Within))) return true;
            if (!isStep && sequence.Without.Any(pattern => Matches(pattern, facts[at]))) return false;
        }

        return false;
    }

    private static bool IsWithin(Fact first, Fact last, TimeSpan? window) => window is null || last.Ticks - first.Ticks <= window.Value.Ticks;

    private static bool Matches(EventPattern pattern, Fact fact) =>
        (pattern.Event is null || pattern.Event == fact.Event) && (pattern.Channel is null || pattern.Channel == fact.Channel) && (pattern.MinimumValue is null || fact.Amount >= pattern.MinimumValue);

    private static Fact[] Facts(Random random)
    {
        long ticks = 0;
        return [.. Enumerable.Range(0, random.Next(1, 20)).Select(_ => new Fact(Names[random.Next(3)], random.Next(2) == 0 ? "x" : null, ticks += random.Next(0, 3), random.Next(2) == 0 ? random.Next(-3, 6) : null))];
    }

    private static StageRule Rule(Random random) => random.Next(3) switch
    {
        0 => new CountRule { Stage = "S", When = Pattern(random), Times = random.Next(1, 4), Within = Window(random) },
        1 => new TotalValueRule { Stage = "S", When = Pattern(random), AtLeast = random.Next(1, 6) },
        _ => new SequenceRule { Stage = "S", Steps = [.. Enumerable.Range(0, random.Next(2, 4)).Select(_ => Pattern(random))], Without = [.. Enumerable.Range(0, random.Next(3)).Select(_ => Pattern(random))], Within = Window(random) },
    };

    /// <summary>A rule that asks for less, so that many pairs cover each other.</summary>
    private static StageRule Loosened(StageRule rule, Random random) => rule switch
    {
        CountRule count => count with { Times = random.Next(1, count.Times + 1), Within = random.Next(2) == 0 ? null : count.Within, When = Loosened(count.When, random) },
        TotalValueRule total => total with { AtLeast = random.Next(1, 6) },
        SequenceRule sequence when random.Next(3) == 0 => new CountRule { Stage = "S", When = Loosened(sequence.Steps[^1], random), Times = random.Next(1, 3), Within = sequence.Within },
        SequenceRule sequence => sequence with
        {
            Steps = [.. sequence.Steps.Skip(random.Next(2) == 0 && sequence.Steps.Count > 2 ? 1 : 0).Select(step => Loosened(step, random))],
            Without = [.. sequence.Without.Where(_ => random.Next(2) == 0)],
        },
        _ => rule,
    };

    private static EventPattern Loosened(EventPattern pattern, Random random) => random.Next(4) switch
    {
        0 => pattern with { Event = null },
        1 => pattern with { Channel = null },
        2 => pattern with { MinimumValue = null },
        _ => pattern,
    };

    private static EventPattern Pattern(Random random) => new()
    {
        Event = random.Next(6) == 0 ? null : Names[random.Next(3)],
        Channel = random.Next(3) == 0 ? "x" : null,
        MinimumValue = random.Next(5) == 0 ? random.Next(-2, 3) : null,
    };

    private static TimeSpan? Window(Random random) => random.Next(2) == 0 ? null : TimeSpan.FromTicks(random.Next(1, 8));
}
