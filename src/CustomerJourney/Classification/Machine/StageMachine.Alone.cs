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
        _dormancy = all._dormancy;
        _evidence = all._evidence;
        _stated = new byte[all._stated.Length];
        Array.Fill(_stated, LogSchema.NoStage);
        Reaction[][] own = [.. Enumerable.Range(0, all._offsets.Length - 1).Select(code => all._reactions[all._offsets[code]..all._offsets[code + 1]].Where(reaction => reaction.Rule == rule).ToArray())];
        _offsets = Offsets(own);
        _reactions = [.. own.SelectMany(reactions => reactions)];
        _reactionsToAny = [.. all._reactionsToAny.Where(reaction => reaction.Rule == rule)];
    }

    /// <summary>The machine in which only one rule takes notice of events and none goes before it, so that it tells whether that rule holds. Its memory has the same form.</summary>
    /// <param name="rule">The rule, by its place in <see cref="Rules.StageRules.Rules"/>.</param>
    public StageMachine Alone(int rule) => new(this, rule);
}
