namespace CustomerJourney.Classification.Machine;

/// <summary>What a rule does with events of one name.</summary>
internal readonly struct Reaction(RecallMemory recall)
{
    /// <summary>The rule, by its place in <see cref="Rules.StageRules.Rules"/>.</summary>
    public required int Rule { get; init; }

    /// <summary>What the event must have besides its name; -1 for nothing.</summary>
    public required int Demand { get; init; }

    public required ReactionKind Kind { get; init; }

    /// <summary>The memory of the rule, among those of its kind; of no meaning for <see cref="ReactionKind.Recalls"/>.</summary>
    public int Place { get; init; }

    /// <summary>What <see cref="ReactionKind.Recalls"/> does. A field, since a property would give a copy.</summary>
    public readonly RecallMemory Recall = recall;
}
