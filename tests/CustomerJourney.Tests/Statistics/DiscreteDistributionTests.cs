using System.Numerics;
using CustomerJourney.Statistics;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerJourney.Tests.Statistics;

public class DiscreteDistributionTests
{
    // Binomial coefficients in 50-digit arithmetic (mpmath).
    [Theory]
    [InlineData(300, 1_000, 0.3, 0.0275210038212683855)]
    [InlineData(500_500, 1_000_000, 0.5, 0.000483941529695145134)]
    [InlineData(3, 1_000_000, 1e-6, 0.0613132095385461968)]
    [InlineData(0, 7, 0.25, 0.13348388671875)]
    [InlineData(7, 7, 0.25, 6.103515625e-05)]
    public void Binomial_probability_agrees_with_high_precision(long hits, long total, double share, double expected) =>
        Near.Equal(expected, BinomialDistribution.Probability(hits, total, share), 1e-12);

    // The same for quotients of three coefficients, summed.
    [Fact]
    public void Hypergeometric_agrees_with_high_precision()
    {
        Near.Equal(0.225929629395929803, HypergeometricDistribution.Probability(3, 10, 20, 50), 1e-13);
        Near.Equal(0.00067944493343915255, HypergeometricDistribution.Probability(25_200, 500_000, 50_000, 1_000_000), 1e-11);
        Near.Equal(0.00299409299341069558, HypergeometricDistribution.UpperTail(25_299, 500_000, 50_000, 1_000_000), 1e-11);
        Near.Equal(0.988977267752952686, HypergeometricDistribution.Cumulative(25_249, 500_000, 50_000, 1_000_000), 1e-12);
    }

    [Fact]
    public void Tails_are_sums_of_probabilities()
    {
        Gen<(int Hits, int Total, int Drawn, int Value)> gen =
            from total in Gen.Choose(0, 40)
            from hits in Gen.Choose(0, total)
            from drawn in Gen.Choose(0, total)
            from value in Gen.Choose(-2, 42)
            select (hits, total, drawn, value);
        Prop.ForAll(gen.ToArbitrary(), x =>
        {
            double share = x.Total == 0 ? 0 : (double)x.Hits / x.Total, binomial = 0, hypergeometric = 0;
            for (int k = 0; k <= x.Value; k++)
            {
                binomial += BinomialDistribution.Probability(k, x.Total, share);
                hypergeometric += (double)Ways(k, x) / (double)Choose(x.Total, x.Drawn);
            }

            Near.Equal(binomial, BinomialDistribution.Cumulative(x.Value, x.Total, share), 1e-12, 1e-13);
            Near.Equal(1 - binomial, BinomialDistribution.UpperTail(x.Value, x.Total, share), 1e-12, 1e-13);
            Near.Equal(hypergeometric, HypergeometricDistribution.Cumulative(x.Value, x.Drawn, x.Hits, x.Total), 1e-12, 1e-13);
            Near.Equal(1 - hypergeometric, HypergeometricDistribution.UpperTail(x.Value, x.Drawn, x.Hits, x.Total), 1e-12, 1e-13);
        }).QuickCheckThrowOnFailure();

        static BigInteger Ways(int k, (int Hits, int Total, int Drawn, int Value) x) => Choose(x.Hits, k) * Choose(x.Total - x.Hits, x.Drawn - k);
    }

    [Fact]
    public void Quantile_is_the_first_number_whose_cumulative_reaches_the_probability()
    {
        for (int i = 0; i <= 100; i++)
        {
            long quantile = BinomialDistribution.Quantile(i / 100.0, 30, 0.3);
            Assert.True(BinomialDistribution.Cumulative(quantile, 30, 0.3) >= i / 100.0);
            Assert.True(quantile == 0 || BinomialDistribution.Cumulative(quantile - 1, 30, 0.3) < i / 100.0);
        }
    }

    [Fact]
    public void Counts_outside_their_range_are_refused_by_name()
    {
        Assert.Equal("total", Assert.Throws<ArgumentOutOfRangeException>(() => BinomialDistribution.Cumulative(0, -1, 0.5)).ParamName);
        Assert.Equal("share", Assert.Throws<ArgumentOutOfRangeException>(() => BinomialDistribution.Cumulative(0, 1, double.NaN)).ParamName);
        Assert.Equal("drawn", Assert.Throws<ArgumentOutOfRangeException>(() => HypergeometricDistribution.Cumulative(0, 5, 2, 4)).ParamName);
        Assert.Equal("hits", Assert.Throws<ArgumentOutOfRangeException>(() => HypergeometricDistribution.Cumulative(0, 2, 5, 4)).ParamName);
    }

    internal static BigInteger Choose(int n, int k)
    {
        if (k < 0 || k > n) return 0;
        BigInteger ways = 1;
        for (int i = 1; i <= k; i++) ways = ways * (n - k + i) / i;
        return ways;
    }
}
