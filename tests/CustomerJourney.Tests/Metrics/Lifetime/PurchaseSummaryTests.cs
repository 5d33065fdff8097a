using System.Globalization;
using System.Text.Json;
using CustomerJourney.Events;
using CustomerJourney.Metrics;
using CustomerJourney.Metrics.Lifetime;
using CustomerJourney.Statistics.Lifetime;
using CustomerJourney.Tests.Support;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerJourney.Tests.Metrics.Lifetime;

public class PurchaseSummaryTests
{
    [Fact]
    public void Purchases_of_a_day_are_one_and_the_first_day_does_not_count()
    {
        JourneyLog log = JourneyLog.From(
        [
            Orders.Of("a", 0.1, 10), Orders.Of("a", 0.9, 20), Orders.Of("a", 14, 5), Orders.Of("a", 14.5, 6), Orders.Of("a", 21, 3), Orders.Of("a", 22, -3), Orders.Of("b", 7, 1), Orders.Of("c", 2, null, null, "look"),
            Orders.Of("late", 28, 5),
        ]);
        PurchaseSummaryResult weeks = log.Measure(new PurchaseSummary { AsOf = Orders.Start.AddDays(29) });
        Assert.Equal([Count(0, 0, 0), Count(0, 0, 3), Count(2, 3, 4)], weeks.Customers.Groups);
        Assert.Equal([new PurchaseSpendCount(SpendSummary.Create(2, 7), 1)], weeks.Spend);
        Assert.Equal((1.0 / 3, 1L, new DateOnly(2026, 1, 29)), (weeks.Value, weeks.Refunds, weeks.LastDay));
        PurchaseSummaryResult days = log.Measure(new PurchaseSummary { Unit = CalendarUnit.Day, AsOf = Orders.Start.AddDays(15) });
        Assert.Equal([Count(0, 0, 7), Count(1, 14, 14)], days.Customers.Groups);
        // January 1st 2026 is a Thursday; weeks begin on Mondays. Days 0, 14 and 21 lie in three weeks of their own, as day 28 does.
        PurchaseSummaryResult merged = log.Measure(new PurchaseSummary { MergeBy = CalendarUnit.Week });
        Assert.Equal([Count(0, 0, 0), Count(0, 0, 3), Count(2, 3, 4)], merged.Customers.Groups);
        Assert.Throws<ArgumentOutOfRangeException>(() => new PurchaseSummary { Unit = CalendarUnit.Month });
    }

