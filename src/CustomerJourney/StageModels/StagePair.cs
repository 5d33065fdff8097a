namespace CustomerJourney.StageModels;

/// <summary>A stage of one model and a stage of another that share phases.</summary>
public sealed record StagePair
{
    /// <summary>The stage of the baseline model.</summary>
    public required StageModelStage Baseline { get; init; }

    /// <summary>The stage of the candidate model.</summary>
    public required StageModelStage Candidate { get; init; }

    /// <summary>How much of the two stages is the same: over all phases, the sum of the smaller of the two weights; above 0, and 1 when they weigh the phases alike.</summary>
    public required double Overlap { get; init; }
}
