using System.Text.Json;
using CustomerJourney.Events;
using CustomerJourney.Metrics;
using CustomerJourney.Tests.Statistics;
using CustomerJourney.Tests.Support;
using FsCheck;
using FsCheck.Fluent;
using Computed = CustomerJourney.Statistics.CustomerBase.RetainedRevenue;

namespace CustomerJourney.Tests.Metrics;

public class RevenueRetentionTests
{
    private static readonly TimeRange March = TimeRange.Month(2026, 3), April = TimeRange.Month(2026, 4);
    private static readonly RevenueRetention Watched = new(March, April) { ObservedUntil = April.End };

    /// <summary>shared/oracles/metrics/retention.json: each customer pays once in March and once in April, new ones in April only.</summary>
    [SharedFact("oracles", "metrics", "retention.json")]
    public void Retention_of_logs_is_that_of_the_shared_cases()
    {
        using JsonDocument file = JsonDocument.Parse(File.ReadAllText(SharedFolder.File("oracles", "metrics", "retention.json")));
        int cases = 0;
        foreach (JsonElement item in file.RootElement.GetProperty("cases").EnumerateArray().Where(item => item.GetProperty("metric").GetString() == "retention.revenue"))
        {
            decimal[] starting = Numbers("startingRevenue"), ending = Numbers("endingRevenue"), added = Numbers("newCustomerRevenue");
            JsonElement expected = item.GetProperty("expected");
            RevenueRetentionResult result = JourneyLog.From(
            [
                .. starting.Select((amount, index) => Shop.Paid($"c{index}", 3, amount)),
                .. ending.Select((amount, index) => Shop.Paid($"c{index}", 40, amount)),
                .. added.Select((amount, index) => Shop.Paid($"n{index}", 41, amount)),
            ]).Measure(Watched);
            Near.Equal(expected.GetProperty("netRevenueRetention").GetDouble(), result.Net, 1e-10);
            Near.Equal(expected.GetProperty("grossRevenueRetention").GetDouble(), result.Gross, 1e-10);
            Near.Equal(expected.GetProperty("logoRetention").GetDouble(), result.Logos!.Value, 1e-10);
            Near.Equal(expected.GetProperty("expansion").GetDouble(), result.Expansion, 1e-10);
            Near.Equal(expected.GetProperty("contraction").GetDouble(), result.Contraction, 1e-10);
            Near.Equal(expected.GetProperty("churnedRevenue").GetDouble(), result.ChurnedRevenue, 1e-10);
            Assert.Equal((starting.Length, added.Length), (result.Customers, result.NewCustomers));
            Computed computed = Computed.Of([.. starting.Select(amount => (double)amount)], [.. ending.Select(amount => (double)amount)])!;
            Near.Equal(computed.NetEstimate!.Lower, result.Estimate!.Lower, 1e-9, 1e-9);
            Near.Equal(computed.GrossEstimate!.Upper, result.GrossEstimate!.Upper, 1e-9, 1e-9);
            Assert.Equal(computed.Logos, result.Logos);
            Assert.Equal(computed.NetEstimate.Method, result.Estimate.Method);
            cases++;

            decimal[] Numbers(string name) => [.. item.GetProperty("input").GetProperty(name).EnumerateArray().Select(number => number.GetDecimal())];
        }

        Assert.Equal(9, cases);
    }

    [Fact]
    public void The_same_customers_stand_above_and_below_the_line()
    {
        JourneyLog log = Shop.Log(
            Shop.Paid("more", 1, 100), Shop.Paid("more", 40, 150), Shop.Paid("less", 2, 100), Shop.Paid("less", 41, 60), Shop.Paid("gone", 3, 50), Shop.Paid("new", 42, 1000), Shop.Paid("between", 70, 5));
        RevenueRetentionResult result = log.Measure(new RevenueRetention(March, April));
        Assert.Equal((210.0 / 250, 160.0 / 250, 50.0, 40.0, 50.0), (result.Net, result.Gross, result.Expansion, result.Contraction, result.ChurnedRevenue));
        Assert.Equal((3L, 2L, 1L, 1L, 1L), (result.Customers, result.Kept, result.Expanded, result.Contracted, result.NewCustomers));
        Assert.Equal((250.0, 210.0, "EUR", null), (result.StartingRevenue, result.EndingRevenue, result.Currency, result.Unit));
        Assert.StartsWith("Net revenue retention 84.0% (95% interval 0.0% to ", result.ToString(), StringComparison.Ordinal);
        Assert.Equal(0, log.Measure(new RevenueRetention(March, April) { EventName = "order" }).NewCustomers - 1);
        Assert.Equal(NoValueReason.NoData, log.Measure(new RevenueRetention(March, April) { EventName = "renewal" }).WhyNoValue!.Reason);
    }

