namespace CustomerJourney.Classification.Machine;

/// <summary>What a rule does with events of one name.</summary>
internal readonly struct Reaction
{
    /// <summary>The rule, by its place in <see cref="Rules.StageRules.Rules"/>.</summary>
    public required int Rule { get; init; }

    /// <summary>What the event must have besides its name; -1 for nothing.</summary>
    public required int Demand { get; init; }

    public required ReactionKind Kind { get; init; }

    /// <summary>The memory of the rule, among those of its kind.</summary>
    public int Place { get; init; }

    /// <summary>For sequences, the step that the event is, from 0.</summary>
    public int Step { get; init; }

    /// <summary>What <see cref="ReactionKind.Recalls"/> does.</summary>
    public RecallMemory Recall { get; init; }
}
