using CustomerJourney.Statistics;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerJourney.Tests.Statistics;

public class ClusterTotalsTests
{
    // shared/oracles/metrics/extra.json, ratio.delta_method#012: R survey 4.1.1 svyratio.
    [Fact]
    public void Standard_error_of_a_ratio_agrees_with_R_survey()
    {
        ClusterTotals totals = Totals(
            [1, 2, 2, 0, 5, 2, 2, 4, 1, 4, 0, 1, 5, 4, 3, 2, 4, 0, 4, 6],
            [5, 4, 4, 1, 7, 5, 3, 6, 2, 5, 3, 4, 6, 8, 5, 5, 5, 3, 5, 7]);
        Near.Equal(0.0556655974064807, totals.StandardError, 1e-12);
    }

    [Fact]
    public void One_answer_of_every_customer_is_a_simple_sample()
    {
        ClusterTotals share = Totals([1, 0, 1, 1, 0], [1, 1, 1, 1, 1]);
        Same(new ShareSample(3, 5).Estimate(0.95)!, new ShareSample(3, 5).Estimate(0.95, share)!);
        ClusterTotals net = Totals([1, 0, -1, 1, 0], [1, 1, 1, 1, 1]);
        Same(new NetSample(2, 2, 1).Estimate(0.95)!, new NetSample(2, 2, 1).Estimate(0.95, net)!);
        MeanSample mean = MeanSample.Of([2.5, 3, 7, 1, 0]);
        Same(mean.Estimate(0.95)!, mean.Estimate(0.95, Totals([2.5, 3, 7, 1, 0], [1, 1, 1, 1, 1]))!);

        static void Same(Estimate simple, Estimate clustered)
        {
            Near.Equal(simple.Lower, clustered.Lower, 1e-12);
            Near.Equal(simple.Upper, clustered.Upper, 1e-12);
        }
    }

    [Fact]
    public void Answers_repeated_k_times_count_about_once()
    {
        // Ten customers who say the same thing three times hold no more than ten answers.
        ClusterTotals tripled = Totals([3, 0, 3, 3, 0, 3, 0, 3, 3, 3], [3, 3, 3, 3, 3, 3, 3, 3, 3, 3]);
        ShareSample sample = new(21, 30);
        double? effective = tripled.EffectiveCount(0.7 * 0.3 / 29);
        // By hand: the variance over customers is 10/9 · 9 · 2.1 / 30², that of a simple sample 0.21 / 29; 30 over their ratio is 270/29.
        Near.Equal(270.0 / 29, effective, 1e-12);
        Estimate estimate = sample.Estimate(0.95, tripled)!, naive = sample.Estimate(0.95)!;
        Assert.True(estimate.Lower < naive.Lower && estimate.Upper > naive.Upper);
        Assert.Equal(30, estimate.N);
        Assert.Equal(naive.Value, estimate.Value);
    }

    [Fact]
    public void Where_nothing_varies_customers_are_counted()
    {
        ClusterTotals same = Totals([3, 2, 4], [3, 2, 4]);
        Assert.Equal(3, same.EffectiveCount(0));
        (double lower, double upper) = ProportionInterval.WilsonLimits(3.0, 3.0, 0.95);
        Estimate estimate = new ShareSample(9, 9).Estimate(0.95, same)!;
        Assert.Equal((lower, upper), (estimate.Lower, estimate.Upper));
    }

    [Fact]
    public void One_customer_gives_no_interval()
    {
        ClusterTotals one = Totals([2], [4]);
        Assert.Null(one.Variance);
        Assert.Null(one.EffectiveCount(0.1));
        Assert.Null(new ShareSample(2, 4).Estimate(0.95, one));
        Assert.Null(new NetSample(3, 0, 1).Estimate(0.95, one));
        Assert.Null(new MeanSample(4, 2, 1.5).Estimate(0.95, one));
    }

    [Fact]
    public void Effective_count_never_exceeds_the_answers() => Prop.ForAll(
        (from count in Gen.Choose(1, 6) from hits in Gen.Choose(0, count) select (Hits: hits, Count: count)).ArrayOf().Where(x => x.Length >= 2).ToArbitrary(),
        customers =>
        {
            ClusterTotals totals = Totals([.. customers.Select(x => (double)x.Hits)], [.. customers.Select(x => (long)x.Count)]);
            double share = totals.Sum / totals.Count;
            double effective = totals.EffectiveCount(share * (1 - share) / (totals.Count - 1))!.Value;
            return effective > 0 && effective <= totals.Count;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Totals_of_other_observations_are_refused() =>
        Assert.Equal("clusters", Assert.Throws<ArgumentException>(() => new ShareSample(1, 5).Estimate(0.95, Totals([1, 1], [1, 1]))).ParamName);

    private static ClusterTotals Totals(double[] sums, long[] counts) => new()
    {
        Clusters = sums.Length,
        Count = counts.Sum(),
        Sum = sums.Sum(),
        SumOfSquares = sums.Sum(u => u * u),
        SumOfProducts = sums.Zip(counts, (u, n) => u * n).Sum(),
        SumOfSquaredCounts = counts.Sum(n => (double)n * n),
    };
}
