using CustomerJourney.Statistics;

namespace CustomerJourney.Tests.Statistics;

public class NetSharePublishedTests
{
    [Fact]
    public void Equal_thirds_with_one_detractor_fewer_vary_as_published()
    {
        // whuber, Cross Validated 18603: with a third of promoters, passives and detractors each the variance of one answer is 2/3; with 1/2, 1/3 and 1/6 it is 1/2 + 1/6 − (1/3)² = 5/9.
        Near.Equal(2 / 3.0, new NetSample(10, 10, 10).Variance!.Value, 1e-15);
        NetSample sample = new(3, 2, 1);
        Near.Equal(5 / 9.0, sample.Variance!.Value, 1e-15);
        Near.Equal(100 * Math.Sqrt(5 / 9.0 / 6), 100 * sample.StandardError!.Value, 1e-15);
    }

    [Fact]
    public void Plans_have_the_half_widths_of_the_published_table()
    {
        // METRICS.md, section 1, after Lewis & Sauro 2021, at a variance of 0.68: 50 answers give ±23 points, 100 ±16, 400 ±8 and 1,000 ±5.
        foreach ((int answers, int points) in new[] { (50, 23), (100, 16), (400, 8), (1000, 5) })
            Assert.InRange(NetShareSampleSize.ForMargin(points / 100.0, 0.68).Exact, answers * 0.9 - 3, answers * 1.1);
    }

    [Fact]
    public void Goodman_is_wider_by_the_root_of_a_chi_square_quantile()
    {
        // χ² with two degrees of freedom at 95 % is −2 ln 0.05 = 5.9915.
        Estimate wald = NetShareInterval.Wald(25, 45, 30)!, goodman = NetShareInterval.Goodman(25, 45, 30)!;
        Near.Equal(Math.Sqrt(-2 * Math.Log(0.05)) / 1.959963984540054, (goodman.Upper - goodman.Value) / (wald.Upper - wald.Value), 1e-12);
        Assert.Equal((1, "Goodman"), (NetShareInterval.Goodman(9, 1, 0, 0.999)!.Upper, goodman.Method));
        Assert.Null(NetShareInterval.Goodman(0, 0, 0));
        Assert.Throws<ArgumentOutOfRangeException>("level", () => NetShareInterval.Goodman(1, 1, 1, 1));
    }

    [Fact]
    public void Answers_of_the_same_people_are_compared_in_pairs()
    {
        // 3 detractors became passive, 2 passives promoters, 1 promoter passive, 4 stayed: differences of 1, 1, 1, 1, 1, −1 and four zeros, by hand.
        long[][] table = [[1, 3, 0], [0, 1, 2], [0, 1, 2]];
        double[] before = [-1, -1, -1, -1, 0, 0, 0, 1, 1, 1], after = [-1, 0, 0, 0, 0, 1, 1, 0, 1, 1];
        TwoSampleResult paired = NetShareDifference.Paired(table)!, byHand = MeanDifference.Paired(before, after)!;
        Near.Equal(0.4, paired.Change.Value, 1e-15);
        Near.Equal(byHand.Change.Lower, paired.Change.Lower, 1e-12);
        Near.Equal(byHand.Test!.PValue, paired.Test!.PValue, 1e-12);
        Assert.Equal((10, 9, "paired t"), (paired.Change.N, paired.DegreesOfFreedom, paired.Test.Method));

        // Turned in time, the change turns.
        TwoSampleResult turned = NetShareDifference.Paired([.. Enumerable.Range(0, 3).Select(i => (IReadOnlyList<long>)[.. table.Select(row => row[i])])])!;
        Assert.Equal((-paired.Change.Value, -paired.Change.Upper, paired.Test.PValue), (turned.Change.Value, turned.Change.Lower, turned.Test!.PValue));
        Assert.Null(NetShareDifference.Paired([[5, 0, 0], [0, 5, 0], [0, 0, 5]]));
        Assert.Null(NetShareDifference.Paired([[0, 1, 0], [0, 0, 0], [0, 0, 0]]));
        Assert.Equal(2, NetShareDifference.Paired([[0, 0, 2], [0, 0, 1], [0, 0, 0]], 0.99)!.Change.Upper);
        Assert.Throws<ArgumentException>("table", () => NetShareDifference.Paired([[1, 2], [3, 4]]));
        Assert.Throws<ArgumentOutOfRangeException>("table", () => NetShareDifference.Paired([[1, 2, 3], [1, -1, 3], [1, 2, 3]]));
    }

    [Theory]
    [InlineData(3, 2, 1, 1)]
    [InlineData(0, 3, 7, 0.5)]
    [InlineData(40, 0, 3, 1)]
    [InlineData(0, 0, 0, 1)]
    public void Posterior_chances_have_the_posterior_moments(int positive, int neutral, int negative, double prior)
    {
        // E D = −1 + ∫ P(D > d) dd and E D² = 1 + ∫ 2d·P(D > d) dd over −1…1, by the midpoint rule.
        NetSharePosterior posterior = NetSharePosterior.Dirichlet(new NetSample(positive, neutral, negative), prior);
        const int Points = 2_000;
        double mean = -1, square = 1, before = 1;
        for (int i = 0; i < Points; i++)
        {
            double d = -1 + (i + 0.5) * 2 / Points, above = posterior.ProbabilityAbove(d);
            Assert.True(above >= 0 && above <= before + 1e-12);
            before = above;
            mean += above * 2 / Points;
            square += 2 * d * above * 2 / Points;
        }

        Near.Equal(posterior.Mean, mean, 0, 1e-5);
        Near.Equal(posterior.StandardDeviation, Math.Sqrt(square - mean * mean), 0, 1e-5);
        Estimate interval = posterior.Interval(0.9);
        Near.Equal(0.05, posterior.ProbabilityAbove(interval.Upper), 1e-9);
        Near.Equal(0.95, posterior.ProbabilityAbove(interval.Lower), 1e-9);
        Estimate mirrored = NetSharePosterior.Dirichlet(new NetSample(negative, neutral, positive), prior).Interval(0.9);
        Near.Equal(-interval.Upper, mirrored.Lower, 0, 1e-12);
        Assert.Equal((posterior.Mean, positive + neutral + negative), (interval.Value, interval.N));
    }

    [Fact]
    public void Posterior_of_many_answers_is_nearly_normal()
    {
        NetSharePosterior posterior = NetSharePosterior.Dirichlet(new NetSample(500_000, 300_000, 200_000));
        Estimate interval = posterior.Interval();
        Near.Equal(posterior.Mean - 1.959964 * posterior.StandardDeviation, interval.Lower, 0, 1e-6);
        Near.Equal(posterior.Mean + 1.959964 * posterior.StandardDeviation, interval.Upper, 0, 1e-6);
        Assert.Equal((1, 0), (posterior.ProbabilityAbove(-1), posterior.ProbabilityAbove(1)));
        Assert.Throws<ArgumentOutOfRangeException>("netShare", () => posterior.ProbabilityAbove(30));
        Assert.Throws<ArgumentOutOfRangeException>("level", () => posterior.Interval(0));
    }
}
