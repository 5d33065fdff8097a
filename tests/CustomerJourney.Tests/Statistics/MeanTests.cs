using CustomerJourney.Statistics;

namespace CustomerJourney.Tests.Statistics;

public class MeanTests
{
    // shared/oracles/metrics/tests.json, *#001: sleep data of Student (1908), R's data set "sleep".
    private static readonly MeanSample First = MeanSample.Of([0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0]);
    private static readonly MeanSample Second = MeanSample.Of([1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4]);

    [Fact]
    public void Welch_agrees_with_SciPy()
    {
        TwoSampleResult result = MeanDifference.Welch(First, Second)!;
        Near.Equal(1.58, result.Change.Value);
        Near.Equal(1.8608134674868526, result.Test!.Statistic);
        Near.Equal(17.776473516178495, result.DegreesOfFreedom);
        Near.Equal(0.07939414018735823, result.Test.PValue, 1e-8);
        Near.Equal(-0.20548323071163632, result.Change.Lower, 1e-8);
        Near.Equal(3.365483230711636, result.Change.Upper, 1e-8);
    }

    [Fact]
    public void Student_agrees_with_SciPy()
    {
        TwoSampleResult result = MeanDifference.Student(First, Second)!;
        Near.Equal(18, result.DegreesOfFreedom);
        Near.Equal(0.07918671421593829, result.Test!.PValue, 1e-8);
    }

    [Fact]
    public void Effect_sizes_agree_with_their_formulas()
    {
        Near.Equal(0.8321810813495395, EffectSize.CohensD(First, Second)!.Value);
        Near.Equal(0.7969352391911193, EffectSize.HedgesG(First, Second)!.Value);
        Near.Equal(0.7970185004474464, EffectSize.HedgesGApproximate(First, Second)!.Value);
        Near.Equal(0.3638806505432647, EffectSize.CohensH(0.15, 0.3).Value);
        Near.Equal(0.25, EffectSize.OddsRatio(new ShareSample(2, 4), new ShareSample(1, 5))!.Value);
        Assert.Null(EffectSize.OddsRatio(new ShareSample(4, 4), new ShareSample(5, 5)));
    }

    // mean.ci.t#004: SciPy 1.10.1 t.interval.
    [Fact]
    public void Interval_of_a_mean_agrees_with_SciPy()
    {
        MeanSample sample = MeanSample.Of([27.807, 30.175, 14.711, 11.562, 19.429, 1.378, 15.467, 64.72, 5.83, 12.396, 3.539, 3.911]);
        Estimate estimate = sample.Estimate(0.95)!;
        Near.Equal(17.577083333333334, estimate.Value);
        Near.Equal(6.490476449822731, estimate.Lower);
        Near.Equal(28.66369021684394, estimate.Upper);
    }

    [Fact]
    public void Equal_values_have_no_variance_however_they_round()
    {
        MeanSample same = MeanSample.Of([0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1]);
        Assert.Equal(0, same.Variance);
        Assert.Null(MeanDifference.Welch(same, MeanSample.Of([0.7, 0.7, 0.7])));
        Assert.Null(EffectSize.CohensD(same, same));
    }

    [Fact]
    public void Variance_survives_a_large_mean()
    {
        MeanSample sample = MeanSample.Of([1_000_001, 1_000_002, 1_000_003]);
        Near.Equal(1, sample.Variance, 1e-3);
    }

    [Fact]
    public void Too_few_values_give_no_estimate()
    {
        Assert.Null(MeanSample.Of([]).Value);
        Assert.Null(MeanSample.Of([4]).Estimate(0.95));
        Assert.Null(MeanDifference.Welch(MeanSample.Of([4]), First));
        Assert.Null(MeanDifference.Student(MeanSample.Of([]), First));
        Assert.Throws<ArgumentOutOfRangeException>(() => new MeanSample(0, 1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => MeanSample.Of([1, double.NaN]));
    }

    // nps.weighted#001: R survey 4.1.1 svymean.
    [Fact]
    public void Weighted_mean_agrees_with_R_survey()
    {
        double[] indicator = [-1, -1, -1, 0, 0, -1, 0, -1, 1, -1];
        double[] weights = [1.561, 2.725, 0.627, 2.855, 1.606, 1.723, 1.056, 0.89, 2.019, 0.778];
        WeightedMean mean = WeightedMean.Of(indicator, weights)!;
        Near.Equal(-0.396780303030303, mean.Value);
        Near.Equal(0.258917516868794, mean.StandardError);
        Near.Equal(8.2147384900135, mean.EffectiveN);
        Near.Equal(1.21732420480053, mean.DesignEffect);

        WeightedMean scaled = WeightedMean.Of(indicator, [.. weights.Select(weight => weight * 1e200)])!;
        Near.Equal(mean.Value, scaled.Value, 1e-14);
        Near.Equal(mean.StandardError!.Value, scaled.StandardError, 1e-14);
        Near.Equal(mean.EffectiveN, scaled.EffectiveN, 1e-14);
    }

    [Fact]
    public void Equal_weights_change_nothing()
    {
        double[] values = [3.1, 4.1, 5.9, 2.6, 5.3];
        WeightedMean mean = WeightedMean.Of(values, [2, 2, 2, 2, 2])!;
        Near.Equal(MeanSample.Of(values).StandardError!.Value, mean.StandardError, 1e-13);
        Near.Equal(5, mean.EffectiveN, 1e-15);
    }

    [Fact]
    public void Weights_are_checked()
    {
        Assert.Null(WeightedMean.Of([], []));
        Assert.Null(WeightedMean.Of([1, 2], [0, 0]));
        Assert.Null(WeightedMean.Of([1], [3])!.StandardError);
        Assert.Throws<ArgumentException>(() => WeightedMean.Of([1, 2], [1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => WeightedMean.Of([1, 2], [1, -1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => WeightedMean.Of([1, 2], [1, double.NaN]));
    }

    [Fact]
    public void Values_far_from_0_keep_their_variance_and_mean()
    {
        // Seconds of the Unix clock, some of them half a second apart: the squares alone would need 20 digits more than a double has.
        double[] seconds = [1_764_165_600.5, 1_764_165_601, 1_764_165_601.5];
        MeanSample sample = MeanSample.Of(seconds);
        Assert.Equal((0.25, 1_764_165_601), (sample.Variance, sample.Value));
        Assert.Equal(sample, MeanSample.Of([seconds[2], seconds[0], seconds[1]]));
        Assert.Equal(0.1, MeanSample.Of([0.1, 0.1, 0.1]).Value);
        Assert.Equal(0, MeanSample.Of([0.1, 0.1, 0.1]).Variance);
        Near.Equal(0.01, MeanSample.Of([1e7 + 0.1, 1e7 + 0.2, 1e7 + 0.3]).Variance, 1e-7);
    }
}
