using CustomerJourney.StageModels;

namespace CustomerJourney.Tests.StageModels;

public class CrosswalkTests
{
    [Fact]
    public void Counts_are_split_by_weight_and_marked_as_estimates()
    {
        // need 0.3, discover 0.7 | engage 0.3, evaluate 0.7 | decide 0.4, purchase 0.6 | receive, use, support 0.2, retain 0.4 | advocate 1
        double[] visits = [1000, 400, 100, 50, 7];
        PhaseProjection split = Crosswalk.Split(StageModel.FiveStage, stage => visits[stage.Position]);

        double?[] expected = [300, 700, 120, 280, 40, 60, 10, 10, 10, 20, 7, null];
        Assert.Equal(expected, split.Phases.Select(phase => phase.Value));
        Assert.True(split[JourneyPhase.Need].IsEstimate);
        Assert.False(split[JourneyPhase.Advocate].IsEstimate);
        Assert.Equal(1557, split.Overall);
        Assert.Null(split.Unassigned);
        Assert.Equal((ProjectionRule.Split, StageModel.FiveStage), (split.Rule, split.Model));
    }

    [Fact]
    public void A_phase_that_two_stages_share_gets_a_part_of_each()
    {
        // purchase: 0.4 of conversion, 0.2 of retention
        PhaseProjection split = Crosswalk.Split(StageModel.FiveStageWithActions, stage => stage.Key switch { "conversion" => 10, "retention" => 100, _ => 0 });

        Assert.Equal(24, split[JourneyPhase.Purchase].Value!.Value, 1e-12);
        Assert.Equal(0.6, split[JourneyPhase.Purchase].Weight, 1e-12);
    }

    [Fact]
    public void Weights_that_miss_1_within_their_tolerance_still_keep_the_total()
    {
        StageModel near = StageModel.Create("near", "Near", model => model
            .AddStage("a", "A", stage => stage.Covers((JourneyPhase.Need, 0.5), (JourneyPhase.Use, 0.5 + 9e-10))));

        PhaseProjection split = Crosswalk.Split(near, _ => 1e9);
        Assert.Equal(1e9, split.Phases.Sum(phase => phase.Value ?? 0), 1e-3);
    }

    [Fact]
    public void Scores_are_weighted_means_and_not_split()
    {
        // evaluate: research 0.7, test 0.5; decide: test 0.4, acquire 0.2
        PhaseProjection mean = Crosswalk.Average(StageModel.CarBuyer, stage => stage.Key switch { "research" => -1, "test" => 2, "acquire" => 0.5, _ => null });

        Assert.Equal((0.7 * -1 + 0.5 * 2) / 1.2, mean[JourneyPhase.Evaluate].Value!.Value, 1e-12);
        Assert.Equal((0.4 * 2 + 0.2 * 0.5) / 0.6, mean[JourneyPhase.Decide].Value!.Value, 1e-12);
        Assert.Equal(0.5, mean[JourneyPhase.Receive].Value);
        Assert.Equal((-1 + 2 + 0.5) / 3, mean.Overall!.Value, 1e-12);
        Assert.Equal(ProjectionRule.Average, mean.Rule);
    }

    [Fact]
    public void No_data_is_never_0()
    {
        PhaseProjection split = Crosswalk.Split(StageModel.FiveStageWithActions, stage => stage.Key == "conversion" ? 10 : null);

        PhaseValue uncovered = split[JourneyPhase.Leave], unknown = split[JourneyPhase.Need], partly = split[JourneyPhase.Purchase], zero = Crosswalk.Split(StageModel.FiveStage, _ => 0)[JourneyPhase.Need];
        Assert.Equal((null, false, false, 0.0, false), (uncovered.Value, uncovered.IsCovered, uncovered.IsComplete, uncovered.Weight, uncovered.IsEstimate));
        Assert.Equal((null, true, false, 0.0, false), (unknown.Value, unknown.IsCovered, unknown.IsComplete, unknown.Weight, unknown.IsEstimate));
        Assert.Equal((4.0, true, false, 0.4, true), (partly.Value, partly.IsCovered, partly.IsComplete, partly.Weight, partly.IsEstimate));
        Assert.Equal((0.0, true, true), (zero.Value, zero.IsCovered, zero.IsComplete));
    }

    [Fact]
    public void Without_any_value_there_is_no_total_and_no_mean()
    {
        Assert.Null(Crosswalk.Split(StageModel.Aida, _ => null).Overall);
        Assert.Null(Crosswalk.Average(StageModel.Aida, _ => null).Overall);
    }

