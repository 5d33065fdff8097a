using System.Text.Json;
using CustomerJourney.Events;
using CustomerJourney.Metrics;
using CustomerJourney.Statistics;
using CustomerJourney.Tests.Statistics;
using CustomerJourney.Tests.Support;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerJourney.Tests.Metrics;

public class RatioMetricTests
{
    private static readonly RatioMetric OrdersPerVisit = new(CustomerQuantity.EventCount("order"), CustomerQuantity.EventCount("visit"));

    /// <summary>R 4.2.2 survey 4.1.1 svyratio: each unit of a case becomes a customer with so many orders and visits.</summary>
    [SharedFact("oracles", "metrics", "extra.json")]
    public void Ratios_of_logs_have_the_errors_of_R()
    {
        using JsonDocument file = JsonDocument.Parse(File.ReadAllText(SharedFolder.File("oracles", "metrics", "extra.json")));
        int cases = 0;
        foreach (JsonElement item in file.RootElement.GetProperty("cases").EnumerateArray().Where(item => item.GetProperty("metric").GetString() == "ratio.delta_method"))
        {
            int[] orders = Numbers("numerator"), visits = Numbers("denominator");
            RatioMetricResult result = JourneyLog.From(orders.SelectMany((count, index) =>
                Enumerable.Range(0, count).Select(order => Shop.Event($"c{index}", order)).Concat(Enumerable.Range(0, visits[index]).Select(visit => Shop.Event($"c{index}", visit, "visit"))))).Measure(OrdersPerVisit);
            JsonElement expected = item.GetProperty("expected");
            Near.Equal(expected.GetProperty("ratio").GetDouble(), result.Value, 1e-12);
            Near.Equal(expected.GetProperty("standardError").GetDouble(), result.Sample.Ratio!.StandardError, 1e-8);
            Near.Equal(expected.GetProperty("lower").GetDouble(), result.Sample.Ratio.Estimate(item.GetProperty("input").GetProperty("confidence").GetDouble())!.Lower, 1e-8);
            Assert.Equal(orders.Length, result.Customers);
            cases++;

            int[] Numbers(string name) => [.. item.GetProperty("input").GetProperty(name).EnumerateArray().Select(number => number.GetInt32())];
        }

        Assert.Equal(8, cases);
    }

    [Fact]
    public void Every_customer_with_an_event_is_one_of_the_sample()
    {
        JourneyLog log = Shop.Log(Shop.Event("a", 0, "visit"), Shop.Event("a", 1, "visit"), Shop.Event("a", 1), Shop.Event("b", 1, "visit"), Shop.Event("c", 1, "other"));
        RatioMetricResult result = log.Measure(OrdersPerVisit);
        Assert.Equal((1.0 / 3, 3L, 1L, "order per visit"), (result.Value, result.Customers, result.WithoutDenominator, result.Title));
        Assert.Equal(0, result.Estimate!.Lower);
        Assert.Equal("Orders per visit", log.Measure(OrdersPerVisit with { Name = "Orders per visit" }).Title);
        NoValue none = log.Measure(new RatioMetric(CustomerQuantity.EventCount("order"), CustomerQuantity.EventCount("Visit"))).WhyNoValue!;
        Assert.Equal((NoValueReason.ZeroBase, "None of 3 customers has events named Visit: there is nothing below the line. Look at the name."), (none.Reason, none.Message));
        Assert.Equal(NoValueReason.NoData, JourneyLog.From([]).Measure(OrdersPerVisit).WhyNoValue!.Reason);
    }

    [Fact]
    public void Revenue_per_visit_is_in_the_currency_and_shares_of_amounts_are_in_none()
    {
        JourneyLog log = Shop.Log(Shop.Event("a", 0, "visit"), Shop.Event("a", 1, "visit"), Shop.Paid("a", 1, 40), Shop.Event("a", 2, "discount", 10, "EUR"), Shop.Event("b", 0, "visit"), Shop.Paid("b", 1, 20));
        RatioMetricResult perVisit = log.Measure(new RatioMetric(CustomerQuantity.AmountSum("order"), CustomerQuantity.EventCount("visit")));
        Assert.Equal((20.0, "EUR", "amount of order per visit"), (perVisit.Value, perVisit.Unit, perVisit.Title));
        RatioMetricResult discount = log.Measure(new RatioMetric(CustomerQuantity.AmountSum("discount"), CustomerQuantity.AmountSum()));
        Assert.Equal((1.0 / 7, null, "EUR"), (discount.Value!.Value, discount.Unit, discount.Currency));
        Assert.Equal(6.0 / 5, log.Measure(new RatioMetric(CustomerQuantity.EventCount(), CustomerQuantity.ActiveDays())).Value);
    }

    [Fact]
    public void A_customer_who_got_back_more_than_they_paid_counts_with_nothing_below_the_line()
    {
        JourneyLog log = Shop.Log(Shop.Paid("a", 0, 10), Shop.Event("a", 1, "refund", -30, "EUR"), Shop.Paid("b", 0, 5));
        RatioMetricResult result = log.Measure(new RatioMetric(CustomerQuantity.EventCount("order"), CustomerQuantity.AmountSum()));
        Assert.Equal((2.0 / 5, 1L, 1L), (result.Value, result.WithoutDenominator, result.Refunds));
        Assert.Equal(2.0 / 15, log.Measure(new RatioMetric(CustomerQuantity.EventCount("order"), CustomerQuantity.AmountSum()) { Refunds = RefundRule.Ignore }).Value!.Value, 1e-15);
    }

