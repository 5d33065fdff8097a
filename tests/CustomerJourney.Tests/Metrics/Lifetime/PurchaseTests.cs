using CustomerJourney.Events;
using CustomerJourney.Metrics;
using CustomerJourney.Metrics.Lifetime;
using CustomerJourney.Statistics;
using CustomerJourney.Tests.Statistics;
using CustomerJourney.Tests.Support;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerJourney.Tests.Metrics.Lifetime;

/// <summary>Purchase frequency, repeat rate and active customers.</summary>
public class PurchaseTests
{
    private static readonly JourneyLog Small = Shop.Log(
        Shop.Paid("a", 0, 10), Shop.Paid("a", 6, 0), Shop.Paid("b", 1, 3), Shop.Event("b", 2, "order", -3, "EUR"), Shop.Event("c", 3, "visit"), Shop.Paid("d", 5, 8), Shop.Paid("d", 5, 8), Shop.Paid("d", 9, 8));

    [Fact]
    public void A_refund_is_no_purchase_and_a_gift_is_one()
    {
        PurchaseFrequencyResult frequency = Small.Measure(new PurchaseFrequency());
        Assert.Equal((2.0, 6L, 3L), (frequency.Value, frequency.Purchases, frequency.Customers));
        Assert.Equal((7L, 3L), (Small.Measure(new PurchaseFrequency { EventName = "order" }).Purchases, Small.Measure(new PurchaseFrequency { EventName = "order" }).Customers));
        Assert.Equal(1, frequency.Estimate!.Lower);
        ShareResult repeat = Small.Measure(new RepeatRate());
        Assert.Equal((2L, 3L, 2.0 / 3), (repeat.Hits, repeat.Total, repeat.Value));
        Assert.Equal(ProportionInterval.Wilson(2, 3), repeat.Estimate);
        Assert.Equal(NoValueReason.NoData, Small.Measure(new RepeatRate { EventName = "none" }).WhyNoValue!.Reason);
        Assert.Equal(NoValueReason.NoData, Small.Measure(new PurchaseFrequency { EventName = "none" }).WhyNoValue!.Reason);
    }

    [Fact]
    public void Only_customers_whose_window_was_watched_to_its_end_stand_below_the_line()
    {
        // The log ends just after day 9; the windows of a (day 0) and b (day 1) are complete, that of d (day 5) is not.
        RepeatRate week = new() { Window = TimeSpan.FromDays(7) };
        ShareResult open = Small.Measure(week);
        Assert.Equal((1L, 2L, 0.5, new MetricCount("Open", 1)), (open.Hits, open.Total, open.Value, open.Counts[^1]));
        Assert.Equal((2L, 3L), (Small.Measure(week with { ObservedUntil = Shop.Start.AddDays(12) }).Hits, Small.Measure(week with { ObservedUntil = Shop.Start.AddDays(12) }).Total));
        // What comes exactly a window later is too late, and a window that ends at the end of observation is complete.
        Assert.Equal((0L, 1L), Pair(TimeSpan.FromDays(6)));
        Assert.Equal((1L, 1L), Pair(TimeSpan.FromDays(6) + TimeSpan.FromTicks(1)));
        ShareResult none = Small.Measure(new RepeatRate { Window = TimeSpan.MaxValue });
        Assert.Equal((0L, 0L, "No customer's window after the first purchase was observed to its end yet."), (none.Hits, none.Total, none.WhyNoValue!.Message));
        Assert.Throws<ArgumentOutOfRangeException>(() => new RepeatRate { Window = TimeSpan.Zero });

        static (long, long) Pair(TimeSpan window) => Shop.Log(Shop.Paid("a", 0, 1), Shop.Paid("a", 6, 1)).Measure(new RepeatRate { Window = window }) is var result ? (result.Hits, result.Total) : default;
    }

