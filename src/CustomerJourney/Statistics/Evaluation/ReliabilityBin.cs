namespace CustomerJourney.Statistics.Evaluation;

/// <summary>The predictions whose probability fell into one of several equally wide ranges, and how often they came true.</summary>
public sealed record ReliabilityBin
{
    internal ReliabilityBin()
    {
    }

    /// <summary>The number of the range, from 0 for the lowest probabilities.</summary>
    public required int Index { get; init; }

    /// <summary>The least probability of the range, 0…1.</summary>
    public required double From { get; init; }

    /// <summary>The end of the range, 0…1: excluded, except that the last range includes 1.</summary>
    public required double To { get; init; }

    /// <summary>How many predictions fell into it, positive.</summary>
    public required long Count { get; init; }

    /// <summary>How many of them came true.</summary>
    public required long Hits { get; init; }

    /// <summary>The mean predicted probability, 0…1.</summary>
    public required double MeanProbability { get; init; }

    /// <summary>The share that came true, 0…1.</summary>
    public double ObservedShare => (double)Hits / Count;

    /// <summary>How far the observed share is from the mean probability, 0…1.</summary>
    public double Gap => Math.Abs(ObservedShare - MeanProbability);
}
