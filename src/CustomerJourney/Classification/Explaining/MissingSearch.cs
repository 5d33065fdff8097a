using CustomerJourney.Classification.Machine;
using CustomerJourney.Classification.Rules;
using CustomerJourney.Events;

namespace CustomerJourney.Classification.Explaining;

/// <summary>Finds what would put a customer into a later stage, by trying it out: events that come now go through a copy of what the machine remembers.</summary>
internal sealed class MissingSearch
{
    private readonly CustomerCourse _course;
    private readonly StageExplainer _explainer;
    private readonly CustomerStage _customer;
    private readonly int _after;

    public MissingSearch(CustomerCourse course, CustomerStage customer)
    {
        _course = course;
        _explainer = course.Explainer;
        _customer = customer;
        _after = customer.Current?.Position ?? -1;
    }

    public IReadOnlyList<MissingEvidence> Find()
    {
        List<CourseStep> silences = [];
        CourseSink sink = new(silences, _course.Events.Count - 1);
        _explainer.Machine.AdvanceTo((long[])_course.Memory.Clone(), DateTime.MaxValue.Ticks, ref sink);
        MissingEvidence? dormancy = Dormancy(silences);
        // What a rule asks for is told once, also where a touchpoint asks for the same.
        IEnumerable<MissingEvidence> found = RuleCandidates().Concat(Silences(silences)).Concat(Touchpoints()).Concat(Stated())
            .OrderBy(missing => Math.Max(1, missing.Events.Sum(events => events.Times)))
            .ThenBy(missing => missing.Stage!.Position)
            .ThenBy(missing => missing.RuleNumber ?? int.MaxValue)
            .DistinctBy(missing => (missing.Stage, missing.Kind == StageReasonKind.Silence ? missing.RuleNumber : null, missing.Events));
        IEnumerable<MissingEvidence> told = found.Take(StageExplanation.MostMissing - (dormancy is null ? 0 : 1)).Select(missing => missing.Kind == StageReasonKind.Rule ? Told(missing) : missing);
        return dormancy is null ? [.. told] : [.. told, dormancy];
    }

    private IEnumerable<MissingEvidence> RuleCandidates()
    {
        for (int rule = 0; rule < _explainer.Rules.Rules.Count; rule++)
        {
            if (_explainer.StageOfRule[rule] <= _after) continue;
            MissingEvidence? missing = _explainer.Rules.Rules[rule] switch
            {
                CountRule count => Count(rule, count),
                TotalValueRule total => Total(rule, total),
                SequenceRule sequence => Sequence(rule, sequence),
                _ => null,
            };
            if (missing is not null) yield return missing;
        }
    }

    private MissingEvidence? Count(int rule, CountRule definition)
    {
        MissingEvent one = new() { Pattern = definition.When };
        if (SampleEvent.Of(_explainer.Machine, one, new DateTimeOffset(_course.AsOf, TimeSpan.Zero)) is not { } sample) return null;
        StageMachine alone = _explainer.Alone(rule);
        long[] memory = (long[])_course.Memory.Clone();
        for (int times = 1; times <= definition.Times; times++)
        {
            if (alone.Decide(memory, sample).Rule == rule) return Rule(rule, [one with { Times = times }], definition.Times - times, definition.Times);
        }

        return null;
    }

    private MissingEvidence? Sequence(int rule, SequenceRule definition)
    {
        int steps = definition.Steps.Count;
        for (int missing = 1; missing <= steps; missing++)
        {
            MissingEvent[] plan = [.. definition.Steps.Skip(steps - missing).Select(step => new MissingEvent { Pattern = step })];
            if (Holds(rule, plan, _course.AsOf)) return Rule(rule, plan, steps - missing, steps);
        }

        return null;
    }

    /// <summary>The least amount is found by halving, so that what a tracker has sealed counts too.</summary>
    private MissingEvidence? Total(int rule, TotalValueRule definition)
    {
        long none = Math.Max(0, EventDemand.Of(definition.When).MinimumUnits ?? 0) - 1, enough = (long)(922_337_203_685_477m * MoneyUnits.PerOne);
        if (!Holds(rule, Plan(enough), _course.AsOf)) return null;
        while (enough - none > 1)
        {
            long middle = none + ((enough - none) / 2);
            if (Holds(rule, Plan(middle), _course.AsOf)) enough = middle;
            else none = middle;
        }

        return Rule(rule, Plan(enough), definition.AtLeast - MoneyUnits.ToDecimal(enough), definition.AtLeast);

        MissingEvent[] Plan(long units) => [new MissingEvent { Pattern = definition.When, Amount = MoneyUnits.ToDecimal(units), Currency = definition.Currency }];
    }

    /// <summary>Events that make a rule hold; null if something else would put the customer elsewhere with them.</summary>
    private MissingEvidence? Rule(int rule, MissingEvent[] plan, decimal have, decimal need)
    {
        byte stage = _explainer.StageOfRule[rule];
        if (!Puts(plan, stage)) return null;
        return Made(StageReasonKind.Rule, _explainer.Journey.Stages[stage], plan, "") with { Rule = _explainer.Rules.Rules[rule], RuleNumber = rule + 1, Have = have, Need = need };
    }

    /// <summary>Adds until when a rule is near to holding, and the words; only to what is told, since it takes some trying.</summary>
    private MissingEvidence Told(MissingEvidence missing)
    {
        TimeSpan? within = (missing.Rule as CountRule)?.Within ?? (missing.Rule as SequenceRule)?.Within;
        DateTimeOffset? until = missing.Have > 0 && within is { } window ? Until(missing.RuleNumber!.Value - 1, missing.Events, window) : null;
        return missing with { Until = until, Sentence = MissingText.Rule(missing with { Until = until }) };
    }

