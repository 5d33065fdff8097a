using CustomerJourney.Classification.Rules;

namespace CustomerJourney.Classification.Machine;

/// <summary>Lays out the memories of rules and says what they do with events of a name.</summary>
internal sealed class ReactionCompiler
{
    private readonly StageRules _rules;
    private readonly DemandList _demands;
    private readonly int[] _places;
    private readonly List<CountMemory> _counts = [];
    private readonly List<TotalMemory> _totals = [];
    private readonly List<SequenceMemory> _sequences = [];

    public ReactionCompiler(StageRules rules, MemoryLayout layout, DemandList demands)
    {
        _rules = rules;
        _demands = demands;
        int silences = 0;
        _places = [.. rules.Rules.Select(rule => rule switch
        {
            CountRule { Times: 1 } => -1,
            CountRule count => Keep(_counts, CountMemory.For(count, layout)),
            TotalValueRule total => Keep(_totals, TotalMemory.For(total, layout)),
            SequenceRule sequence => Keep(_sequences, SequenceMemory.For(sequence, layout)),
            SilenceRule => silences++,
            _ => throw Unknown(rule),
        })];
    }

    public IReadOnlyList<CountMemory> Counts => _counts;

    public IReadOnlyList<TotalMemory> Totals => _totals;

    public IReadOnlyList<SequenceMemory> Sequences => _sequences;

    /// <summary>What is done with events of a name, in the order of the rules; within a sequence later steps first, then what breaks it. Without what is done with every event.</summary>
    /// <param name="name">The name; <see langword="null"/> for a name that no rule has, which patterns of any event match.</param>
    public Reaction[] ReactionsTo(string? name) =>
    [
        .. _rules.Rules.SelectMany((rule, place) => rule is SequenceRule sequence
            ? sequence.Steps.Index().Reverse().SelectMany(step => To(name, step.Item, place, ReactionKind.Steps, step.Index))
                .Concat(sequence.Without.SelectMany(pattern => To(name, pattern, place, ReactionKind.Breaks)))
            : OnlyPattern(rule) is { Pattern: { Event: not null } pattern, Kind: var kind } ? To(name, pattern, place, kind) : []),
    ];

    /// <summary>What rules of one pattern that any event matches do, in their order. They are the same for all names, so the processor learns what comes.</summary>
    public Reaction[] ReactionsToAny() =>
    [
        .. _rules.Rules.SelectMany((rule, place) =>
            rule is not SequenceRule && OnlyPattern(rule) is { Pattern: { Event: null } pattern, Kind: var kind } ? To(null, pattern, place, kind) : []),
    ];

    /// <summary>Rules cannot be derived from outside; who adds a kind here is told where it is missing.</summary>
    public static InvalidOperationException Unknown(StageRule rule) => new($"The machine does not know rules of the kind {rule.GetType().Name}.");

    private static (EventPattern Pattern, ReactionKind Kind) OnlyPattern(StageRule rule) => rule switch
    {
        CountRule { Times: 1 } count => (count.When, ReactionKind.Holds),
        CountRule count => (count.When, ReactionKind.Counts),
        TotalValueRule total => (total.When, ReactionKind.Adds),
        SilenceRule silence => (silence.Of, ReactionKind.EndsSilence),
        _ => throw Unknown(rule),
    };

    private IEnumerable<Reaction> To(string? name, EventPattern pattern, int rule, ReactionKind kind, int step = 0)
    {
        if (pattern.Event is not null && !string.Equals(pattern.Event, name, StringComparison.Ordinal)) yield break;
        yield return new Reaction { Rule = rule, Demand = _demands.Add(EventDemand.Of(pattern)), Kind = kind, Place = _places[rule], Step = step };
    }

    private static int Keep<T>(List<T> memories, T memory)
    {
        memories.Add(memory);
        return memories.Count - 1;
    }
}
