using System.Globalization;
using System.Text;
using System.Text.Json;
using CustomerJourney.Events;
using CustomerJourney.Reporting;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerJourney.Tests.Reporting;

public sealed class JourneyReportTests
{
    [Fact]
    public void A_report_does_not_change_with_what_it_was_made_of()
    {
        List<object?> row = ["Stage", 1L];
        List<IReadOnlyList<object?>> rows = [row];
        ReportBuilder? kept = null;
        JourneyReport report = JourneyReport.Create("t", page => kept = page.Add(new Sample("s", new() { Columns = Sample.Columns(("a", ResultColumnKind.Text), ("n", ResultColumnKind.Count)), Rows = rows })));
        string before = report.ToJson();

        row[1] = 2L;
        rows.Add(row);
        kept!.AddNote("late");

        Assert.Equal(before, report.ToJson());
        Assert.Single(report.Sections);
    }

    [Fact]
    public void Sections_can_be_read_back()
    {
        JourneyReport report = JourneyReport.Create("t", page => page.AddHeading("h").AddNote("n").Add(new Sample.Result("own title", Sample.Funnel)).Add(new Sample.Result("own title", Sample.Funnel), title: "given title"));
        Assert.Equal([(ReportSectionKind.Heading, "h", null), (ReportSectionKind.Note, null, "n"), (ReportSectionKind.Table, "own title", null), (ReportSectionKind.Table, "given title", null)], report.Sections.Select(section => (section.Kind, section.Title, section.Text)));
        Assert.Equal(Sample.Funnel.Rows, report.Sections[2].Table!.Rows);
    }

    [Fact]
    public void Blank_titles_and_texts_are_refused()
    {
        Assert.Throws<ArgumentException>(() => JourneyReport.Create(" ", _ => { }));
        Assert.Throws<ArgumentNullException>(() => JourneyReport.Create("t", null!));
        JourneyReport.Create("t", page =>
        {
            Assert.Throws<ArgumentException>("text", () => page.AddHeading(""));
            Assert.Throws<ArgumentException>("text", () => page.AddNote(" "));
            Assert.Throws<ArgumentException>("title", () => page.Add(new Sample.Result("t", Sample.Funnel), title: " "));
            Assert.Throws<ArgumentNullException>("result", () => page.Add((IJourneyResult)null!));
            Assert.Throws<ArgumentNullException>("section", () => page.Add((IReportSection)null!));
            Assert.Throws<ArgumentNullException>("journey", () => page.AddMap((Journey)null!));
        });
    }

