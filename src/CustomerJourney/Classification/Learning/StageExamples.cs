using CustomerJourney.Building;
using CustomerJourney.Events;

namespace CustomerJourney.Classification.Learning;

/// <summary>Customers with features up to one instant and a stage from a later one: what a <see cref="StagePredictor"/> learns from and is judged by. Immutable; customers are in ordinal order of their ids.</summary>
public sealed class StageExamples
{
    private StageExamples(StageFeatures features, DateTimeOffset at, DateTimeOffset? labeledAt, IReadOnlyList<string> stages, IReadOnlyList<StageExample> items, int unlabeled)
    {
        (Features, At, LabeledAt) = (features, at, labeledAt);
        (Stages, Items, Unlabeled) = (EquatableList.Of(stages), EquatableList.Of(items), unlabeled);
    }

    /// <summary>The features.</summary>
    public StageFeatures Features { get; }

    /// <summary>Up to when features were counted, exclusive.</summary>
    public DateTimeOffset At { get; }

    /// <summary>As of when the stages are; <see langword="null"/> where they come from an attribute, which has no time.</summary>
    public DateTimeOffset? LabeledAt { get; }

    /// <summary>The names of all stages in journey order, those without examples included; of stages that are called alike, with the id.</summary>
    public IReadOnlyList<string> Stages { get; }

    /// <summary>The examples; empty if there are none.</summary>
    public IReadOnlyList<StageExample> Items { get; }

    /// <summary>The customers with features whose stage is not known; they are no examples.</summary>
    public int Unlabeled { get; }

    /// <summary>Takes the stages in which customers are at a later time.</summary>
    /// <param name="log">A log with stages.</param>
    /// <param name="at">Up to when features are counted, exclusive. Customers who have done nothing before are left out.</param>
    /// <param name="labeledAt">As of when the stage counts: what happened before. Not before <paramref name="at"/>, and not later than the log was observed.</param>
    /// <param name="features">The features; <see langword="null"/> for <see cref="StageFeatures.ByEvent"/> up to <paramref name="at"/>.</param>
    /// <exception cref="ArgumentException">The log was not observed until <paramref name="labeledAt"/>, or that lies before <paramref name="at"/>.</exception>
    /// <remarks>The stages of a <see cref="HiddenStageModel"/> depend on later events, too, so the model gives them anew, as of <paramref name="labeledAt"/>; so does the classifier where events of the log last, because one that ends later may have begun before.</remarks>
    public static StageExamples From(StagedLog log, DateTimeOffset at, DateTimeOffset labeledAt, StageFeatures? features = null)
    {
        ArgumentNullException.ThrowIfNull(log);
        if (labeledAt < at) throw new ArgumentException(FormattableString.Invariant($"The stages are as of {labeledAt:u} and the features up to {at:u}: what is to be predicted must not lie before that from which it is predicted."), nameof(labeledAt));
        if (log.Schema.ObservedUntil is { } until && labeledAt > until)
        {
            throw new ArgumentException(
                FormattableString.Invariant($"The stages are asked for as of {labeledAt:u} and the log is observed until {until:u}, so that they are not known yet. If it was observed until then, classify it as of then: classifier.Classify(log, asOf)."),
                nameof(labeledAt));
        }

        IReadOnlyList<string> stages = StagesOf(log.Journey);
        JourneyLog past = log.Until(labeledAt);
        // By a learned model the stage of an event depends on later ones, too, and what began before it may end after the label: neither must be known.
        JourneyLog known = log.Reclassify?.Invoke(past) ?? (log.Columns.StartedAt is null ? past : StageClassifier.Create(log.Journey, log.Rules).Classify(past, labeledAt));
        Dictionary<string, byte> labels = known.Measure(new CurrentStages());
        return Make(log, at, labeledAt, stages, features, customer => labels.TryGetValue(customer, out byte stage) ? stages[stage] : null);
    }

    /// <summary>Takes the stages that an attribute of customers names.</summary>
    /// <param name="log">The log; where features count touchpoints, one with a map.</param>
    /// <param name="journey">The map; the values of the attribute are names or ids of its stages. Customers with another value, or with none, are <see cref="Unlabeled"/>.</param>
    /// <param name="attribute">The name of the attribute, compared ordinally.</param>
    /// <param name="at">Up to when features are counted, exclusive. Since an attribute has no time, whether it says something of the time after is for the caller to know.</param>
    /// <param name="features">The features; <see langword="null"/> for <see cref="StageFeatures.ByEvent"/> up to <paramref name="at"/>.</param>
    /// <exception cref="ArgumentException">The log has no such attribute.</exception>
    public static StageExamples FromAttribute(JourneyLog log, Journey journey, string attribute, DateTimeOffset at, StageFeatures? features = null)
    {
        ArgumentNullException.ThrowIfNull(log);
        ArgumentNullException.ThrowIfNull(journey);
        ArgumentNullException.ThrowIfNull(attribute);
        AttributeColumn column = log.Schema.CustomerAttributeColumn(attribute);
        string?[] stageOfValue = [.. column.Values.Select(value => journey.StageNames.TryFind(value) is { } stage ? journey.StageNames.Label(stage) : null)];
        return Make(log, at, null, StagesOf(journey), features, customer => column.Codes[log.IndexOf(customer)] is >= 0 and int code ? stageOfValue[code] : null);
    }

