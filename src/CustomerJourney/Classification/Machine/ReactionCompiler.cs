using CustomerJourney.Classification.Rules;

namespace CustomerJourney.Classification.Machine;

/// <summary>Lays out the memories of rules and says what they do with events of a name.</summary>
internal sealed class ReactionCompiler
{
    private readonly StageRules _rules;
    private readonly DemandList _demands;
    private readonly int[] _places;
    private readonly SilenceTimers _timers;
    private readonly List<RecallMemory> _recalls = [];
    private readonly List<CountMemory> _counts = [];
    private readonly List<TotalMemory> _totals = [];
    private readonly List<SequenceMemory> _sequences = [];

    /// <param name="rules">The rules.</param>
    /// <param name="timers">The timers of silences, in the order of the rules.</param>
    /// <param name="layout">Takes the memories of all other rules.</param>
    /// <param name="demands">Takes what patterns ask for.</param>
    public ReactionCompiler(StageRules rules, SilenceTimers timers, MemoryLayout layout, DemandList demands)
    {
        _timers = timers;
        _rules = rules;
        _demands = demands;
        int silences = 0;
        _places = [.. rules.Rules.Select(rule => rule switch
        {
            CountRule { Times: 1 } => -1,
            CountRule { Within: not null } count => Keep(_recalls, RecallMemory.Counting(count, layout)),
            CountRule count => Keep(_counts, CountMemory.For(count, layout)),
            TotalValueRule total => Keep(_totals, TotalMemory.For(total, layout)),
            SequenceRule sequence => Keep(_sequences, SequenceMemory.For(sequence, layout)),
            SilenceRule => silences++,
            _ => throw Unknown(rule),
        })];
    }

    /// <summary>The timers of silences that every event ends, whatever its name and whatever it has. They are no reactions to single names.</summary>
    public IEnumerable<RecallMemory> Always => _places.Where((_, rule) => _rules.Rules[rule] is SilenceRule silence && IsOfAny(silence)).Select(_timers.RecallOf);

    public IReadOnlyList<CountMemory> Counts => _counts;

    public IReadOnlyList<TotalMemory> Totals => _totals;

    public IReadOnlyList<SequenceMemory> Sequences => _sequences;

    /// <summary>What is done with events of a name, in the order of the rules; within a sequence later steps first, then what breaks it.</summary>
    /// <param name="name">The name; <see langword="null"/> for a name that no rule has, which patterns of any event match.</param>
    public Reaction[] ReactionsTo(string? name) =>
    [
        .. _rules.Rules.SelectMany((rule, place) => rule switch
        {
            CountRule { Times: 1 } count => To(name, count.When, place, ReactionKind.Recalls, RecallMemory.Holding),
            CountRule { Within: not null } count => To(name, count.When, place, ReactionKind.Recalls, _recalls[_places[place]]),
            CountRule count => To(name, count.When, place, ReactionKind.Counts),
            TotalValueRule total => To(name, total.When, place, ReactionKind.Adds),
            SequenceRule sequence => sequence.Steps.Index().Reverse().SelectMany(step => To(name, step.Item, place, ReactionKind.Recalls, _sequences[_places[place]].RecallOf(step.Index)))
                .Concat(sequence.Without.SelectMany(pattern => To(name, pattern, place, ReactionKind.Breaks))),
            SilenceRule silence when IsOfAny(silence) => [],
            SilenceRule silence => To(name, silence.Of, place, ReactionKind.Recalls, _timers.RecallOf(_places[place])),
            _ => throw Unknown(rule),
        }),
    ];

    /// <summary>Rules cannot be derived from outside; who adds a kind here is told where it is missing.</summary>
    public static InvalidOperationException Unknown(StageRule rule) => new($"The machine does not know rules of the kind {rule.GetType().Name}.");

    private static bool IsOfAny(SilenceRule silence) => silence.Of.Event is null && EventDemand.Of(silence.Of) == EventDemand.None;

    private IEnumerable<Reaction> To(string? name, EventPattern pattern, int rule, ReactionKind kind, RecallMemory recall = default)
    {
        if (pattern.Event is not null && !string.Equals(pattern.Event, name, StringComparison.Ordinal)) yield break;
        yield return new Reaction(recall) { Rule = rule, Demand = _demands.Add(EventDemand.Of(pattern)), Kind = kind, Place = _places[rule] };
    }

    private static int Keep<T>(List<T> memories, T memory)
    {
        memories.Add(memory);
        return memories.Count - 1;
    }
}
