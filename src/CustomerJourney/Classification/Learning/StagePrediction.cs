using CustomerJourney.Building;

namespace CustomerJourney.Classification.Learning;

/// <summary>The stage in which a customer will be, as far as a predictor can tell.</summary>
public sealed record StagePrediction
{
    internal StagePrediction()
    {
    }

    /// <summary>The id of the customer.</summary>
    public required string Customer { get; init; }

    /// <summary>The probability of each stage that the predictor has learned, in journey order; they sum to 1.</summary>
    public required IReadOnlyList<StageProbability> Probabilities { get; init => field = EquatableList.Of(value); }

    /// <summary>The most probable stage, of equally probable ones the earliest.</summary>
    public string Stage => Top.Stage;

    /// <summary>The probability of <see cref="Stage"/>, 0…1.</summary>
    public double Probability => Top.Probability;

    private StageProbability Top => Probabilities.MaxBy(stage => stage.Probability)!;
}