    [Fact]
    public void What_lies_outside_the_phases_is_unassigned_and_not_lost()
    {
        StageModel planned = StageModel.Create("planned", "Planned", model => model
            .AddStage("plan", "Plan").AddStage("review", "Review").AddStage("reach", "Reach", stage => stage.Covers(JourneyPhase.Discover)));
        double[] values = [3, 5, 10];

        PhaseProjection split = Crosswalk.Split(planned, stage => values[stage.Position]), mean = Crosswalk.Average(planned, stage => values[stage.Position]);
        Assert.Equal((8.0, 18.0, 10.0), (split.Unassigned, split.Overall, split[JourneyPhase.Discover].Value));
        Assert.Equal((4.0, 6.0, 10.0), (mean.Unassigned, mean.Overall, mean[JourneyPhase.Discover].Value));
    }

    [Fact]
    public void A_model_of_whole_phases_is_its_own_projection()
    {
        StageModel phases = StageModel.Create("phases", "Phases", model =>
        {
            foreach (JourneyPhase phase in Enum.GetValues<JourneyPhase>()) model.AddStage($"p{(int)phase}", phase.ToString(), stage => stage.Covers(phase));
        });

        PhaseProjection split = Crosswalk.Split(phases, stage => 0.1 * stage.Position), mean = Crosswalk.Average(phases, stage => 0.1 * stage.Position);
        Assert.All(phases.Stages, stage =>
        {
            Assert.Equal(0.1 * stage.Position, split.Phases[stage.Position].Value);
            Assert.Equal(0.1 * stage.Position, mean.Phases[stage.Position].Value);
            Assert.False(split.Phases[stage.Position].IsEstimate);
        });
    }

    [Fact]
    public void Rates_stay_whole_and_belong_to_the_boundary_after_the_last_phase()
    {
        double?[] rates = [0.5, 0.4, 0.3, 0.9, 0.8, null, 0.25, null];
        IReadOnlyList<BoundaryRate> attached = Crosswalk.Attach(StageModel.EightStage, stage => rates[stage.Position]);

        Assert.Equal(StageModel.EightStage.Stages, attached.Select(row => row.Stage));
        Assert.Equal(
            [JourneyPhase.Discover, JourneyPhase.Evaluate, JourneyPhase.Purchase, JourneyPhase.Use, JourneyPhase.Use, JourneyPhase.Support, JourneyPhase.Retain, JourneyPhase.Advocate],
            attached.Select(row => row.After!.Value));
        Assert.Equal(rates, attached.Select(row => row.Rate));
    }

    [Fact]
    public void The_rate_of_a_stage_outside_the_phases_crosses_no_boundary() =>
        Assert.Null(Crosswalk.Attach(StageModel.Create("plan", "Plan", model => model.AddStage("plan", "Plan")), _ => 0.5)[0].After);

    [Theory]
    [InlineData(-0.5)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Impossible_counts_are_refused_with_stage_and_value(double value)
    {
        ArgumentException refused = Assert.Throws<ArgumentException>("valueOf", () => Crosswalk.Split(StageModel.Aida, stage => stage.Key == "desire" ? value : 1));
        Assert.Contains(FormattableString.Invariant($"\"desire\" of \"aida\" has the value {value}"), refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Counts_that_sum_beyond_the_numbers_are_refused() =>
        Assert.Throws<ArgumentException>("valueOf", () => Crosswalk.Split(StageModel.Aida, _ => double.MaxValue));

    [Fact]
    public void Scores_may_be_negative_but_must_be_finite()
    {
        Assert.Equal(-2, Crosswalk.Average(StageModel.Aida, _ => -2).Overall);
        Assert.Throws<ArgumentException>("scoreOf", () => Crosswalk.Average(StageModel.Aida, _ => double.NaN));
    }

    [Theory]
    [InlineData(-0.01)]
    [InlineData(1.01)]
    [InlineData(double.NaN)]
    public void Rates_outside_0_to_1_are_refused(double rate) =>
        Assert.Throws<ArgumentException>("rateOf", () => Crosswalk.Attach(StageModel.Aida, _ => rate));

    [Fact]
    public void A_number_that_is_no_phase_has_no_value() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Crosswalk.Split(StageModel.Aida, _ => 1)[(JourneyPhase)(-1)]);
}
