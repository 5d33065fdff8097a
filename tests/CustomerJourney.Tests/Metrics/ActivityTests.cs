using System.Text.Json;
using CustomerJourney.Events;
using CustomerJourney.Metrics;
using CustomerJourney.Statistics;
using CustomerJourney.Tests.Statistics;
using CustomerJourney.Tests.Support;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerJourney.Tests.Metrics;

/// <summary>Stickiness and the lifecycle of the customer base.</summary>
public class ActivityTests
{
    // A Monday, so that periods of seven days from it are calendar weeks.
    private static readonly DateTimeOffset Monday = new(2026, 3, 2, 0, 0, 0, TimeSpan.Zero);
    private static readonly ReportingCalendar Berlin = new() { TimeZone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin") };

    /// <summary>shared/oracles/metrics/retention.json: pandas, brute force from the written definition.</summary>
    [SharedFact("oracles", "metrics", "retention.json")]
    public void Stickiness_of_logs_is_that_of_the_shared_cases()
    {
        int cases = 0;
        foreach ((JourneyLog log, JsonElement input, JsonElement expected) in Cases("retention.stickiness"))
        {
            DateOnly last = DateOnly.FromDateTime(Monday.AddDays(input.GetProperty("asOfDay").GetInt32()).UtcDateTime);
            StickinessResult result = log.Measure(new Stickiness(last, input.GetProperty("windowDays").GetInt32()) { ObservedUntil = Monday.AddYears(1) });
            Near.Equal(expected.GetProperty("stickiness").GetDouble(), result.Value, 1e-12);
            Near.Equal(expected.GetProperty("averageDau").GetDouble(), result.MeanDailyActive, 1e-12);
            Assert.Equal(expected.GetProperty("windowActive").GetInt64(), result.Customers);
            Assert.Equal(expected.GetProperty("activeDaysHistogram").EnumerateArray().Select(count => count.GetInt64()), result.CustomersByActiveDays);
            cases++;
        }

        Assert.Equal(6, cases);
    }

    [SharedFact("oracles", "metrics", "retention.json")]
    public void The_lifecycle_of_logs_is_that_of_the_shared_cases()
    {
        int cases = 0;
        foreach ((JourneyLog log, JsonElement input, JsonElement expected) in Cases("retention.lifecycle"))
        {
            Assert.Equal(7, input.GetProperty("periodLength").GetInt32());
            int complete = input.GetProperty("completePeriods").GetInt32();
            CustomerLifecycleResult result = log.Measure(new CustomerLifecycle(CalendarUnit.Week) { ObservedUntil = Monday.AddDays(7 * complete) });
            foreach (JsonElement wanted in expected.GetProperty("periods").EnumerateArray())
            {
                CustomerLifecyclePeriod period = result.Periods[wanted.GetProperty("period").GetInt32()];
                Assert.Equal(
                    (Count("active"), Count("new"), Count("returning"), Count("resurrected"), Count("dormant"), false),
                    (period.Active, period.New, period.Returning, period.Resurrected, period.Dormant, period.IsOpen));
                Assert.Equal(wanted.GetProperty("quickRatio") is { ValueKind: JsonValueKind.Number } ratio ? ratio.GetDouble() : null, period.QuickRatio);

                long Count(string name) => wanted.GetProperty(name).GetInt64();
            }

            cases++;
        }

        Assert.Equal(4, cases);
    }

    [Fact]
    public void Stickiness_is_the_mean_share_of_days_with_the_interval_of_a_mean()
    {
        JourneyLog log = Shop.Log(Shop.Event("a", 0), Shop.Event("a", 0.5), Shop.Event("a", 3), Shop.Event("b", 1), Shop.Event("c", 9), Shop.Event("b", -1), Shop.Event("b", 2, "noise"));
        StickinessResult result = log.Measure(new Stickiness(new DateOnly(2026, 3, 4), 4) { EventName = "order" });
        Assert.Equal((1.5 / 4, 2L, 3L, 0.75), (result.Value, result.Customers, result.ActiveDays, result.MeanDailyActive));
        Estimate mean = MeanSample.Of([0.5, 0.25]).Estimate(0.95)!;
        Assert.Equal((0, Math.Min(1, mean.Upper)), (result.Estimate!.Lower, result.Estimate.Upper));
        Assert.Equal(result, log.Measure(new Stickiness(new DateOnly(2026, 3, 4), 4) { EventName = "order" }));
        Assert.Equal(0.5, log.Measure(new Stickiness(new DateOnly(2026, 3, 4), 4)).Value);

        Assert.Equal(NoValueReason.StillOpen, log.Measure(new Stickiness(new DateOnly(2026, 3, 10), 7)).WhyNoValue!.Reason);
        Assert.Equal(1.0 / 7, log.Measure(new Stickiness(new DateOnly(2026, 3, 10), 7) { ObservedUntil = new DateTimeOffset(2026, 3, 11, 0, 0, 0, TimeSpan.Zero) }).Value);
        Assert.Equal(NoValueReason.NoData, log.Measure(new Stickiness(new DateOnly(2026, 3, 8), 2)).WhyNoValue!.Reason);
        Assert.Throws<ArgumentOutOfRangeException>(() => new Stickiness(new DateOnly(2026, 3, 4), 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Stickiness(new DateOnly(1, 1, 4), 7));
    }

    [Fact]
    public void A_day_that_the_zone_skipped_is_no_day_of_the_window()
    {
        // Samoa had no 30 December 2011.
        ReportingCalendar apia = new() { TimeZone = TimeZoneInfo.FindSystemTimeZoneById("Pacific/Apia") };
        JourneyLog log = JourneyLog.From([new() { Customer = "a", Event = "e", At = apia.StartOf(new DateOnly(2011, 12, 29)) }, new() { Customer = "a", Event = "e", At = apia.StartOf(new DateOnly(2011, 12, 31)) }]);
        StickinessResult result = log.Measure(new Stickiness(new DateOnly(2011, 12, 31), 3) { Calendar = apia, ObservedUntil = apia.StartOf(new DateOnly(2012, 1, 1)) });
        Assert.Equal((1.0, 2), (result.Value, result.CustomersByActiveDays.Count));
        CustomerLifecycleResult life = log.Measure(new CustomerLifecycle(CalendarUnit.Day) { Calendar = apia });
        Assert.Equal([(1L, 0L), (0L, 1L)], life.Periods.Select(period => (period.New, period.Returning)));
    }

    [Fact]
    public void The_lifecycle_tells_new_returning_resurrected_and_dormant_customers()
    {
        JourneyLog log = Shop.Log(
            Shop.Event("a", 0), Shop.Event("a", 35), Shop.Event("a", 70), Shop.Event("b", 3), Shop.Event("b", 63), Shop.Event("c", 40), Shop.Event("d", 65), Shop.Event("d", 66), Shop.Event("x", 95));
        CustomerLifecycleResult result = log.Measure(new CustomerLifecycle(CalendarUnit.Month));
        Assert.Equal(["2026-03", "2026-04", "2026-05", "2026-06"], result.Periods.Select(period => period.Name));
        Assert.Equal([(2, 0, 0, 0), (1, 1, 0, 1), (1, 1, 1, 1), (1, 0, 0, 3)], result.Periods.Select(period => ((int)period.New, (int)period.Returning, (int)period.Resurrected, (int)period.Dormant)));
        Assert.Equal([false, false, false, true], result.Periods.Select(period => period.IsOpen));
        Assert.Equal((2.0, "2026-05", 3L), (result.Value, result.Last!.Name, result.Observations));
        Assert.Equal([null, 1.0, 2.0, null], result.Periods.Select(period => period.QuickRatio));
        RatioOfMeans ratio = RatioOfMeans.Of([1, 1, 0], [0, 0, 1])!;
        Near.Equal(ratio.Value + StudentTDistribution.Quantile(0.975, 2) * ratio.StandardError!.Value, result.Estimate!.Upper, 1e-9);
        Assert.Equal((0.5, 4), (result.OtherFigures[0].Value, result.ToTable().Rows.Count));
        Assert.Equal(result, log.Measure(new CustomerLifecycle(CalendarUnit.Month)));

        Assert.Equal(NoValueReason.StillOpen, Shop.Log(Shop.Event("a", 0)).Measure(new CustomerLifecycle(CalendarUnit.Month)).WhyNoValue!.Reason);
        Assert.Equal(NoValueReason.ZeroBase, Shop.Log(Shop.Event("a", 0), Shop.Event("b", 40)).Measure(new CustomerLifecycle(CalendarUnit.Month)).WhyNoValue!.Reason);
        Assert.Equal(NoValueReason.NoData, JourneyLog.From([]).Measure(new CustomerLifecycle(CalendarUnit.Month)).WhyNoValue!.Reason);
        Assert.Throws<ArgumentOutOfRangeException>(() => new CustomerLifecycle((CalendarUnit)9));
    }

    [Fact]
    public void Activity_agrees_with_a_slow_reference() => Prop.ForAll(LogGenerator.Events, Gen.Elements(ReportingCalendar.Utc, Berlin).ToArbitrary(), Gen.Elements<string?>(null, "buy").ToArbitrary(), (events, calendar, name) =>
    {
        DateTimeOffset until = LogGenerator.Start.AddDays(9);
        JourneyLog log = JourneyLog.From(events);
        DateOnly[][] customers = [.. events.Where(one => name is null || one.Event == name).GroupBy(one => one.Customer).Select(own => own.Select(one => calendar.PeriodOf(one.At, CalendarUnit.Day)).Distinct().Order().ToArray())];

        for (int days = 1; days < 6; days++)
        {
            DateOnly last = DateOnly.FromDateTime(LogGenerator.Start.UtcDateTime).AddDays(days);
            StickinessResult sticky = log.Measure(new Stickiness(last, days) { Calendar = calendar, EventName = name, ObservedUntil = until });
            int[] active = [.. customers.Select(own => own.Count(day => day <= last && day > last.AddDays(-days))).Where(count => count > 0)];
            Assert.Equal(active.Length, sticky.Customers);
            Assert.Equal(active.Sum(), sticky.ActiveDays);
            if (active.Length == 0) continue;
            Near.Equal(active.Average() / days, sticky.Value, 1e-12);
            Assert.InRange(sticky.Value!.Value, 1.0 / days - 1e-12, 1);
            if (MeanSample.Of([.. active.Select(count => (double)count / days)]).Estimate(0.95) is { } mean) Near.Equal(Math.Min(1, mean.Upper), sticky.Estimate!.Upper, 1e-7);
        }

        CustomerLifecycleResult result = log.Measure(new CustomerLifecycle(CalendarUnit.Day) { Calendar = calendar, EventName = name, ObservedUntil = until });
        Assert.Equal(customers.Length == 0, result.Periods.Count == 0);
        foreach (CustomerLifecyclePeriod period in result.Periods)
        {
            DateOnly day = period.Start, before = day.AddDays(-1);
            Assert.Equal(customers.Count(own => own[0] == day), period.New);
            Assert.Equal(customers.Count(own => own.Contains(day) && own.Contains(before)), period.Returning);
            Assert.Equal(customers.Count(own => own.Contains(day) && own[0] < before && !own.Contains(before)), period.Resurrected);
            Assert.Equal(customers.Count(own => own.Contains(before) && !own.Contains(day)), period.Dormant);
            Assert.Equal(customers.Count(own => own.Contains(day)), period.Active);
            Assert.Equal(calendar.StartOf(day.AddDays(1)) > until, period.IsOpen);
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Any_partition_gives_the_same_bits() => Prop.ForAll(LogGenerator.Events, ArbMap.Default.ArbFor<int>(), (events, seed) =>
    {
        Parts.Same(events, new Stickiness(new DateOnly(2026, 3, 30), 3) { Calendar = Berlin, EventName = "buy" }, seed);
        Parts.Same(events, new Stickiness(new DateOnly(2026, 3, 31), 5), seed);
        Parts.Same(events, new CustomerLifecycle(CalendarUnit.Day) { Calendar = Berlin }, seed);
        Parts.Same(events, new CustomerLifecycle(CalendarUnit.Week) { EventName = "buy", ObservedUntil = LogGenerator.Start.AddDays(40) }, seed);
    }).QuickCheckThrowOnFailure();

    private static IEnumerable<(JourneyLog Log, JsonElement Input, JsonElement Expected)> Cases(string metric)
    {
        using JsonDocument file = JsonDocument.Parse(File.ReadAllText(SharedFolder.File("oracles", "metrics", "retention.json")));
        foreach (JsonElement item in file.RootElement.GetProperty("cases").EnumerateArray().Where(item => item.GetProperty("metric").GetString() == metric))
        {
            JsonElement input = item.GetProperty("input");
            yield return (
                JourneyLog.From(input.GetProperty("events").EnumerateArray().Select((pair, index) => new JourneyEvent { Customer = pair[0].GetString()!, Event = "e", At = Monday.AddDays(pair[1].GetInt32()).AddHours(12), Sequence = index })),
                input,
                item.GetProperty("expected"));
        }
    }
}
