using System.Numerics;
using CustomerJourney.Statistics;
using FsCheck;
using FsCheck.Fluent;
using TestResult = CustomerJourney.Statistics.TestResult;

namespace CustomerJourney.Tests.Statistics;

public class ProportionDifferenceTests
{
    [Fact]
    public void Newcombe_gives_the_example_of_his_paper()
    {
        // Newcombe 1998, table II, contrast (a): 56/70 against 48/80.
        Estimate change = ProportionDifference.Newcombe(48, 80, 56, 70)!;
        Near.Equal(0.2, change.Value);
        Assert.Equal((0.0524, 0.3339), (Math.Round(change.Lower, 4), Math.Round(change.Upper, 4)));
    }

    [Fact]
    public void Miettinen_Nurminen_gives_the_published_example_that_statsmodels_misses()
    {
        Estimate change = ProportionDifference.MiettinenNurminen(48, 80, 56, 70)!;
        Assert.Equal((0.0528, 0.3382), (Math.Round(change.Lower, 4), Math.Round(change.Upper, 4)));
    }

    // shared/oracles/metrics/proportion.json: statsmodels 0.13.5, R ratesci 1.0.0.
    [Theory]
    [InlineData(7, 34, 1, 34, -0.3403686870327074, -0.018921443885772937, -0.345291216961413, -0.027041626601149, -0.3217216631907194, -0.011611670142613911)]
    [InlineData(2, 10, 8, 10, 0.161823565114959, 0.8026820451433557, 0.155847605594176, 0.842337325542673, 0.15352404391258045, 0.8464759560874195)]
    [InlineData(310, 5000, 360, 5100, -0.0011283681397398822, 0.01830975948693501, -0.00112313970277, 0.018319505045072, -0.0011286637130362674, 0.018291535922051527)]
    public void Intervals_agree_with_other_software(
        long a, long totalA, long b, long totalB, double newcombeLower, double newcombeUpper, double scoreLower, double scoreUpper, double caffoLower, double caffoUpper)
    {
        Check(newcombeLower, newcombeUpper, ProportionDifference.Newcombe(a, totalA, b, totalB), 1e-8);
        Check(scoreLower, scoreUpper, ProportionDifference.MiettinenNurminen(a, totalA, b, totalB), 1e-6);
        Check(caffoLower, caffoUpper, ProportionDifference.AgrestiCaffo(a, totalA, b, totalB), 1e-8);

        static void Check(double lower, double upper, Estimate? change, double relative)
        {
            Near.Equal(lower, change?.Lower, relative);
            Near.Equal(upper, change?.Upper, relative);
        }
    }

    // proportion.diff.z_pooled and proportion.diff.fisher_exact: statsmodels 0.13.5, SciPy 1.10.1.
    [Fact]
    public void Tests_agree_with_other_software()
    {
        TestResult pooled = ProportionDifference.PooledZ(310, 5000, 360, 5100)!;
        Near.Equal(1.7339695387156728, pooled.Statistic);
        Near.Equal(0.08292348810947649, pooled.PValue, 1e-8);
        Assert.Equal(pooled.PValue, pooled.AdjustedPValue);
        Near.Equal(0.054400130495065674, ProportionDifference.FisherExact(1, 34, 7, 34)!.PValue);
        Near.Equal(0.9994533330446643, ProportionDifference.FisherExact(8, 10, 2, 10, Alternative.Greater)!.PValue);
        Near.Equal(0.04348648137644167, ProportionDifference.FisherExact(5, 25, 0, 20, Alternative.Less)!.PValue);
        Near.Equal(0.03379612535881249, ProportionDifference.FisherExact(901, 10050, 812, 10000)!.PValue);
    }

