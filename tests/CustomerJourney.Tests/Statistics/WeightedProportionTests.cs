using CustomerJourney.Statistics;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerJourney.Tests.Statistics;

public class WeightedProportionTests
{
    private static readonly Arbitrary<(bool Hit, int Weight)[]> Answers =
        (from hit in Gen.Elements(true, false) from weight in Gen.Choose(1, 30) select (hit, weight)).ArrayOf().Where(answers => answers.Length > 1).ToArbitrary();

    [Fact]
    public void Scaling_all_weights_changes_nothing() =>
        Prop.ForAll(Answers, answers =>
        {
            bool[] hits = [.. answers.Select(answer => answer.Hit)];
            Estimate one = WeightedProportion.Logit(hits, [.. answers.Select(answer => (double)answer.Weight)])!;
            Estimate other = WeightedProportion.Logit(hits, [.. answers.Select(answer => answer.Weight * 1e-3)])!;
            return Math.Abs(one.Value - other.Value) < 1e-12 && Math.Abs(one.Lower - other.Lower) < 1e-10 && Math.Abs(one.Upper - other.Upper) < 1e-10
                && one.Lower >= 0 && one.Lower <= one.Value && one.Value <= one.Upper && one.Upper <= 1;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Hits_and_misses_are_mirror_images()
    {
        double[] weights = [1, 2.5, 0.4, 3, 1];
        Estimate hits = WeightedProportion.Logit([true, false, true, true, false], weights, 0.9)!, misses = WeightedProportion.Logit([false, true, false, false, true], weights, 0.9)!;
        Near.Equal(1 - misses.Upper, hits.Lower, 1e-13);
        Near.Equal(1 - misses.Lower, hits.Upper, 1e-13);
    }

    [Fact]
    public void Without_a_hit_the_interval_is_Wilson_on_the_effective_number()
    {
        Estimate none = WeightedProportion.Logit([false, false, false, false], [2, 2, 2, 2])!;
        Assert.Equal(ProportionInterval.Wilson(0, 4)!.Upper, none.Upper, 1e-14);
        Assert.Equal((0, 0, "Wilson, effective n"), (none.Value, none.Lower, none.Method));
        Assert.Equal(1, WeightedProportion.Logit([true, true], [2, 0.5])!.Upper);
    }

    [Fact]
    public void Undefined_is_null_and_bad_input_is_told()
    {
        Assert.Null(WeightedProportion.Logit([], []));
        Assert.Null(WeightedProportion.Logit([true], [1]));
        Assert.Null(WeightedProportion.Logit([true, false], [0, 0]));
        Assert.Throws<ArgumentException>("weights", () => WeightedProportion.Logit([true, false], [1]));
        Assert.Throws<ArgumentOutOfRangeException>("weights", () => WeightedProportion.Logit([true, false], [1, -1]));
        Assert.Throws<ArgumentOutOfRangeException>("level", () => WeightedProportion.Logit([true, false], [1, 1], 0));
    }
}
