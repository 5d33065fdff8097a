using CustomerJourney.Statistics;

namespace CustomerJourney.Tests.Statistics;

public class NetShareComparisonTests
{
    private static readonly NetSample Baseline = new(84, 9, 7);
    private static readonly NetSample Candidate = new(70, 18, 12);

    // shared/oracles/metrics/nps.json, nps.diff.*: NPS 1.1 nps.test, Lewis & Sauro 2021, R 4.2.2 t.test.
    [Fact]
    public void Wald_difference_agrees_with_R() =>
        Check(NetShareDifference.Wald(Baseline, Candidate)!, -19, 8.9481841733393, -2.12333582232355, 0.0337257209216262, -36.5381187067764, -1.46188129322366);

    [Fact]
    public void Adjusted_Wald_difference_agrees_with_the_published_formula()
    {
        TwoSampleResult result = NetShareDifference.AdjustedWald(Baseline, Candidate)!;
        Check(result, -18.4466019417476, 8.99181659087037, -2.05148778951707, 0.0402194675364979, -36.0702386154432, -0.822965268051927);
        Near.Equal(-0.19, result.Change.Value);
    }

    [Fact]
    public void Welch_difference_agrees_with_R()
    {
        TwoSampleResult result = NetShareDifference.Welch(Baseline, Candidate)!;
        Near.Equal(189.793279388814, result.DegreesOfFreedom);
        Near.Equal(-2.11269246797039, result.Test!.Statistic);
        Near.Equal(0.0359345383367809, result.Test.PValue, 1e-8);
        Near.Equal(-0.367395894917367, result.Change.Lower);
    }

    [Fact]
    public void Differences_need_answers_on_both_sides_and_tests_need_variation()
    {
        Assert.Null(NetShareDifference.AdjustedWald(new NetSample(0, 0, 0), Candidate));
        Assert.Null(NetShareDifference.Wald(new NetSample(5, 0, 0), new NetSample(0, 0, 5))!.Test);
        Assert.Null(NetShareDifference.Welch(new NetSample(5, 0, 0), new NetSample(0, 0, 5)));
        Assert.NotNull(NetShareDifference.AdjustedWald(new NetSample(5, 0, 0), new NetSample(0, 0, 5))!.Test);
    }

    [Fact]
    public void Limits_of_a_difference_are_clipped_unless_asked_not_to()
    {
        NetSample low = new(0, 0, 50), high = new(50, 0, 0);
        Assert.Equal(2, NetShareDifference.AdjustedWald(low, high, 0.999)!.Change.Upper);
        Assert.True(NetShareDifference.AdjustedWald(low, high, 0.999, clip: false)!.Change.Upper > 2);
    }

    // nps.benchmark.adjusted_wald#001.
    [Fact]
    public void Benchmark_test_agrees_with_the_published_formula()
    {
        NetSample sample = new(19, 12, 5);
        TestResult greater = NetShareTest.AgainstBenchmark(sample, 0.175)!, less = NetShareTest.AgainstBenchmark(sample, 0.175, Alternative.Less)!;
        Near.Equal(1.58568438199368, greater.Statistic);
        Near.Equal(0.0564054618862076, greater.PValue, 1e-8);
        Near.Equal(1, greater.PValue + less.PValue);
        Assert.Throws<ArgumentOutOfRangeException>(() => NetShareTest.AgainstBenchmark(sample, 17.5));
    }

    // nps.samplesize.*#001.
    [Fact]
    public void Sample_sizes_agree_with_the_published_formulas()
    {
        SampleSize margin = NetShareSampleSize.ForMargin(0.1, 0.68), groups = NetShareSampleSize.ForDifference(0.1, 0.68, 0.68);
        Near.Equal(258.2191998072, margin.Exact);
        Assert.Equal(259, margin.Count);
        Near.Equal(1064.44764387148, groups.Exact);
        Assert.Equal(1065, groups.Count);
        Assert.Equal(1, NetShareSampleSize.ForMargin(2).Count);
    }

    // extra.json, nps.bayes_dirichlet#007 and #011.
    [Fact]
    public void Posterior_has_the_moments_of_the_Dirichlet_distribution()
    {
        Near.Equal(0.3086066999241838, NetSharePosterior.Dirichlet(new NetSample(1, 1, 1)).StandardDeviation);
        Near.Equal(0.408248290463863, NetSharePosterior.Dirichlet(new NetSample(0, 0, 0)).StandardDeviation);
    }

    private static void Check(TwoSampleResult result, double center, double error, double z, double pValue, double lower, double upper)
    {
        Near.Equal(center, 100 * result.Center);
        Near.Equal(error, 100 * result.StandardError);
        Near.Equal(z, result.Test!.Statistic);
        Near.Equal(pValue, result.Test.PValue, 1e-8);
        Near.Equal(lower, 100 * result.Change.Lower);
        Near.Equal(upper, 100 * result.Change.Upper);
        Assert.Null(result.DegreesOfFreedom);
    }
}
