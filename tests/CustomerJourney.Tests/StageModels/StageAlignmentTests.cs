using CustomerJourney.StageModels;

namespace CustomerJourney.Tests.StageModels;

public class StageAlignmentTests
{
    [Fact]
    public void Overlap_is_the_sum_of_the_smaller_weights()
    {
        StageAlignment aligned = Crosswalk.Align(StageModel.OfflineThreeStep, StageModel.FiveStage);

        (string, string, double)[] pairs = [.. aligned.Pairs.Select(pair => (pair.Baseline.Key, pair.Candidate.Key, Math.Round(pair.Overlap, 12)))];
        Assert.Equal([("recognition", "awareness", 1), ("consideration", "consideration", 0.9), ("trust", "decision", 0.9)], pairs);
    }

    [Fact]
    public void Similarity_is_the_mean_of_the_best_overlaps_of_the_stages_of_both()
    {
        StageAlignment aligned = Crosswalk.Align(StageModel.OfflineThreeStep, StageModel.FiveStage);

        Assert.Equal((1 + 0.9 + 0.9) / 3, aligned.BaselineFit!.Value, 1e-12);
        Assert.Equal((1 + 0.9 + 0.9 + 0 + 0) / 5, aligned.CandidateFit!.Value, 1e-12);
        Assert.Equal((2.8 + 2.8) / 8, aligned.Similarity!.Value, 1e-12);
    }

    [Fact]
    public void Coverage_says_what_the_models_share_and_what_only_one_has()
    {
        StageAlignment aligned = Crosswalk.Align(StageModel.Aarrr, StageModel.InStore);

        Assert.Equal([JourneyPhase.Discover, JourneyPhase.Engage, JourneyPhase.Decide, JourneyPhase.Purchase], aligned.SharedPhases);
        Assert.Equal([JourneyPhase.Receive, JourneyPhase.Use, JourneyPhase.Retain, JourneyPhase.Advocate], aligned.BaselineOnly);
        Assert.Equal([JourneyPhase.Evaluate], aligned.CandidateOnly);
    }

    [Fact]
    public void A_model_aligned_with_itself_finds_each_stage_again() =>
        Assert.All(StageModel.All, model =>
        {
            StageAlignment aligned = Crosswalk.Align(model, model);
            Assert.Equal(1, aligned.Similarity!.Value, 1e-12);
            Assert.All(model.Stages, stage =>
            {
                StagePair best = aligned.BestFor(stage)!;
                Assert.Equal(1, best.Overlap, 1e-12);
                Assert.Equal(stage.Phases, best.Candidate.Phases);
            });
        });

    [Fact]
    public void A_stage_corresponds_to_the_one_that_suits_it_best()
    {
        StageAlignment aligned = Crosswalk.Align(StageModel.HubSpotLifecycle, StageModel.EightStage);

        // Customer: purchase 0.2, receive 0.1, use 0.3, support 0.1, retain 0.3. Receiving the offer (receive 0.7, use 0.3) shares 0.4 with it, the most.
        StagePair best = aligned.BestFor(StageModel.HubSpotLifecycle.FindStage("customer")!)!;
        Assert.Equal("receive", best.Candidate.Key);
        Assert.Equal(0.4, best.Overlap, 1e-12);
    }

    [Fact]
    public void Of_stages_that_suit_as_well_the_first_is_taken()
    {
        StageModel twice = StageModel.Create("twice", "Twice", model => model
            .AddStage("first", "First", stage => stage.Covers(JourneyPhase.Use)).AddStage("second", "Second", stage => stage.Covers(JourneyPhase.Use)));
        StageModel once = StageModel.Create("once", "Once", model => model.AddStage("only", "Only", stage => stage.Covers(JourneyPhase.Use)));

        Assert.Equal("first", Crosswalk.Align(once, twice).BestFor(once.Stages[0])!.Candidate.Key);
    }

    [Fact]
    public void Models_without_a_common_phase_are_not_alike_and_nothing_corresponds()
    {
        StageModel early = StageModel.Create("early", "Early", model => model.AddStage("a", "A", stage => stage.Covers(JourneyPhase.Need)));
        StageModel late = StageModel.Create("late", "Late", model => model.AddStage("a", "A", stage => stage.Covers(JourneyPhase.Leave)));
        StageAlignment aligned = Crosswalk.Align(early, late);

        Assert.Empty(aligned.Pairs);
        Assert.Equal(0, aligned.Similarity);
        Assert.Null(aligned.BestFor(early.Stages[0]));
    }

    [Fact]
    public void Stages_outside_the_phases_do_not_count()
    {
        StageModel withPlan = StageModel.Create("p", "P", model => model.AddStage("plan", "Plan").AddStage("a", "A", stage => stage.Covers(JourneyPhase.Need)));
        StageModel onlyPlan = StageModel.Create("q", "Q", model => model.AddStage("plan", "Plan"));

        Assert.Equal(1, Crosswalk.Align(withPlan, withPlan).Similarity);
        Assert.Null(Crosswalk.Align(withPlan, onlyPlan).Similarity);
        Assert.Null(Crosswalk.Align(withPlan, onlyPlan).CandidateFit);
        Assert.Equal(0, Crosswalk.Align(withPlan, onlyPlan).BaselineFit);
    }

    [Fact]
    public void The_best_match_of_a_foreign_stage_is_refused() =>
        Assert.Throws<ArgumentException>("baselineStage", () => Crosswalk.Align(StageModel.Aida, StageModel.Race).BestFor(StageModel.Race.Stages[0]));
}