    [Fact]
    public void Refunds_are_taken_off_the_revenue_of_their_span_and_never_below_nothing()
    {
        JourneyLog log = Shop.Log(
            Shop.Paid("a", 1, 100), Shop.Paid("a", 2, -40), Shop.Paid("a", 40, 60), Shop.Paid("b", 1, 100), Shop.Paid("b", 40, 10), Shop.Paid("b", 41, -30),
            Shop.Paid("c", 1, 10), Shop.Paid("c", 2, -10), Shop.Paid("c", 40, 7), Shop.Paid("d", 80, 1));
        RevenueRetentionResult net = log.Measure(new RevenueRetention(March, April));
        // a kept all of 60, b got back more than was paid and counts as lost, c paid nothing in March and is new.
        Assert.Equal((60.0 / 160, 60.0 / 160, 2L, 1L, 1L, 3L), (net.Net, net.Gross, net.Customers, net.Kept, net.NewCustomers, net.Refunds));
        RevenueRetentionResult gross = log.Measure(new RevenueRetention(March, April) { Refunds = RefundRule.Ignore });
        Assert.Equal((77.0 / 210, 3L, 3L, 0L), (gross.Net, gross.Customers, gross.Kept, gross.NewCustomers));
    }

    [Fact]
    public void Without_a_whole_second_span_or_a_first_revenue_there_is_no_retention()
    {
        JourneyLog log = Shop.Log(Shop.Paid("a", 1, 100), Shop.Paid("a", 40, 60));
        RevenueRetentionResult open = log.Measure(new RevenueRetention(March, April));
        Assert.Equal((null, null, null, NoValueReason.StillOpen, true), (open.Net, open.Gross, open.Expansion, open.WhyNoValue!.Reason, open.IsOpen));
        Assert.All(open.OtherFigures, figure => Assert.Null(figure.Value));
        Assert.Equal(0.6, log.Measure(Watched).Net);
        PartialResult<RevenueRetentionResult> part = log.MeasurePart(new RevenueRetention(March, April));
        Assert.Equal(0.6, part.Merge(Shop.Log(Shop.Event("z", 90)).MeasurePart(new RevenueRetention(March, April))).ToResult().Net);

        Assert.Equal(NoValueReason.ZeroBase, Shop.Log(Shop.Paid("a", 40, 60)).Measure(Watched).WhyNoValue!.Reason);
        Assert.Equal(NoValueReason.NoData, JourneyLog.From([]).Measure(Watched).WhyNoValue!.Reason);
        Assert.Equal(NoValueReason.MixedCurrencies, Shop.Log(Shop.Paid("a", 1, 1), Shop.Paid("a", 40, 1, "USD")).Measure(Watched).WhyNoValue!.Reason);
        Assert.Equal(1, Shop.Log(Shop.Paid("a", 1, 1), Shop.Paid("a", 40, 1), Shop.Paid("a", 90, 5, "USD")).Measure(Watched).Net);
    }

    [Fact]
    public void Spans_that_cannot_be_compared_are_refused_or_told()
    {
        Assert.Equal("end", Assert.Throws<ArgumentException>(() => new RevenueRetention(April, March)).ParamName);
        Assert.Equal("start", Assert.Throws<ArgumentException>(() => new RevenueRetention(new TimeRange(March.Start, March.Start), April)).ParamName);
        Assert.Equal("window", Assert.Throws<ArgumentException>(() => RevenueRetention.Across(March, TimeSpan.FromDays(32))).ParamName);
        RevenueRetention year = RevenueRetention.Across(TimeRange.Parse("2025-01-01/2026-01-01"), TimeSpan.FromDays(30));
        Assert.Equal((TimeRange.Parse("2024-12-02/2025-01-01"), TimeRange.Parse("2025-12-02/2026-01-01")), (year.Start, year.End));
        JourneyLog log = Shop.Log([.. Enumerable.Range(0, 40).SelectMany(index => (JourneyEvent[])[Shop.Paid($"c{index}", 1, 10), Shop.Paid($"c{index}", 40, 10 + (index % 2))])]);
        Assert.Empty(log.Measure(Watched).Warnings);
        Assert.Equal(MetricWarningKind.Assumption, log.Measure(new RevenueRetention(March, TimeRange.Parse("2026-04-01/2026-06-01")) { ObservedUntil = April.End.AddYears(1) }).Warnings.Single().Kind);
    }

