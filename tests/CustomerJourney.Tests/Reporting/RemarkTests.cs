using System.Text.Json;
using CustomerJourney.Analytics;
using CustomerJourney.Comparison;
using CustomerJourney.Events;
using CustomerJourney.Metrics;
using CustomerJourney.Metrics.Trends;
using CustomerJourney.Reporting;
using CustomerJourney.Tests.Comparison;

namespace CustomerJourney.Tests.Reporting;

/// <summary>Reports tell what to heed with a result: why it has no value, and its warnings.</summary>
public sealed class RemarkTests
{
    private const string Few = "NPS rests on 4 observations: too few to be reported as a trend.";

    [Fact]
    public void Warnings_of_a_metric_stand_below_its_table_in_every_format()
    {
        JourneyReport report = JourneyReport.Create("t", page => page.Add(Answers(4).Measure(new Nps())));
        Assert.Contains($"<ul class=\"remarks small\">\n<li>{Few}</li>", report.ToHtml(), StringComparison.Ordinal);
        Assert.Contains($"\n\n- {Few}\n", report.ToMarkdown(), StringComparison.Ordinal);
        using JsonDocument json = JsonDocument.Parse(report.ToJson());
        Assert.Equal(Few, json.RootElement.GetProperty("sections")[0].GetProperty("remarks")[0].GetString());
    }

