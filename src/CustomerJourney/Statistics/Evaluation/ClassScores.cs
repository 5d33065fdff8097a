namespace CustomerJourney.Statistics.Evaluation;

/// <summary>How well one class was predicted. A share of nothing counts as 0, and a flag says so.</summary>
public sealed record ClassScores
{
    internal ClassScores()
    {
    }

    /// <summary>The number of the class, from 0.</summary>
    public required int Class { get; init; }

    /// <summary>How many cases are of this class.</summary>
    public required long Support { get; init; }

    /// <summary>How many cases were predicted to be of this class.</summary>
    public required long Predicted { get; init; }

    /// <summary>How many cases of this class were predicted to be.</summary>
    public required long Correct { get; init; }

    /// <summary>The share of correct predictions among those of this class, 0…1; 0 when it was never predicted (<see cref="IsPrecisionUndefined"/>).</summary>
    public double Precision => Share(Correct, Predicted);

    /// <summary>The share of cases of this class that were found, 0…1; 0 when there are none (<see cref="IsRecallUndefined"/>).</summary>
    public double Recall => Share(Correct, Support);

    /// <summary>The harmonic mean of precision and recall, 2·correct / (predicted + support), 0…1; 0 when the class neither occurs nor is predicted (<see cref="IsF1Undefined"/>).</summary>
    public double F1 => IsF1Undefined ? 0 : 2.0 * Correct / ((double)Support + Predicted);

    /// <summary>Whether the class was never predicted, so that <see cref="Precision"/> is 0 by convention.</summary>
    public bool IsPrecisionUndefined => Predicted == 0;

    /// <summary>Whether no case is of this class, so that <see cref="Recall"/> is 0 by convention.</summary>
    public bool IsRecallUndefined => Support == 0;

    /// <summary>Whether the class neither occurs nor is predicted, so that <see cref="F1"/> is 0 by convention. Such a class is left out of means over classes.</summary>
    public bool IsF1Undefined => Support == 0 && Predicted == 0;

    private static double Share(long part, long whole) => whole == 0 ? 0 : (double)part / whole;
}
