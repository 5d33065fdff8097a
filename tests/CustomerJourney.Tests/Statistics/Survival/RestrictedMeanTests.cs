using CustomerJourney.Statistics;
using CustomerJourney.Statistics.Survival;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerJourney.Tests.Statistics.Survival;

public class RestrictedMeanTests
{
    // R 4.2.2 survRM2 1.0.4 on the Freireich data (shared/oracles/metrics/survival.json, rmst_difference#006).
    [Fact]
    public void Freireich_agrees_with_survRM2()
    {
        RestrictedMeanDifference result = RestrictedMeanDifference.Between(Cases.Placebo, Cases.Mercaptopurine, 23)!;
        Near.Equal(8.66666666666667, result.Baseline.Estimate.Value, 1e-12);
        Near.Equal(1.37739004126455, result.Baseline.StandardError, 1e-9);
        Near.Equal(17.909243697479, result.Candidate.Estimate.Value, 1e-12);
        Near.Equal(9.24257703081232, result.Difference.Change.Value, 1e-12);
        Near.Equal(5.17377373193568, result.Difference.Change.Lower, 1e-9);
        Near.Equal(13.311380329689, result.Difference.Change.Upper, 1e-9);
        Near.Equal(8.4995715764384e-06, result.Difference.Test!.PValue, 1e-6);
        Assert.Equal(42, result.Difference.Change.N);
    }

    [Fact]
    public void A_horizon_beyond_what_either_group_shows_is_refused()
    {
        ArgumentOutOfRangeException exception = Assert.Throws<ArgumentOutOfRangeException>(() => RestrictedMeanDifference.Between(Cases.Placebo, Cases.Mercaptopurine, 24));
        Assert.Equal("horizon", exception.ParamName);
        Assert.Contains("largest observed time, 23", exception.Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => RestrictedMeanDifference.Between(Cases.Mercaptopurine, Cases.Placebo, 24));
        Assert.Throws<ArgumentOutOfRangeException>(() => KaplanMeierCurve.Of(Cases.Placebo)!.RestrictedMean(0));
    }

    [Fact]
    public void A_value_carried_forward_is_told()
    {
        KaplanMeierCurve curve = KaplanMeierCurve.Of(SurvivalSample.Of([2, 4], (int[])[1, 0]))!;
        RestrictedMean mean = curve.RestrictedMean(6, carryForward: true);
        Assert.True(mean.IsCarriedForward);
        Assert.Equal(2 + 0.5 * 4, mean.Estimate.Value);
        Assert.False(curve.RestrictedMean(4, carryForward: true).IsCarriedForward);
    }

    [Fact]
    public void Without_variation_there_is_no_test()
    {
        RestrictedMeanDifference result = RestrictedMeanDifference.Between(Cases.Mercaptopurine, Cases.Mercaptopurine, 5)!;
        Assert.Equal((5.0, 0.0), (result.Baseline.Estimate.Value, result.Baseline.StandardError));
        Assert.Null(result.Difference.Test);
        Assert.Null(RestrictedMeanDifference.Between(new SurvivalCounts().ToSample(), Cases.Placebo, 5));
    }

    [Fact]
    public void Without_censoring_it_is_the_mean_of_times_cut_at_the_horizon() => Prop.ForAll(Cases.Some, Gen.Choose(1, 24).ToArbitrary(), (cases, half) =>
    {
        double horizon = half / 2.0;
        RestrictedMean mean = KaplanMeierCurve.Of(Cases.Sample(cases.Select(entry => (entry.Time, 1))))!.RestrictedMean(horizon, carryForward: true);
        double[] cut = [.. cases.Select(entry => Math.Min(entry.Time, horizon))];
        double average = cut.Average(), variance = cut.Sum(time => (time - average) * (time - average)) / cut.Length / cut.Length;
        return Math.Abs(mean.Estimate.Value - average) < 1e-9 && Math.Abs(mean.StandardError - Math.Sqrt(variance)) < 1e-9
            && 0 <= mean.Estimate.Lower && mean.Estimate.Lower <= mean.Estimate.Value && mean.Estimate.Value <= mean.Estimate.Upper && mean.Estimate.Upper <= horizon;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Swapping_groups_turns_the_sign() => Prop.ForAll(Cases.Some, Cases.Some, (a, b) =>
    {
        SurvivalSample one = Cases.Sample(a), other = Cases.Sample(b);
        double horizon = Math.Min(one.LargestTime!.Value, other.LargestTime!.Value);
        if (horizon == 0) return true;
        TwoSampleResult there = RestrictedMeanDifference.Between(one, other, horizon)!.Difference, back = RestrictedMeanDifference.Between(other, one, horizon)!.Difference;
        return there.Change.Value == -back.Change.Value && there.Change.Lower == -back.Change.Upper && there.Test?.PValue == back.Test?.PValue;
    }).QuickCheckThrowOnFailure();
}