    [Fact]
    public void A_table_that_contradicts_itself_is_refused_with_all_its_problems()
    {
        ResultTable table = new()
        {
            Columns = Sample.Columns(("Stage", ResultColumnKind.Text), ("n", ResultColumnKind.Count), ("x", ResultColumnKind.Number)),
            Rows = [["a", 1, 1.0], ["b", 2L], [3L, 3L, double.NaN]],
            BaseColumn = "Stage",
            Chart = new() { LabelColumns = ["Label"], ValueColumn = "x", LowerColumn = "n", Minimum = 1, Maximum = 1 },
        };

        JourneyDefinitionException refusal = Assert.Throws<JourneyDefinitionException>(() => JourneyReport.Create("t", page => page.Add(new Sample("NPS", table))));

        Assert.Equal(
        [
            "base column 'Stage' is of kind Text: a base is a Count.",
            "label column 'Label' of its chart is not among its columns.",
            "its chart has one limit of the interval: name both or none.",
            "the axis of its chart goes from 1 to 1: the minimum lies below the maximum.",
            "column 'n' of its chart is of kind Count: value and limits are all Share, all Number or all Count.",
            "row 1, column 'n' holds a Int32: a cell of kind Count is a Int64 or null.",
            "row 2 has 2 cells for 3 columns.",
            "row 3, column 'Stage' holds a Int64: a cell of kind Text is a String or null.",
            "row 3, column 'x' is not a number: no data is null.",
        ], refusal.Problems);
        Assert.StartsWith("The table of 'NPS' cannot be built, 9 problems:", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(["two columns are named 'a': names are unique."], Assert.Throws<JourneyDefinitionException>(() => new ResultTable { Columns = Sample.Columns(("a", ResultColumnKind.Text), ("a", ResultColumnKind.Text)), Rows = [] }.ToCsv()).Problems);
    }

    [Fact]
    public void Options_are_checked_when_they_are_given()
    {
        Assert.Throws<ArgumentNullException>(() => new ReportOptions { Culture = null! });
        Assert.Throws<ArgumentOutOfRangeException>(() => new ReportOptions { SuppressGroupsBelow = -1 });
        foreach (string color in (string[])["red", "#12345", "#1234567", "#12345g", "#123456;}", ""]) Assert.Throws<ArgumentException>(() => new ReportOptions { AccentColor = color });
        Assert.Contains("--given: #A1b2C3;", JourneyReport.Create("t", _ => { }).ToHtml(new() { AccentColor = "#A1b2C3" }), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Files_and_streams_hold_the_page_in_utf8_without_a_byte_order_mark()
    {
        string path = Path.GetTempFileName();
        try
        {
            JourneyReport report = JourneyReport.Create("页面", page => page.Add(new Sample("表", Sample.Funnel)));
            using MemoryStream stream = new();
            await report.WriteHtmlAsync(stream);
            await report.WriteHtmlAsync(path);

            Assert.Equal(Encoding.UTF8.GetBytes(report.ToHtml()), stream.ToArray());
            Assert.Equal(stream.ToArray(), await File.ReadAllBytesAsync(path));
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => report.WriteHtmlAsync(path, cancellationToken: new(canceled: true)));
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void Json_of_hostile_names_is_read_back_as_they_were() => Prop.ForAll(HostileText.Texts(3), hostile =>
    {
        string[] names = [.. hostile.Select(text => string.Concat(text.EnumerateRunes()))];
        JsonElement root = JsonDocument.Parse(JourneyReport.Create(hostile[0], page => page.AddNote(hostile[1]).Add(new Sample("t", new() { Columns = Sample.Columns((hostile[2], ResultColumnKind.PValue)), Rows = [] }))).ToJson()).RootElement;

        Assert.Equal(names[0], root.GetProperty("title").GetString());
        Assert.Equal(names[1], root.GetProperty("sections")[0].GetProperty("text").GetString());
        JsonElement column = root.GetProperty("sections")[1].GetProperty("table").GetProperty("columns")[0];
        Assert.Equal((names[2], "pValue"), (column.GetProperty("name").GetString(), column.GetProperty("kind").GetString()));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Json_keeps_every_digit_and_names_infinity()
    {
        ResultTable table = new() { Columns = Sample.Columns(("x", ResultColumnKind.Number)), Rows = [[0.1 + 0.2], [double.PositiveInfinity], [double.NegativeInfinity], [null]] };
        string[] cells = [.. JsonDocument.Parse(new Sample.Result("t", table).ToJson()).RootElement.GetProperty("table").GetProperty("rows").EnumerateArray().Select(row => row[0].GetRawText())];
        Assert.Equal(["0.30000000000000004", "\"Infinity\"", "\"-Infinity\"", "null"], cells);
    }

    [Fact]
    public void The_culture_of_the_machine_changes_nothing()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        string[] expected = Write();
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
            Assert.Equal(expected, Write());
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("ar-SA");
            Assert.Equal(expected, Write());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }

        static string[] Write() => [Sample.Report.ToHtml(), Sample.Report.ToMarkdown(), Sample.Report.ToJson(), Sample.AllKinds.ToCsv()];
    }

    [Fact]
    public void Charts_are_equal_by_what_they_name()
    {
        ResultChart chart = new() { LabelColumns = ["a", "b"], ValueColumn = "v" };
        Assert.Equal(chart, chart with { LabelColumns = ["a", "b"] });
        Assert.Equal(chart.GetHashCode(), (chart with { LabelColumns = ["a", "b"] }).GetHashCode());
        Assert.NotEqual(chart, chart with { LabelColumns = ["b", "a"] });
        Assert.NotEqual(chart, chart with { Maximum = 1 });
    }
}
