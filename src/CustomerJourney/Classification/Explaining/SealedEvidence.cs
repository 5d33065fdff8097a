namespace CustomerJourney.Classification.Explaining;

/// <summary>Evidence that a tracker has sealed: it counts, but what the events were is no longer known.</summary>
public sealed record SealedEvidence
{
    /// <summary>All that is sealed began before this instant.</summary>
    public required DateTimeOffset Before { get; init; }

    /// <summary>How many sealed events stand for the current stage; 0 if there is no current stage.</summary>
    public required long Events { get; init; }

    /// <summary>The weight of the sealed evidence for the current stage (events and silences) at <see cref="StageExplanation.AsOf"/>, as <see cref="StageRecord.Weight"/> weighs it; not part of <see cref="StageExplanation.Score"/>.</summary>
    public required double Weight { get; init; }
}
