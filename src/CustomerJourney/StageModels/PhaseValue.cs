namespace CustomerJourney.StageModels;

/// <summary>What the stages of a model say about one phase.</summary>
public sealed record PhaseValue
{
    /// <summary>The phase.</summary>
    public required JourneyPhase Phase { get; init; }

    /// <summary>The value; <see langword="null"/>, and never 0, when no stage covers the phase or none that does has a value.</summary>
    public required double? Value { get; init; }

    /// <summary>How many stages' worth lies behind the value: the weights of this phase in the stages that have a value, summed; 0 without a value.</summary>
    public required double Weight { get; init; }

    /// <summary>Whether a stage of the model covers the phase.</summary>
    public required bool IsCovered { get; init; }

    /// <summary>Whether every stage that covers the phase has a value. Where it is false, a split value is only the part that is known. False when no stage covers the phase.</summary>
    public required bool IsComplete { get; init; }

    /// <summary>Whether the value is an estimate: a stage behind it lies only partly in the phase, and nobody observed which part of its figure belongs here. False without a value.</summary>
    public required bool IsEstimate { get; init; }
}
