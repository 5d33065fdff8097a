using CustomerJourney.Events;
using CustomerJourney.Metrics;
using CustomerJourney.Metrics.Lifetime;
using CustomerJourney.Statistics.Lifetime;

namespace CustomerJourney.Tests.Metrics.Lifetime;

/// <summary>Purchases in other logs, other currencies and at the ends of ranges.</summary>
public class PurchaseEdgeTests
{
    private const decimal Huge = 900_000_000_000_000;

    [Fact]
    public void Customers_of_a_part_are_watched_as_long_as_those_of_the_whole()
    {
        JourneyEvent[] events = [.. Shoppers(200)];
        JourneyLog whole = JourneyLog.From(events);
        PurchaseModels models = whole.FitPurchases();
        string early = events.GroupBy(one => one.Customer).First(one => one.Max(e => e.At) < Orders.Start.AddDays(100)).Key;
        PurchasePrediction alone = Assert.Single(models.Predict(JourneyLog.From(events.Where(one => one.Customer == early)))!.Customers);
        Assert.Equal(models.Predict(whole)!.Customers.Single(one => one.Customer == early), alone);

        // A log that was watched longer than the one that the models were fitted to says more.
        PurchaseModels before = JourneyLog.From(events.Where(one => one.At < Orders.Start.AddDays(150))).FitPurchases();
        Assert.Equal(alone.Summary, before.Predict(whole)!.Customers.Single(one => one.Customer == early).Summary);
    }

