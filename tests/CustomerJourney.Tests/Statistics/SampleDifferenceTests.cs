using CustomerJourney.Statistics;
using FsCheck;
using FsCheck.Fluent;
using TestResult = CustomerJourney.Statistics.TestResult;

namespace CustomerJourney.Tests.Statistics;

public class SampleDifferenceTests
{
    private static readonly Gen<(double Before, double After)> Pair =
        from before in Gen.Choose(-500, 500)
        from after in Gen.Choose(-500, 500)
        select (before / 10.0, after / 10.0);

    [Fact]
    public void Independent_shares_use_Newcombe_and_the_pooled_test()
    {
        SampleDifference difference = SampleDifference.Between(new ShareSample(48, 80), new ShareSample(56, 70), 0.95);
        Assert.Equal(ProportionDifference.Newcombe(48, 80, 56, 70), difference.Change);
        Assert.Equal(ProportionDifference.PooledZ(48, 80, 56, 70), difference.Test);
        Assert.Equal(EffectSize.CohensH(0.6, 0.8), difference.Effect);
    }

    [Fact]
    public void Rare_shares_use_the_exact_test() =>
        Assert.Equal("Fisher exact", SampleDifference.Between(new ShareSample(1, 34), new ShareSample(7, 34), 0.95).Test!.Method);

    [Fact]
    public void Net_shares_use_the_adjusted_Wald_interval_and_with_few_answers_outside_of_one_kind_the_exact_test()
    {
        NetSample before = new(84, 9, 7), after = new(70, 18, 12);
        SampleDifference difference = SampleDifference.Between(before, after, 0.95);
        Assert.Equal(NetShareDifference.AdjustedWald(before, after)!.Change, difference.Change);
        Assert.Equal(NetShareDifference.RandomizationExact(before, after), difference.Test);
        Near.Equal(-0.19 / Math.Sqrt((0.3171 + 0.4836) / 2), difference.Effect!.Value, 1e-12);
    }

    [Fact]
    public void Net_shares_of_many_answers_use_the_adjusted_z_of_their_interval()
    {
        NetSample before = new(840, 90, 70), after = new(700, 180, 120);
        Assert.Equal(NetShareDifference.AdjustedWald(before, after)!.Test, SampleDifference.Between(before, after, 0.95).Test);
    }

    [Fact]
    public void Means_use_Welch()
    {
        MeanSample a = MeanSample.Of([1, 2, 3, 4]), b = MeanSample.Of([2, 4, 6, 9, 11]);
        SampleDifference difference = SampleDifference.Between(a, b, 0.9);
        Assert.Equal(MeanDifference.Welch(a, b, 0.9)!.Change, difference.Change);
        Assert.Equal(EffectSize.HedgesG(a, b), difference.Effect);
    }

    [Fact]
    public void Without_data_or_variation_there_is_nothing_rather_than_NaN()
    {
        SampleDifference empty = SampleDifference.Between(new NetSample(0, 0, 0), new NetSample(1, 2, 3), 0.95);
        Assert.Equal((null, null, null), (empty.Change, empty.Test, empty.Effect));
        SampleDifference same = SampleDifference.Between(new ShareSample(5, 5), new ShareSample(9, 9), 0.95);
        Assert.NotNull(same.Change);
        Assert.Null(same.Test);
        SampleDifference constant = SampleDifference.Between(MeanSample.Of([2, 2]), MeanSample.Of([3, 3]), 0.95);
        Assert.Equal((null, null, null), (constant.Change, constant.Test, constant.Effect));
    }

    [Fact]
    public void Samples_of_different_kinds_are_refused()
    {
        Assert.Throws<ArgumentException>(() => SampleDifference.Between(new ShareSample(1, 2), new NetSample(1, 0, 1), 0.95));
        Assert.Throws<ArgumentOutOfRangeException>(() => SampleDifference.Between(new ShareSample(1, 2), new ShareSample(1, 2), 1));
    }

    // tests.json, ttest.paired#001: SciPy 1.10.1 ttest_rel.
    [Fact]
    public void Clustered_is_the_paired_t_test_of_SciPy()
    {
        double[] before = [2.7, 3.5, 4.6, 4.5, 5.1, 4.6, 4.0, 3.9], after = [2.8, 4.2, 6.1, 5.0, 3.9, 5.2, 5.1, 3.8];
        TestResult test = Paired([.. before.Zip(after)]).Test!;
        Near.Equal(1.3748801251926621, test.Statistic, 1e-12);
        Near.Equal(0.21156036875788484, test.PValue, 1e-10);
    }

