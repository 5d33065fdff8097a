using System.Text.RegularExpressions;
using CustomerJourney.Events;
using CustomerJourney.Metrics;
using CustomerJourney.Metrics.Lifetime;
using CustomerJourney.Metrics.Survival;
using CustomerJourney.Statistics.Lifetime;
using CustomerJourney.Tests.Support;

namespace CustomerJourney.Tests.Metrics;

/// <summary>The lines of code on the page of times and lifetimes are those that are compiled and run here.</summary>
public sealed partial class TimeAndLifetimeDocumentTests
{
    private const int Metrics = 18;

    [Fact]
    public void Every_metric_on_the_page_can_be_asked_for_as_it_says()
    {
        JourneyLog log = JourneyLog.From(Enumerable.Range(0, 40).SelectMany(customer => Shopper(customer)));
        TimeRange march = TimeRange.Month(2026, 3);
        DateTimeOffset endOfCalibration = Orders.Start.AddDays(120);
        object?[] answers =
        [
            log.Measure(new TimeBetween("cart", "paid")),
            log.Measure(new TimeBetween("cart", "paid") { CaseAttribute = "order" }),
            log.Measure(new TimeBetween("cart", "paid") { CompetingEvent = "abandoned" }),
            log.Measure(TimeBetween.SinceFirstEvent("paid")),
            log.Measure(TimeBetween.FirstResponse("ticket_opened", "agent_replied", "ticket")),
            log.Measure(TimeBetween.Resolution("ticket_opened", "ticket_closed", "ticket")),
            log.Measure(new TimeBetween("cart", "paid") { Horizons = [TimeSpan.FromHours(4), TimeSpan.FromDays(1)] }),
            log.Measure(new TimeBetween("cart", "paid") { RestrictedMeanTo = TimeSpan.FromDays(7) }),
            log.Measure(new TimeToChurn(TimeSpan.FromDays(90))),
            log.Measure(new TimeToChurn(TimeSpan.FromDays(90)).By(Dimension.Attribute("plan"))).LogRank(),
            log.Measure(new HistoricLifetimeValue { MarginShare = 0.3, DiscountRatePerYear = 0.1 }),
            log.Measure(new CustomerRetention(march)).LifetimeValue(margin: 20, discountRate: 0.01, FirstPayment.NextPeriod),
            log.Measure(new PurchaseSummary { Unit = CalendarUnit.Week }),
            log.FitPurchases(new PurchaseSummary { AsOf = endOfCalibration }),
            log.FitPurchases().Predict(log, new PurchaseForecast { Periods = 52, DiscountRatePerYear = 0.1, MarginShare = 0.3 }),
            log.ValidatePurchases(new PurchaseSummary { AsOf = endOfCalibration }),
            log.Measure(new Renewals("subscribed", "canceled", CalendarUnit.Month, 6)).Fit(),
            log.Measure(new RecencyFrequencyMonetarySegments { AsOf = endOfCalibration }),
        ];
        Assert.All(answers, Assert.NotNull);
        Assert.All(answers.OfType<MetricResult>(), result => Assert.True(result.Value is not null || result.WhyNoValue!.Reason == NoValueReason.NotReached, $"{result}"));
        string[] onPage = [.. CodeCell().Matches(File.ReadAllText(Repository.File("docs", "metrics", "time-and-lifetime.md"))).Select(match => match.Groups["code"].Value)];
        Assert.Equal(Metrics, onPage.Length);
        Assert.Equal(CompiledLine().Matches(File.ReadAllText(Repository.File("tests", "CustomerJourney.Tests", "Metrics", $"{nameof(TimeAndLifetimeDocumentTests)}.cs"))).Select(match => match.Groups["code"].Value), onPage);
    }

    private static IEnumerable<JourneyEvent> Shopper(int number)
    {
        string customer = $"c{number:D2}";
        Dictionary<string, string> plan = new() { ["plan"] = number % 2 == 0 ? "free" : "pro" };
        yield return At("subscribed", number % 5) with { CustomerAttributes = plan };
        if (number % 4 == 1) yield return At("canceled", 20 + (13 * (number % 9)));
        for (int order = 0; order < 1 + (number % 5); order++)
        {
            double day = 3 + (number % 7) + (order * (11 + (number % 13)));
            yield return Case("cart", day, "order", order);
            if ((number + order) % 6 == 5) yield return Case("abandoned", day + 0.5, "order", order);
            else yield return Case("paid", day + 0.01 + (0.2 * (number % 3)), "order", order) with { Value = 10 + number + order, Currency = "EUR" };
        }

        yield return Case("ticket_opened", 30, "ticket", 0);
        if (number % 5 > 0) yield return Case("agent_replied", 30 + (0.1 * (number % 5)), "ticket", 0);
        if (number % 5 > 1) yield return Case("ticket_closed", 33, "ticket", 0);
        if (number % 3 == 0) yield return At("seen", 200 + (number % 60));

        JourneyEvent At(string name, double day) => new() { Customer = customer, Event = name, At = Orders.Start.AddDays(day) };

        JourneyEvent Case(string name, double day, string attribute, int value) => At(name, day) with { Attributes = new Dictionary<string, string> { [attribute] = $"{customer}-{value}" } };
    }

    [GeneratedRegex(@"\| `(?<code>[^`]+)` \|$", RegexOptions.Multiline)]
    private static partial Regex CodeCell();

    [GeneratedRegex(@"^            (?<code>log\..+),$", RegexOptions.Multiline)]
    private static partial Regex CompiledLine();
}
