namespace CustomerJourney.Statistics.Evaluation;

/// <summary>Precision, recall and F1 averaged over classes; all 0…1.</summary>
public sealed record AveragedScores
{
    internal AveragedScores()
    {
    }

    /// <summary>The averaged precision.</summary>
    public required double Precision { get; init; }

    /// <summary>The averaged recall.</summary>
    public required double Recall { get; init; }

    /// <summary>The averaged F1: the mean of the classes' F1, not the F1 of the mean precision and recall.</summary>
    public required double F1 { get; init; }
}
