namespace CustomerJourney.Classification.Learning;

/// <summary>How probable a stage is.</summary>
public sealed record StageProbability
{
    internal StageProbability()
    {
    }

    /// <summary>The name of the stage.</summary>
    public required string Stage { get; init; }

    /// <summary>Its probability, 0…1.</summary>
    public required double Probability { get; init; }
}
