using CustomerJourney.Events;
using CustomerJourney.Metrics;
using CustomerJourney.Metrics.Trends;
using CustomerJourney.Statistics;
using TrendSamples = CustomerJourney.Metrics.Trends.Samples;

namespace CustomerJourney.Tests.Metrics.Trends;

/// <summary>Ratios of sums over customers: average order value, revenue retention.</summary>
public class RatioTrendTests
{
    private static readonly DateTimeOffset January = new(2025, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Customers who pay 100 in the first month and about 120 in each that follows: revenue retention above 1.</summary>
    private static readonly JourneyLog Growing = JourneyLog.From(
        from customer in Enumerable.Range(0, 40)
        from month in Enumerable.Range(0, 13)
        select new JourneyEvent { Customer = $"c{customer}", Event = "paid", At = January.AddMonths(month).AddDays(1 + (customer % 20)), Value = month == 0 ? 100 : 118 + ((customer + (month * month)) % 5), Currency = "EUR" });

    [Fact]
    public void A_ratio_above_one_is_not_cut_at_one()
    {
        TimeRange first = new(January, January.AddMonths(1));
        foreach (TrendLimits limits in Enum.GetValues<TrendLimits>())
        {
            Trend<RevenueRetentionResult> trend = Growing.Measure(Trend.Of(
                [.. Enumerable.Range(1, 11).Select(month => new TimeRange(January.AddMonths(month), January.AddMonths(month + 1)))],
                period => new RevenueRetention(first, period), new TrendOptions { Limits = limits }));
            Assert.All(trend.Points, point => Assert.True(point.Value > 1 && point.LowerLimit <= point.Expected && point.Expected <= point.UpperLimit, $"{limits}: {point.LowerLimit} {point.Expected} {point.UpperLimit}"));
            Assert.Empty(trend.Alerts);
        }
    }

    [Fact]
    public void Limits_and_tests_of_a_ratio_go_by_customers()
    {
        // One customer in three buys three times; the values of a customer are alike.
        int[] sizes = [60, 50, 70, 60, 90, 60, 60, 55, 65, 60, 12, 60];
        JourneyLog log = JourneyLog.From(
            from week in Enumerable.Range(0, sizes.Length)
            from customer in Enumerable.Range(0, sizes[week])
            from order in Enumerable.Range(0, customer % 3 == 0 ? 3 : 1)
            select new JourneyEvent { Customer = $"w{week} {customer}", Event = "order", At = Weeks.End(week).AddHours(1 + customer + order), Value = 40 + (7 * customer % 21) + (week == 11 ? 15 : 0), Currency = "EUR" });
        Trend<AverageOrderValueResult> trend = log.Measure(new AverageOrderValue().Trend(CalendarUnit.Week, options: new() { Baseline = Weeks.Span(0, 10), ObservedUntil = Weeks.End(12) }));

        // By hand: the level pools the sums, the error is that of the residuals within weeks, and few customers have a wider limit.
        (double Value, int Orders)[][] weeks = [.. sizes.Select((size, week) => Enumerable.Range(0, size).Select(customer =>
            (Value: (customer % 3 == 0 ? 3 : 1) * (40.0 + (7 * customer % 21) + (week == 11 ? 15 : 0)), Orders: customer % 3 == 0 ? 3 : 1)).ToArray())];
        double level = weeks.Take(10).Sum(week => week.Sum(one => one.Value)) / weeks.Take(10).Sum(week => week.Sum(one => one.Orders));
        double squares = weeks.Take(10).Sum(week => week.Sum(one => Math.Pow(one.Value - (week.Sum(other => other.Value) / week.Sum(other => other.Orders) * one.Orders), 2)));
        double variance = squares / (weeks.Take(10).Sum(week => week.Length) - 10);
        for (int week = 0; week < sizes.Length; week++)
        {
            double error = Math.Sqrt(variance * sizes[week]) / weeks[week].Sum(one => one.Orders);
            Assert.Equal(level, trend.Points[week].Expected!.Value, 1e-9);
            Assert.Equal(level + (3 * error), trend.Points[week].UpperLimit!.Value, 1e-9);
        }

        TrendAlert alert = Assert.Single(trend.Alerts, alert => alert.Rule == TrendRules.BeyondLimits);
        Assert.Equal("2026-W13", alert.Period);
        Assert.InRange(alert.PValue, 0, 1e-6);
        Assert.NotNull(trend.Dispersion);
    }

    [Fact]
    public void Where_every_denominator_is_one_a_ratio_is_judged_as_the_mean_it_is()
    {
        Random random = new(5);
        for (int round = 0; round < 20; round++)
        {
            Sample[] means = [.. Enumerable.Range(0, 4).Select(_ => (Sample)MeanSample.Of([.. Enumerable.Range(0, 12).Select(_ => (double)random.Next(9))]))];
            Sample[] ratios = [.. means.Cast<MeanSample>().Select(mean => (Sample)new RatioSample(mean.Count, mean.Sum, mean.Count, mean.SumOfSquares, mean.Sum, mean.Count))];
            Assert.Equal(TrendSamples.PValue(TrendSamples.Pool(means[..3])!, means[3])!.Value, TrendSamples.PValue(TrendSamples.Pool(ratios[..3])!, ratios[3])!.Value, 1e-12);
            Assert.Equal(TrendSamples.Pool(means)!.Value!.Value, TrendSamples.Pool(ratios)!.Value!.Value, 1e-12);
        }
    }

    [Fact]
    public void Ratios_that_never_vary_are_not_judged_by_rounding()
    {
        Sample[] same = [.. Enumerable.Range(1, 5).Select(n => (Sample)new RatioSample(n, 0.1 * n, n, 0.1 * 0.1 * n, 0.1 * n, n) { Lowest = 0 })];
        Assert.True(TrendSamples.PValue(TrendSamples.Pool(same[..4])!, same[4]) is null or 1);
        Assert.Equal(0, ((RatioSample)TrendSamples.Pool(same)!).Lowest);
    }
}
