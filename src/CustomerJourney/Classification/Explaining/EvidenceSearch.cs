using CustomerJourney.Classification.Machine;
using CustomerJourney.Classification.Rules;
using CustomerJourney.Events;

namespace CustomerJourney.Classification.Explaining;

/// <summary>Finds all that speaks for a stage: at every event that stands for it the statement of another system, all rules that hold there, and the touchpoint, whichever decided; and silences.</summary>
internal sealed class EvidenceSearch
{
    private readonly CustomerCourse _course;
    private readonly StageExplainer _explainer;
    private readonly bool[]?[] _holds;

    public EvidenceSearch(CustomerCourse course)
    {
        _course = course;
        _explainer = course.Explainer;
        _holds = new bool[]?[_explainer.Rules.Rules.Count];
    }

    /// <summary>The reasons for a stage in those steps that count.</summary>
    public StageReason[] ReasonsFor(byte stage, Func<CourseStep, bool> counts)
    {
        CourseStep[] steps = [.. _course.Steps.Where(step => step.Stage == stage && counts(step))];
        if (steps.Length == 0) return [];
        CourseStep[] events = [.. steps.Where(step => step.Event >= 0)];
        List<StageReason> reasons = [];
        CourseStep[] stated = [.. events.Where(step => step.Decision.Kind == DecisionKind.History)];
        if (stated.Length > 0) reasons.Add(Stated(stage, stated));
        for (int rule = 0; rule < _holds.Length; rule++)
        {
            if (_explainer.StageOfRule[rule] != stage) continue;
            CourseStep[] held = [.. events.Where(step => (_holds[rule] ??= _course.HoldsOf(rule))[step.Event])];
            if (held.Length > 0) reasons.Add(Held(stage, rule, held));
        }

        foreach (IGrouping<int, CourseStep> observed in events.GroupBy(TouchpointOf).Where(group => group.Key >= 0).OrderBy(group => group.Key)) reasons.Add(Observed(observed.Key, [.. observed]));
        foreach (IGrouping<int, CourseStep> silent in steps.Where(step => step.SilenceRule >= 0).GroupBy(step => step.SilenceRule).OrderBy(group => group.Key)) reasons.Add(Silent(stage, silent.Key, [.. silent]));
        return [.. reasons];
    }

    /// <summary>Why the customer is dormant.</summary>
    public StageReason Dormancy(DateTimeOffset since)
    {
        TimeSpan silence = _explainer.Rules.DormantAfter!.Value;
        long began = since.UtcTicks - silence.Ticks;
        int last = _course.Events.Count - 1;
        return new StageReason
        {
            Kind = StageReasonKind.Silence,
            Stage = null,
            Rule = null,
            RuleNumber = null,
            Touchpoint = null,
            Evidence = last >= 0 && _course.Started[last] == began ? [Piece(last, isDecided: true)] : [],
            Held = 1,
            Decided = 1,
            SilentSince = Instant(began),
            Silence = new TimeSpan(_course.AsOf - began),
            Sentence = ReasonText.Dormancy(silence, Instant(began), since),
        };
    }

    private StageReason Stated(byte stage, CourseStep[] stated) => new()
    {
        Kind = StageReasonKind.History,
        Stage = _explainer.Journey.Stages[stage],
        Rule = null,
        RuleNumber = null,
        Touchpoint = null,
        Evidence = [.. stated.Select(step => Piece(step.Event, isDecided: true))],
        Held = stated.Length,
        Decided = stated.Length,
        Sentence = ReasonText.Stated(stated.Length),
    };

