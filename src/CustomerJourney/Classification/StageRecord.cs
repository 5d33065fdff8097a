namespace CustomerJourney.Classification;

/// <summary>What one customer did in one stage, over all stays: first and latest entry, time, visits.</summary>
public sealed record StageRecord
{
    /// <summary>The stage.</summary>
    public required Stage Stage { get; init; }

    /// <summary>The number of stays; 0 for a stage the customer has never been in.</summary>
    public required int Visits { get; init; }

    /// <summary>The number of events that are evidence for the stage.</summary>
    public required long Events { get; init; }

    /// <summary>When the customer first entered the stage; <see langword="null"/> if never.</summary>
    public required DateTimeOffset? FirstEntered { get; init; }

    /// <summary>When the customer last entered the stage; <see langword="null"/> if never.</summary>
    public required DateTimeOffset? LatestEntered { get; init; }

    /// <summary>When the customer last left the stage; <see langword="null"/> if never.</summary>
    public required DateTimeOffset? LatestExited { get; init; }

    /// <summary>The time of all stays that have ended; an open stay adds to it when it ends.</summary>
    public required TimeSpan CumulativeTime { get; init; }

    /// <summary>Whether the customer has been in a later stage and never in this one.</summary>
    public required bool IsSkipped { get; init; }

    /// <summary>The evidence for the stage, each piece weighted 2^(−age/half-life) with its age at the customer's latest evidence; 0 without evidence. What <see cref="CurrentStageRule.RecencyWeighted"/> goes by.</summary>
    public required double Weight { get; init; }
}
