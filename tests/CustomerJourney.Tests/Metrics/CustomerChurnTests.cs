using System.Text.Json;
using CustomerJourney.Events;
using CustomerJourney.Metrics;
using CustomerJourney.Tests.Statistics;
using CustomerJourney.Tests.Support;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerJourney.Tests.Metrics;

/// <summary>Churn, and the rule for customers who were lost and won back.</summary>
public class CustomerChurnTests
{
    private static readonly TimeRange March = TimeRange.Month(2026, 3);

    /// <summary>shared/oracles/metrics/retention.json: counts of each case as a log of so many customers.</summary>
    [SharedFact("oracles", "metrics", "retention.json")]
    public void Rates_of_logs_are_those_of_the_shared_cases()
    {
        using JsonDocument file = JsonDocument.Parse(File.ReadAllText(SharedFolder.File("oracles", "metrics", "retention.json")));
        int cases = 0;
        foreach (JsonElement item in file.RootElement.GetProperty("cases").EnumerateArray().Where(item => item.GetProperty("metric").GetString() == "retention.crr"))
        {
            JsonElement input = item.GetProperty("input"), expected = item.GetProperty("expected");
            if (expected.EnumerateObject().Any(member => member.Name.Contains("error", StringComparison.OrdinalIgnoreCase))) continue;
            long start = input.GetProperty("customersAtStart").GetInt64(), end = input.GetProperty("customersAtEnd").GetInt64(), added = input.GetProperty("newCustomers").GetInt64();
            double level = input.GetProperty("confidence").GetDouble();
            JourneyLog log = JourneyLog.From(
            [
                .. Range(start).Select(index => Shop.Event($"old {index}", -2)),
                .. Range(end - added).Select(index => Shop.Event($"old {index}", 15)),
                .. Range(added).Select(index => Shop.Event($"new {index}", 16)),
                Shop.Event("later", 50),
            ]);
            (ShareResult kept, CustomerChurnResult lost) = log.Measure(new CustomerRetention(March) { Level = level }, new CustomerChurn(March) { Level = level });
            Same(expected.GetProperty("retentionRate"), kept.Value);
            Same(expected.GetProperty("churnRate"), lost.Value);
            Same(expected.GetProperty("lower"), kept.Estimate?.Lower);
            Same(expected.GetProperty("upper"), 1 - lost.Estimate?.Lower);
            cases++;
        }

        Assert.Equal(11, cases);

        static IEnumerable<int> Range(long count) => Enumerable.Range(0, (int)count);

        static void Same(JsonElement expected, double? actual)
        {
            if (expected.ValueKind == JsonValueKind.Null) Assert.Null(actual);
            else Near.Equal(expected.GetDouble(), actual, 1e-8, 1e-9);
        }
    }

