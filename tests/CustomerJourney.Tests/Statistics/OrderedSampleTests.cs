using CustomerJourney.Statistics;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerJourney.Tests.Statistics;

public class OrderedSampleTests
{
    private static readonly double[] Nine = [0.5, 12, 3.25, 88, 17, 5, 42, 42, 6.5];

    private static readonly Arbitrary<double[]> Values =
        Gen.Choose(-40, 40).Select(value => value / 4.0).NonEmptyListOf().Select(values => values.ToArray()).ToArbitrary();

    // R 4.2.2 quantile(type = 1…9) (shared/oracles/metrics/quantile.json, #005).
    [Theory]
    [InlineData(QuantileType.InverseDistribution, 0.5, 5, 12, 88, 88)]
    [InlineData(QuantileType.AveragedInverseDistribution, 0.5, 5, 12, 88, 88)]
    [InlineData(QuantileType.NearestEven, 0.5, 3.25, 6.5, 42, 88)]
    [InlineData(QuantileType.InterpolatedInverseDistribution, 0.5, 3.6875, 9.25, 46.6, 88)]
    [InlineData(QuantileType.Hazen, 0.5, 4.5625, 12, 69.6, 88)]
    [InlineData(QuantileType.Weibull, 0.5, 4.125, 12, 88, 88)]
    [InlineData(QuantileType.Linear, 0.5, 5, 12, 51.2, 88)]
    [InlineData(QuantileType.MedianUnbiased, 0.5, 4.41666666666667, 12, 75.7333333333333, 88)]
    [InlineData(QuantileType.NormalUnbiased, 0.5, 4.453125, 12, 74.2, 88)]
    public void Types_agree_with_R(QuantileType type, double smallest, double quarter, double half, double nine, double largest)
    {
        OrderedSample sample = OrderedSample.Of(Nine);
        Near.Equal(smallest, sample.Quantile(0, type));
        Near.Equal(quarter, sample.Quantile(0.25, type));
        Near.Equal(half, sample.Quantile(0.5, type));
        Near.Equal(nine, sample.Quantile(0.9, type));
        Near.Equal(largest, sample.Quantile(1, type));
    }

    [Fact]
    public void A_rank_that_should_be_whole_is_taken_for_whole()
    {
        // 0.29 · 100 is 28.999999999999996.
        OrderedSample hundred = OrderedSample.Of([.. Enumerable.Range(1, 100).Select(value => (double)value)]);
        Assert.Equal(29, hundred.Quantile(0.29, QuantileType.InverseDistribution));
        Assert.Equal(29.5, hundred.Quantile(0.29, QuantileType.AveragedInverseDistribution));
        Assert.Equal(29, hundred.Quantile(0.29, QuantileType.InterpolatedInverseDistribution));

        // 0.07 · 100 is 7.000000000000001.
        Assert.Equal(7, hundred.Quantile(0.07, QuantileType.InverseDistribution));
    }

