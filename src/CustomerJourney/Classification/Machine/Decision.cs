using CustomerJourney.Events;

namespace CustomerJourney.Classification.Machine;

/// <summary>What an event stands for, and what said so.</summary>
internal readonly record struct Decision
{
    private readonly int _index;

    private Decision(DecisionKind kind, byte stage, int index)
    {
        Kind = kind;
        Stage = stage;
        _index = index;
    }

    /// <summary>The event stands for no stage.</summary>
    public static Decision None => new(DecisionKind.None, LogSchema.NoStage, -1);

    /// <summary>What decided.</summary>
    public DecisionKind Kind { get; }

    /// <summary>The stage of the map; <see cref="LogSchema.NoStage"/> if none.</summary>
    public byte Stage { get; }

    /// <summary>The rule that decided, by its place in <see cref="Rules.StageRules.Rules"/>; -1 if none did.</summary>
    public int Rule => Kind == DecisionKind.Rule ? _index : -1;

    /// <summary>The touchpoint whose evidence decided, counted in journey order; -1 if none did.</summary>
    public int Touchpoint => Kind == DecisionKind.Touchpoint ? _index : -1;

    public static Decision ByHistory(byte stage) => new(DecisionKind.History, stage, -1);

    public static Decision ByRule(byte stage, int rule) => new(DecisionKind.Rule, stage, rule);

    public static Decision ByTouchpoint(byte stage, int touchpoint) => new(DecisionKind.Touchpoint, stage, touchpoint);
}
