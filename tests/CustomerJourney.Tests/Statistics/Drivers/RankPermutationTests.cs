using CustomerJourney.Statistics;
using CustomerJourney.Statistics.Drivers;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerJourney.Tests.Statistics.Drivers;

public class RankPermutationTests
{
    private static readonly Arbitrary<(double[] X, double[] Y)> FewPairs =
        (from n in Gen.Choose(3, 6)
         from x in Gen.Choose(0, 4).ArrayOf(n)
         from y in Gen.Choose(0, 4).ArrayOf(n)
         select (x.Select(value => (double)value).ToArray(), y.Select(value => (double)value).ToArray())).ToArbitrary();

    // Without ties rho is ±1 in 2 of the n! orders.
    [Theory]
    [InlineData(3, 2.0 / 6)]
    [InlineData(4, 2.0 / 24)]
    [InlineData(9, 2.0 / 362_880)]
    public void A_perfect_rank_correlation_of_few_pairs_can_be_chance(int n, double expected)
    {
        double[] x = [.. Enumerable.Range(0, n).Select(i => (double)i)], y = [.. x.Select(value => -value * value)];
        Assert.Equal(expected, Correlation.Spearman(x, y)!.Test!.PValue, 1e-15);
        Assert.Equal(expected, Correlation.KendallTauB(x, y)!.Test!.PValue, 1e-15);
    }

    // M. Hollander & D. A. Wolfe, Nonparametric Statistical Methods (1973), p. 187, tuna: R's cor.test gives T = 26, p = 0.1194 (Kendall, exact) and S = 48, p = 0.0968 (Spearman, exact).
    [Fact]
    public void Tuna_has_the_published_p_values()
    {
        double[] lightness = [44.4, 45.9, 41.9, 53.3, 44.7, 44.1, 50.7, 45.2, 60.1], score = [2.6, 3.1, 2.5, 5.0, 3.6, 4.0, 5.2, 2.8, 3.8];
        Assert.Equal(0.1194, Correlation.KendallTauB(lightness, score)!.Test!.PValue, 5e-5);
        Assert.Equal(0.0968, Correlation.Spearman(lightness, score)!.Test!.PValue, 5e-5);
    }