    [Fact]
    public void A_missing_value_is_explained()
    {
        NpsResult none = Answers(0).Measure(new Nps());
        Assert.Equal(none.WhyNoValue!.Message, Assert.Single(none.Remarks));
        Assert.Contains(none.WhyNoValue.Message, JourneyReport.Create("t", page => page.Add(none)).ToMarkdown(), StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_printed_where_nothing_stands_out()
    {
        JourneyReport report = JourneyReport.Create("t", page => page.Add(Answers(1000).Measure(new Nps())));
        Assert.DoesNotContain("<ul class=\"remarks", report.ToHtml(), StringComparison.Ordinal);
        Assert.DoesNotContain("remarks", report.ToJson(), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_true_of_several_groups_is_one_sentence_that_names_them()
    {
        Breakdown<NpsResult> channels = Answers(48, channels: 12).Measure(new Nps().By(Dimension.Channel));
        Assert.Equal(
            [
                .. channels.Total.Remarks,
                "12 of 12 groups rest on fewer than 10 observations, too few to be reported as a trend: channel 0, channel 1, channel 10, channel 11, channel 2, channel 3, channel 4, channel 5 and 4 more.",
            ],
            channels.Remarks);
    }

    [Fact]
    public void A_remark_that_is_true_of_one_group_is_its_own_sentence()
    {
        Breakdown<NpsResult> channels = JourneyLog.From([.. Events(600, 1), Answer(0, "late", "d"), Answer(1, "late", "d"), Answer(2, "late", "d"), Answer(3, "late", "d")]).Measure(new Nps().By(Dimension.Channel));
        Assert.Equal([$"late: {Few}"], channels.Remarks);
    }

    [Fact]
    public void Wide_intervals_are_told_apart_from_few_observations_and_groups_without_data_from_neither()
    {
        Nps strict = new() { Level = 0.999999 };
        Breakdown<NpsResult> channels = JourneyLog.From([.. Events(240, 3), .. Events(20, 1, "few").Select(answer => answer with { Channel = "few" })]).Measure(strict.By(Dimension.Channel));
        Assert.Equal(0, channels["None"].Responses);
        Assert.Equal(
            ["few: NPS rests on 20 observations: expect a wide interval below 50.", "3 of 4 groups have intervals too wide to say much: channel 0, channel 1 and channel 2."],
            channels.Remarks.Skip(channels.Total.Remarks.Count).OrderDescending(StringComparer.Ordinal));
    }

    [Fact]
    public void Remarks_that_differ_in_figures_alone_are_told_once()
    {
        IEnumerable<JourneyEvent> answers = Enumerable.Range(0, 200).SelectMany(number => (JourneyEvent[])
            [Effort(number, FeedbackKind.Ces, $"channel {number % 2}"), .. number % 5 == 0 || number % 2 == 0 ? [Effort(number + 1000, FeedbackKind.Ces1, $"channel {number % 2}")] : Array.Empty<JourneyEvent>()]);
        Breakdown<CesResult> channels = JourneyLog.From(answers).Measure(new Ces().By(Dimension.Channel));
        string told = Assert.Single(channels.Remarks, remark => remark.Contains("CES 1.0", StringComparison.Ordinal));
        Assert.StartsWith(Assert.Single(channels.Total.Remarks), told, StringComparison.Ordinal);
        Assert.EndsWith(" The same, in other figures, is true of channel 0 and channel 1.", told, StringComparison.Ordinal);
    }

    [Fact]
    public void A_section_says_what_was_asked_in_every_format()
    {
        JourneyLog log = Answers(40);
        const string Asked = "period: 2026-04-01T00:00:00Z/2026-05-01T00:00:00Z; active within: 30 days; won back: kept; level: 0.95";
        CustomerRetention april = new(TimeRange.Month(2026, 4));
        JourneyReport report = JourneyReport.Create("t", page => page.Add(log.Measure(april)).Add(log.Measure(april.By(Dimension.Channel.First))).Add(log.CheckQuality()));
        Assert.Equal([Asked, Asked, null], report.Sections.Select(section => section.Definition));
        Assert.Contains($"<p class=\"small\">{Asked}</p>", report.ToHtml(), StringComparison.Ordinal);
        Assert.Contains($"\n\n{Asked}\n", report.ToMarkdown(), StringComparison.Ordinal);
        Assert.Contains($"\"definition\": \"{Asked}\"", report.ToJson(), StringComparison.Ordinal);
    }

    [Fact]
    public void Figures_of_different_kinds_in_one_column_each_have_decimals_of_their_own()
    {
        ResultTable table = new()
        {
            Columns = [new() { Name = "Name", Kind = ResultColumnKind.Text }, new() { Name = "Change", Kind = ResultColumnKind.Number, IsMixed = true }],
            Rows = [["NPS", -12.345], ["CSAT", -0.0712], ["CES", 5.127]],
        };
        string text = JourneyReport.Create("t", page => page.Add(new Laid(table))).ToMarkdown();
        Assert.Contains("| NPS | -12.3 |\n| CSAT | -0.071 |\n| CES | 5.13 |", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_value_and_its_limits_are_written_alike()
    {
        ResultTable table = new()
        {
            Columns = [.. new[] { "Value", "Lower", "Upper" }.Select(name => new ResultColumn { Name = name, Kind = ResultColumnKind.Number })],
            Rows = [[-6.712, -12.68, -0.69]],
        };
        Assert.Contains("| -6.71 | -12.68 | -0.69 |", JourneyReport.Create("t", page => page.Add(new Laid(table))).ToMarkdown(), StringComparison.Ordinal);
    }

    [Fact]
    public void Names_in_remarks_are_shown_and_not_obeyed()
    {
        Breakdown<NpsResult> channels = JourneyLog.From([.. Enumerable.Range(0, 4).Select(number => Answer(number, "<script>alert(1)</script> [x](http://evil)")), Answer(4, "web")]).Measure(new Nps().By(Dimension.Channel));
        JourneyReport report = JourneyReport.Create("t", page => page.Add(channels));
        Assert.Matches("<li>2 of 2 groups rest on [^<]*: &lt;script&gt;alert", report.ToHtml());
        Assert.DoesNotContain("<script", report.ToHtml(), StringComparison.Ordinal);
        Assert.DoesNotContain("[x](http", report.ToMarkdown(), StringComparison.Ordinal);
    }

    [Fact]
    public void Remarks_are_left_out_where_small_groups_are_hidden()
    {
        JourneyReport report = JourneyReport.Create("t", page => page.Add(Answers(4).Measure(new Nps())));
        ReportOptions options = new() { SuppressGroupsBelow = 10 };
        Assert.All((string[])[report.ToHtml(options), report.ToMarkdown(options), report.ToJson(options)], text => Assert.DoesNotContain("4 observations", text, StringComparison.Ordinal));
        Assert.Contains("rests on 40", JourneyReport.Create("t", page => page.Add(Answers(40).Measure(new Nps()))).ToMarkdown(options), StringComparison.Ordinal);
    }

    [Fact]
    public void Small_cohorts_and_comparisons_of_few_answers_are_remarked()
    {
        RetentionResult days = Answers(40).Measure(new Retention(CalendarUnit.Day) { Periods = 3 });
        Assert.Equal("1 of 1 cohort has fewer than 30 customers: single shares of such cohorts vary widely.", Assert.Single(Answers(7).Measure(new Retention(CalendarUnit.Day) { Periods = 3 }).Remarks));
        Assert.Empty(days.Remarks);
        Nps nps = new();
        JourneyComparison comparison = JourneyComparison.Between(SurveyLog.Staged([.. Events(60, 1, "a")]), SurveyLog.Staged([.. Events(200, 1, "b")]), new() { Measures = [nps], Level = 0.999999 });
        Assert.Equal("1 of 1 rows compares a net score of fewer than 100 answers on one side: only large differences can be shown.", comparison.Remarks[^1]);
        Assert.Contains("99.9999 % interval", comparison.Of(nps).Verdict, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_said_of_the_total_is_not_said_again_of_each_group()
    {
        JourneyLog log = JourneyLog.From(Enumerable.Range(0, 160).Select(number => Answer(number % 80, "web") with
        {
            At = new DateTimeOffset(2026, 1, number < 80 ? 1 : 20, 12, 0, 0, TimeSpan.Zero),
            CustomerAttributes = new Dictionary<string, string> { ["plan"] = number % 2 == 0 ? "pro" : "free" },
        }));
        Breakdown<ShareResult> plans = log.Measure(new CustomerRetention(new TimeRange(new DateTimeOffset(2026, 1, 5, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2026, 1, 15, 0, 0, 0, TimeSpan.Zero))).By(Dimension.Attribute("plan")));
        Assert.Contains("looks back to", Assert.Single(plans.Total.Remarks), StringComparison.Ordinal);
        Assert.Equal(plans.Total.Remarks[0], Assert.Single(plans["pro"].Remarks));
        Assert.DoesNotContain(plans.Remarks, remark => remark.StartsWith("pro:", StringComparison.Ordinal) || remark.StartsWith("free:", StringComparison.Ordinal));
    }

    [Fact]
    public void Trends_of_groups_tell_what_to_heed_in_each_and_ten_remarks_are_enough()
    {
        JourneyLog log = JourneyLog.From(Enumerable.Range(0, 600).Select(number => Answer(number, $"channel {number % 12}") with { At = new DateTimeOffset(2026, 5, 1, 12, 0, 0, TimeSpan.Zero).AddDays(number / 12 % 5) }));
        GroupTrends<NpsResult> trends = log.Measure(new Nps().Trends(Dimension.Channel, CalendarUnit.Day));
        string[] all = [.. trends.SelectMany(trend => trend.Remarks)];
        Assert.True(all.Length > 11);
        IReadOnlyList<string> remarks = ((IJourneyResult)trends).Remarks;
        Assert.Equal(all.Take(10), remarks.Take(10));
        Assert.Equal($"{all.Length - 10} more remarks on groups; see their results.", Assert.Single(remarks.Skip(10)));
        Assert.Contains(trends["channel 0"].Remarks[0], JourneyReport.Create("t", page => page.Add(trends)).ToMarkdown(), StringComparison.Ordinal);
    }

    [Fact]
    public void One_small_cohort_of_several_is_spoken_of_as_one()
    {
        JourneyLog log = JourneyLog.From([.. Events(40, 1), Answer(0, "web", "later") with { At = new DateTimeOffset(2026, 5, 2, 12, 0, 0, TimeSpan.Zero) }]);
        Assert.StartsWith("1 of 2 cohorts has fewer than 30 customers:", Assert.Single(log.Measure(new Retention(CalendarUnit.Day) { Periods = 3 }).Remarks), StringComparison.Ordinal);
    }

    [Fact]
    public void Remarks_are_left_out_where_nobody_can_say_on_how_few_rows_rest()
    {
        JourneyComparison comparison = JourneyComparison.Between(SurveyLog.Staged([.. Events(40, 1)]), SurveyLog.Staged([.. Events(43, 1).Skip(37)]), new() { Measures = [new Nps()] });
        Assert.StartsWith("3 customers stand on both sides", comparison.Remarks[0], StringComparison.Ordinal);
        JourneyReport report = JourneyReport.Create("t", page => page.Add(comparison));
        ReportOptions options = new() { SuppressGroupsBelow = 10 };
        Assert.All((string[])[report.ToHtml(options), report.ToMarkdown(options), report.ToJson(options)], text => Assert.DoesNotContain("3 customers", text, StringComparison.Ordinal));
        Assert.Contains("3 customers stand on both sides", report.ToMarkdown(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_group_without_answers_hides_how_few_gave_others()
    {
        JourneyLog log = JourneyLog.From(
        [
            .. Enumerable.Range(0, 80).Select(number => Answer(number, number % 2 == 0 ? "web" : "shop") with { Feedback = new Feedback(FeedbackKind.Ces, 1 + (number % 7)) }),
            Answer(0, "phone", "old") with { Feedback = new Feedback(FeedbackKind.Ces1, 2) },
        ]);
        JourneyReport report = JourneyReport.Create("t", page => page.Add(log.Measure(new Ces().By(Dimension.Channel))));
        ReportOptions options = new() { SuppressGroupsBelow = 10 };
        using JsonDocument json = JsonDocument.Parse(report.ToJson(options));
        JsonElement table = json.RootElement.GetProperty("sections")[0].GetProperty("table");
        int others = table.GetProperty("columns").EnumerateArray().Select(column => column.GetProperty("name").GetString()).ToList().IndexOf("Answers to CES 1.0");
        JsonElement phone = table.GetProperty("rows").EnumerateArray().Single(row => row[0].GetString() == "phone");
        Assert.Equal(JsonValueKind.Null, phone[others].ValueKind);
        Assert.False(json.RootElement.GetProperty("sections")[0].TryGetProperty("remarks", out _));
    }

    private static JourneyLog Answers(int count, int channels = 1) =>
        JourneyLog.From(Events(count, channels));

    private static IEnumerable<JourneyEvent> Events(int count, int channels, string prefix = "c") =>
        Enumerable.Range(0, count).Select(number => Answer(number, $"channel {number % channels}", prefix));

    private static JourneyEvent Effort(int number, FeedbackKind kind, string channel) => new()
    {
        Customer = $"{kind}{number}",
        Event = "answered",
        At = new DateTimeOffset(2026, 5, 1, 12, 0, 0, TimeSpan.Zero),
        Channel = channel,
        Feedback = new Feedback(kind, 1 + (number % 5)),
    };

    private static JourneyEvent Answer(int number, string channel, string prefix = "c") => new()
    {
        Customer = $"{prefix}{number}",
        Event = "answered",
        At = new DateTimeOffset(2026, 5, 1, 12, 0, 0, TimeSpan.Zero),
        Channel = channel,
        Feedback = new Feedback(FeedbackKind.Nps, number % 11),
    };

    private sealed class Laid(ResultTable table) : IJourneyResult
    {
        public string Title => "Laid";

        public ResultTable ToTable() => table;
    }
}
