namespace CustomerJourney.StageModels;

/// <summary>How much of a stage belongs to a canonical phase. The weights of a stage are above 0 and sum to 1. The default value, of weight 0, is part of no stage.</summary>
/// <param name="Phase">The phase.</param>
/// <param name="Weight">The share of the stage, above 0 and at most 1.</param>
public readonly record struct PhaseWeight(JourneyPhase Phase, double Weight);
