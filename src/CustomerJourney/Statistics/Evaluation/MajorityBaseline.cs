namespace CustomerJourney.Statistics.Evaluation;

/// <summary>What a classifier must beat: always predicting the most frequent class.</summary>
public sealed record MajorityBaseline
{
    internal MajorityBaseline()
    {
    }

    /// <summary>The most frequent class, of equally frequent ones the lowest number.</summary>
    public required int Class { get; init; }

    /// <summary>The share of cases of that class, which is the accuracy of always predicting it; above 0, at most 1.</summary>
    public required double Accuracy { get; init; }
}