    [Fact]
    public void A_part_that_was_watched_longer_closes_the_windows_of_the_others()
    {
        RepeatRate week = new() { Window = TimeSpan.FromDays(7) };
        PartialResult<ShareResult> part = Small.MeasurePart(week), later = Shop.Log(Shop.Event("z", 40, "visit")).MeasurePart(week);
        ShareResult merged = PartialResult<ShareResult>.FromBytes(week, part.ToBytes()).Merge(later).ToResult();
        Assert.Equal((2L, 3L, new MetricCount("Open", 0)), (merged.Hits, merged.Total, merged.Counts[^1]));
    }

    [Fact]
    public void Rates_agree_with_a_slow_reference() => Prop.ForAll(LogGenerator.Events, Gen.Choose(1, 12).ToArbitrary(), Gen.Choose(0, 40).ToArbitrary(), (events, window, watched) =>
    {
        TimeSpan hours = TimeSpan.FromHours(9 * window);
        DateTimeOffset until = LogGenerator.Start.AddHours(9 * watched);
        JourneyLog log = JourneyLog.From(events);
        DateTimeOffset end = log.Schema.ObservedUntil is { } seen && seen > until ? seen : until;
        foreach (string? name in (string?[])[null, "buy"])
        {
            DateTimeOffset[][] buyers = [.. events.Where(one => name is null ? one.Value >= 0 : one.Event == name).GroupBy(one => one.Customer).Select(one => one.Select(e => e.At).Order().ToArray())];
            ShareResult all = log.Measure(new RepeatRate { EventName = name });
            Assert.Equal((buyers.Count(times => times.Length > 1), buyers.Length), (all.Hits, all.Total));
            DateTimeOffset[][] complete = [.. buyers.Where(times => times[0] + hours <= end)];
            ShareResult within = log.Measure(new RepeatRate { EventName = name, Window = hours, ObservedUntil = until });
            Assert.Equal((complete.Count(times => times.Length > 1 && times[1] < times[0] + hours), complete.Length), (within.Hits, within.Total));
            Assert.Equal(buyers.Length - complete.Length, within.Counts[^1].Count);

            PurchaseFrequencyResult frequency = log.Measure(new PurchaseFrequency { EventName = name });
            Assert.Equal((buyers.Sum(times => times.Length), buyers.Length), (frequency.Purchases, frequency.Customers));
            if (MeanSample.Of([.. buyers.Select(times => (double)times.Length)]).Estimate(0.95) is { } mean)
            {
                Near.Equal(mean.Upper, frequency.Estimate!.Upper, 1e-9);
                Near.Equal(Math.Max(1, mean.Lower), frequency.Estimate.Lower, 1e-9);
            }
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Active_customers_are_counted_once_in_each_group() => Prop.ForAll(LogGenerator.Events, events =>
    {
        JourneyLog log = JourneyLog.From(events);
        Assert.Equal(events.Select(one => one.Customer).Distinct().Count(), log.Measure(new ActiveCustomers()).Customers);
        Assert.Equal(events.Where(one => one.Event == "buy").Select(one => one.Customer).Distinct().Count(), log.Measure(new ActiveCustomers { EventName = "buy" }).Value);
        Breakdown<ActiveCustomersResult> byDay = log.Measure(new ActiveCustomers { EventName = "ask" }.By(Dimension.Calendar(CalendarUnit.Day)));
        foreach (BreakdownRow<ActiveCustomersResult> row in byDay.Where(row => !row.IsNone))
        {
            JourneyEvent[] day = [.. events.Where(one => one.Event == "ask" && one.At.UtcDateTime.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) == row.Group)];
            Assert.Equal((day.Select(one => one.Customer).Distinct().Count(), day.Length), (row.Result.Customers, row.Result.Events));
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Any_partition_gives_the_same_bits() => Prop.ForAll(LogGenerator.Events, ArbMap.Default.ArbFor<int>(), (events, seed) =>
    {
        Parts.Same(events, new PurchaseFrequency(), seed);
        Parts.Same(events, new PurchaseFrequency { EventName = "buy" }, seed);
        Parts.Same(events, new ActiveCustomers { EventName = "buy" }, seed);
        Parts.Same(events, new RepeatRate(), seed);
        Parts.Same(events, new RepeatRate { EventName = "buy", Window = TimeSpan.FromHours(30) }, seed);
    }).QuickCheckThrowOnFailure();
}
