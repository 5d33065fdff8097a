using CustomerJourney.Classification.Rules;
using CustomerJourney.Events;

namespace CustomerJourney.Classification.Learning;

/// <content>Explaining.</content>
public sealed partial class StagePredictor
{
    /// <summary>Explains the prediction of one customer: which features speak for a stage and which against it.</summary>
    /// <param name="log">The log; where features count touchpoints, one with a map.</param>
    /// <param name="customer">The id of the customer, compared ordinally.</param>
    /// <param name="at">Up to when features are counted, exclusive.</param>
    /// <param name="stage">The stage to explain; <see langword="null"/> for the most probable one.</param>
    /// <param name="against">The stage to compare it with; <see langword="null"/> for the most probable of the others.</param>
    /// <returns>The explanation; <see langword="null"/> if the customer has done nothing before.</returns>
    /// <exception cref="KeyNotFoundException">The log has no such customer.</exception>
    /// <exception cref="ArgumentException">The predictor does not know a stage, or both are the same.</exception>
    /// <exception cref="InvalidOperationException">Features count touchpoints and the log has no map, or its map lacks one of them.</exception>
    public PredictionExplanation? Explain(JourneyLog log, string customer, DateTimeOffset at, string? stage = null, string? against = null)
    {
        int? wanted = stage is null ? null : PlaceOf(stage, nameof(stage)), other = against is null ? null : PlaceOf(against, nameof(against));
        if (wanted is not null && wanted == other) throw new ArgumentException($"The stage {RuleText.Name(stage)} cannot be compared with itself: name another one.", nameof(against));
        if (ValuesOf(log, customer, at) is not { } values) return null;
        StagePrediction prediction = Predict(customer, values);
        int first = wanted ?? MostProbable(other), second = other ?? MostProbable(first);
        double[] transformed = Transformed(values), more = Transformed([.. values.Select(value => value + 1)]), logs = new double[Stages.Count];
        _model.LogProbabilities(transformed, logs);
        return new PredictionExplanation
        {
            Prediction = prediction,
            Stage = Stages[first],
            Against = Stages[second],
            LogOdds = logs[first] - logs[second],
            Intercept = Intercepts[first] - Intercepts[second],
            Contributions = Contributions(values.Length, feature => Weight(feature) * transformed[feature]).Where(one => one.Contribution != 0).OrderByDescending(one => Math.Abs(one.Contribution)).ToArray(),
            Missing = Contributions(Features.CountFeatures, feature => Weight(feature) * (more[feature] - transformed[feature])).Where(one => one.Contribution > 0).OrderByDescending(one => one.Contribution).ToArray(),
        };

        double Weight(int feature) => Weights[first][feature] - Weights[second][feature];

        int MostProbable(int? but) => Enumerable.Range(0, Stages.Count).Where(place => place != but).MaxBy(place => prediction.Probabilities[place].Probability);

        IEnumerable<StageContribution> Contributions(int features, Func<int, double> contribution) =>
            Features.Names.Take(features).Select((name, feature) => new StageContribution { Feature = name, Value = values[feature], Contribution = contribution(feature) });
    }

    private int PlaceOf(string stage, string parameter)
    {
        int place = Stages.Index().Where(name => name.Item == stage).Select(name => name.Index).FirstOrDefault(-1);
        return place >= 0 ? place : throw new ArgumentException($"The predictor does not know the stage {RuleText.Name(stage)}; it knows {string.Join(", ", Stages.Select(RuleText.Name))}.", parameter);
    }
}
