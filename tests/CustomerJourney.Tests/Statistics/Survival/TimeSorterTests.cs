using CustomerJourney.Statistics.Survival;

namespace CustomerJourney.Tests.Statistics.Survival;

public class TimeSorterTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(TimeSorter.LeastByDigits - 1)]
    [InlineData(TimeSorter.LeastByDigits)]
    [InlineData(50_000)]
    public void Times_are_sorted_as_by_comparison(int count)
    {
        Random random = new(count);
        Func<double>[] kinds =
        [
            random.NextDouble, () => random.Next(400), () => 7, () => random.Next(2) == 0 ? 0 : double.Epsilon, () => Math.Pow(10, (random.NextDouble() * 600) - 300),
            () => random.Next(3) == 0 ? double.MaxValue : random.NextInt64(1L << 60), () => 1e9 + (random.NextDouble() * 1e-3),
        ];
        foreach (Func<double> kind in kinds)
        {
            double[] times = [.. Enumerable.Range(0, count).Select(_ => kind())], expected = [.. times.Order()];
            TimeSorter.Sort(times);
            Assert.Equal(expected, times);
        }
    }
}
