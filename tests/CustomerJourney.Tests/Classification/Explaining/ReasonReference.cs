using CustomerJourney.Classification;
using CustomerJourney.Classification.Explaining;
using CustomerJourney.Classification.Machine;
using CustomerJourney.Classification.Rules;
using CustomerJourney.Events;
using CustomerJourney.Tests.Classification.Machine;
using Row = (CustomerJourney.Classification.Explaining.StageReasonKind Kind, int? Stage, int? Rule, string? Touchpoint, int Held, int Decided, string Events);

namespace CustomerJourney.Tests.Classification.Explaining;

/// <summary>The reasons for a stage and their events, found as slowly and obviously as possible.</summary>
internal static class ReasonReference
{
    public static IEnumerable<Row> Of(ExplainedCase one, CustomerStage customer)
    {
        List<Row> rows = [];
        if (customer.Current is { } stage)
        {
            long since = one.Rules.Current == CurrentStageRule.Latest ? customer.Visits[^1].Entered.UtcTicks : 0;
            StageReference reference = new(one.Map, one.Rules, one.Events);
            Happening[] speaks = [.. reference.HappeningsUntil(one.AsOf.UtcTicks).Where(happening => happening.Stage == stage.Position && happening.Ticks >= since)];
            Happening[] events = [.. speaks.Where(happening => happening.Event >= 0)];
            Happening[] stated = [.. events.Where(happening => happening.Kind == DecisionKind.History)];
            if (stated.Length > 0) rows.Add((StageReasonKind.History, stage.Position, null, null, stated.Length, stated.Length, Places(stated.Select(happening => happening.Event))));
            for (int rule = 0; rule < one.Rules.Rules.Count; rule++)
            {
                StageRule definition = one.Rules.Rules[rule];
                if (one.Map[definition.Stage] != stage) continue;
                int[] held = [.. events.Select(happening => happening.Event).Where(place => reference.Holds(definition, place))];
                if (held.Length == 0) continue;
                rows.Add((StageReasonKind.Rule, stage.Position, rule + 1, null, held.Length, events.Count(happening => happening.Rule == rule), Places(held.SelectMany(place => Seen(one.Events, definition, place)))));
            }

            foreach (Touchpoint touchpoint in stage.Touchpoints)
            {
                Happening[] observed = [.. events.Where(happening => TouchpointOf(one, stage, one.Events[happening.Event]) == touchpoint)];
                if (observed.Length == 0) continue;
                rows.Add((StageReasonKind.Touchpoint, stage.Position, null, touchpoint.Id, observed.Length, observed.Count(happening => happening.Kind == DecisionKind.Touchpoint), Places(observed.Select(happening => happening.Event))));
            }

            foreach (IGrouping<int, Happening> silence in speaks.Where(happening => happening.Event < 0).GroupBy(happening => happening.Rule).OrderBy(group => group.Key))
            {
                long length = ((SilenceRule)one.Rules.Rules[silence.Key]).Silence.Ticks;
                rows.Add((StageReasonKind.Silence, stage.Position, silence.Key + 1, null, silence.Count(), silence.Count(), Places(silence.Select(happening => Array.FindIndex(one.Events, candidate => Began(candidate) == happening.Ticks - length)))));
            }
        }

        if (customer.IsDormant) rows.Add((StageReasonKind.Silence, null, null, null, 1, 1, Places([one.Events.Length - 1])));
        return rows;
    }

    /// <summary>All events that made a rule hold at an event.</summary>
    private static IEnumerable<int> Seen(JourneyEvent[] events, StageRule rule, int last) => rule switch
    {
        CountRule { Times: 1 } => [last],
        CountRule count => Enumerable.Range(0, last + 1).Where(place => StageReference.Matches(events[place], count.When) && IsWithin(count.Within, events[place], events[last])),
        TotalValueRule total => Enumerable.Range(0, last).Where(place => StageReference.Matches(events[place], total.When) && events[place].Currency == total.Currency && events[place].Value is { } value && value != 0).Append(last),
        SequenceRule sequence => Chains(events, sequence, sequence.Steps.Count - 1, last).Where(chain => IsWhole(events, sequence, chain)).SelectMany(chain => chain),
        _ => [],
    };

    /// <summary>Every way to find the steps, one event each.</summary>
    private static IEnumerable<int[]> Chains(JourneyEvent[] events, SequenceRule rule, int step, int last)
    {
        if (!StageReference.Matches(events[last], rule.Steps[step])) return [];
        if (step == 0) return [[last]];
        return Enumerable.Range(0, last).SelectMany(place => Chains(events, rule, step - 1, place)).Select(chain => (int[])[.. chain, last]);
    }

    private static bool IsWhole(JourneyEvent[] events, SequenceRule rule, int[] chain) =>
        IsWithin(rule.Within, events[chain[0]], events[chain[^1]])
        && !events[(chain[0] + 1)..chain[^1]].Any(one => rule.Without.Any(without => StageReference.Matches(one, without)) && !rule.Steps.Any(step => StageReference.Matches(one, step)));

    /// <summary>The first touchpoint of a stage among those whose bindings ask for most.</summary>
    private static Touchpoint? TouchpointOf(ExplainedCase one, Stage stage, JourneyEvent observed)
    {
        (Touchpoint Touchpoint, int Level)[] bound =
        [
            .. one.Map.Touchpoints.SelectMany(touchpoint => touchpoint.EventBindings
                .Where(binding => StageReference.Matches(observed, new EventPattern { Event = binding.Event, Channel = binding.Channel, Conditions = binding.Conditions }))
                .Select(binding => (touchpoint, (binding.Conditions.Count > 0 ? 2 : 0) + (binding.Channel is null ? 0 : 1)))),
        ];
        return bound.Where(candidate => candidate.Level == bound.Max(other => other.Level)).Select(candidate => candidate.Touchpoint).FirstOrDefault(touchpoint => touchpoint.Stage == stage);
    }

    private static string Places(IEnumerable<int> places) => string.Join(' ', places.Distinct().Order());

    private static long Began(JourneyEvent one) => (one.StartedAt ?? one.At).UtcTicks;

    private static bool IsWithin(TimeSpan? window, JourneyEvent first, JourneyEvent last) => window is null || Began(last) - Began(first) <= window.Value.Ticks;
}