    [Fact]
    public void Days_are_those_of_the_calendar()
    {
        // Half past eleven at night in UTC is the next day in Berlin.
        JourneyLog log = Shop.Log(Shop.Event("a", 0.5), Shop.Event("a", 23.5 / 24), Shop.Event("a", 1.5));
        Assert.Equal(2, Of(ReportingCalendar.Utc));
        Assert.Equal(2, Of(new ReportingCalendar { TimeZone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin") }));
        log = Shop.Log(Shop.Event("a", 0.5), Shop.Event("a", 23.5 / 24));
        Assert.Equal(1, Of(ReportingCalendar.Utc));
        Assert.Equal(2, Of(new ReportingCalendar { TimeZone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin") }));

        double? Of(ReportingCalendar calendar) => log.Measure(new RatioMetric(CustomerQuantity.ActiveDays("order", calendar), CustomerQuantity.Customers)).Value;
    }

    [Fact]
    public void Ratios_agree_with_sums_customer_by_customer() => Prop.ForAll(Shop.InOneCurrency, events =>
    {
        JourneyLog log = JourneyLog.From(events);
        (CustomerQuantity Quantity, Func<JourneyEvent[], double> Of)[] quantities =
        [
            (CustomerQuantity.EventCount("buy"), own => own.Count(one => one.Event == "buy")),
            (CustomerQuantity.EventCount(), own => own.Length),
            (CustomerQuantity.AmountSum(), own => (double)own.Sum(one => one.Value ?? 0)),
            (CustomerQuantity.ActiveDays("ask"), own => own.Where(one => one.Event == "ask").Select(one => one.At.UtcDateTime.Date).Distinct().Count()),
            (CustomerQuantity.Customers, _ => 1),
        ];
        JourneyEvent[][] customers = [.. events.GroupBy(one => one.Customer).Select(own => own.ToArray())];
        foreach ((CustomerQuantity top, Func<JourneyEvent[], double> above) in quantities)
        {
            foreach ((CustomerQuantity bottom, Func<JourneyEvent[], double> below) in quantities)
            {
                RatioMetricResult result = log.Measure(new RatioMetric(top, bottom));
                double[] over = [.. customers.Select(above)], under = [.. customers.Select(own => Math.Max(0, below(own)))];
                RatioOfMeans? expected = RatioOfMeans.Of(over, under);
                Assert.Equal((expected is null, customers.Length, under.Count(value => value == 0)), (result.Value is null, result.Customers, result.WithoutDenominator));
                if (expected is null) continue;
                Near.Equal(expected.Value, result.Value, 1e-12, 1e-12);
                if (expected.StandardError is { } error) Near.Equal(error, result.Sample.Ratio!.StandardError, 1e-6, 1e-6 * Math.Abs(expected.Value) + 1e-9);
            }
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Any_partition_gives_the_same_bits() => Prop.ForAll(LogGenerator.Events, ArbMap.Default.ArbFor<int>(), (events, seed) =>
    {
        Parts.Same(events, new RatioMetric(CustomerQuantity.EventCount("buy"), CustomerQuantity.EventCount()), seed);
        Parts.Same(events, new RatioMetric(CustomerQuantity.AmountSum("buy"), CustomerQuantity.ActiveDays()) { Currency = "EUR" }, seed);
        Parts.Same(events, new RatioMetric(CustomerQuantity.AmountSum("buy"), CustomerQuantity.AmountSum()), seed);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Groups_of_events_add_up_above_and_below_the_line() => Prop.ForAll(LogGenerator.Events, events =>
    {
        Breakdown<RatioMetricResult> byChannel = JourneyLog.From(events).Measure(new RatioMetric(CustomerQuantity.EventCount("buy"), CustomerQuantity.EventCount("open")).By(Dimension.Channel));
        Assert.Equal(byChannel.Total.Sample.Numerator, byChannel.Sum(row => row.Result.Sample.Numerator));
        Assert.Equal(byChannel.Total.Sample.Denominator, byChannel.Sum(row => row.Result.Sample.Denominator));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Definitions_are_equal_by_value_and_print_no_names_of_the_machine()
    {
        RatioMetric one = new(CustomerQuantity.ActiveDays("x", new ReportingCalendar { TimeZone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin") }), CustomerQuantity.Customers);
        Assert.Equal(one, new RatioMetric(CustomerQuantity.ActiveDays("x", new ReportingCalendar { TimeZone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin") }), CustomerQuantity.Customers));
        Assert.NotEqual(one, new RatioMetric(CustomerQuantity.ActiveDays("x"), CustomerQuantity.Customers));
        Assert.Contains("active days by x (Europe/Berlin, weeks from Monday)", one.ToString(), StringComparison.Ordinal);
        Assert.ThrowsAny<ArgumentException>(() => CustomerQuantity.EventCount(""));
        Assert.Throws<ArgumentNullException>(() => new RatioMetric(null!, CustomerQuantity.Customers));
    }
}
