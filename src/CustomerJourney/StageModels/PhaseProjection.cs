namespace CustomerJourney.StageModels;

/// <summary>A figure of every stage of a model, projected onto the twelve canonical phases, so that journeys cut into different stages can stand side by side. Made by <see cref="Crosswalk"/>.</summary>
public sealed class PhaseProjection
{
    internal PhaseProjection(StageModel model, ProjectionRule rule, IReadOnlyList<PhaseValue> phases)
    {
        Model = model;
        Rule = rule;
        Phases = phases;
    }

    /// <summary>The model whose stages were projected.</summary>
    public StageModel Model { get; }

    /// <summary>How the stages' values became values of phases.</summary>
    public ProjectionRule Rule { get; }

    /// <summary>All twelve phases in the order of time.</summary>
    public IReadOnlyList<PhaseValue> Phases { get; }

    /// <summary>What the stages outside the twelve phases say: their sum after <see cref="ProjectionRule.Split"/>, their mean after <see cref="ProjectionRule.Average"/>. <see langword="null"/> when there are none, or none has a value.</summary>
    public double? Unassigned { get; internal init; }

    /// <summary>
    /// The figure over all stages that have a value, those outside the phases included: their sum after <see cref="ProjectionRule.Split"/>, their mean after <see cref="ProjectionRule.Average"/>.
    /// <see langword="null"/> when no stage has a value. After a split, phases and <see cref="Unassigned"/> add up to it within 1e-12 of it.
    /// </summary>
    public double? Overall { get; internal init; }

    /// <summary>The value of a phase.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is none of the twelve phases.</exception>
    public PhaseValue this[JourneyPhase phase] => phase is >= JourneyPhase.Need and <= JourneyPhase.Leave
        ? Phases[(int)phase]
        : throw new ArgumentOutOfRangeException(nameof(phase), phase, "There is no such phase; give one of the twelve from Need to Leave.");
}