    [Fact]
    public void Retention_agrees_with_sums_customer_by_customer_and_keeps_its_bounds() =>
        Prop.ForAll(Shop.InOneCurrency, Gen.Choose(1, 8).ToArbitrary(), Gen.Choose(0, 3).ToArbitrary(), (events, length, gap) =>
        {
            TimeSpan hours = TimeSpan.FromHours(9 * length);
            TimeRange first = new(LogGenerator.Start, LogGenerator.Start + hours), second = new(first.End.AddHours(9 * gap), first.End.AddHours(9 * gap) + hours);
            RevenueRetentionResult result = JourneyLog.From(events).Measure(new RevenueRetention(first, second) { ObservedUntil = second.End });
            (decimal Start, decimal End)[] customers =
            [
                .. events.GroupBy(one => one.Customer).Select(own => (
                    own.Where(one => first.Contains(one.At)).Sum(one => one.Value ?? 0), Math.Max(0, own.Where(one => second.Contains(one.At)).Sum(one => one.Value ?? 0)))),
            ];
            (decimal Start, decimal End)[] payers = [.. customers.Where(own => own.Item1 > 0)];
            Assert.Equal(customers.Count(own => own.Start <= 0 && own.End > 0), result.NewCustomers);
            Assert.Equal(payers.Length == 0, result.Net is null);
            if (payers.Length == 0) return;

            Computed expected = Computed.Of([.. payers.Select(own => (double)own.Start)], [.. payers.Select(own => (double)own.End)])!;
            Near.Equal(expected.Net, result.Net, 1e-12);
            Near.Equal(expected.Gross, result.Gross, 1e-12);
            Assert.Equal(expected.Logos, result.Logos);
            Assert.Equal((double)payers.Sum(own => Math.Max(0, own.End - own.Start)), result.Expansion);
            Assert.Equal((double)payers.Where(own => own.End > 0).Sum(own => Math.Max(0, own.Start - own.End)), result.Contraction);
            Assert.Equal((double)payers.Where(own => own.End == 0).Sum(own => own.Start), result.ChurnedRevenue);
            Assert.Equal(expected.NetEstimate is null, result.Estimate is null);
            if (expected.NetEstimate is { } net) Near.Equal(net.Upper, result.Estimate!.Upper, 1e-6, 1e-6);
            Assert.InRange(result.Gross!.Value, 0, Math.Min(1, result.Net!.Value));
            Assert.True(result.GrossEstimate is null || (result.GrossEstimate.Lower >= 0 && result.GrossEstimate.Upper <= 1 && result.Estimate!.Lower >= 0));
            Near.Equal(result.EndingRevenue!.Value, result.StartingRevenue + result.Expansion - result.Contraction - result.ChurnedRevenue, 1e-9, 1e-9 * result.StartingRevenue!.Value);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Any_partition_gives_the_same_bits_and_groups_of_customers_add_up() => Prop.ForAll(LogGenerator.Events, ArbMap.Default.ArbFor<int>(), (events, seed) =>
    {
        TimeRange first = new(LogGenerator.Start, LogGenerator.Start.AddHours(40)), second = new(first.End, first.End.AddHours(40));
        RevenueRetention question = new(first, second) { ObservedUntil = second.End, Currency = "EUR" };
        Parts.Same(events, question, seed);
        Parts.Same(events, new RevenueRetention(first, second), seed);
        JourneyLog log = JourneyLog.From(events);
        if (!log.Schema.CustomerAttributes.Contains("plan")) return;
        Breakdown<RevenueRetentionResult> byPlan = log.Measure(question.By(Dimension.Attribute("plan")));
        Assert.Equal(log.Measure(question), byPlan.Total);
        Assert.Equal(byPlan.Total.Customers, byPlan.Sum(row => row.Result.Customers));
        Near.Equal(byPlan.Total.StartingRevenue ?? 0, byPlan.Sum(row => row.Result.StartingRevenue ?? 0), 1e-12);
    }).QuickCheckThrowOnFailure();
}
