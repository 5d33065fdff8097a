using CustomerJourney.Classification;
using CustomerJourney.Events;
using CustomerJourney.Metrics;
using CustomerJourney.Metrics.Targets;
using CustomerJourney.Metrics.Trends;
using CustomerJourney.Tests.Support;

namespace CustomerJourney.Tests.Metrics.Trends;

/// <summary>The lines of code of docs/metrics/trends-and-targets.md stand here as they stand there, so that they compile.</summary>
public class TrendDocumentationTests
{
    [Fact]
    public void Lines_of_code_of_the_page_compile_and_are_those_of_the_page()
    {
        Journey journey = Journey.Create("Shop", map => map
            .AddMetric("NPS after delivery", MetricKind.Nps, baseline: 10, target: 40)
            .AddStage("Buy", stage => stage.AddTouchpoint("Survey", touch => touch.ObservedAs("survey"))));
        JourneyLog log = JourneyLog.From(Weeks.Nps([.. Enumerable.Repeat((50, 30, 20), 12)]));
        StagedLog staged = journey.Classify(log);
        ReportingCalendar calendar = ReportingCalendar.Utc;
        (DateTimeOffset start, DateTimeOffset end, DateTimeOffset until) = (Weeks.Start, Weeks.End(8), Weeks.End(12));
        DateOnly day = new(2026, 3, 31);

        _ = log.Measure(new Csat().Trend(CalendarUnit.Week));
        _ = log.Measure(new Nps().Trend(CalendarUnit.Month, calendar));
        _ = log.Measure(new Ces().Trend(CalendarUnit.Week));
        _ = log.Measure(new AverageOrderValue().Trend(CalendarUnit.Month));
        _ = new TrendOptions { Limits = TrendLimits.Widened };
        _ = new TrendOptions { Rules = TrendRules.MovingAverage };
        _ = log.Trend(CalendarUnit.Month, period => new CustomerRetention(period));
        _ = staged.Measure(new Nps().Trends(Dimension.Stage, CalendarUnit.Month));
        Trend<NpsResult> trend = staged
            .Measure(new Nps().By(Dimension.Calendar(CalendarUnit.Week, calendar)))
            .Trend(new TrendOptions { Baseline = new TimeRange(start, end), ObservedUntil = until });
        Assert.Empty(trend.Alerts);

        NpsResult nps = Answers.Nps(50, 30, 20).Measure(new Nps());
        Journey noted = journey.WithObservation("NPS after delivery", nps, at: day);
        TargetStatus status = noted.TargetStatus();
        Assert.NotNull(journey.TargetStatus(asOf: day)[0].Metric);
        Assert.Equal("NPS after delivery: 30 on 2026-03-31, 20 above the baseline; target 40 not met, 10 to go, which may be chance.", status["NPS after delivery"].ToString());

        string page = File.ReadAllText(Repository.File("docs", "metrics", "trends-and-targets.md")), code = File.ReadAllText(Repository.File("tests", "CustomerJourney.Tests", "Metrics", "Trends", "TrendDocumentationTests.cs"));
        string[] lines = [.. page.Split('\n').Where(line => line.StartsWith('|') && line.Contains('`')).Select(line => line.Split('|')[^2].Trim()).Where(cell => cell.StartsWith('`')).Select(cell => cell.Trim('`'))];
        Assert.True(lines.Length >= 8);
        Assert.All(lines, line => Assert.Contains(line, code));
        Assert.Contains(status["NPS after delivery"].ToString(), page);
    }
}
