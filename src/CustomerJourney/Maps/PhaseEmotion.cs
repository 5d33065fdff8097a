using CustomerJourney.StageModels;

namespace CustomerJourney.Maps;

/// <summary>How one canonical phase feels and how far it is from its target, projected from the stages that cover it.</summary>
public sealed record PhaseEmotion
{
    /// <summary>The phase.</summary>
    public required JourneyPhase Phase { get; init; }

    /// <summary>The mean stage emotion, weighted by how much of each stage lies in the phase, -2 to +2; <see langword="null"/> when nothing is known.</summary>
    public required double? Score { get; init; }

    /// <summary>The mean gap of stages, weighted alike, -4 to +4; <see langword="null"/> when nothing is known.</summary>
    public required double? Gap { get; init; }

    /// <summary>The part of the stages' total gaps that falls to this phase; <see langword="null"/> when nothing is known.</summary>
    public required double? TotalGap { get; init; }

    /// <summary>Whether a stage covers the phase.</summary>
    public required bool IsCovered { get; init; }

    /// <summary>Whether a stage behind the figures lies only partly in the phase, so that they are estimates; false without figures.</summary>
    public required bool IsEstimate { get; init; }
}
