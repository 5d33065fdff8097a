using CustomerJourney.Statistics;
using FsCheck;
using FsCheck.Fluent;
using TestResult = CustomerJourney.Statistics.TestResult;

namespace CustomerJourney.Tests.Statistics;

public class ProportionTestTests
{
    // 88 of 100 against 80 percent: statsmodels 0.13.5 and SciPy 1.10.1.
    [Fact]
    public void Tests_of_one_share_agree_with_other_software()
    {
        TestResult score = ProportionTest.Score(88, 100, 0.8)!;
        Near.Equal(2, score.Statistic);
        Near.Equal(0.04550026389635853, score.PValue);
        Near.Equal(0.04534895995356947, ProportionTest.BinomialExact(88, 100, 0.8)?.PValue);
        Near.Equal(0.02532875322139703, ProportionTest.BinomialExact(88, 100, 0.8, Alternative.Greater)?.PValue);
    }

    [Fact]
    public void Exact_binomial_agrees_with_counting_all_outcomes()
    {
        Gen<(int Hits, int Total, double Share)> gen =
            from total in Gen.Choose(1, 60)
            from hits in Gen.Choose(0, total)
            from share in Gen.Choose(0, 40)
            select (hits, total, share / 40.0);
        Prop.ForAll(gen.ToArbitrary(), x =>
        {
            double[] chances = [.. Enumerable.Range(0, x.Total + 1).Select(k => BinomialDistribution.Probability(k, x.Total, x.Share))];
            double expected = chances.Where(chance => chance <= chances[x.Hits] * (1 + 1e-7)).Sum();
            Near.Equal(expected, ProportionTest.BinomialExact(x.Hits, x.Total, x.Share)?.PValue, 1e-10, 1e-13);
            Near.Equal(chances.Take(x.Hits + 1).Sum(), ProportionTest.BinomialExact(x.Hits, x.Total, x.Share, Alternative.Less)?.PValue, 1e-10, 1e-13);
            Near.Equal(chances.Skip(x.Hits).Sum(), ProportionTest.BinomialExact(x.Hits, x.Total, x.Share, Alternative.Greater)?.PValue, 1e-10, 1e-13);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Exact_binomial_is_never_anti_conservative()
    {
        foreach (double share in new[] { 0.02, 0.3, 0.5, 0.77 })
        {
            foreach (int total in new[] { 1, 7, 25 })
            {
                (double Chance, double P)[] outcomes = [.. Enumerable.Range(0, total + 1).Select(k =>
                    (BinomialDistribution.Probability(k, total, share), ProportionTest.BinomialExact(k, total, share)!.PValue))];
                foreach ((_, double p) in outcomes) Assert.True(outcomes.Where(outcome => outcome.P <= p).Sum(outcome => outcome.Chance) <= p * (1 + 1e-6));
            }
        }
    }

    [Fact]
    public void Hits_and_misses_are_symmetric() => Prop.ForAll(Gen.Choose(0, 80).ToArbitrary(), hits =>
    {
        Near.Equal(ProportionTest.BinomialExact(hits, 80, 0.3)!.PValue, ProportionTest.BinomialExact(80 - hits, 80, 0.7)?.PValue, 1e-9);
        Near.Equal(
            ProportionTest.Score(hits, 80, 0.3, Alternative.Less)!.PValue, ProportionTest.Score(80 - hits, 80, 0.7, Alternative.Greater)?.PValue, 1e-9);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Million_cases_are_no_trouble()
    {
        Near.Equal(NormalDistribution.UpperTail(3) * 2, ProportionTest.BinomialExact(501_500, 1_000_000, 0.5)?.PValue, 0.01);
        Assert.Equal(1, ProportionTest.BinomialExact(500_000, 1_000_000, 0.5)?.PValue);
        Assert.Equal(0, ProportionTest.BinomialExact(1_000_000, 1_000_000, 0.1)?.PValue);

        // Fisher's test of 40,000 of a million against 40,600: the normal test is close at this size.
        Near.Equal(
            ProportionDifference.PooledZ(40_000, 1_000_000, 40_600, 1_000_000)!.PValue,
            ProportionDifference.FisherExact(40_000, 1_000_000, 40_600, 1_000_000)?.PValue,
            0.01);
        Assert.Equal(0, ProportionDifference.FisherExact(0, 1_000_000, 1_000_000, 1_000_000)?.PValue);
    }

    [Fact]
    public void Fisher_is_never_anti_conservative()
    {
        const int Baseline = 9, Candidate = 13;
        for (int hits = 0; hits <= Baseline + Candidate; hits++)
        {
            (double Chance, double P)[] tables = [.. Enumerable.Range(Math.Max(0, hits - Baseline), Math.Min(Candidate, hits) - Math.Max(0, hits - Baseline) + 1).Select(k => (
                HypergeometricDistribution.Probability(k, Candidate, hits, Baseline + Candidate),
                ProportionDifference.FisherExact(hits - k, Baseline, k, Candidate)!.PValue))];
            foreach ((_, double p) in tables) Assert.True(tables.Where(table => table.P <= p).Sum(table => table.Chance) <= p * (1 + 1e-6));
        }
    }

    [Fact]
    public void Nothing_to_test_gives_no_test()
    {
        Assert.Null(ProportionTest.Score(0, 0, 0.5));
        Assert.Null(ProportionTest.Score(3, 5, 1));
        Assert.Null(ProportionTest.BinomialExact(0, 0, 0.5));
        Assert.Equal(0, ProportionTest.BinomialExact(3, 5, 1)?.PValue);
        Assert.Equal(1, ProportionTest.BinomialExact(5, 5, 1)?.PValue);
        Assert.Equal("hits", Assert.Throws<ArgumentOutOfRangeException>(() => ProportionTest.Score(6, 5, 0.5)).ParamName);
        Assert.Equal("fixedShare", Assert.Throws<ArgumentOutOfRangeException>(() => ProportionTest.BinomialExact(3, 5, 50)).ParamName);
    }

    [Fact]
    public void An_alternative_that_does_not_exist_is_refused_rather_than_two_sided()
    {
        const Alternative Unknown = (Alternative)9;
        Action[] tests =
        [
            () => ProportionTest.Score(1, 2, 0.5, Unknown),
            () => ProportionTest.BinomialExact(0, 0, 0.5, Unknown),
            () => ProportionDifference.FisherExact(1, 2, 1, 2, Unknown),
            () => MannWhitneyTest.Exact([1], [2], Unknown),
            () => MannWhitneyTest.Asymptotic([1], [2], Unknown),
            () => NetShareTest.AgainstBenchmark(new NetSample(1, 1, 1), 0, Unknown),
        ];
        Assert.All(tests, test => Assert.Throws<ArgumentOutOfRangeException>("alternative", test));
        Assert.Throws<ArgumentOutOfRangeException>("zeroCells", () => ProportionRatio.Woolf(1, 2, 1, 2, 0.95, (ZeroCellRule)9));
    }
}
