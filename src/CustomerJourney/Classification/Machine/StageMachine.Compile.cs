using System.Collections.Frozen;
using CustomerJourney.Classification.Rules;
using CustomerJourney.Events;

namespace CustomerJourney.Classification.Machine;

/// <content>Compilation.</content>
internal sealed partial class StageMachine
{
    private StageMachine(Journey journey, StageRules rules)
    {
        Dictionary<string, byte> stated = StatedStages.Of(journey, rules.History);
        string[] names =
        [
            .. stated.Keys
                .Concat(journey.Touchpoints.SelectMany(touchpoint => touchpoint.EventBindings).Select(binding => binding.Event))
                .Concat(rules.Rules.SelectMany(PatternsOf).Select(pattern => pattern.Event).OfType<string>())
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal),
        ];
        Names = names.AsReadOnly();
        _codes = names.Index().ToFrozenDictionary(name => name.Item, name => name.Index, StringComparer.Ordinal);
        _stated = [.. names.Select(name => stated.GetValueOrDefault(name, LogSchema.NoStage)), LogSchema.NoStage];
        _stageOfRule = [.. rules.Rules.Select(rule => (byte)journey[rule.Stage].Position)];

        DemandList demands = new();
        MemoryLayout layout = new();
        (_timers, int dormancy) = Timers(rules, layout);
        ReactionCompiler compiler = new(rules, _timers, layout, demands);
        _reactions = [.. names.Select(name => compiler.ReactionsTo(name)), compiler.ReactionsTo(null)];
        _counts = [.. compiler.Counts];
        _totals = [.. compiler.Totals];
        _sequences = [.. compiler.Sequences];
        _always = [.. compiler.Always, .. dormancy < 0 ? Array.Empty<RecallMemory>() : [_timers.RecallOf(dormancy)]];
        _evidence = new EvidenceTable(journey, names, demands);
        (_plans, _more, _others) = Plan();
        Demands = demands.ToArray().AsReadOnly();
        _initial = layout.ToInitialMemory();
    }

    /// <summary>Compiles a map and rules.</summary>
    /// <param name="journey">The map.</param>
    /// <param name="rules">The rules, checked against the map.</param>
    public static StageMachine Compile(Journey journey, StageRules rules)
    {
        ArgumentNullException.ThrowIfNull(journey);
        ArgumentNullException.ThrowIfNull(rules);
        return new StageMachine(journey, rules);
    }

    private static IEnumerable<EventPattern> PatternsOf(StageRule rule) => rule switch
    {
        CountRule count => [count.When],
        TotalValueRule total => [total.When],
        SequenceRule sequence => sequence.Steps.Concat(sequence.Without),
        SilenceRule silence => [silence.Of],
        _ => throw ReactionCompiler.Unknown(rule),
    };

    private (SilenceTimers Timers, int Dormancy) Timers(StageRules rules, MemoryLayout layout)
    {
        (int Rule, long Length)[] timers =
        [
            .. rules.Rules.Index().Where(rule => rule.Item is SilenceRule).Select(rule => (rule.Index, ((SilenceRule)rule.Item).Silence.Ticks)),
            .. rules.DormantAfter is { } after ? [(-1, after.Ticks)] : Array.Empty<(int, long)>(),
        ];
        SilenceTimers compiled = new(
            layout.Reserve(timers.Length, MemoryLayout.NeverAfter),
            [.. timers.Select(timer => timer.Length)],
            [.. timers.Select(timer => timer.Rule)],
            [.. timers.Select(timer => timer.Rule < 0 ? LogSchema.NoStage : _stageOfRule[timer.Rule])]);
        return (compiled, rules.DormantAfter is null ? -1 : timers.Length - 1);
    }

    /// <summary>Puts what most rules do, which asks for nothing but the name, before the others. Rules know nothing of each other, so it does not matter which of them takes notice first.</summary>
    private (EventPlan[] Plans, RecallReaction[] More, Reaction[] Others) Plan()
    {
        EventPlan[] plans = new EventPlan[_reactions.Length];
        List<RecallReaction> more = [];
        List<Reaction> others = [];
        for (int code = 0; code < plans.Length; code++)
        {
            ILookup<bool, Reaction> own = _reactions[code].GroupBy(reaction => reaction.Rule)
                .SelectMany(ofRule => ofRule.Select(reaction => (Reaction: reaction, IsPlain: ofRule.All(each => each.Kind == ReactionKind.Recalls && each.Demand < 0))))
                .ToLookup(reaction => reaction.IsPlain, reaction => reaction.Reaction);
            RecallReaction[] plain = [.. own[true].Select(reaction => new RecallReaction(reaction.Recall, HeldRule.Of(reaction.Rule, _stageOfRule[reaction.Rule])))];
            (int moreStart, int othersStart) = (more.Count, others.Count);
            more.AddRange(plain.Skip(1));
            others.AddRange(own[false]);
            plans[code] = new EventPlan(_stated[code], plain, moreStart, othersStart..others.Count, _evidence.CertainOf(code)?.Stage ?? Undecided);
        }

        return (plans, [.. more], [.. others]);
    }
}
