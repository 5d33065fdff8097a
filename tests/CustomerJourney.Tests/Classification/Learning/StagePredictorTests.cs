using CustomerJourney.Classification.Learning;
using CustomerJourney.Events;
using CustomerJourney.Statistics.Models;
using CustomerJourney.Tests.Support;

namespace CustomerJourney.Tests.Classification.Learning;

public class StagePredictorTests
{
    private static readonly Lazy<JourneyLog> Train = new(() => KnownCounts.Draw(3000, seed: 1));
    private static readonly Lazy<JourneyLog> Test = new(() => KnownCounts.Draw(3000, seed: 2));
    private static readonly StagePredictorOptions Bayes = new() { Kind = StagePredictorKind.NaiveBayes };

    public static TheoryData<StagePredictorKind> Kinds => [StagePredictorKind.Softmax, StagePredictorKind.NaiveBayes];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Predictions_of_new_customers_come_near_to_the_best_possible(StagePredictorKind kind)
    {
        StagePredictor predictor = Trained(kind);
        StageEvaluation evaluation = predictor.Evaluate(ExamplesOf(Test.Value, predictor.Features));
        double bayes = KnownCounts.BayesAccuracy(Test.Value);
        Assert.InRange(evaluation.Matrix.Accuracy!.Value, bayes - 0.015, bayes + 0.015);
        Assert.True(evaluation.Matrix.Accuracy > evaluation.Matrix.Baseline!.Accuracy + 0.1);
        Assert.InRange(evaluation.Calibration!.ExpectedCalibrationError, 0, 0.04);
        Assert.Empty(evaluation.Warnings);
        Assert.Empty(predictor.Warnings);
    }

