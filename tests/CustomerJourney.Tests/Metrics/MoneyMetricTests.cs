using CustomerJourney.Events;
using CustomerJourney.Metrics;
using CustomerJourney.Statistics;
using CustomerJourney.Tests.Statistics;
using CustomerJourney.Tests.Support;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerJourney.Tests.Metrics;

/// <summary>Average order value, revenue, and revenue per customer.</summary>
public class MoneyMetricTests
{
    private static readonly JourneyLog Small = Shop.Log(
        Shop.Paid("a", 0, 10), Shop.Paid("a", 1, 20.5m), Shop.Paid("b", 1, 3), Shop.Event("b", 2, "refund", -1, "EUR"), Shop.Event("c", 3, "visit"), Shop.Event("b", 4));

    [Fact]
    public void Order_value_is_revenue_over_orders_and_refunds_are_no_orders()
    {
        AverageOrderValueResult result = Small.Measure(new AverageOrderValue());
        Assert.Equal((33.5 / 3, 3L, 2L, 1L, 0L, 10.0, "EUR"), (result.Value, result.Orders, result.Customers, result.Refunds, result.Missing, result.Median, result.Currency));
        Assert.Equal("Average order value 11.17 EUR (95% interval 0.0 to 80.34, delta method, Student t), n = 3", result.ToString());
        Assert.Equal(32.5 / 3, Small.Measure(new AverageOrderValue { Refunds = RefundRule.Subtract }).Value!.Value, 1e-12);

        AverageOrderValueResult named = Small.Measure(new AverageOrderValue { EventName = "order" });
        Assert.Equal((33.5 / 3, 1L, 0L), (named.Value, named.Missing, named.Refunds));
        Assert.Equal(NoValueReason.NoData, Small.Measure(new AverageOrderValue { EventName = "visit" }).WhyNoValue!.Reason);
        Assert.Null(Small.Measure(new AverageOrderValue { EventName = "no such event" }).Value);
    }