    [Theory]
    // shared/oracles/metrics/retention.json, retention.compound_churn#001, #002, #004, #006, #009
    [InlineData(5, 100, 12, 0.45963991233736334)]
    [InlineData(2, 100, 12, 0.21528327626520016)]
    [InlineData(0, 40, 12, 0)]
    [InlineData(35, 1000, 12, 0.3478796392517661)]
    [InlineData(10, 40, 4, 0.68359375)]
    public void Churn_of_a_year_is_not_twelve_times_that_of_a_month(int lost, int customers, int periods, double expected)
    {
        JourneyLog log = JourneyLog.From([.. Enumerable.Range(0, customers).Select(index => Shop.Event($"{index}", index < lost ? -2 : 15)), .. Enumerable.Range(lost, customers - lost).Select(index => Shop.Event($"{index}", -2)), Shop.Event("later", 50)]);
        CustomerChurnResult churn = log.Measure(new CustomerChurn(March) { CompoundedPeriods = periods });
        Assert.Equal((lost, customers), (churn.Lost, churn.AtStart));
        Near.Equal(expected, churn.OtherFigures[0].Value, 1e-12);
        Assert.Equal(churn.Over(periods), churn.OtherFigures[0].Estimate);
        Near.Equal(1 - Math.Pow(1 - churn.Estimate!.Upper, periods), churn.Over(periods)!.Upper, 1e-12);
        Assert.Equal(churn.Estimate.Value, churn.Over(1)!.Value, 1e-15);
        Assert.Contains(churn.Warnings, warning => warning.Kind == MetricWarningKind.Assumption);
        Assert.Throws<ArgumentOutOfRangeException>(() => churn.Over(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new CustomerChurn(March) { CompoundedPeriods = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new CustomerChurn(March) { ActiveWithin = TimeSpan.Zero });
    }

    [Fact]
    public void Whoever_was_lost_and_won_back_is_kept_or_lost_as_the_rule_says()
    {
        // Silent from day −5 to day 29; the second one was never silent for longer than ten days.
        JourneyLog log = Shop.Log(Shop.Event("back", -5), Shop.Event("back", 29), Shop.Event("there", -5), Shop.Event("there", 5), Shop.Event("there", 15), Shop.Event("there", 25), Shop.Event("gone", -1), Shop.Event("x", 60));
        TimeSpan ten = TimeSpan.FromDays(10);
        ShareResult kept = log.Measure(new CustomerRetention(March) { ActiveWithin = ten }), strict = log.Measure(new CustomerRetention(March) { ActiveWithin = ten, CountsWonBack = false });
        Assert.Equal((2L, 3L, new MetricCount("Won back", 1)), (kept.Hits, kept.Total, kept.Counts[^1]));
        Assert.Equal((1L, 3L, new MetricCount("Won back", 1)), (strict.Hits, strict.Total, strict.Counts[^1]));
        Assert.Equal((1L, 1L), (log.Measure(new CustomerChurn(March) { ActiveWithin = ten }).Lost, log.Measure(new CustomerChurn(March) { ActiveWithin = ten }).WonBack));
        Assert.Equal(2, log.Measure(new CustomerChurn(March) { ActiveWithin = ten, CountsWonBack = false }).Lost);
        Assert.Equal(kept, log.Measure(new CustomerRetention(March) { ActiveWithin = ten }));
        Assert.NotEqual(kept, strict);
        // Exactly as long as activity lasts is not longer.
        JourneyLog edge = Shop.Log(Shop.Event("a", -1), Shop.Event("a", 9), Shop.Event("a", 19), Shop.Event("a", 29), Shop.Event("x", 60));
        Assert.Equal(0, edge.Measure(new CustomerChurn(March) { ActiveWithin = ten }).WonBack);
        Assert.Equal(1, edge.Measure(new CustomerChurn(March) { ActiveWithin = ten - TimeSpan.FromTicks(1) }).WonBack);
    }

    [Fact]
    public void A_period_that_was_not_observed_to_its_end_has_no_churn_yet()
    {
        JourneyLog log = Shop.Log(Shop.Event("a", -3), Shop.Event("b", -3), Shop.Event("a", 10));
        CustomerChurnResult open = log.Measure(new CustomerChurn(March) { CompoundedPeriods = 12 });
        Assert.Equal((true, null, null, NoValueReason.StillOpen), (open.IsOpen, open.Value, open.OtherFigures[0].Value, open.WhyNoValue!.Reason));
        Assert.Equal(0.5, log.Measure(new CustomerChurn(March) { ObservedUntil = March.End }).Value);
        Assert.Equal(NoValueReason.NoData, JourneyLog.From([]).Measure(new CustomerChurn(March) { ObservedUntil = March.End }).WhyNoValue!.Reason);
    }

    [Fact]
    public void Churn_mirrors_retention_and_agrees_with_a_walk_through_time() =>
        Prop.ForAll(LogGenerator.Events, Gen.Choose(0, 30).Two().ToArbitrary(), Gen.Choose(1, 20).ToArbitrary(), (events, steps, active) =>
        {
            TimeSpan step = TimeSpan.FromHours(4.5), within = step * active;
            DateTimeOffset origin = LogGenerator.Start.AddHours(-18);
            TimeRange period = new(origin + (step * Math.Min(steps.Item1, steps.Item2)), origin + (step * Math.Max(steps.Item1, steps.Item2)));
            // Events lie on a grid of steps: between two of its points nothing changes but just after one.
            DateTimeOffset[] dates = [period.Start, .. Enumerable.Range(0, 60).Select(index => origin + (step * index)).Where(date => date > period.Start && date < period.End).SelectMany(date => (DateTimeOffset[])[date, date.AddTicks(1)]), period.End];
            JourneyEvent[][] customers = [.. events.GroupBy(one => one.Customer).Select(own => own.ToArray())];
            JourneyEvent[][] start = [.. customers.Where(own => IsCustomer(own, period.Start))], end = [.. start.Where(own => IsCustomer(own, period.End))];
            int wonBack = period.Start == period.End ? 0 : end.Count(own => !Array.TrueForAll(dates, date => IsCustomer(own, date)));
            foreach (bool counts in (bool[])[true, false])
            {
                (ShareResult kept, CustomerChurnResult lost) = JourneyLog.From(events).Measure(
                    new CustomerRetention(period) { ActiveWithin = within, CountsWonBack = counts, ObservedUntil = period.End },
                    new CustomerChurn(period) { ActiveWithin = within, CountsWonBack = counts, ObservedUntil = period.End });
                Assert.Equal((start.Length, end.Length - (counts ? 0 : wonBack), wonBack), (kept.Total, kept.Hits, kept.Counts[^1].Count));
                Assert.Equal((kept.Total, kept.Total - kept.Hits), (lost.AtStart, lost.Lost));
                if (kept.Estimate is not { } retained) continue;
                Near.Equal(1 - retained.Upper, lost.Estimate!.Lower, 1e-12, 1e-12);
                Near.Equal(1 - retained.Lower, lost.Estimate.Upper, 1e-12, 1e-12);
            }

            bool IsCustomer(JourneyEvent[] own, DateTimeOffset date) => Array.Exists(own, one => one.At < date && date - one.At <= within);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Any_partition_gives_the_same_bits() => Prop.ForAll(LogGenerator.Events, ArbMap.Default.ArbFor<int>(), (events, seed) =>
    {
        TimeRange period = TimeRange.Parse("2026-03-28/2026-03-30");
        Parts.Same(events, new CustomerRetention(period) { ActiveWithin = TimeSpan.FromHours(20), CountsWonBack = false }, seed);
        Parts.Same(events, new CustomerChurn(period) { ActiveWithin = TimeSpan.FromHours(12), CompoundedPeriods = 12 }, seed);
    }).QuickCheckThrowOnFailure();
}
