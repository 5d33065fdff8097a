using CustomerJourney.Classification.Machine;
using CustomerJourney.Classification.Rules;
using CustomerJourney.Events;

namespace CustomerJourney.Tests.Classification.Machine;

/// <summary>The meaning of stage rules written down as slowly and obviously as possible: at each event everything is computed anew from all events of the customer.</summary>
/// <param name="map">The map.</param>
/// <param name="rules">The rules.</param>
/// <param name="events">The events of one customer, in the order of the log.</param>
internal sealed class StageReference(Journey map, StageRules rules, IReadOnlyList<JourneyEvent> events)
{
    private static readonly long EndOfTime = DateTime.MaxValue.Ticks;

    /// <summary>What happens up to a time, that time included.</summary>
    public List<Happening> HappeningsUntil(long until)
    {
        IEnumerable<(long Ticks, int Kind, int Order)> silences = rules.Rules.Index().Where(rule => rule.Item is SilenceRule)
            .SelectMany(rule => CompleteSilences(((SilenceRule)rule.Item).Silence.Ticks, one => Matches(one, ((SilenceRule)rule.Item).Of)).Select(ticks => (ticks, 0, rule.Index)));
        IEnumerable<(long Ticks, int Kind, int Order)> dormancies = rules.DormantAfter is { } after
            ? CompleteSilences(after.Ticks, _ => true).Select(ticks => (ticks, 1, 0))
            : [];
        IEnumerable<(long Ticks, int Kind, int Order)> all = silences.Concat(dormancies)
            .Where(one => one.Ticks <= until)
            .Concat(events.Select((one, place) => (Began(one), 2, place)))
            .Order();

        List<Happening> happenings = [];
        int? stageIn = null;
        foreach ((long ticks, int kind, int order) in all)
        {
            Happening happening = kind switch
            {
                0 => Happening.Silence(ticks, map[rules.Rules[order].Stage].Position, order),
                1 => Happening.Dormancy(ticks),
                _ => Of(order, stageIn),
            };
            stageIn = happening.Stage ?? stageIn;
            happenings.Add(happening);
        }

        return happenings;
    }

    private static long Began(JourneyEvent one) => (one.StartedAt ?? one.At).UtcTicks;

    /// <summary>A silence follows the last of the events that match before it: complete unless one of them begins earlier than that.</summary>
    private IEnumerable<long> CompleteSilences(long length, Func<JourneyEvent, bool> matches)
    {
        long[] begins = [.. events.Where(matches).Select(Began)];
        return begins.Where((begin, place) => length <= EndOfTime - begin && !begins.Skip(place + 1).Any(later => later < begin + length)).Select(begin => begin + length);
    }

    private Happening Of(int place, int? stageIn)
    {
        JourneyEvent one = events[place];
        if (Stated(one.Event) is { } stated) return new(Began(one), place, DecisionKind.History, stated, -1, -1, false);
        int rule = Enumerable.Range(0, rules.Rules.Count).FirstOrDefault(candidate => Holds(rules.Rules[candidate], place), -1);
        if (rule >= 0) return new(Began(one), place, DecisionKind.Rule, map[rules.Rules[rule].Stage].Position, rule, -1, false);
        (int Touchpoint, int Stage)[] candidates = Candidates(one);
        if (candidates.Length == 0) return new(Began(one), place, DecisionKind.None, null, -1, -1, false);
        int stage = Resolve([.. candidates.Select(candidate => candidate.Stage)], stageIn);
        return new(Began(one), place, DecisionKind.Touchpoint, stage, -1, candidates.First(candidate => candidate.Stage == stage).Touchpoint, false);
    }

    private int? Stated(string name)
    {
        if (rules.History is not { } history || !name.StartsWith(history.Prefix, StringComparison.Ordinal)) return null;
        string stated = name[history.Prefix.Length..];
        if (history.Stages.FirstOrDefault(listed => listed.Stated == stated) is { } found) return map[found.Stage].Position;
        return (map.Stages.FirstOrDefault(stage => stage.Id == stated) ?? map.Stages.FirstOrDefault(stage => stage.Name == stated))?.Position;
    }

    public bool Holds(StageRule rule, int place) => rule switch
    {
        CountRule count => Matches(events[place], count.When)
            && events.Take(place + 1).Count(one => Matches(one, count.When) && IsWithin(count.Within, one, events[place])) >= count.Times,
        TotalValueRule total => Amount(events[place], total) is not null && events.Take(place + 1).Sum(one => Amount(one, total) ?? 0) >= total.AtLeast,
        SequenceRule sequence => Matches(events[place], sequence.Steps[^1]) && Completes(sequence, place),
        _ => false,
    };

    private static decimal? Amount(JourneyEvent one, TotalValueRule total) => Matches(one, total.When) && one.Currency == total.Currency ? one.Value : null;

    /// <summary>Tries every way to find the steps in events before, from the last step to the first.</summary>
    private bool Completes(SequenceRule sequence, int last)
    {
        return Began(sequence.Steps.Count - 2, last).Any(first =>
            IsWithin(sequence.Within, events[first], events[last])
            && !events.Skip(first + 1).Take(last - first - 1).Any(one => sequence.Without.Any(without => Matches(one, without)) && !sequence.Steps.Any(step => Matches(one, step))));

        IEnumerable<int> Began(int step, int before) => Enumerable.Range(0, before)
            .Where(place => Matches(events[place], sequence.Steps[step]))
            .SelectMany(place => step == 0 ? [place] : Began(step - 1, place));
    }

    private static bool IsWithin(TimeSpan? window, JourneyEvent first, JourneyEvent last) => window is null || Began(last) - Began(first) <= window.Value.Ticks;

    private (int Touchpoint, int Stage)[] Candidates(JourneyEvent one)
    {
        var bound = map.Touchpoints.Index().SelectMany(touchpoint => touchpoint.Item.EventBindings
            .Where(binding => binding.Event == one.Event && (binding.Channel is null || binding.Channel == one.Channel) && Meets(one, binding.Conditions))
            .Select(binding => (touchpoint.Index, touchpoint.Item.Stage.Position, Level: (binding.Conditions.Count > 0, binding.Channel is not null)))).ToArray();
        return bound.Length == 0 ? [] : [.. bound.Where(candidate => candidate.Level == bound.Max(other => other.Level)).Select(candidate => (candidate.Index, candidate.Position))];
    }

    private static int Resolve(int[] stages, int? stageIn)
    {
        if (stageIn is not { } current) return stages.Min();
        if (stages.Contains(current)) return current;
        return stages.Any(stage => stage > current) ? stages.Where(stage => stage > current).Min() : stages.Max();
    }

    public static bool Matches(JourneyEvent one, EventPattern pattern) =>
        (pattern.Event is null || one.Event == pattern.Event)
        && (pattern.Channel is null || one.Channel == pattern.Channel)
        && Meets(one, pattern.Conditions)
        && (pattern.MinimumValue is null || (one.Value >= pattern.MinimumValue && one.Currency == pattern.Currency))
        && (pattern.Currency is null || (one.Value is not null && one.Currency == pattern.Currency))
        && (pattern.Feedback is null || one.Feedback?.Kind == pattern.Feedback)
        && (pattern.MinimumScore is null || one.Feedback?.Score >= pattern.MinimumScore)
        && (pattern.MaximumScore is null || one.Feedback?.Score <= pattern.MaximumScore);

    private static bool Meets(JourneyEvent one, IEnumerable<EventCondition> conditions) =>
        conditions.All(condition => one.Attributes.TryGetValue(condition.Attribute, out string? value) && value == condition.Value);
}
