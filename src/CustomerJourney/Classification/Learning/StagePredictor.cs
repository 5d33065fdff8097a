using CustomerJourney.Building;
using CustomerJourney.Classification.Rules;
using CustomerJourney.Events;
using CustomerJourney.Statistics.Models;

namespace CustomerJourney.Classification.Learning;

/// <summary>Predicts the stage in which a customer will be from what he did up to an instant; learned from examples. Immutable, equal by value, safe for use by many threads.</summary>
/// <remarks>
/// The score of a stage is an intercept plus Σ weight · value over the features; probabilities are in proportion to its exponential. For softmax the value of a count is ln(1 + count); for naive Bayes it is the count itself, the weights
/// are logarithms of shares, and features other than counts do not exist.
/// </remarks>
public sealed partial class StagePredictor : IEquatable<StagePredictor>
{
    private readonly ClassificationModel _model;

    private StagePredictor(StagePredictorKind kind, StageFeatures features, IReadOnlyList<string> stages, int examples, IReadOnlyList<string> warnings, IReadOnlyList<double> intercepts, IReadOnlyList<IReadOnlyList<double>> weights)
    {
        (Kind, Features, Stages, Examples, Warnings) = (kind, features, EquatableList.Of(stages), examples, EquatableList.Of(warnings));
        if (kind == StagePredictorKind.NaiveBayes)
        {
            MultinomialNaiveBayes model = MultinomialNaiveBayes.FromParameters(intercepts, weights);
            (_model, Intercepts, Weights) = (model, model.ClassLogPriors, model.FeatureLogProbabilities);
        }
        else
        {
            MultinomialLogisticRegression model = MultinomialLogisticRegression.FromParameters(intercepts, weights);
            (_model, Intercepts, Weights) = (model, model.Intercepts, model.Coefficients);
        }
    }

    /// <summary>What kind of model it is.</summary>
    public StagePredictorKind Kind { get; }

    /// <summary>The features that it looks at. Of naive Bayes, counts only.</summary>
    public StageFeatures Features { get; }

    /// <summary>The names of the stages that it can predict, in journey order: those that had examples, at least two.</summary>
    public IReadOnlyList<string> Stages { get; }

    /// <summary>From how many examples it learned.</summary>
    public int Examples { get; }

    /// <summary>What to bear in mind of its training; empty when all was well.</summary>
    public IReadOnlyList<string> Warnings { get; }

    /// <summary>The intercept of each of the <see cref="Stages"/>.</summary>
    public IReadOnlyList<double> Intercepts { get; }

    /// <summary>For each of the <see cref="Stages"/> the weight of each feature.</summary>
    public IReadOnlyList<IReadOnlyList<double>> Weights { get; }

    /// <summary>Learns from examples.</summary>
    /// <param name="examples">The examples.</param>
    /// <param name="options">Which model and how; <see langword="null"/> for the defaults.</param>
    /// <exception cref="ArgumentException">There is no example, all are of one stage, or naive Bayes is asked for and no feature is a count.</exception>
    public static StagePredictor Train(StageExamples examples, StagePredictorOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(examples);
        options ??= StagePredictorOptions.Default;
        HashSet<string> occurring = [.. examples.Items.Select(example => example.Stage)];
        string[] stages = [.. examples.Stages.Where(occurring.Contains)];
        if (stages.Length == 0) throw new ArgumentException("There is no example: nothing can be learned.", nameof(examples));
        if (stages.Length == 1) throw new ArgumentException(FormattableString.Invariant($"All {examples.Items.Count} examples are of the stage '{stages[0]}': nothing can be learned from one stage. Choose other times or more customers."), nameof(examples));
        int[] labels = [.. examples.Items.Select(example => Array.IndexOf(stages, example.Stage))];
        return options.Kind switch
        {
            StagePredictorKind.NaiveBayes => TrainNaiveBayes(examples, stages, labels, options),
            StagePredictorKind.Softmax => TrainSoftmax(examples, stages, labels, options),
            _ => throw new ArgumentOutOfRangeException(nameof(options), options.Kind, "There is no such kind of predictor."),
        };
    }

    /// <summary>Predicts the stage of one customer.</summary>
    /// <param name="log">The log; where features count touchpoints, one with a map.</param>
    /// <param name="customer">The id of the customer, compared ordinally.</param>
    /// <param name="at">Up to when features are counted, exclusive.</param>
    /// <returns>The prediction; <see langword="null"/> if the customer has done nothing before.</returns>
    /// <exception cref="KeyNotFoundException">The log has no such customer.</exception>
    /// <exception cref="InvalidOperationException">Features count touchpoints and the log has no map, or its map lacks one of them.</exception>
    public StagePrediction? Predict(JourneyLog log, string customer, DateTimeOffset at) => ValuesOf(log, customer, at) is { } values ? Predict(customer, values) : null;

    /// <summary>Predicts the stages of all customers who have done something before an instant, in ordinal order of their ids.</summary>
    /// <param name="log">The log; where features count touchpoints, one with a map.</param>
    /// <param name="at">Up to when features are counted, exclusive.</param>
    /// <exception cref="InvalidOperationException">Features count touchpoints and the log has no map, or its map lacks one of them.</exception>
    public IReadOnlyList<StagePrediction> Predict(JourneyLog log, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(log);
        return Array.AsReadOnly<StagePrediction>([.. FeatureTable.Of(log, at, Features).Select(row => Predict(row.Customer, row.Values))]);
    }

