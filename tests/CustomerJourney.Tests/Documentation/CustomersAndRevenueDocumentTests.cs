using CustomerJourney.Events;
using CustomerJourney.Metrics;
using CustomerJourney.Metrics.Lifetime;
using CustomerJourney.Tests.Support;

namespace CustomerJourney.Tests.Documentation;

/// <summary>The lines of code of docs/metrics/customers-and-revenue.md stand here, so they compile and run.</summary>
public class CustomersAndRevenueDocumentTests
{
    [Fact]
    public void Every_line_of_the_page_runs()
    {
        JourneyLog log = JourneyLog.From(
        [
            At("a", 0, "visit"), At("a", 1, "order_paid") with { Value = 20, Currency = "EUR" }, At("a", 40, "visit"), At("a", 41, "order_paid") with { Value = 25, Currency = "EUR" },
            At("b", 3, "visit"), At("b", 3, "order_paid") with { Value = 12, Currency = "USD" }, At("c", 50, "visit"), At("c", 200, "visit"),
        ]);
        _ = log.Measure(new CustomerRetention(TimeRange.Quarter(2026, 1)));
        _ = log.Measure(new CustomerChurn(TimeRange.Month(2026, 3)) { CompoundedPeriods = 12 });
        _ = log.Measure(new RevenueRetention(TimeRange.Month(2026, 2), TimeRange.Month(2026, 3)));
        _ = log.Measure(RevenueRetention.Across(TimeRange.Quarter(2026, 1), TimeSpan.FromDays(30)));
        _ = log.Measure(new AverageOrderValue { EventName = "order_paid" });
        _ = log.Measure(new Revenue().By(Dimension.Calendar(CalendarUnit.Month)));
        _ = log.Measure(new Revenue().By(Dimension.Currency));
        _ = log.Measure(new RevenuePerCustomer(CustomersCounted.Active));
        _ = log.Measure(new PurchaseFrequency());
        _ = log.Measure(new RepeatRate { Window = TimeSpan.FromDays(90) });
        _ = log.Measure(ReturnRate.OnDay(7, ReturnClock.CalendarDays));
        _ = log.Measure(ReturnRate.OnOrAfterDay(7, ReturnClock.Windows24Hours));
        _ = log.Measure(ReturnRate.OnDays(7, 13, ReturnClock.CalendarDays) with { StartEvent = "order_paid" });
        _ = log.Measure(new RatioMetric(CustomerQuantity.EventCount("order_paid"), CustomerQuantity.EventCount("visit")));
        _ = log.Measure(new RatioMetric(CustomerQuantity.AmountSum("order_paid"), CustomerQuantity.EventCount("visit")));
        _ = log.Measure(new Stickiness(new DateOnly(2026, 3, 31), days: 28));
        _ = log.Measure(new CustomerLifecycle(CalendarUnit.Month));
        _ = log.Measure(new ActiveCustomers().By(Dimension.Calendar(CalendarUnit.Day)));

        static JourneyEvent At(string customer, int day, string name) => new() { Customer = customer, Event = name, At = new DateTimeOffset(2026, 2, 1, 12, 0, 0, TimeSpan.Zero).AddDays(day) };
    }

    [Fact]
    public void The_page_shows_the_lines_that_are_run()
    {
        string source = File.ReadAllText(Repository.File("tests", "CustomerJourney.Tests", "Documentation", $"{nameof(CustomersAndRevenueDocumentTests)}.cs"));
        string[] shown = [.. File.ReadLines(Repository.File("docs", "metrics", "customers-and-revenue.md")).Where(line => line.StartsWith('|') && line.Contains('`', StringComparison.Ordinal)).Select(line => line.Split('`')[^2])];
        Assert.Equal(18, shown.Length);
        Assert.All(shown, line => Assert.Contains($"_ = {line};", source, StringComparison.Ordinal));
    }
}
