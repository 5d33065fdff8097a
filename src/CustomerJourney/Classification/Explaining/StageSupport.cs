namespace CustomerJourney.Classification.Explaining;

/// <summary>How much speaks for one stage.</summary>
public sealed record StageSupport
{
    /// <summary>The stage.</summary>
    public required Stage Stage { get; init; }

    /// <summary>The sum of the weights 2^(−age/half-life), with the age at <see cref="StageExplanation.AsOf"/>, of all events that ever spoke for the stage, each once; 0 without any.</summary>
    public required double Score { get; init; }

    /// <summary>What <see cref="CurrentStageRule.RecencyWeighted"/> goes by: <see cref="StageRecord.Weight"/>, in which each event counts for the one stage that it stands for, and silence counts too.</summary>
    public required double Weight { get; init; }
}
