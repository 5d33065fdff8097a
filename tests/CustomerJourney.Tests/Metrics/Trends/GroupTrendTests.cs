using CustomerJourney.Events;
using CustomerJourney.Metrics;
using CustomerJourney.Metrics.Trends;
using CustomerJourney.Reporting;
using CustomerJourney.Tests.Support;

namespace CustomerJourney.Tests.Metrics.Trends;

public class GroupTrendTests
{
    private static readonly TrendOptions Options = new() { Baseline = Weeks.Span(0, 12), ObservedUntil = Weeks.End(18) };

    /// <summary>The web is as it always was; on the phone the score falls by 40 points after 13 weeks, and the shop has one terrible week.</summary>
    private static readonly JourneyLog Log = JourneyLog.From(
    [
        .. In("web", Enumerable.Range(0, 18).Select(week => (50 + (week % 3), 30, 20))),
        .. In("phone", Enumerable.Range(0, 18).Select(week => week < 13 ? (50 - (week % 2), 30, 20) : (30, 30, 40 + (week % 2)))),
        .. In("shop", Enumerable.Range(0, 18).Select(week => week == 15 ? (10, 10, 80) : week == 4 ? (0, 0, 0) : (40, 30 + (week % 4), 30))),
    ]);

    [Fact]
    public void Alerts_of_all_groups_are_corrected_together()
    {
        GroupTrends<NpsResult> trends = Log.Measure(new Nps().Trends(Dimension.Channel, CalendarUnit.Week, options: Options));
        Assert.Equal(["phone", "shop", "web", "None"], trends.Select(trend => trend.Group));
        Assert.Empty(trends["web"].Alerts);
        TrendAlert change = trends["phone"].Alerts.Single(alert => alert.Rule == TrendRules.ChangePoint);
        Assert.Equal(("phone", "2026-W15"), (change.Group, change.Period));
        Assert.Equal("2026-W17", trends["shop"].Alerts.Single(alert => alert.Rule == TrendRules.BeyondLimits).Period);
        Assert.Equal("NPS by week and Channel", trends.Title);

        // 18 weeks on the web and on the phone, 17 in the shop (none of nobody), and a search for a change in each of the three groups with answers.
        Assert.Equal(18 + 18 + 17 + 3, trends.Tests);
        Assert.All(trends, trend => Assert.Contains(new MetricTerm("tests", "56"), trend.Terms));
        Assert.Equal(18 + 1, Log.Measure(new Nps().Trend(CalendarUnit.Week, options: Options)).Tests);

        // The same looked at alone is corrected for fewer looks.
        TrendAlert alone = Log.Measure(new Nps().Trend(CalendarUnit.Week, options: Options)).Alerts.FirstOrDefault(alert => alert.Rule == TrendRules.BeyondLimits)!;
        TrendAlert together = trends["shop"].Alerts.Single(alert => alert.Rule == TrendRules.BeyondLimits);
        Assert.True(together.AdjustedPValue > 18 * together.PValue);
        Assert.True(alone is null || alone.Group is null);

        Breakdown<NpsResult> crossed = Log.Measure(new Nps().By(Dimension.Channel, Dimension.Calendar(CalendarUnit.Week)));
        Breakdown<NpsResult> turned = Log.Measure(new Nps().By(Dimension.Calendar(CalendarUnit.Week), Dimension.Channel));
        Assert.Equal(trends.ToJson(), crossed.Trends(Options).ToJson());
        Assert.Equal(trends.ToJson(), turned.Trends(Options).ToJson());
    }

    [Fact]
    public void Trends_of_groups_of_customers_are_looked_at_together_too()
    {
        JourneyLog log = JourneyLog.From(Weeks.Nps([.. Enumerable.Repeat((20, 10, 10), 6)]).Select((e, i) => e with { CustomerAttributes = new Dictionary<string, string> { ["plan"] = i % 2 == 0 ? "free" : "pro" } }));
        Analysis<Trend<NpsResult>> weekly = new Nps().Trend(CalendarUnit.Week, options: new() { ObservedUntil = Weeks.End(6) });
        GroupTrends<NpsResult> trends = log.Measure(weekly.By(Dimension.Attribute("plan"))).Together();
        Assert.Equal(["free", "pro", "None"], trends.Select(trend => trend.Group));
        Assert.Equal(6, trends["free"].Points.Count);
        Assert.Equal("NPS by week and plan", trends.Title);
        Assert.Throws<KeyNotFoundException>(() => trends["gold"]);
    }

    [Fact]
    public void The_report_shows_lines_with_limits_and_hides_small_groups_there_too()
    {
        GroupTrends<NpsResult> trends = Log.Measure(new Nps().Trends(Dimension.Channel, CalendarUnit.Week, options: Options));
        Trend<NpsResult> all = Log.Measure(new Nps().Trend(CalendarUnit.Week, options: Options));
        JourneyReport report = JourneyReport.Create("Trends", page => page.Add(all).Add(trends).AddNote(string.Join('\n', trends.Alerts)));
        string html = report.ToHtml();
        Golden.Matches(html, "Metrics", "Trends", "Golden", "trends.html");
        Golden.Matches(report.ToMarkdown(), "Metrics", "Trends", "Golden", "trends.md");
        Assert.Contains("class=\"change\"", html);

        JourneyLog small = JourneyLog.From(Weeks.Nps((50, 30, 20), (50, 30, 20), (4, 1, 1), (5, 1, 1), (50, 30, 20)));
        Trend<NpsResult> trend = small.Measure(new Nps().Trend(CalendarUnit.Week, options: new() { ObservedUntil = Weeks.End(5) }));
        string hidden = JourneyReport.Create("Small", page => page.Add(trend)).ToHtml(new ReportOptions { SuppressGroupsBelow = 10 });
        string shown = JourneyReport.Create("Small", page => page.Add(trend)).ToHtml();
        Assert.Equal(5, Count(shown, "<circle"));
        Assert.Equal(3, Count(hidden, "<circle"));
    }

    [Fact]
    public void The_table_has_a_row_a_period_and_names_rules_but_no_figures_in_texts()
    {
        ResultTable table = Log.Measure(new Nps().Trends(Dimension.Channel, CalendarUnit.Week, options: Options)).ToTable();
        Assert.Equal(["Channel", "Period", "NPS", "Lower", "Upper", "Observations", "Customers", "Expected", "Lower limit", "Upper limit", "State", "Alert"], table.Columns.Select(column => column.Name));
        Assert.Equal("Customers", table.BaseColumn);
        Assert.Equal(4 * 18, table.Rows.Count);
        IReadOnlyList<object?> terrible = table.Rows.Single(row => Equals(row[0], "shop") && Equals(row[1], "2026-W17"));
        Assert.Equal(("judged", "beyond limits"), (terrible[10], terrible[11]));
        Assert.Equal("empty", table.Rows.Single(row => Equals(row[0], "shop") && Equals(row[1], "2026-W06"))[10]);
    }

    private static IEnumerable<JourneyEvent> In(string channel, IEnumerable<(int, int, int)> weeks) =>
        Weeks.Nps([.. weeks]).Select(e => e with { Customer = $"{channel}-{e.Customer}", Channel = channel });

    private static int Count(string text, string part) => (text.Length - text.Replace(part, "", StringComparison.Ordinal).Length) / part.Length;
}