    [Fact]
    public void Values_are_predicted_in_the_currency_of_the_models_alone()
    {
        JourneyEvent[] events = [.. Shoppers(200)];
        PurchaseModels models = JourneyLog.From(events).FitPurchases();
        PurchasePredictions euros = models.Predict(JourneyLog.From(events))!;
        Assert.NotNull(euros.LifetimeValue);
        Assert.Null(euros.WhyNoValue);
        Assert.Equal(NoValueReason.NoData, models.Predict(JourneyLog.From([]))!.WhyNoValue!.Reason);
        PurchasePredictions worthless = JourneyLog.From(events.Select(one => one with { Value = null })).FitPurchases(new PurchaseSummary { Event = "order" }).Predict(JourneyLog.From(events))!;
        Assert.Equal((null, NoValueReason.NotDetermined), (worthless.LifetimeValue, worthless.WhyNoValue!.Reason));
        foreach (JourneyEvent[] others in (JourneyEvent[][])[[.. events.Select(one => one with { Currency = "USD" })], [events[0] with { Currency = "USD" }, .. events[1..]]])
        {
            PurchasePredictions dollars = models.Predict(JourneyLog.From(others))!;
            Assert.Equal(euros.ExpectedPurchases, dollars.ExpectedPurchases);
            Assert.All(dollars.Customers, one => Assert.Null(one.ExpectedValue));
            Assert.Null(dollars.LifetimeValue);
            Assert.Equal(NoValueReason.MixedCurrencies, dollars.WhyNoValue!.Reason);
            Assert.Contains("USD", dollars.WhyNoValue.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Amounts_that_name_no_currency_can_be_asked_for()
    {
        JourneyLog log = JourneyLog.From([Orders.Of("a", 0, 10), Orders.Of("a", 1, 5, null), Orders.Of("b", 3, 7, null), Orders.Of("b", 9, 2, null)]);
        HistoricLifetimeValueResult value = log.Measure(new HistoricLifetimeValue { Currency = "" });
        Assert.Equal((7.0, 14m, 1L, null), (value.Value, value.Revenue, value.OtherCurrency, value.Unit));
        Assert.Equal([new PurchaseSpendCount(SpendSummary.Create(1, 2), 1)], log.Measure(new PurchaseSummary { Currency = "" }).Spend);
        Assert.Equal([5, 9], log.Measure(new RecencyFrequencyMonetarySegments { Currency = "" }).Customers.Select(one => one.Figures.Monetary));
        Assert.Contains(new MetricTerm("currency", "none named"), value.Terms);
    }

    [Fact]
    public void A_name_that_no_event_has_room_for_is_refused()
    {
        Assert.ThrowsAny<ArgumentException>(() => new PurchaseSummary { Event = "" });
        Assert.ThrowsAny<ArgumentException>(() => new HistoricLifetimeValue { Event = "" });
    }

    [Fact]
    public void Sums_beyond_the_range_of_amounts_are_added_or_refused_in_words()
    {
        JourneyLog log = JourneyLog.From([Orders.Of("a", 0, Huge), Orders.Of("a", 1, Huge), Orders.Of("a", 2, Huge)]);
        HistoricLifetimeValueResult value = log.Measure(new HistoricLifetimeValue());
        Assert.Equal((3 * Huge, 2.7e15), (value.Revenue, value.Value));
        Assert.Contains("one customer", Assert.Throws<OverflowException>(() => log.Measure(new PurchaseSummary())).Message, StringComparison.Ordinal);
        Assert.Contains("one customer", Assert.Throws<OverflowException>(() => log.Measure(new RecencyFrequencyMonetarySegments())).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_discounted_beyond_all_measure_is_worth_nothing()
    {
        JourneyLog log = JourneyLog.From(Shoppers(200));
        PurchaseModels models = log.FitPurchases();
        Assert.Equal(0, models.Predict(log, new PurchaseForecast { Periods = 3, PeriodLength = TimeSpan.MaxValue, DiscountRatePerYear = 0.1 })!.LifetimeValue);
    }

    [Fact]
    public void Who_has_nothing_but_refunds_has_cost_something()
    {
        HistoricLifetimeValueResult value = JourneyLog.From([Orders.Of("a", 0, -5), Orders.Of("b", 0, 10)]).Measure(new HistoricLifetimeValue());
        Assert.Equal((2L, 2.5), (value.Customers, value.Value));
    }

    [Fact]
    public void A_clock_that_goes_back_over_midnight_takes_nobody_back_to_the_day_before()
    {
        // In St. John's, 2010-11-07 00:01 was followed by 2010-11-06 23:01.
        DateTimeOffset back = new(2010, 11, 7, 2, 31, 0, TimeSpan.Zero);
        ReportingCalendar calendar = new() { TimeZone = TimeZoneInfo.FindSystemTimeZoneById("America/St_Johns") };
        JourneyLog log = JourneyLog.From([Bought("a", back.AddMinutes(5)), Bought("b", back.AddSeconds(-30)), Bought("b", back.AddDays(9))]);
        CustomerSummaryCount both = Assert.Single(log.Measure(new PurchaseSummary { Calendar = calendar, AsOf = back.AddMinutes(20) }).Customers.Groups);
        Assert.Equal((0.0, 2L), (both.Summary.Age, both.Count));
        Assert.All(log.Measure(new RecencyFrequencyMonetarySegments { Calendar = calendar, AsOf = back.AddMinutes(20) }).Customers, one => Assert.Equal(0, one.Figures.Recency));

        static JourneyEvent Bought(string customer, DateTimeOffset at) => new() { Customer = customer, Event = "order", At = at, Value = 3 };
    }

    [Fact]
    public void Nobody_is_said_to_make_fewer_than_no_purchases()
    {
        PurchaseValidation validation = JourneyLog.From(Shoppers(200)).ValidatePurchases(new PurchaseSummary { AsOf = Orders.Start.AddDays(295) })!;
        Assert.Contains(validation.Rows, row => row.Actual.Estimate(0.95) is { Lower: 0, Value: > 0 });
        Assert.All(validation.Rows, row => Assert.False(row.Actual.Estimate(0.95)?.Lower < 0));
    }

    private static IEnumerable<JourneyEvent> Shoppers(int customers)
    {
        Random random = new(7);
        for (int customer = 0; customer < customers; customer++)
        {
            double day = random.Next(60);
            for (bool alive = true; alive && day < 300; alive = random.Next(4) > 0)
            {
                yield return Orders.Of($"c{customer}", day, 5 + random.Next(40));
                day += 1 + (-30 * Math.Log(1 - random.NextDouble()));
            }
        }
    }
}
