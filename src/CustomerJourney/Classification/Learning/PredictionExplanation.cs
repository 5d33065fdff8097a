using System.Globalization;
using System.Text;
using CustomerJourney.Building;
using CustomerJourney.Events;

namespace CustomerJourney.Classification.Learning;

/// <summary>Why a predictor puts a customer rather into one stage than into another. Intercept and contributions add up to the log-odds of the two.</summary>
public sealed record PredictionExplanation : IJourneyResult
{
    internal PredictionExplanation()
    {
    }

    /// <summary>The prediction.</summary>
    public required StagePrediction Prediction { get; init; }

    /// <summary>The stage that is explained.</summary>
    public required string Stage { get; init; }

    /// <summary>The stage that it is compared with.</summary>
    public required string Against { get; init; }

    /// <summary>The natural logarithm of the probability of <see cref="Stage"/> over that of <see cref="Against"/>.</summary>
    public required double LogOdds { get; init; }

    /// <summary>What the log-odds would be without any of the contributions.</summary>
    public required double Intercept { get; init; }

    /// <summary>What the customer's features add, the strongest first; those that add nothing are left out.</summary>
    public required IReadOnlyList<StageContribution> Contributions { get; init => field = EquatableList.Of(value); }

    /// <summary>The events that would speak for <see cref="Stage"/> if there were one more of them, the best first: their value as it is, and what one more would add (timing left as it is).</summary>
    public required IReadOnlyList<StageContribution> Missing { get; init => field = EquatableList.Of(value); }

    /// <inheritdoc/>
    public string Title => $"Why {Stage} rather than {Against}: {Prediction.Customer}";

    /// <inheritdoc/>
    public ResultTable ToTable() => new()
    {
        Columns =
        [
            new ResultColumn { Name = "Feature", Kind = ResultColumnKind.Text },
            new ResultColumn { Name = "Value", Kind = ResultColumnKind.Number },
            new ResultColumn { Name = "Contribution", Kind = ResultColumnKind.Number },
        ],
        Rows = [["(intercept)", null, Intercept], .. Contributions.Select(one => (IReadOnlyList<object?>)[one.Feature, one.Value, one.Contribution])],
    };

    /// <summary>The explanation as text: the stages with their probabilities, then a line for each contribution, then the best evidence that is missing. What would break a line or hide in a name is made visible.</summary>
    public override string ToString()
    {
        StringBuilder text = new();
        string stage = VisibleText.Of(Stage);
        text.Append(CultureInfo.InvariantCulture, $"{VisibleText.Of(Prediction.Customer)}: {VisibleText.Of(Prediction.Stage)} {100 * Prediction.Probability:0.0} %; {stage} against {VisibleText.Of(Against)}: log-odds {LogOdds:0.00}, of which {Intercept:0.00} without any evidence.");
        foreach (StageContribution one in Contributions)
            text.Append(CultureInfo.InvariantCulture, $"\n{VisibleText.Of(one.Feature)} = {one.Value:0.##} speaks {(one.Contribution > 0 ? "for" : "against")} {stage}: {one.Contribution:+0.00;-0.00}");
        if (Missing.Count > 0) text.Append(CultureInfo.InvariantCulture, $"\nBest evidence missing: {VisibleText.Of(Missing[0].Feature)}, one more adds {Missing[0].Contribution:0.00}");
        return text.ToString();
    }
}