    [Fact]
    public void Rank_tests_of_few_pairs_are_never_anti_conservative_even_with_ties() =>
        Prop.ForAll(FewPairs, pairs =>
        {
            double[][] orders = [.. Orders(pairs.Y)];
            foreach (Func<double[], double[], CorrelationResult?> correlation in new Func<double[], double[], CorrelationResult?>[] { (x, y) => Correlation.Spearman(x, y), (x, y) => Correlation.KendallTauB(x, y) })
            {
                if (correlation(pairs.X, pairs.Y) is null) continue;
                double[] p = [.. orders.Select(order => correlation(pairs.X, order)!.Test!.PValue)];
                if (p.Any(one => p.Count(other => other <= one * (1 + 1e-12)) > (one * p.Length) + 1e-9)) return false;
            }

            return true;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Inversions_and_all_orders_agree()
    {
        double[] x = [1, 2, 3, 4, 5, 6, 7], y = [2, 1, 5, 3, 4, 7, 6];
        double[][] orders = [.. Orders(y)];
        double score = Score(x, y), expected = orders.Count(order => Math.Abs(Score(x, order)) >= Math.Abs(score)) / (double)orders.Length;
        Assert.Equal(expected, Correlation.KendallTauB(x, y)!.Test!.PValue, 1e-14);
    }

    [Fact]
    public void No_p_value_is_less_than_the_chance_of_the_order_seen()
    {
        double[] twelve = [.. Enumerable.Range(1, 12).Select(i => (double)i)];
        Assert.InRange(Correlation.Spearman(twelve, twelve)!.Test!.PValue, 2 / 479_001_600.0, 1e-5);

        // Of 20 pairs, 5 with and 15 without: 15 504 ways to tell who is which.
        double[] some = [.. Enumerable.Range(0, 20).Select(i => i < 5 ? 1.0 : 0)];
        Assert.Equal(1 / 15_504.0, Correlation.Spearman(some, some)!.Test!.PValue, 1e-12);
    }

    [Theory]
    [InlineData(10)]
    [InlineData(11)]
    [InlineData(12)]
    public void Rank_tests_of_more_pairs_than_are_counted_keep_their_error_rates_into_the_tails(int n)
    {
        double[] chances = Products(n), x = [.. Enumerable.Range(1, n).Select(i => (double)i)];
        Dictionary<int, double> pValues = [];
        Random random = new(n);
        for (int walk = 0; walk < 600; walk++)
        {
            double[] y = [.. x];
            for (int step = 0; step < 40; step++)
            {
                pValues.TryAdd((int)x.Zip(y, (a, b) => a * b).Sum(), Correlation.Spearman(x, y)!.Test!.PValue);
                int i = random.Next(n - 1);
                (y[i], y[i + 1]) = (y[i + 1], y[i]);
            }
        }

        foreach (double alpha in (double[])[0.05, 0.01, 0.001, 1e-4, 1e-5, 1e-6])
            Assert.InRange(2 * pValues.Where(entry => entry.Value <= alpha).Sum(entry => chances[entry.Key]), 0, alpha * 1.001);
    }

    [Fact]
    public void Two_columns_of_two_values_are_tested_exactly_however_rare_one_is()
    {
        // Of 30 customers 3 are in one group, 3 in the other and 2 in both: (3·27 + 1)/4060; t takes it for 0.0002.
        double[] x = [.. Enumerable.Range(0, 30).Select(i => i < 3 ? 1.0 : 0)], y = [.. Enumerable.Range(0, 30).Select(i => i is 0 or 1 or 5 ? 7.0 : 2)];
        Assert.Equal(82 / 4060.0, Correlation.Spearman(x, y)!.Test!.PValue, 1e-13);
        Assert.Equal(82 / 4060.0, Correlation.KendallTauB(x, y)!.Test!.PValue, 1e-13);
    }

    [Fact]
    public void More_pairs_come_close_to_the_approximations()
    {
        double[] x = [.. Enumerable.Range(0, 49).Select(i => (double)i)], y = [.. x.Select(value => (value * 13 % 49) + (value / 4) + (1e-6 * value))];
        CorrelationResult kendall = Correlation.KendallTauB(x, y)!;
        double normal = 2 * NormalDistribution.UpperTail(Math.Abs(kendall.Test!.Statistic));
        Assert.InRange(kendall.Test.PValue, 0.98 * normal, 1.02 * normal);
        Assert.Equal("Kendall's tau, exact", kendall.Test.Method);
    }

    [Fact]
    public void A_perfect_correlation_has_no_interval()
    {
        Assert.Null(Correlation.Pearson([1, 2, 3, 4], [4, 3, 2, 1])!.Estimate);
        Assert.Null(Correlation.Spearman([1, 2, 3, 4], [1, 4, 9, 16])!.Estimate);
        Assert.Null(Correlation.KendallTauB([1, 2, 3, 4, 5], [1, 4, 9, 16, 25])!.Estimate);
    }

    // The chance of each sum of products of two orders of 1…n: order by order, which of the ranks are taken.
    private static double[] Products(int n)
    {
        int most = n * (n + 1) * (2 * n + 1) / 6;
        double[][] sums = [.. Enumerable.Range(0, 1 << n).Select(_ => new double[most + 1])];
        sums[0][0] = 1;
        for (int taken = 0; taken < sums.Length - 1; taken++)
        {
            int rank = int.PopCount(taken) + 1;
            for (int other = 0; other < n; other++)
            {
                if ((taken >> other & 1) == 1) continue;
                double[] next = sums[taken | (1 << other)];
                for (int sum = 0; sum + (rank * (other + 1)) <= most; sum++) next[sum + (rank * (other + 1))] += sums[taken][sum] / (n - rank + 1);
            }
        }

        return sums[^1];
    }

    private static double Score(double[] x, double[] y) =>
        Enumerable.Range(0, x.Length).Sum(i => Enumerable.Range(0, i).Sum(j => Math.Sign(x[i] - x[j]) * Math.Sign(y[i] - y[j])));

    private static IEnumerable<double[]> Orders(double[] values) => values.Length <= 1
        ? [values]
        : Enumerable.Range(0, values.Length).SelectMany(first => Orders([.. values.Where((_, i) => i != first)]).Select(rest => (double[])[values[first], .. rest]));
}
