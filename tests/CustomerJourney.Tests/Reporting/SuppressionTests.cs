using System.Text.Json;
using CustomerJourney.Events;
using CustomerJourney.Reporting;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerJourney.Tests.Reporting;

public sealed class SuppressionTests
{
    [Theory]
    [InlineData("50 60 9 70", 10, "one small group is its total minus the others", "p.s.")]
    [InlineData("50 60 0 70", 10, "empty groups show that they are empty", "....")]
    [InlineData("4 6 50", 10, "two small groups protect each other", "ss.")]
    [InlineData("1 1 50 60", 10, "two of one are known from their sum, 2", "ssp.")]
    [InlineData("10 11", 10, "groups of the limit are shown", "..")]
    [InlineData("3", 10, "a single row is hidden", "s")]
    [InlineData("3 20", 0, "no limit", "..")]
    [InlineData("- 3 20", 10, "no data is not small", ".sp")]
    public void Rows_are_hidden(string sizes, int limit, string why, string expected)
    {
        VisibleTable table = VisibleTable.Of(Table([.. sizes.Split(' ').Select(size => size == "-" ? (long?)null : long.Parse(size))]), new() { SuppressGroupsBelow = limit });
        string actual = string.Concat(Enumerable.Range(0, table.Table.Rows.Count).Select(row => table[row] switch { RowVisibility.Shown => '.', RowVisibility.TooSmall => 's', _ => 'p' }));
        Assert.True(expected == actual, $"{why}: {expected}, not {actual}");
    }

    [Theory]
    [InlineData("0/3 50/0 60/0", "sp.", "what a group without a base counts besides is as small")]
    [InlineData("0/30 50/0", "..", "nor is it small where it is not")]
    [InlineData("0/0 50/1", "..", "the base goes before other counts")]
    [InlineData("0/9 4/0 50/0", "ssp", "a group without a base protects nobody")]
    [InlineData("-/3 50/0", "sp", "no base at all")]
    public void Rows_without_a_base_are_as_small_as_what_they_count(string rows, string expected, string why)
    {
        VisibleTable table = VisibleTable.Of(
            new ResultTable
            {
                Columns = Sample.Columns(("n", ResultColumnKind.Count), ("others", ResultColumnKind.Count)),
                Rows = [.. rows.Split(' ').Select(row => (IReadOnlyList<object?>)[.. row.Split('/').Select(count => count == "-" ? null : (object?)long.Parse(count))])],
                BaseColumn = "n",
            },
            new() { SuppressGroupsBelow = 10 });
        string actual = string.Concat(Enumerable.Range(0, table.Table.Rows.Count).Select(row => table[row] switch { RowVisibility.Shown => '.', RowVisibility.TooSmall => 's', _ => 'p' }));
        Assert.True(expected == actual, $"{why}: {expected}, not {actual}");
    }

    [Fact]
    public void No_small_group_is_shown_nor_known_from_a_total() => Prop.ForAll(
        Gen.Choose(0, 40).ListOf().Select(sizes => sizes.ToArray()).ToArbitrary(),
        Gen.Choose(1, 20).ToArbitrary(),
        (sizes, limit) =>
        {
            VisibleTable table = VisibleTable.Of(Table([.. sizes.Select(size => (long?)size)]), new() { SuppressGroupsBelow = limit });
            int[] hidden = [.. Enumerable.Range(0, sizes.Length).Where(row => table[row] != RowVisibility.Shown).Select(row => sizes[row])];
            int[] shown = [.. Enumerable.Range(0, sizes.Length).Where(row => table[row] == RowVisibility.Shown).Select(row => sizes[row])];

            Assert.All(shown, size => Assert.True(size == 0 || size >= limit));
            // Where groups are left that could protect, at least two are hidden and their sum is large; without a small group none is.
            if (hidden.Length > 0 && shown.Any(size => size > 0)) Assert.True(hidden.Length >= 2 && hidden.Sum() >= limit);
            if (sizes.All(size => size == 0 || size >= limit)) Assert.Empty(hidden);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Hidden_figures_are_nowhere_in_any_format()
    {
        JourneyReport report = JourneyReport.Create("t", page => page.Add(new Sample.Result("NPS", new()
        {
            Columns = Sample.Columns(("Stage", ResultColumnKind.Text), ("n", ResultColumnKind.Count), ("NPS", ResultColumnKind.Number), ("Since", ResultColumnKind.Date), ("Time", ResultColumnKind.Duration)),
            Rows = [["small", 7L, 87.654321, new DateOnly(1999, 7, 8), TimeSpan.FromDays(777)], ["large", 777_777L, 30.5, new DateOnly(2026, 1, 1), TimeSpan.FromDays(1)], ["larger", 999_999L, 31.5, new DateOnly(2026, 1, 2), TimeSpan.FromDays(2)]],
            BaseColumn = "n",
            Chart = new() { LabelColumns = ["Stage"], ValueColumn = "NPS" },
        })));
        ReportOptions options = new() { SuppressGroupsBelow = 10 };

        Assert.All((string[])[report.ToHtml(options), report.ToMarkdown(options), report.ToJson(options), Csv(report, options)], text =>
        {
            Assert.All((string[])["87.6", "1999", "777"], figure => Assert.DoesNotContain(figure, text, StringComparison.Ordinal));
            Assert.Contains("small", text, StringComparison.Ordinal);
            Assert.Contains("31.5", text, StringComparison.Ordinal);
        });
        // The axis, too, would tell: it ends behind the largest figure that is shown.
        Assert.DoesNotContain(">80.0<", report.ToHtml(options), StringComparison.Ordinal);
        Assert.Contains("fewer than 10", report.ToHtml(options), StringComparison.Ordinal);
        Assert.Contains("| small | fewer than 10 | \\* | \\* | \\* |\n| large | hidden |", report.ToMarkdown(options), StringComparison.Ordinal);
        Assert.Equal([0, 1], JsonDocument.Parse(report.ToJson(options)).RootElement.GetProperty("sections")[0].GetProperty("table").GetProperty("hiddenRows").EnumerateArray().Select(row => row.GetInt32()));
    }

    private static string Csv(JourneyReport report, ReportOptions options)
    {
        string folder = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            report.WriteCsvAsync(folder, options).GetAwaiter().GetResult();
            return File.ReadAllText(Path.Combine(folder, "01-nps.csv"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static ResultTable Table(params long?[] sizes) => new()
    {
        Columns = Sample.Columns(("n", ResultColumnKind.Count)),
        Rows = [.. sizes.Select(size => (IReadOnlyList<object?>)[size])],
        BaseColumn = "n",
    };
}