    /// <summary>Judges the predictor by examples that it should not have learned from.</summary>
    /// <param name="examples">The examples, with the features of the predictor.</param>
    /// <exception cref="ArgumentException">The examples have other features, or their map has not all the stages of the predictor.</exception>
    public StageEvaluation Evaluate(StageExamples examples)
    {
        ArgumentNullException.ThrowIfNull(examples);
        int[] places = PlacesIn(examples.Features, nameof(examples));
        string[] unknown = [.. Stages.Where(stage => !examples.Stages.Contains(stage))];
        if (unknown.Length > 0) throw new ArgumentException($"The predictor knows the stages {string.Join(", ", unknown.Select(RuleText.Name))}, which the map of the examples does not have: {string.Join(", ", examples.Stages.Select(RuleText.Name))}.", nameof(examples));
        int[] stageOf = [.. Stages.Select(examples.IndexOf)];
        int classes = examples.Stages.Count;
        int[] actual = [.. examples.Items.Select(example => examples.IndexOf(example.Stage))];
        double[] probabilities = new double[actual.Length * classes];
        for (int i = 0; i < actual.Length; i++)
        {
            double[] own = _model.Probabilities(Transformed([.. places.Select(place => examples.Items[i].Values[place])]));
            for (int stage = 0; stage < own.Length; stage++) probabilities[(i * classes) + stageOf[stage]] = own[stage];
        }

        string[] unlearned = [.. examples.Stages.Where((stage, place) => !Stages.Contains(stage) && actual.Contains(place))];
        return StageEvaluation.OfProbabilities(
            examples.Stages,
            actual,
            probabilities,
            [.. unlearned.Select(stage => $"The predictor had no example of the stage {RuleText.Name(stage)}, so that it cannot predict it.")]);
    }

    /// <summary>Whether another predictor is of the same kind with the same features, stages and weights.</summary>
    /// <param name="other">Another predictor, or <see langword="null"/>.</param>
    public bool Equals(StagePredictor? other) => other is not null && Kind == other.Kind && Examples == other.Examples && Features.Equals(other.Features) && Stages.Equals(other.Stages) && Warnings.Equals(other.Warnings)
        && Intercepts.SequenceEqual(other.Intercepts) && Weights.Zip(other.Weights).All(rows => rows.First.SequenceEqual(rows.Second));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as StagePredictor);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Kind, Examples, Features, Stages);

    private StagePrediction Predict(string customer, double[] values)
    {
        double[] probabilities = _model.Probabilities(Transformed(values));
        return new StagePrediction
        {
            Customer = customer,
            Probabilities = [.. Stages.Zip(probabilities, (stage, probability) => new StageProbability { Stage = stage, Probability = probability })],
        };
    }

    /// <summary>The features of one customer; null if he has done nothing before.</summary>
    private double[]? ValuesOf(JourneyLog log, string customer, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(log);
        if (log.IndexOf(customer) is not (>= 0 and int index)) throw new KeyNotFoundException($"The log has no customer '{customer}'.");
        IReadOnlyList<(string Customer, double[] Values)> rows = FeatureTable.Of(log.Where(trace => trace.Customer == index), at, Features);
        return rows.Count == 0 ? null : rows[0].Values;
    }

    private double[] Transformed(double[] values) => Transformed(Kind, Features, values);

    private static double[] Transformed(StagePredictorKind kind, StageFeatures features, double[] values)
    {
        if (kind == StagePredictorKind.NaiveBayes) return values;
        int counts = features.CountFeatures;
        return [.. values.Select((value, feature) => feature < counts ? Math.Log(1 + value) : value)];
    }

    /// <summary>Where the features of the predictor stand among others.</summary>
    private int[] PlacesIn(StageFeatures others, string parameter)
    {
        Dictionary<string, int> known = others.Names.Index().ToDictionary(name => name.Item, name => name.Index, StringComparer.Ordinal);
        string[] missing = [.. Features.Names.Where(name => !known.ContainsKey(name))];
        // Naive Bayes looks at counts alone and may be judged by examples that have more.
        string[] unknown = [.. others.Names.Take(Kind == StagePredictorKind.NaiveBayes ? others.CountFeatures : others.Count).Except(Features.Names)];
        if (missing.Length + unknown.Length > 0)
        {
            string[] faults =
            [
                .. missing.Length == 0 ? (ReadOnlySpan<string>)[] : [$"they lack {string.Join(", ", missing.Select(RuleText.Name))}"],
                .. unknown.Length == 0 ? (ReadOnlySpan<string>)[] : [$"the predictor does not know {string.Join(", ", unknown.Select(RuleText.Name))}"],
            ];
            throw new ArgumentException($"The examples have other features than the predictor: {string.Join("; ", faults)}. Make them with its features: StageExamples.From(log, at, labeledAt, predictor.Features).", parameter);
        }

        return [.. Features.Names.Select(name => known[name])];
    }
}