    [Fact]
    public void Every_type_lies_within_the_values_and_rises_with_the_share() => Prop.ForAll(Values, values =>
    {
        OrderedSample sample = OrderedSample.Of(values);
        return Enum.GetValues<QuantileType>().All(type =>
        {
            double[] quantiles = [.. Enumerable.Range(0, 41).Select(i => sample.Quantile(i / 40.0, type)!.Value)];
            return quantiles.SequenceEqual(quantiles.Order()) && quantiles[0] == values.Min() && quantiles[^1] == values.Max();
        });
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Types_that_are_symmetric_turn_with_the_values() => Prop.ForAll(Values, values =>
    {
        OrderedSample sample = OrderedSample.Of(values), turned = OrderedSample.Of([.. values.Select(value => -value)]);
        return ((QuantileType[])[QuantileType.AveragedInverseDistribution, QuantileType.Hazen, QuantileType.Weibull, QuantileType.Linear, QuantileType.MedianUnbiased, QuantileType.NormalUnbiased])
            .All(type => Math.Abs(sample.Quantile(0.25, type)!.Value + turned.Quantile(0.75, type)!.Value) < 1e-12);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Order_of_values_does_not_matter() => Prop.ForAll(Values, Gen.Choose(0, int.MaxValue).ToArbitrary(), (values, seed) =>
    {
        double[] shuffled = [.. values];
        new Random(seed).Shuffle(shuffled);
        return OrderedSample.Of(values).Equals(OrderedSample.Of(shuffled)) && OrderedSample.Of(values).GetHashCode() == OrderedSample.Of(shuffled).GetHashCode();
    }).QuickCheckThrowOnFailure();

    // R 4.2.2 fivenum and mad (shared/oracles/metrics/quantile.json).
    [Fact]
    public void Hinges_and_deviations_agree_with_R()
    {
        OrderedSample sample = OrderedSample.Of(Nine);
        Assert.Equal([0.5, 5, 12, 42, 88], sample.FiveNumbers);
        Near.Equal(12.97275, sample.MedianAbsoluteDeviation);
        Assert.Equal(37, sample.InterquartileRange);
        Assert.Equal([1, 1.5, 2.5, 3.5, 4], OrderedSample.Of([4, 1, 3, 2]).FiveNumbers);
        Assert.Equal([1, 1.5, 2, 2.5, 3], OrderedSample.Of([3, 2, 1]).FiveNumbers);
        Assert.Equal([7, 7, 7, 7, 7], OrderedSample.Of([7]).FiveNumbers);
    }

    [Fact]
    public void Without_values_there_is_nothing_and_bad_ones_are_refused()
    {
        OrderedSample none = OrderedSample.Of([]);
        Assert.Equal((0, null, null, null, null), (none.Count, none.Median, none.MedianAbsoluteDeviation, none.InterquartileRange, none.MedianInterval()));
        Assert.Empty(none.FiveNumbers);
        Assert.Throws<ArgumentOutOfRangeException>(() => OrderedSample.Of([1, double.NaN]));
        Assert.Throws<ArgumentOutOfRangeException>(() => none.Quantile(1.1));
        Assert.Throws<ArgumentOutOfRangeException>(() => none.Quantile(0.5, (QuantileType)10));
        Assert.Throws<ArgumentOutOfRangeException>(() => none.MedianInterval(1));
    }

    // R 4.2.2 qbinom (shared/oracles/metrics/extra.json, quantile.ci.median_exact#001).
    [Fact]
    public void Interval_of_the_median_agrees_with_R()
    {
        MedianInterval interval = OrderedSample.Of([44.45, 88.86, 37.69, 4.81, 5.82, 22.81]).MedianInterval()!;
        Assert.Equal((30.25, 4.81, 88.86, 1, 6), (interval.Estimate.Value, interval.Estimate.Lower, interval.Estimate.Upper, interval.LowerRank, interval.UpperRank));
        Near.Equal(0.96875, interval.Coverage, 1e-14);
        Assert.Null(OrderedSample.Of([1, 2, 3, 4, 5]).MedianInterval());

        // A level that is met exactly.
        Assert.Equal(1, OrderedSample.Of([1, 2, 3, 4, 5, 6]).MedianInterval(0.96875)!.LowerRank);
        Assert.Null(OrderedSample.Of([1, 2, 3, 4, 5, 6]).MedianInterval(0.9688));
    }

    [Fact]
    public void Interval_of_the_median_covers_at_least_its_level_and_is_the_shortest() => Prop.ForAll(Gen.Choose(6, 300).ToArbitrary(), Gen.Choose(1, 98).ToArbitrary(), (count, percent) =>
    {
        double level = percent / 100.0;
        double[] values = [.. Enumerable.Range(0, count).Select(value => (double)value)];
        if (OrderedSample.Of(values).MedianInterval(level) is not { } interval) return Tail(count, 0) > (1 - level) / 2;
        int rank = (int)interval.LowerRank;
        return interval.Coverage >= level - 1e-12 && (Tail(count, rank) > (1 - level) / 2 || rank == count / 2) && Math.Abs(interval.Coverage - (1 - 2 * Tail(count, rank - 1))) < 1e-10
            && interval.UpperRank == count - rank + 1 && interval.Estimate.Lower == rank - 1;

        // P(Binomial(n, ½) ≤ k) by its terms.
        static double Tail(int n, int k)
        {
            double term = Math.Pow(0.5, n), sum = term;
            for (int i = 1; i <= k; i++) sum += term *= (n - i + 1.0) / i;
            return sum;
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Interval_of_the_median_of_a_million_values_is_found()
    {
        OrderedSample sample = OrderedSample.Of([.. Enumerable.Range(0, 1_000_000).Select(value => (double)value)]);

        // n/2 − z·√n/2, within a rank.
        Assert.InRange(sample.MedianInterval()!.LowerRank, 499_019, 499_021);
    }

    [Fact]
    public void Values_given_by_counts_are_the_same_sample()
    {
        Random random = new(11);
        for (int round = 0; round < 50; round++)
        {
            (double Value, long Count)[] counted = [.. Enumerable.Range(0, random.Next(1, 8)).Select(_ => (random.Next(6) / 4.0, (long)random.Next(1, 5)))];
            OrderedSample whole = OrderedSample.Of([.. counted.SelectMany(entry => Enumerable.Repeat(entry.Value, (int)entry.Count))]), byCount = OrderedSample.OfCounts(counted);
            Assert.Equal(whole, byCount);
            double[] sorted = [.. counted.SelectMany(entry => Enumerable.Repeat(entry.Value, (int)entry.Count)).Order()];
            Assert.Equal(sorted, byCount.Values);
            Assert.Equal(sorted, Enumerable.Range(0, byCount.Values.Count).Select(i => byCount.Values[i]));
            Assert.Equal((sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2, byCount.Median!.Value, 1e-12);
        }
    }
}