    /// <summary>
    /// Examples to learn from at one time and examples to be judged by at a later one: the stages of the former are known before the features of the latter end, so that nothing is learned that was not known when it would have been used.
    /// </summary>
    /// <param name="log">A log with stages.</param>
    /// <param name="trainAt">Up to when the features to learn from are counted.</param>
    /// <param name="testAt">Up to when the features to be judged by are counted: not before <paramref name="trainAt"/> + <paramref name="horizon"/>.</param>
    /// <param name="horizon">How long after its features the stage of an example counts, not negative.</param>
    /// <param name="features">The features of both; <see langword="null"/> for <see cref="StageFeatures.ByEvent"/> up to <paramref name="trainAt"/>.</param>
    /// <exception cref="ArgumentException">The stages to learn from would be known only after <paramref name="testAt"/>, the horizon is negative, or the log was not observed until <paramref name="testAt"/> + <paramref name="horizon"/>.</exception>
    /// <remarks>Events that were recorded at <paramref name="testAt"/> or later are no part of the stages to learn from. A customer may be in both. To judge by other customers as well, split either by customer with the same seed.</remarks>
    public static (StageExamples Train, StageExamples Test) SplitByTime(StagedLog log, DateTimeOffset trainAt, DateTimeOffset testAt, TimeSpan horizon, StageFeatures? features = null)
    {
        ArgumentNullException.ThrowIfNull(log);
        ArgumentOutOfRangeException.ThrowIfLessThan(horizon, TimeSpan.Zero);
        if (trainAt + horizon > testAt)
            throw new ArgumentException(FormattableString.Invariant($"The stages to learn from are known at {trainAt + horizon:u}, after {testAt:u}, up to when the features to be judged by are counted: the future would leak. Choose a later {nameof(testAt)} or a shorter {nameof(horizon)}."), nameof(testAt));
        // What happened in time and was recorded late was not known either when the test begins.
        StagedLog known = log.Columns.RecordedAt is null ? log : log.KnownAt(testAt.AddTicks(-1));
        StageExamples train = From(known, trainAt, trainAt + horizon, features);
        return (train, From(log, testAt, testAt + horizon, train.Features));
    }

    /// <summary>Deals customers out by a stable hash of their ids: the same customer is on the same side in every log, every time and every process.</summary>
    /// <param name="testShare">Which share of customers is to be judged by, between 0 and 1.</param>
    /// <param name="seed">Another number deals otherwise.</param>
    /// <exception cref="ArgumentOutOfRangeException">The share is not between 0 and 1.</exception>
    public (StageExamples Train, StageExamples Test) SplitByCustomer(double testShare = 0.3, ulong seed = 0)
    {
        if (!(testShare is > 0 and < 1)) throw new ArgumentOutOfRangeException(nameof(testShare), testShare, "Give a share between 0 and 1, for example 0.3.");
        ILookup<bool, StageExample> sides = Items.ToLookup(example => StableHash.Fraction(example.Customer, seed) < testShare);
        return (With(sides[false]), With(sides[true]));

        StageExamples With(IEnumerable<StageExample> items) => new(Features, At, LabeledAt, Stages, [.. items], 0);
    }

    internal int IndexOf(string stage) => Stages.Index().First(name => name.Item == stage).Index;

    internal static IReadOnlyList<string> StagesOf(Journey journey) => [.. journey.Stages.Select(journey.StageNames.Label)];

    private static StageExamples Make(JourneyLog log, DateTimeOffset at, DateTimeOffset? labeledAt, IReadOnlyList<string> stages, StageFeatures? features, Func<string, string?> stageOf)
    {
        features ??= StageFeatures.ByEvent(log, at);
        features.Require(nameof(features));
        IReadOnlyList<(string Customer, double[] Values)> rows = FeatureTable.Of(log, at, features);
        StageExample[] examples =
        [
            .. rows.Select(row => (row, Stage: stageOf(row.Customer))).Where(pair => pair.Stage is not null)
                .Select(pair => new StageExample { Customer = pair.row.Customer, Values = Array.AsReadOnly(pair.row.Values), Stage = pair.Stage! }),
        ];
        return new StageExamples(features, at, labeledAt, stages, examples, rows.Count - examples.Length);
    }
}