    private StageReason Held(byte stage, int rule, CourseStep[] held)
    {
        StageRule definition = _explainer.Rules.Rules[rule];
        RuleEvidence evidence = RuleEvidence.Of(_course, definition, [.. held.Select(step => step.Event)]);
        HashSet<int> decided = [.. held.Where(step => step.Decision.Rule == rule).Select(step => step.Event)];
        return new StageReason
        {
            Kind = StageReasonKind.Rule,
            Stage = _explainer.Journey.Stages[stage],
            Rule = definition,
            RuleNumber = rule + 1,
            Touchpoint = null,
            Evidence = [.. evidence.Pieces.Select(piece => Piece(piece.Key, decided.Contains(piece.Key), piece.Value))],
            Held = held.Length,
            Decided = decided.Count,
            Total = evidence.Total,
            Sentence = ReasonText.Rule(definition, rule + 1, held.Length, decided.Count, Instant(held[^1].Ticks), evidence.Total),
        };
    }

    private StageReason Observed(int touchpoint, CourseStep[] observed)
    {
        int decided = observed.Count(IsDecidedByTouchpoint);
        Touchpoint known = _explainer.Touchpoints[touchpoint];
        return new StageReason
        {
            Kind = StageReasonKind.Touchpoint,
            Stage = known.Stage,
            Rule = null,
            RuleNumber = null,
            Touchpoint = known,
            Evidence = [.. observed.Select(step => Piece(step.Event, IsDecidedByTouchpoint(step)))],
            Held = observed.Length,
            Decided = decided,
            Sentence = ReasonText.Touchpoint(known, observed.Length, decided),
        };
    }

    private StageReason Silent(byte stage, int rule, CourseStep[] silences)
    {
        SilenceRule definition = (SilenceRule)_explainer.Rules.Rules[rule];
        int[] begins = [.. silences.Select(silence => RuleEvidence.BeginOf(_course, definition, silence))];
        long began = silences[^1].Ticks - definition.Silence.Ticks;
        long ended = EndOf(definition, silences[^1]);
        return new StageReason
        {
            Kind = StageReasonKind.Silence,
            Stage = _explainer.Journey.Stages[stage],
            Rule = definition,
            RuleNumber = rule + 1,
            Touchpoint = null,
            Evidence = [.. begins.Where(begin => begin >= 0).Select(begin => Piece(begin, isDecided: true))],
            Held = silences.Length,
            Decided = silences.Length,
            SilentSince = Instant(began),
            Silence = new TimeSpan(ended - began),
            Sentence = ReasonText.Silent(definition, rule + 1, silences.Length, Instant(began), new TimeSpan(ended - began), ended == _course.AsOf),
        };
    }

    /// <summary>When the next event that matches ended a silence; as of when is asked, if none did.</summary>
    private long EndOf(SilenceRule rule, in CourseStep silence)
    {
        PatternMatcher of = new(rule.Of);
        for (int place = silence.After + 1; place < _course.Events.Count; place++)
        {
            if (of.Matches(_course.Events[place])) return _course.Started[place];
        }

        return _course.AsOf;
    }

    private static bool IsDecidedByTouchpoint(CourseStep step) => step.Decision.Kind == DecisionKind.Touchpoint;

    /// <summary>The touchpoint of the very stage that an event stands for at which it was observed; -1 if there is none.</summary>
    private int TouchpointOf(CourseStep step)
    {
        int touchpoint = _explainer.Machine.TouchpointOf(new ArrivingEvent(_explainer.Machine, _course.Events[step.Event]), step.Stage);
        return touchpoint >= 0 && _explainer.Touchpoints[touchpoint].Stage.Position == step.Stage ? touchpoint : -1;
    }

    private EvidencePiece Piece(int place, bool isDecided, decimal? amount = null)
    {
        JourneyEvent one = _course.Events[place];
        return new EvidencePiece
        {
            Event = one.Event,
            At = Instant(_course.Started[place]),
            Channel = string.IsNullOrEmpty(one.Channel) ? null : one.Channel,
            Id = string.IsNullOrEmpty(one.Id) ? null : one.Id,
            Position = place,
            Weight = _explainer.WeightAfter(_course.AsOf - _course.Started[place]),
            Amount = amount,
            Decided = isDecided,
        };
    }

    private static DateTimeOffset Instant(long ticks) => new(ticks, TimeSpan.Zero);
}
