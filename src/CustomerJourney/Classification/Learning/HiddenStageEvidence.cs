namespace CustomerJourney.Classification.Learning;

/// <summary>What an event would say if it were the next one of a customer.</summary>
public sealed record HiddenStageEvidence
{
    internal HiddenStageEvidence()
    {
    }

    /// <summary>The name of the event.</summary>
    public required string Event { get; init; }

    /// <summary>How probable the event is as the next one that the model knows, 0…1; those of all events sum to 1.</summary>
    public required double Likelihood { get; init; }

    /// <summary>How probable the stage would be right after it, 0…1.</summary>
    public required double Probability { get; init; }
}