    [Fact]
    public void Days_are_those_of_the_calendar()
    {
        JourneyLog log = JourneyLog.From([Orders.Of("a", 0.97, 1), Orders.Of("a", 1.01, 1)]);
        Assert.Equal(1, log.Measure(new PurchaseSummary()).Customers.Repeaters);
        ReportingCalendar berlin = new() { TimeZone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin") };
        Assert.Equal(0, log.Measure(new PurchaseSummary { Calendar = berlin }).Customers.Repeaters);
    }

    [Fact]
    public void Those_whose_values_are_not_known_are_left_out_of_the_values_alone()
    {
        JourneyLog log = JourneyLog.From([Orders.Of("a", 0, 5), Orders.Of("a", 3, null, null), Orders.Of("b", 0, null, null), Orders.Of("b", 3, 7)]);
        PurchaseSummaryResult result = log.Measure(new PurchaseSummary { Event = "order", Unit = CalendarUnit.Day });
        Assert.Equal([new CustomerSummaryCount(CustomerSummary.Create(1, 3, 3), 2)], result.Customers.Groups);
        Assert.Equal([new PurchaseSpendCount(SpendSummary.Create(1, 7), 1)], result.Spend);
        Assert.Equal((2L, 1L), (result.WithoutAmount, result.WithoutSpend));
        PurchaseSummaryResult mixed = JourneyLog.From([Orders.Of("a", 0, 5), Orders.Of("a", 3, 5, "USD")]).Measure(new PurchaseSummary());
        Assert.Equal((1.0, 0), (mixed.Value, mixed.Spend.Count));
        Assert.Contains(mixed.Warnings, warning => warning.Message.Contains("EUR, USD", StringComparison.Ordinal));
        Assert.Equal(NoValueReason.NoData, JourneyLog.From([]).Measure(new PurchaseSummary()).WhyNoValue!.Reason);
    }

    [Fact]
    public void Summaries_agree_with_a_slow_reference_and_any_partition_gives_the_same_bits() => Prop.ForAll(LogGenerator.Events, ArbMap.Default.ArbFor<int>(), (events, seed) =>
    {
        DateTimeOffset? asOf = seed % 2 == 0 ? LogGenerator.Start.AddHours(50) : null;
        PurchaseSummary definition = new() { Unit = CalendarUnit.Day, AsOf = asOf, Currency = "EUR" };
        PurchaseSummaryResult result = JourneyLog.From(events).Measure(definition);
        DateTimeOffset last = asOf?.AddTicks(-1) ?? (events.Length == 0 ? default : events.Max(one => one.At));
        CustomerPurchases[] expected =
        [
            .. events.Where(one => one.Value >= 0 && one.Currency == "EUR" && one.At <= last).GroupBy(one => one.Customer)
                .Select(customer => CustomerPurchases.From(customer.Select(one => new Purchase(DateOnly.FromDateTime(one.At.UtcDateTime), (double)one.Value!.Value)), DateOnly.FromDateTime(last.UtcDateTime), 1)!),
        ];
        Assert.Equal(CustomerSummaries.From(expected.Select(one => one.Summary)).Groups, result.Customers.Groups);
        double[] values = [.. expected.Where(one => one.RepeatMeanValue is not null).Select(one => one.RepeatMeanValue!.Value).Order()];
        double[] spend = [.. result.Spend.SelectMany(count => Enumerable.Repeat(count.Summary.AverageValue, (int)count.Count)).Order()];
        Assert.Equal(values.Length, spend.Length);
        for (int index = 0; index < spend.Length; index++) Assert.Equal(values[index], spend[index], 1e-9 * Math.Max(1, values[index]));
        MetricParts.Same(events, definition with { Currency = null, MergeBy = seed % 3 == 0 ? CalendarUnit.Week : CalendarUnit.Day }, Text, seed);
        MetricParts.Same(events, new PurchaseSummary { Event = "buy" }, Text, seed);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_forged_state_is_refused() => MetricParts.SurvivesForgery(
        JourneyLog.From([Orders.Of("a", 0, 5), Orders.Of("a", 3, 2), Orders.Of("b", 1, 1)]), new PurchaseSummary(), result => $"{result.Value} {result.Customers.Customers}");

    [SharedFact("oracles", "metrics", "rfm.json")]
    public void Summaries_are_those_of_BTYDplus()
    {
        int cases = 0;
        foreach (JsonElement one in Cases("rfm.json", "clv.customer_summary"))
        {
            JsonElement input = one.GetProperty("input");
            PurchaseSummary definition = new()
            {
                Unit = input.GetProperty("timeUnit").GetString() == "weeks" ? CalendarUnit.Week : CalendarUnit.Day,
                AsOf = Day(input.GetProperty("observationEnd")).AddDays(1),
            };
            JourneyLog log = JourneyLog.From(input.GetProperty("events").EnumerateArray().Select(purchase => new JourneyEvent
            {
                Customer = purchase.GetProperty("customer").GetString()!,
                Event = "order",
                At = Day(purchase.GetProperty("date")),
                Value = purchase.GetProperty("value").GetDecimal(),
            }));
            JsonElement[] expected = [.. one.GetProperty("expected").GetProperty("customers").EnumerateArray()];
            PurchasePredictions? named = log.FitPurchases(definition).Predict(log);
            if (named is not null) Assert.Equal(expected.Select(customer => customer.GetProperty("customer").GetString()), named.Customers.Select(customer => customer.Customer));
            PurchaseSummaryResult result = log.Measure(definition);
            CustomerSummary[] summaries = [.. result.Customers.Groups.SelectMany(group => Enumerable.Repeat(group.Summary, (int)group.Count))];
            foreach ((CustomerSummary got, JsonElement want) in summaries.Zip(expected.OrderBy(customer => customer.GetProperty("frequency").GetInt32()).ThenBy(customer => customer.GetProperty("recency").GetDouble()).ThenBy(customer => customer.GetProperty("T").GetDouble())))
            {
                Assert.Equal(want.GetProperty("frequency").GetInt32(), got.Frequency);
                Assert.Equal(want.GetProperty("recency").GetDouble(), got.Recency, 1e-9);
                Assert.Equal(want.GetProperty("T").GetDouble(), got.Age, 1e-9);
            }

            double[] values = [.. expected.Where(customer => customer.GetProperty("frequency").GetInt32() > 0).Select(customer => customer.GetProperty("repeatValueMean").GetDouble()).Order()];
            Assert.All(result.Spend.SelectMany(count => Enumerable.Repeat(count.Summary.AverageValue, (int)count.Count)).Order().Zip(values), pair => Assert.Equal(pair.Second, pair.First, 1e-9));
            double total = expected.Sum(customer => customer.GetProperty("totalValue").GetDouble());
            Assert.Equal(total, (double)log.Measure(new HistoricLifetimeValue { AsOf = definition.AsOf }).Revenue!.Value, 1e-6);
            cases++;
        }

        Assert.Equal(9, cases);
    }

    internal static IEnumerable<JsonElement> Cases(string suite, string metric) =>
        JsonDocument.Parse(File.ReadAllText(SharedFolder.File("oracles", "metrics", suite))).RootElement.GetProperty("cases").EnumerateArray().Where(one => one.GetProperty("metric").GetString() == metric);

    internal static DateTimeOffset Day(JsonElement date) => DateTimeOffset.ParseExact(date.GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    private static string Text(PurchaseSummaryResult result) =>
        $"{result.ToJson()} {ResultText.Of(result)} {string.Join(';', result.Customers.Groups)} {string.Join(';', result.Spend)} {result.LastDay:O} {result.WithoutSpend}";

    private static CustomerSummaryCount Count(int frequency, double recency, double age) => new(CustomerSummary.Create(frequency, recency, age), 1);
}