    [Fact]
    public void Few_customers_are_warned_of_though_they_order_often()
    {
        JourneyLog log = Shop.Log([.. Enumerable.Range(0, 60).Select(order => Shop.Paid($"c{order % 3}", order, order))]);
        MetricWarning warning = log.Measure(new AverageOrderValue()).Warnings[0];
        Assert.Equal(MetricWarningKind.VeryFewObservations, warning.Kind);
        Assert.Contains("3 customers, however many their 60 observations", warning.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Currencies_are_never_added()
    {
        JourneyLog log = Shop.Log(Shop.Paid("a", 0, 10), Shop.Paid("a", 1, 1000, "JPY"), Shop.Paid("b", 2, 20), Shop.Paid("b", 2, 7, null));
        RevenueResult mixed = log.Measure(new Revenue());
        Assert.Equal((null, NoValueReason.MixedCurrencies, null, null), (mixed.Value, mixed.WhyNoValue!.Reason, mixed.Currency, mixed.Total));
        Assert.Contains("none named, EUR, JPY", mixed.WhyNoValue.Message, StringComparison.Ordinal);
        Assert.Equal(NoValueReason.MixedCurrencies, log.Measure(new AverageOrderValue()).WhyNoValue!.Reason);
        Assert.Null(log.Measure(new AverageOrderValue()).Median);
        Assert.Equal(NoValueReason.MixedCurrencies, log.Measure(new RevenuePerCustomer(CustomersCounted.All)).WhyNoValue!.Reason);
        Assert.Equal(NoValueReason.MixedCurrencies, log.Measure(new RatioMetric(CustomerQuantity.AmountSum(), CustomerQuantity.Customers)).WhyNoValue!.Reason);

        RevenueResult euros = log.Measure(new Revenue { Currency = "EUR" });
        Assert.Equal((30.0, "EUR", 2L, 2L), (euros.Value, euros.Currency, euros.OtherCurrencies, euros.Customers));
        Assert.Equal((7.0, null), (log.Measure(new Revenue { Currency = "" }).Value, log.Measure(new Revenue { Currency = "" }).Unit));
        NoValue none = log.Measure(new Revenue { Currency = "USD" }).WhyNoValue!;
        Assert.Equal((NoValueReason.NoData, "There are no amounts in USD; 4 amounts are in other currencies."), (none.Reason, none.Message));

        Breakdown<RevenueResult> byCurrency = log.Measure(new Revenue().By(Dimension.Currency));
        Assert.Equal(["EUR", "JPY", "None"], byCurrency.Select(row => row.Group));
        Assert.Equal([30, 1000, 7], byCurrency.Select(row => row.Result.Value));
        Assert.Equal(["EUR", "JPY", null], byCurrency.Select(row => row.Result.Unit));
        Assert.Null(byCurrency.Total.Value);
        // Customers can be grouped by the currency of their first amount, and then pay in another.
        Assert.Equal(NoValueReason.MixedCurrencies, log.Measure(new Revenue().By(Dimension.Currency.First))["EUR"].WhyNoValue!.Reason);
    }

    [Fact]
    public void Revenue_per_customer_says_who_stands_below_the_line()
    {
        JourneyLog log = JourneyLog.From(
            [Shop.Paid("a", 0, 10), Shop.Paid("a", 1, 20), Shop.Paid("b", 1, 3), Shop.Event("b", 2, "refund", -1, "EUR"), Shop.Event("c", 3, "visit")], [new CustomerProfile { Customer = "d" }]);
        Assert.Equal((32.0 / 4, 4L, 2L), Of(CustomersCounted.All));
        Assert.Equal((32.0 / 3, 3L, 2L), Of(CustomersCounted.Active));
        Assert.Equal((16.0, 2L, 2L), Of(CustomersCounted.Paying));
        Assert.Equal(16.0, log.Measure(new Revenue()).PerCustomer.Value);
        Assert.Equal("Revenue per paying customer", log.Measure(new RevenuePerCustomer(CustomersCounted.Paying)).Title);
        Assert.Equal(16.5, log.Measure(new RevenuePerCustomer(CustomersCounted.Paying) { Refunds = RefundRule.Ignore }).Value);
        Assert.Equal(0, log.Measure(new RevenuePerCustomer(CustomersCounted.Active) { EventName = "visit" }).Value);
        Assert.Equal(-0.25, log.Measure(new RevenuePerCustomer(CustomersCounted.All) { EventName = "refund" }).Value);
        Assert.Null(JourneyLog.From([]).Measure(new RevenuePerCustomer(CustomersCounted.All)).Value);
        Assert.Equal(0, JourneyLog.From([], [new CustomerProfile { Customer = "d" }]).Measure(new RevenuePerCustomer(CustomersCounted.All)).Value);

        (double?, long, long) Of(CustomersCounted counted) => log.Measure(new RevenuePerCustomer(counted)) is var result ? (result.Value, result.Customers, result.Paying) : default;
    }

    [Fact]
    public void Revenue_per_customer_is_not_below_zero_where_refunds_are_left_out()
    {
        JourneyLog log = Shop.Log(Shop.Paid("a", 0, 5), Shop.Paid("b", 0, 0), Shop.Event("c", 3, "refund", -1, "EUR"));
        foreach (CustomersCounted counted in Enum.GetValues<CustomersCounted>())
        {
            RevenuePerCustomer kept = new(counted) { Refunds = RefundRule.Ignore };
            Assert.Equal(0, log.Measure(kept).Estimate!.Lower);
            Assert.Equal(0, log.Measure(kept).Figures[0].Sample.Estimate(0.99)!.Lower);
            // A refund may be more than was paid since the log began.
            Assert.True(log.Measure(kept with { Refunds = RefundRule.Subtract }).Estimate!.Lower < 0);
        }
    }

    [Fact]
    public void Definitions_that_mean_nothing_are_refused()
    {
        Assert.ThrowsAny<ArgumentException>(() => new Revenue { EventName = "" });
        Assert.Throws<ArgumentOutOfRangeException>(() => new Revenue { Refunds = (RefundRule)9 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new Revenue { Level = 1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new RevenuePerCustomer((CustomersCounted)9));
        Assert.Contains("leave Counting at All", Assert.Throws<InvalidOperationException>(() => Small.Measure(new Revenue { Counting = AnswerCounting.LatestPerCustomer })).Message, StringComparison.Ordinal);
        Assert.Contains("events named 'order'", Assert.Throws<InvalidOperationException>(() => new Revenue { EventName = "order" }.CreateTally()).Message, StringComparison.Ordinal);
        Assert.Null(new Revenue().CreateTally().ToResult().Value);
    }

    [Fact]
    public void All_figures_agree_with_sums_customer_by_customer() => Prop.ForAll(Shop.InOneCurrency, events =>
    {
        JourneyLog log = JourneyLog.From(events);
        foreach (RefundRule refunds in Enum.GetValues<RefundRule>())
        {
            foreach (string? name in (string?[])[null, "buy"])
            {
                bool Counts(JourneyEvent one) => (name is null || one.Event == name) && (refunds == RefundRule.Subtract || one.Value >= 0);
                decimal[][] customers = [.. Shop.ByCustomer(events, Counts)], paying = [.. customers.Where(amounts => amounts.Length > 0)];
                decimal[] orders = [.. paying.SelectMany(amounts => amounts).Where(amount => amount >= 0).Order()];
                decimal total = paying.Sum(amounts => amounts.Sum());

                RevenueResult revenue = log.Measure(new Revenue { EventName = name, Refunds = refunds });
                Assert.Equal(paying.Length == 0 ? null : total, revenue.Total);
                Assert.Equal((paying.Length, orders.Length), (revenue.Customers, revenue.Orders));
                Same(MeanSample.Of([.. paying.Select(amounts => (double)amounts.Sum())]).Estimate(0.95), revenue.PerCustomer.Estimate(0.95), refunds == RefundRule.Ignore ? 0 : double.NegativeInfinity);

                AverageOrderValueResult value = log.Measure(new AverageOrderValue { EventName = name, Refunds = refunds });
                RatioOfMeans? ratio = RatioOfMeans.Of([.. paying.Select(amounts => (double)amounts.Sum())], [.. paying.Select(amounts => (double)amounts.Count(amount => amount >= 0))]);
                Assert.Equal(orders.Length == 0, value.Value is null);
                if (ratio is not null) Near.Equal(ratio.Value, value.Value, 1e-12, 1e-9);
                if (ratio?.StandardError is { } error) Near.Equal(error, value.Sample.Ratio!.StandardError, 1e-6, 1e-5 * (double)orders[^1]);
                Assert.Equal(orders.Length == 0 ? null : (double)((orders[(orders.Length - 1) / 2] + orders[orders.Length / 2]) / 2), value.Median);

                RevenuePerCustomerResult perCustomer = log.Measure(new RevenuePerCustomer(CustomersCounted.Active) { EventName = name, Refunds = refunds });
                Same(MeanSample.Of([.. customers.Select(amounts => (double)amounts.Sum())]).Estimate(0.95), perCustomer.Estimate, refunds == RefundRule.Ignore ? 0 : double.NegativeInfinity);
                Assert.Equal((customers.Length, paying.Length), (perCustomer.Customers, perCustomer.Paying));
            }
        }

        static void Same(Estimate? expected, Estimate? actual, double lowest = double.NegativeInfinity)
        {
            Assert.Equal(expected?.N, actual?.N);
            if (expected is null) return;
            Near.Equal(expected.Value, actual!.Value, 1e-12, 1e-9);
            Near.Equal(Math.Max(lowest, expected.Lower), actual.Lower, 1e-6, 1e-6 * Math.Abs(expected.Upper - expected.Lower) + 1e-6);
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Groups_of_events_add_up() => Prop.ForAll(Shop.InOneCurrency, events =>
    {
        Breakdown<RevenueResult> byChannel = JourneyLog.From(events).Measure(new Revenue { EventName = "buy" }.By(Dimension.Channel));
        Assert.Equal(byChannel.Total.Total ?? 0, byChannel.Sum(row => row.Result.Total ?? 0));
        Breakdown<AverageOrderValueResult> byName = JourneyLog.From(events).Measure(new AverageOrderValue().By(Dimension.Channel, Dimension.Calendar(CalendarUnit.Day)));
        Assert.Equal(byName.Total.Orders, byName.Sum(row => row.Result.Orders));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Any_partition_gives_the_same_bits() => Prop.ForAll(LogGenerator.Events, ArbMap.Default.ArbFor<int>(), (events, seed) =>
    {
        foreach (JourneyEvent[] some in (JourneyEvent[][])[events, [.. events.Select(one => one with { Currency = "EUR" })]])
        {
            Parts.Same(some, new AverageOrderValue { EventName = "buy" }, seed);
            Parts.Same(some, new AverageOrderValue { Currency = "EUR", Refunds = RefundRule.Subtract }, seed);
            Parts.Same(some, new Revenue(), seed);
            Parts.Same(some, new RevenuePerCustomer(CustomersCounted.Active), seed);
            Parts.Same(some, new RevenuePerCustomer(CustomersCounted.Paying) { Currency = "USD", EventName = "ask" }, seed);
        }
    }).QuickCheckThrowOnFailure();
}