    [Fact]
    public void Fisher_agrees_with_counting_all_tables()
    {
        Gen<(int, int, int, int)> gen =
            from totalA in Gen.Choose(1, 25)
            from totalB in Gen.Choose(1, 25)
            from a in Gen.Choose(0, totalA)
            from b in Gen.Choose(0, totalB)
            select (a, totalA, b, totalB);
        Prop.ForAll(gen.ToArbitrary(), x =>
        {
            (int a, int totalA, int b, int totalB) = x;
            BigInteger all = 0, extreme = 0, own = Choose(totalA, a) * Choose(totalB, b);
            for (int hits = 0; hits <= totalB; hits++)
            {
                BigInteger ways = Choose(totalB, hits) * Choose(totalA, a + b - hits);
                all += ways;
                if (ways <= own) extreme += ways;
            }

            double expected = (double)extreme / (double)all;
            return Math.Abs(ProportionDifference.FisherExact(a, totalA, b, totalB)!.PValue - expected) < 1e-12;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Fisher_stays_close_to_the_normal_test_for_a_million_cases()
    {
        double exact = ProportionDifference.FisherExact(250_000, 500_000, 250_700, 500_000)!.PValue;
        double normal = ProportionDifference.PooledZ(250_000, 500_000, 250_700, 500_000)!.PValue;
        Assert.InRange(exact, normal, normal + 0.001);
    }

    [Fact]
    public void Test_is_exact_only_where_fewer_than_five_are_expected()
    {
        Assert.Equal("Fisher exact", ProportionDifference.Test(4, 10, 5, 10)!.Method);
        Assert.Equal("pooled z", ProportionDifference.Test(5, 10, 5, 10)!.Method);
        Assert.Equal("Fisher exact", ProportionDifference.Test(9_999, 10_000, 9_995, 10_000)!.Method);
    }

    [Fact]
    public void Nothing_can_be_said_without_cases_or_without_variation()
    {
        Assert.Null(ProportionDifference.Newcombe(0, 0, 5, 10));
        Assert.Null(ProportionDifference.PooledZ(3, 10, 0, 0));
        Assert.Null(ProportionDifference.Test(0, 10, 0, 20));
        Assert.Null(ProportionDifference.Test(10, 10, 20, 20));
        Assert.NotNull(ProportionDifference.Newcombe(0, 10, 0, 20));
        Assert.Equal(1, ProportionDifference.FisherExact(0, 10, 0, 20)!.PValue);
    }

    [Fact]
    public void Swapping_the_groups_turns_the_interval_around()
    {
        Gen<(int, int, int, int)> gen =
            from totalA in Gen.Choose(1, 400)
            from totalB in Gen.Choose(1, 400)
            from a in Gen.Choose(0, totalA)
            from b in Gen.Choose(0, totalB)
            select (a, totalA, b, totalB);
        Func<long, long, long, long, double, Estimate?>[] methods =
        [
            ProportionDifference.Newcombe, ProportionDifference.MiettinenNurminen,
            (a, n, b, m, level) => ProportionDifference.Wald(a, n, b, m, level), (a, n, b, m, level) => ProportionDifference.AgrestiCaffo(a, n, b, m, level),
        ];
        Prop.ForAll(gen.ToArbitrary(), x => methods.All(method =>
        {
            Estimate forth = method(x.Item1, x.Item2, x.Item3, x.Item4, 0.95)!, back = method(x.Item3, x.Item4, x.Item1, x.Item2, 0.95)!;
            return Math.Abs(forth.Lower + back.Upper) < 1e-12 && Math.Abs(forth.Upper + back.Lower) < 1e-12
                && -1 <= forth.Lower && forth.Lower <= forth.Upper && forth.Upper <= 1;
        })).QuickCheckThrowOnFailure();
    }

    // tests.json, mcnemar.*: SciPy 1.10.1.
    [Theory]
    [InlineData(10, 25, 0.016673847800120715)]
    [InlineData(59, 6, 4.964650327128616e-12)]
    [InlineData(0, 5, 0.0625)]
    [InlineData(12, 12, 1)]
    [InlineData(0, 0, 1)]
    public void McNemar_agrees_with_other_software(long gained, long lost, double expected) =>
        Near.Equal(expected, McNemarTest.Exact(gained, lost).PValue, 1e-11);

    [Fact]
    public void McNemar_chi_square_needs_somebody_who_changed()
    {
        Near.Equal(5.6, McNemarTest.ChiSquare(10, 25)!.Statistic);
        Near.Equal(0.01796047752607879, McNemarTest.ChiSquare(10, 25)!.PValue);
        Assert.Null(McNemarTest.ChiSquare(0, 0));
    }

    private static BigInteger Choose(int n, int k)
    {
        if (k < 0 || k > n) return 0;
        BigInteger result = 1;
        for (int i = 0; i < k; i++) result = result * (n - i) / (i + 1);
        return result;
    }
}
