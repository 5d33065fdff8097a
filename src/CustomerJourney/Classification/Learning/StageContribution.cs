namespace CustomerJourney.Classification.Learning;

/// <summary>What one feature of a customer says for a stage against another.</summary>
public sealed record StageContribution
{
    internal StageContribution()
    {
    }

    /// <summary>The name of the feature, as in <see cref="StageFeatures.Names"/>.</summary>
    public required string Feature { get; init; }

    /// <summary>Its value, counts as they are.</summary>
    public required double Value { get; init; }

    /// <summary>What it adds to the natural logarithm of the odds: above 0 it speaks for the stage, below 0 against it.</summary>
    public required double Contribution { get; init; }
}
