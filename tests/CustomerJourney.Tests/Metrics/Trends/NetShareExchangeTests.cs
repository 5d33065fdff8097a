using CustomerJourney.Metrics.Trends;
using CustomerJourney.Statistics;

namespace CustomerJourney.Tests.Metrics.Trends;

public class NetShareExchangeTests
{
    [Theory]
    [InlineData(3, 2, 4, 4)]
    [InlineData(6, 0, 3, 4)]
    [InlineData(1, 5, 1, 3)]
    [InlineData(4, 4, 0, 5)]
    public void The_p_value_is_that_of_all_ways_to_deal_the_answers(int positive, int neutral, int negative, int drawn)
    {
        int[] answers = [.. Enumerable.Repeat(1, positive), .. Enumerable.Repeat(0, neutral), .. Enumerable.Repeat(-1, negative)];
        int[][] deals = [.. Enumerable.Range(0, 1 << answers.Length).Where(set => int.PopCount(set) == drawn).Select(set => answers.Where((_, i) => (set >> i & 1) == 1).ToArray())];
        int[] sums = [.. deals.Select(deal => deal.Sum())];
        double[] values = new double[deals.Length];
        for (int i = 0; i < deals.Length; i++)
        {
            NetSample one = Of(deals[i]), rest = new(positive - one.Positive, neutral - one.Neutral, negative - one.Negative);
            double expected = Math.Min(1, 2.0 * Math.Min(sums.Count(sum => sum <= sums[i]), sums.Count(sum => sum >= sums[i])) / sums.Length);
            values[i] = NetShareExchange.PValue(rest, one)!.Value;
            Assert.Equal(expected, values[i], 1e-12);
            Assert.Equal(values[i], NetShareExchange.PValue(one, rest)!.Value, 1e-12);
        }

        // Never anti-conservative.
        Assert.All(values, p => Assert.True(values.Count(other => other <= p) <= (p + 1e-12) * values.Length));
    }

    [Fact]
    public void Many_answers_agree_with_the_t_test_in_the_body_and_exceed_it_in_a_skewed_tail()
    {
        NetSample before = new(5000, 3000, 2000), after = new(480, 300, 220);
        double exact = NetShareExchange.PValue(before, after)!.Value;
        double student = MeanDifference.Student(new(10000, 3000, 7000), new(1000, 260, 700))!.Test!.PValue;
        Assert.InRange(exact / student, 0.95, 1.05);

        // 10 passives of 20 where one in seven is usual: a binomial tail of 2e-4, which t takes for 1e-5.
        double tail = NetShareExchange.PValue(new(0, 1429, 8571), new(0, 10, 10))!.Value;
        Assert.InRange(tail, 1e-4, 1e-3);
        Assert.Null(NetShareExchange.PValue(new(0, 0, 0), new(1, 0, 0)));
    }

    private static NetSample Of(int[] deal) => new(deal.Count(answer => answer > 0), deal.Count(answer => answer == 0), deal.Count(answer => answer < 0));
}
