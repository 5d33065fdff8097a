using CustomerJourney.StageModels;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerJourney.Tests.StageModels;

public class CrosswalkProperties
{
    private static readonly Arbitrary<int> Seeds = Gen.Choose(0, int.MaxValue).ToArbitrary();

    [Fact]
    public void A_split_keeps_the_total() =>
        Prop.ForAll(Seeds, seed =>
        {
            StageModel model = AnyModel.Make(seed);
            double?[] values = AnyModel.Values(seed, model, random => Math.Round(Math.Pow(10, random.Next(10)) * random.NextDouble()));
            PhaseProjection split = Crosswalk.Split(model, stage => values[stage.Position]);
            double total = values.Sum() ?? 0;
            double parts = split.Phases.Sum(phase => phase.Value ?? 0) + (split.Unassigned ?? 0);
            return split.Overall.HasValue == values.Any(value => value is not null)
                && Math.Abs((split.Overall ?? 0) - total) <= 1e-12 * total
                && Math.Abs(parts - total) <= 1e-12 * total;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Mean_scores_stay_between_the_scores_of_the_stages_that_cover_the_phase() =>
        Prop.ForAll(Seeds, seed =>
        {
            StageModel model = AnyModel.Make(seed);
            double?[] scores = AnyModel.Values(seed, model, random => random.NextDouble() * 4 - 2);
            return Crosswalk.Average(model, stage => scores[stage.Position]).Phases.All(phase =>
            {
                double?[] covering = [.. model.Stages.Where(stage => stage.Phases.Any(weight => weight.Phase == phase.Phase)).Select(stage => scores[stage.Position]).Where(score => score is not null)];
                return covering.Length == 0 ? phase.Value is null : phase.Value >= covering.Min() && phase.Value <= covering.Max();
            });
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Mean_scores_weighted_again_give_the_mean_of_the_stages() =>
        Prop.ForAll(Seeds, seed =>
        {
            StageModel model = AnyModel.Make(seed);
            double?[] scores = AnyModel.Values(seed, model, random => random.NextDouble() * 4 - 2);
            PhaseProjection mean = Crosswalk.Average(model, stage => scores[stage.Position]);
            int outside = model.Stages.Count(stage => stage.Phases.Count == 0 && scores[stage.Position] is not null);
            double again = mean.Phases.Sum(phase => (phase.Value ?? 0) * phase.Weight) + (mean.Unassigned ?? 0) * outside;
            return Math.Abs(again - (scores.Sum() ?? 0)) < 1e-9 && (mean.Overall is null || Math.Abs(mean.Overall.Value - scores.Average()!.Value) < 1e-9);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_phase_has_a_value_exactly_when_a_stage_that_covers_it_has_one() =>
        Prop.ForAll(Seeds, seed =>
        {
            StageModel model = AnyModel.Make(seed);
            double?[] values = AnyModel.Values(seed, model, random => random.Next(3));
            return Crosswalk.Split(model, stage => values[stage.Position]).Phases.All(phase =>
            {
                StageModelStage[] covering = [.. model.Stages.Where(stage => stage.Phases.Any(weight => weight.Phase == phase.Phase))];
                return phase.IsCovered == covering.Length > 0
                    && phase.Value.HasValue == covering.Any(stage => values[stage.Position] is not null)
                    && phase.IsComplete == (covering.Length > 0 && covering.All(stage => values[stage.Position] is not null));
            });
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Similarity_lies_between_0_and_1_and_is_the_same_both_ways() =>
        Prop.ForAll(Seeds, seed =>
        {
            (StageModel one, StageModel other) = (AnyModel.Make(seed), AnyModel.Make(unchecked(seed + 1)));
            StageAlignment there = Crosswalk.Align(one, other), back = Crosswalk.Align(other, one);
            return there.Similarity == back.Similarity && there.BaselineFit == back.CandidateFit && there.Similarity is null or (>= 0 and <= 1)
                && there.Pairs.All(pair => pair.Overlap is > 0 and <= 1 && back.Pairs.Any(pairBack => pairBack.Baseline == pair.Candidate && pairBack.Candidate == pair.Baseline && pairBack.Overlap == pair.Overlap));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_model_is_wholly_like_itself() =>
        Prop.ForAll(Seeds, seed =>
        {
            StageModel model = AnyModel.Make(seed);
            return Crosswalk.Align(model, model).Similarity is null == (model.Coverage.Count == 0) && Crosswalk.Align(model, model).Similarity is null or > 1 - 1e-12;
        }).QuickCheckThrowOnFailure();
}