    [Fact]
    public void Clustered_is_the_paired_t_test_when_everyone_has_one_value_on_either_side() =>
        Prop.ForAll(Pair.ArrayOf().Where(pairs => pairs.Length >= 2 && pairs.Select(pair => pair.After - pair.Before).Max(d => d) - pairs.Min(pair => pair.After - pair.Before) > 0.05).ToArbitrary(), pairs =>
        {
            double[] differences = [.. pairs.Select(pair => pair.After - pair.Before)];
            double mean = differences.Average();
            double error = Math.Sqrt(differences.Sum(d => (d - mean) * (d - mean)) / (differences.Length - 1) / differences.Length);
            double half = StudentTDistribution.Quantile(0.975, differences.Length - 1) * error;
            SampleDifference clustered = Paired(pairs);
            return Math.Abs(clustered.Test!.Statistic - mean / error) < 1e-9 * Math.Max(1, Math.Abs(mean / error))
                && Math.Abs(clustered.Change!.Lower - (mean - half)) < 1e-9 * Math.Max(1, half)
                && Math.Abs(clustered.Change.Upper - (mean + half)) < 1e-9 * Math.Max(1, half);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Order_of_customers_does_not_change_a_bit() =>
        Prop.ForAll(Pair.ArrayOf().Where(pairs => pairs.Length >= 2).ToArbitrary(), Gen.Choose(0, int.MaxValue).ToArbitrary(), (pairs, seed) =>
        {
            (double, double)[] shuffled = [.. pairs];
            new Random(seed).Shuffle(shuffled);
            return Paired(pairs) == Paired(shuffled);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Degrees_of_freedom_go_by_the_customers_of_the_smaller_group()
    {
        ClusterContribution[] clusters = [new(1, 1, 1, 1), new(0, 1, 1, 1), new(1, 2, 2, 2), new(1, 1, 0, 0), new(0, 0, 1, 1), new(0, 0, 0, 0)];
        SampleDifference difference = SampleDifference.Clustered(new ShareSample(3, 5), new ShareSample(5, 5), clusters, 0.95);

        // By hand: ψ = 0 − 0.4/5, 0 + 0.6/5, 0 + 0.2/5, 0 − 0.4/5 and 0 (the mean of the candidate is 1); four customers in each group, so the factor is 4/3 and df = 3.
        double error = Math.Sqrt(4.0 / 3 * (0.08 * 0.08 + 0.12 * 0.12 + 0.04 * 0.04 + 0.08 * 0.08));
        Near.Equal(0.4 / error, difference.Test!.Statistic, 1e-12);
        Near.Equal(StudentTDistribution.TwoSided(0.4 / error, 3), difference.Test.PValue, 1e-12);
        Near.Equal(Math.Max(-1, 0.4 - StudentTDistribution.Quantile(0.975, 3) * error), difference.Change!.Lower, 1e-12);
        Near.Equal(Math.Min(1, 0.4 + StudentTDistribution.Quantile(0.975, 3) * error), difference.Change.Upper, 1e-12);
    }

    [Fact]
    public void A_group_of_one_customer_allows_no_test()
    {
        ClusterContribution[] clusters = [new(1, 1, 1, 2), new(0, 1, 0, 0), new(0, 1, 0, 0)];
        SampleDifference difference = SampleDifference.Clustered(new ShareSample(1, 3), new ShareSample(1, 2), clusters, 0.95);
        Assert.Equal((null, null), (difference.Change, difference.Test));
    }

    [Fact]
    public void A_few_shared_customers_cost_hardly_any_power()
    {
        ClusterContribution[] apart = [.. Enumerable.Range(0, 400).Select(index => index < 200 ? new ClusterContribution(index % 2, 1, 0, 0) : new(0, 0, index % 3 == 0 ? 0 : 1, 1))];
        ClusterContribution[] shared = [.. apart];
        (shared[0], shared[200]) = (new ClusterContribution(apart[0].BaselineSum, 1, apart[200].CandidateSum, 1), default);
        ShareSample baseline = new(100, 200), candidate = new((long)apart.Sum(cluster => cluster.CandidateSum), 200);
        double independent = SampleDifference.Between(baseline, candidate, 0.95).Test!.PValue;
        double clustered = SampleDifference.Clustered(baseline, candidate, shared, 0.95).Test!.PValue;
        Assert.InRange(clustered, independent / 2, independent * 2);
    }

    [Fact]
    public void Customers_who_all_change_alike_allow_no_test()
    {
        SampleDifference difference = Paired([(0.1, 0.4), (0.2, 0.5), (0.3, 0.6)]);
        Assert.Equal((null, null), (difference.Change, difference.Test));
    }

    [Fact]
    public void Clusters_that_do_not_add_up_are_refused() =>
        Assert.Throws<ArgumentException>(() => SampleDifference.Clustered(new ShareSample(1, 2), new ShareSample(1, 2), [new(1, 1, 1, 1)], 0.95));

    private static SampleDifference Paired((double Before, double After)[] pairs) => SampleDifference.Clustered(
        MeanSample.Of([.. pairs.Select(pair => pair.Before)]),
        MeanSample.Of([.. pairs.Select(pair => pair.After)]),
        [.. pairs.Select(pair => new ClusterContribution(pair.Before, 1, pair.After, 1))],
        0.95);
}
