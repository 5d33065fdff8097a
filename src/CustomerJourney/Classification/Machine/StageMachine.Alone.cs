using CustomerJourney.Events;

namespace CustomerJourney.Classification.Machine;

/// <content>One rule alone.</content>
internal sealed partial class StageMachine
{
    private StageMachine(StageMachine all, int rule)
    {
        Names = all.Names;
        Demands = all.Demands;
        _codes = all._codes;
        _initial = all._initial;
        _stageOfRule = all._stageOfRule;
        _counts = all._counts;
        _totals = all._totals;
        _sequences = all._sequences;
        _timers = all._timers;
        _always = all._always;
        _evidence = all._evidence;
        _stated = new byte[all._stated.Length];
        Array.Fill(_stated, LogSchema.NoStage);
        _reactions = [.. all._reactions.Select(reactions => reactions.Where(reaction => reaction.Rule == rule).ToArray())];
        (_plans, _more, _others) = Plan();
    }

    /// <summary>The machine in which only one rule takes notice of events and none goes before it, so that it tells whether that rule holds. Its memory has the same form.</summary>
    /// <param name="rule">The rule, by its place in <see cref="Rules.StageRules.Rules"/>.</param>
    public StageMachine Alone(int rule) => new(this, rule);
}