    /// <summary>The last instant at which the rest of what a rule asks for still does. After a whole window nothing of what is there is left.</summary>
    private DateTimeOffset Until(int rule, IReadOnlyList<MissingEvent> plan, TimeSpan window)
    {
        long does = _course.AsOf, last = _course.AsOf + Math.Min(window.Ticks, DateTime.MaxValue.Ticks - _course.AsOf);
        while (does < last)
        {
            long middle = last - ((last - does) / 2);
            if (Holds(rule, plan, middle)) does = middle;
            else last = middle - 1;
        }

        return new DateTimeOffset(does, TimeSpan.Zero);
    }

    private IEnumerable<MissingEvidence> Silences(List<CourseStep> silences)
    {
        foreach (CourseStep silence in silences)
        {
            // Of silences that are complete at once the last one wins.
            if (silence.SilenceRule < 0 || silence.Stage <= _after || silences.FindLast(other => other.SilenceRule >= 0 && other.Ticks == silence.Ticks).SilenceRule != silence.SilenceRule) continue;
            SilenceRule definition = (SilenceRule)_explainer.Rules.Rules[silence.SilenceRule];
            Stage entered = _explainer.Journey.Stages[silence.Stage];
            DateTimeOffset until = new(silence.Ticks, TimeSpan.Zero);
            yield return Made(StageReasonKind.Silence, entered, [], MissingText.Silence(definition, entered, until)) with { Rule = definition, RuleNumber = silence.SilenceRule + 1, Until = until };
        }
    }

    private IEnumerable<MissingEvidence> Touchpoints()
    {
        foreach (Touchpoint touchpoint in _explainer.Touchpoints.Where(touchpoint => touchpoint.Stage.Position > _after))
        {
            foreach (EventBinding binding in touchpoint.EventBindings)
            {
                MissingEvent[] plan = [new MissingEvent { Pattern = new EventPattern { Event = binding.Event, Channel = binding.Channel, Conditions = binding.Conditions } }];
                if (!Puts(plan, (byte)touchpoint.Stage.Position)) continue;
                yield return Made(StageReasonKind.Touchpoint, touchpoint.Stage, plan, MissingText.Touchpoint(touchpoint, plan)) with { Touchpoint = touchpoint };
                break;
            }
        }
    }

    /// <summary>For each stage the first name by which another system states it.</summary>
    private IEnumerable<MissingEvidence> Stated()
    {
        Dictionary<string, byte> stated = StatedStages.Of(_explainer.Journey, _explainer.Rules.History);
        foreach (IGrouping<byte, string> names in stated.GroupBy(state => state.Value, state => state.Key).Where(names => names.Key > _after).OrderBy(names => names.Key))
        {
            MissingEvent[] plan = [new MissingEvent { Pattern = new EventPattern { Event = names.Order(StringComparer.Ordinal).First() } }];
            if (Puts(plan, names.Key)) yield return Made(StageReasonKind.History, _explainer.Journey.Stages[names.Key], plan, MissingText.Stated(_explainer.Journey.Stages[names.Key], plan));
        }
    }

    private MissingEvidence? Dormancy(List<CourseStep> silences)
    {
        if (_explainer.Rules.DormantAfter is not { } after) return null;
        MissingEvent[] plan = [new MissingEvent { Pattern = new EventPattern() }];
        if (_customer.IsDormant) return Made(StageReasonKind.Silence, null, plan, "any event ends the dormancy");
        if (silences.FindIndex(step => step.IsDormancy) is not (>= 0 and int place)) return null;
        // At the deadline itself the customer is dormant before the event.
        return Made(StageReasonKind.Silence, null, plan, MissingText.Dormancy(after, new DateTimeOffset(silences[place].Ticks, TimeSpan.Zero))) with { Until = new DateTimeOffset(silences[place].Ticks - 1, TimeSpan.Zero) };
    }

    private static MissingEvidence Made(StageReasonKind kind, Stage? stage, MissingEvent[] events, string sentence) => new()
    {
        Kind = kind,
        Stage = stage,
        Rule = null,
        RuleNumber = null,
        Touchpoint = null,
        Events = events,
        Have = null,
        Need = null,
        Until = null,
        Sentence = sentence,
    };

    /// <summary>Whether events that come now put the customer into a stage with the last of them.</summary>
    private bool Puts(MissingEvent[] plan, byte stage) => Last(_explainer.Machine, plan, _course.AsOf).Stage == stage;

    /// <summary>Whether a rule holds at the last of some events that come at an instant.</summary>
    private bool Holds(int rule, IReadOnlyList<MissingEvent> plan, long ticks) => Last(_explainer.Alone(rule), plan, ticks).Rule == rule;

    private Decision Last(StageMachine machine, IReadOnlyList<MissingEvent> plan, long ticks)
    {
        long[] memory = (long[])_course.Memory.Clone();
        Decision decision = Decision.None;
        foreach (MissingEvent missing in plan)
        {
            if (SampleEvent.Of(_explainer.Machine, missing, new DateTimeOffset(ticks, TimeSpan.Zero)) is not { } sample) return Decision.None;
            for (int time = 0; time < missing.Times; time++) decision = machine.Decide(memory, sample);
        }

        return decision;
    }
}
