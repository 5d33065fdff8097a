using System.Text.Json;
using CustomerJourney.Events;
using CustomerJourney.Metrics;
using CustomerJourney.Metrics.Drivers;
using CustomerJourney.Metrics.Surveys;
using CustomerJourney.Metrics.Trends;
using CustomerJourney.Reporting;

namespace CustomerJourney.Tests.Metrics.Drivers;

public class KeyDriversEdgeTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly KeyDrivers Question = new(CustomerOutcome.Of(new Csat())) { Of = [Driver.Events, Driver.Channels, Driver.Attribute("plan")], MinimumCustomers = 1 };

    /// <summary>No customer, one, all alike, more drivers than customers, a driver that predicts all, drivers that are the same.</summary>
    [Theory]
    [InlineData(0, 1, false)]
    [InlineData(1, 1, false)]
    [InlineData(2, 1, false)]
    [InlineData(5, 9, false)]
    [InlineData(40, 1, false)]
    [InlineData(40, 2, true)]
    [InlineData(60, 5, true)]
    [InlineData(60, 5, false)]
    public void There_is_a_value_or_a_reason_and_every_p_value_is_one(int customers, int kinds, bool isPredicted)
    {
        KeyDriversResult result = Log(customers, i => $"kind {i % kinds}", i => isPredicted ? (i % kinds == 0 ? 5 : 1) : 1 + (i * 7 % 5)).Measure(Question);
        Assert.Equal(result.Value is null, result.WhyNoValue is not null);
        if (result.Value is { } explained) Assert.InRange(explained, 0, 1 + 1e-12);
        if (isPredicted) Assert.Equal(1, result.Value!.Value, 1e-9);
        foreach (KeyDriver driver in result.Drivers)
        {
            Assert.Equal(driver.Weight is null, driver.WhyNoWeight is not null);
            if (driver.Test is not { } test) continue;
            Assert.InRange(test.PValue, 0, 1);
            Assert.InRange(test.AdjustedPValue, test.PValue, 1);
        }

        using JsonDocument json = JsonDocument.Parse(result.ToJson());
        Assert.NotNull(JourneyReport.Create("Drivers", page => page.Add(result)).ToHtml());
    }

    /// <summary>Of four customers two were called, and these two are the unhappy ones: that is chance in two of the six ways to choose two of four.</summary>
    [Fact]
    public void A_number_that_goes_with_everything_is_no_proof_among_four_customers()
    {
        KeyDriversResult result = Log(4, i => i < 2 ? "call" : "visit", i => i < 2 ? 1 : 5).Measure(new KeyDrivers(CustomerOutcome.Of(new Csat())) { Of = [Driver.EventCounts], MinimumCustomers = 1 });
        KeyDriver called = result["Event", "call"];
        Assert.Equal(-1, called.Pearson!.Value);
        Assert.Equal(1 / 3.0, called.Test!.PValue, 1e-12);
        Assert.Null(called.Pearson.Estimate);
        Assert.True(result.Drivers.All(driver => driver.Test is null or { PValue: > 0.3 }));
    }

    [Fact]
    public void Hostile_names_are_names()
    {
        string[] names = ["<script>alert(1)</script>", "=1+1", "\"'&<b>", "{{x}}", "a,b\r\nc", "\ud800"];
        JourneyLog log = Log(90, i => names[i % names.Length], i => 1 + (i % 5));
        KeyDriversResult drivers = log.Measure(Question);
        AnswerContextsResult contexts = log.Measure(new AnswerContexts(Question.Outcome) { Attributes = ["plan"] });
        PoststratifiedSurveyResult weighted = log.Measure(new PoststratifiedSurvey(Question.Outcome, "plan"));
        GroupTrends<CsatResult> trends = log.Measure(new Csat().Trends(Dimension.Channel, CalendarUnit.Day));
        foreach (string text in new[] { drivers.ToJson(), contexts.ToJson(), weighted.ToJson(), trends.ToJson() })
        {
            using JsonDocument json = JsonDocument.Parse(text);
        }

        string html = JourneyReport.Create("Names", page => page.Add(drivers).Add(drivers.ImportancePerformance).Add(contexts).Add(weighted.CellTable).Add(trends)).ToHtml();
        Assert.DoesNotContain("<script>alert", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", html, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;alert(1)", html, StringComparison.Ordinal);
    }

    [Fact]
    public void An_event_at_the_very_instant_of_the_answer_counts_by_its_place_and_the_edge_of_the_look_back_is_in()
    {
        JourneyLog log = JourneyLog.From(
        [
            new() { Customer = "a", Event = "edge", At = Start, Sequence = 0 },
            new() { Customer = "a", Event = "too early", At = Start.AddTicks(-1), Sequence = 0 },
            new() { Customer = "a", Event = "before", At = Start.AddDays(1), Sequence = 1 },
            new() { Customer = "a", Event = "survey", At = Start.AddDays(1), Sequence = 2, Feedback = new(FeedbackKind.Csat, 4) },
            new() { Customer = "a", Event = "after", At = Start.AddDays(1), Sequence = 3 },
            .. Enumerable.Range(0, 5).Select(i => new JourneyEvent { Customer = $"b{i}", Event = "survey", At = Start.AddDays(2), Feedback = new(FeedbackKind.Csat, 1 + i) }),
        ]);
        KeyDriversResult result = log.Measure(Question with { Of = [Driver.EventCounts], LookBack = TimeSpan.FromDays(1) });
        Assert.Equal(["before", "edge"], result.Drivers.Select(driver => driver.Name).Order());
        Assert.All(result.Drivers, driver => Assert.Equal(1, driver.With));
    }

    private static JourneyLog Log(int customers, Func<int, string> kind, Func<int, double> score) => JourneyLog.From(
    [
        new() { Customer = "silent", Event = "visit", At = Start, Channel = "web", CustomerAttributes = new Dictionary<string, string> { ["plan"] = "none" } },
        .. Enumerable.Range(0, customers).SelectMany(i => (JourneyEvent[])
        [
            new() { Customer = $"c{i}", Event = kind(i), At = Start, Channel = kind(i), CustomerAttributes = new Dictionary<string, string> { ["plan"] = kind(i) } },
            new() { Customer = $"c{i}", Event = "survey", At = Start.AddDays(1), Channel = kind(i), Feedback = new(FeedbackKind.Csat, score(i)) },
        ]),
    ]);
}