    [Fact]
    public void Naive_bayes_has_the_weights_of_the_pure_model()
    {
        StageExamples examples = ExamplesOf(Train.Value, null);
        StagePredictor predictor = StagePredictor.Train(examples, Bayes);
        Assert.Equal(["event ask", "event buy", "event open"], predictor.Features.Names);
        double[] counts = [.. examples.Items.SelectMany(example => example.Values.Take(3))];
        MultinomialNaiveBayes pure = MultinomialNaiveBayes.Fit(counts, 3, [.. examples.Items.Select(example => examples.IndexOf(example.Stage))], 3);
        Assert.Equal(pure.ClassLogPriors, predictor.Intercepts);
        Assert.Equal(pure.FeatureLogProbabilities.SelectMany(row => row), predictor.Weights.SelectMany(row => row));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_customer_is_predicted_alone_as_among_all(StagePredictorKind kind)
    {
        StagePredictor predictor = Trained(kind);
        IReadOnlyList<StagePrediction> all = predictor.Predict(Test.Value, KnownCounts.At);
        Assert.Equal(Test.Value.CustomerIds, all.Select(prediction => prediction.Customer));
        for (int customer = 0; customer < 20; customer++)
        {
            Assert.Equal(all[customer], predictor.Predict(Test.Value, all[customer].Customer, KnownCounts.At));
            Assert.Equal(1, all[customer].Probabilities.Sum(stage => stage.Probability), 12);
            Assert.Equal(all[customer].Probabilities.Max(stage => stage.Probability), all[customer].Probability);
        }

        Assert.Null(predictor.Predict(Test.Value, "c00000", KnownCounts.At.AddDays(-20)));
        Assert.Null(predictor.Explain(Test.Value, "c00000", KnownCounts.At.AddDays(-20)));
        Assert.Throws<KeyNotFoundException>(() => predictor.Predict(Test.Value, "nobody", KnownCounts.At));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Intercept_and_contributions_add_up_to_the_log_odds(StagePredictorKind kind)
    {
        StagePredictor predictor = Trained(kind);
        for (int customer = 0; customer < 20; customer++)
        {
            PredictionExplanation why = predictor.Explain(Test.Value, Test.Value.CustomerIds[customer], KnownCounts.At)!;
            Assert.Equal(why.Prediction.Stage, why.Stage);
            Assert.Equal(why.LogOdds, why.Intercept + why.Contributions.Sum(one => one.Contribution), 9);
            Assert.Equal(why.LogOdds, Math.Log(Of(why.Stage) / Of(why.Against)), 9);
            Assert.All(why.Contributions, one => Assert.NotEqual(0, one.Contribution));
            Assert.Contains($"speaks for {why.Stage}", why.ToString());
            Assert.Equal(why.Contributions.Count + 1, why.ToTable().Rows.Count);

            double Of(string stage) => why.Prediction.Probabilities.Single(one => one.Stage == stage).Probability;
        }
    }

    /// <summary>Counts alone are looked at here, so that an event can be taken away without changing times.</summary>
    [Theory]
    [MemberData(nameof(Kinds))]
    public void Taking_listed_evidence_away_or_adding_the_missing_one_moves_the_score_as_stated(StagePredictorKind kind)
    {
        StageFeatures counts = new() { Events = ["ask", "buy", "open"], Timing = false };
        StagePredictor predictor = StagePredictor.Train(ExamplesOf(Train.Value, counts), new StagePredictorOptions { Kind = kind });
        JourneyLog log = Test.Value;
        string customer = log.CustomerIds[3];
        PredictionExplanation why = predictor.Explain(log, customer, KnownCounts.At, "Buy", "Look")!;
        Assert.NotEmpty(why.Contributions);
        foreach (StageContribution evidence in why.Contributions)
        {
            if (evidence.Value == 6) continue;
            PredictionExplanation without = predictor.Explain(log.DropEvents(evidence.Feature["event ".Length..]), customer, KnownCounts.At, "Buy", "Look")!;
            Assert.Equal(why.LogOdds - evidence.Contribution, without.LogOdds, 9);
        }

        Assert.NotEmpty(why.Missing);
        foreach (StageContribution missing in why.Missing)
        {
            JourneyLog more = log.Append(JourneyLog.From([new JourneyEvent { Customer = customer, Event = missing.Feature["event ".Length..], At = KnownCounts.At.AddDays(-20) }]));
            Assert.Equal(why.LogOdds + missing.Contribution, predictor.Explain(more, customer, KnownCounts.At, "Buy", "Look")!.LogOdds, 9);
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_predictor_is_written_and_read_digit_by_digit(StagePredictorKind kind)
    {
        StagePredictor predictor = Trained(kind), read = StagePredictor.Parse(predictor.ToJson());
        Assert.Equal(predictor, read);
        Assert.Equal(predictor.GetHashCode(), read.GetHashCode());
        Assert.Equal(predictor.ToJson(), read.ToJson());
        Assert.Equal(predictor.Predict(Test.Value, KnownCounts.At), read.Predict(Test.Value, KnownCounts.At));
    }

    [Fact]
    public void All_faults_of_a_document_are_told()
    {
        string json = Trained(StagePredictorKind.NaiveBayes).ToJson();
        Assert.Contains("the format version is \"9\"", Problem(json.Replace("\"1.0\"", "\"9\"")));
        Assert.Contains("allowed is softmax or naiveBayes", Problem(json.Replace("\"naiveBayes\"", "\"forest\"")));
        Assert.Contains("has no property \"more\"", Problem(json.Replace("\"stages\"", "\"more\": 1, \"stages\"")));
        Assert.Contains("'event buy'", Problem(json.Replace("\"ask\"", "\"buy\"")).Replace('"', '\''));
        Assert.Contains("a stage is named twice", Problem(json.Replace("\"Look\"", "\"Buy\"")));
        Assert.Contains("naive Bayes knows counts alone", Problem(json.Replace("\"timing\": false", "\"timing\": true")));
        Assert.Contains("allowed is true or false", Problem(json.Replace("\"timing\": false", "\"timing\": 1")));
        Assert.Contains("allowed are nps, csat, ces, emotion", Problem(json.Replace("\"feedback\": []", "\"feedback\": [\"stars\"]")));
        Assert.Contains("needs the property \"weights\"", Problem(json.Replace("\"weights\"", "\"lead\"")));
        Assert.Contains("$.events", Problem("{\"formatVersion\":\"1.0\",\"kind\":\"softmax\",\"features\":{\"events\":[1],\"touchpoints\":[],\"channels\":[],\"timing\":true,\"feedback\":[]},\"stages\":[],\"intercepts\":[],\"weights\":[]}").Replace("$.features", "$"));

        static string Problem(string json) => string.Join('\n', Assert.Throws<JourneyDefinitionException>(() => StagePredictor.Parse(json)).Problems);
    }

    [Fact]
    public void What_cannot_be_learned_is_told()
    {
        JourneyLog one = Train.Value.Where(Dimension.Attribute("next"), "Buy");
        Assert.Contains("are of the stage 'Buy': nothing can be learned from one stage", Assert.Throws<ArgumentException>("examples", () => StagePredictor.Train(ExamplesOf(one, null))).Message);
        Assert.Contains("There is no example", Assert.Throws<ArgumentException>("examples", () => StagePredictor.Train(StageExamples.FromAttribute(Train.Value, LogGenerator.Shop, "next", KnownCounts.At.AddDays(-30), new StageFeatures()))).Message);
        Assert.Contains("Naive Bayes learns from counts", Assert.Throws<ArgumentException>("examples", () => StagePredictor.Train(ExamplesOf(Train.Value, new StageFeatures()), Bayes)).Message);
        StagePredictor predictor = Trained(StagePredictorKind.Softmax);
        string message = Assert.Throws<ArgumentException>("examples", () => predictor.Evaluate(ExamplesOf(Test.Value, new StageFeatures { Events = ["ask", "buy", "sing"] }))).Message;
        Assert.Contains("they lack \"event open\"", message);
        Assert.Contains("the predictor does not know \"event sing\"", message);
        Assert.Contains("which the map of the examples does not have", Assert.Throws<ArgumentException>("examples", () => predictor.Evaluate(StageExamples.From(
            Journey.Create("Other", map => map.AddStage("Only", stage => stage.AddTouchpoint("T", touch => touch.ObservedAs("open")))).Classify(Test.Value), KnownCounts.At.AddDays(-8), KnownCounts.At.AddDays(-6), predictor.Features))).Message);
        Assert.Throws<ArgumentException>("stage", () => predictor.Explain(Test.Value, "c00000", KnownCounts.At, "Gone"));
        Assert.Throws<ArgumentException>("against", () => predictor.Explain(Test.Value, "c00000", KnownCounts.At, "Buy", "Buy"));
    }

    [Fact]
    public void A_stage_without_examples_is_never_predicted_and_told_where_it_occurs()
    {
        JourneyLog two = Train.Value.WhereAny(Dimension.Attribute("next"), "Look", "Use");
        StagePredictor predictor = StagePredictor.Train(ExamplesOf(two, null));
        Assert.Equal(["Look", "Use"], predictor.Stages);
        StageEvaluation evaluation = predictor.Evaluate(ExamplesOf(Test.Value, predictor.Features));
        Assert.Equal(0, evaluation.Matrix.PerClass[1].Predicted);
        Assert.Contains(evaluation.Warnings, warning => warning.Contains("had no example of the stage \"Buy\""));
    }

    [Fact]
    public void Nothing_in_a_name_breaks_the_lines_of_an_explanation()
    {
        StagePredictor hostile = StagePredictor.Parse(Trained(StagePredictorKind.Softmax).ToJson().Replace("\"Buy\"", "\"B\\nuy\""));
        PredictionExplanation why = hostile.Explain(Test.Value, Test.Value.CustomerIds[0], KnownCounts.At, "B\nuy")!;
        Assert.Equal(1 + why.Contributions.Count + Math.Min(1, why.Missing.Count), why.ToString().Split('\n').Length);
    }

    [Fact]
    public void Learning_does_not_depend_on_threads_or_order()
    {
        JourneyLog log = KnownChain.Draw(3000, 30, seed: 3);
        JourneyLog shuffled = JourneyLog.From(LogGenerator.Shuffled(KnownChain.EventsOf(3000, 30, seed: 3), 1));
        DateTimeOffset at = KnownChain.Start.AddDays(20), labeledAt = KnownChain.Start.AddDays(25);
        StagePredictor first = StagePredictor.Train(StageExamples.From(KnownChain.Shop.Classify(log), at, labeledAt)), second = StagePredictor.Train(StageExamples.From(KnownChain.Shop.Classify(shuffled), at, labeledAt));
        Assert.Equal(first.ToJson(), second.ToJson());
    }

    private static StagePredictor Trained(StagePredictorKind kind) => StagePredictor.Train(ExamplesOf(Train.Value, null), new StagePredictorOptions { Kind = kind });

    private static StageExamples ExamplesOf(JourneyLog log, StageFeatures? features) => StageExamples.FromAttribute(log, LogGenerator.Shop, "next", KnownCounts.At, features);
}
