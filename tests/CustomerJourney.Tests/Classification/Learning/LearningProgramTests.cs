using CustomerJourney.Classification;
using CustomerJourney.Classification.Learning;
using CustomerJourney.Events;

namespace CustomerJourney.Tests.Classification.Learning;

/// <summary>The room as a user meets it.</summary>
public class LearningProgramTests
{
    [Fact]
    public void A_map_is_the_prior_a_log_teaches_and_every_customer_is_explained()
    {
        Journey journey = KnownChain.Shop;
        JourneyLog log = KnownChain.Draw(customers: 400, length: 30, seed: 11);

        HiddenStageModel map = HiddenStageModel.FromMap(journey);
        HiddenStageFit fit = HiddenStageModel.Learn(log, map, new HiddenStageLearningOptions { Prior = map, PriorWeight = 50, Starts = 3, Seed = 1 });
        StagedLog staged = fit.Model.Classify(log);
        string explained = fit.Model.Decode(log, "c00007").ToString();
        HiddenStageModel loaded = HiddenStageModel.Parse(fit.Model.ToJson(), journey);

        Assert.True(fit.Converged);
        Assert.Equal(400, staged.Measure(new StageSummary()).Customers);
        Assert.StartsWith($"c00007: {staged["c00007"].Current}", explained);
        Assert.Equal(fit.Model, loaded);
    }

    [Fact]
    public void A_predictor_is_trained_on_the_past_and_judged_by_other_customers_at_a_later_time()
    {
        StagedLog staged = KnownChain.Shop.Classify(KnownChain.Draw(customers: 3000, length: 40, seed: 12));
        DateTimeOffset april = KnownChain.Start.AddDays(20), may = KnownChain.Start.AddDays(30), today = KnownChain.Start.AddDays(39);

        (StageExamples early, StageExamples late) = StageExamples.SplitByTime(staged, trainAt: april, testAt: may, horizon: TimeSpan.FromDays(2));
        StageExamples train = early.SplitByCustomer(testShare: 0.3, seed: 1).Train;
        StageExamples test = late.SplitByCustomer(testShare: 0.3, seed: 1).Test;

        StagePredictor predictor = StagePredictor.Train(train);
        StageEvaluation evaluation = predictor.Evaluate(test);
        StagePrediction? next = predictor.Predict(staged, "c00007", today);
        PredictionExplanation? why = predictor.Explain(staged, "c00007", today);
        StagePredictor loaded = StagePredictor.Parse(predictor.ToJson());

        Assert.True(evaluation.Matrix.Accuracy > evaluation.Matrix.Baseline!.Accuracy, evaluation.ToString());
        Assert.Contains(next!.Stage, predictor.Stages);
        Assert.NotEmpty(why!.Contributions);
        Assert.Equal(predictor, loaded);
    }
}
