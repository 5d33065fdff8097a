namespace CustomerJourney.StageModels;

/// <summary>A rate from one stage to the next, attached to the boundary that it crosses in canonical time.</summary>
public sealed record BoundaryRate
{
    /// <summary>The stage that customers leave.</summary>
    public required StageModelStage Stage { get; init; }

    /// <summary>The last phase of the stage: the rate belongs to the boundary after it. <see langword="null"/> for a stage outside the twelve phases, whose rate crosses no known boundary.</summary>
    public required JourneyPhase? After { get; init; }

    /// <summary>The rate, whole as it was given, 0 to 1; <see langword="null"/> when there is no data, as after the last stage.</summary>
    public required double? Rate { get; init; }
}
