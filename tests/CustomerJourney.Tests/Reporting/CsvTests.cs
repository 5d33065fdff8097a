using System.Text.RegularExpressions;
using CsvHelper;
using CustomerJourney.Events;
using CustomerJourney.Reporting;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerJourney.Tests.Reporting;

public sealed class CsvTests
{
    [Fact]
    public void Hostile_cells_are_read_back_as_they_were_but_for_the_apostrophe_of_formulas() => Prop.ForAll(HostileText.Texts(6), hostile =>
    {
        // Halves of surrogate pairs have no UTF-8 and so no CSV.
        string[] texts = [.. hostile.Select(text => string.Concat(text.EnumerateRunes()))];
        string csv = Table([texts[0], texts[1] + "2"], [texts[2], texts[3]], [texts[4], texts[5]]).ToCsv();

        string[][] read = Read(csv);
        Assert.Equal(new[] { texts[0], texts[1] + "2", texts[2], texts[3], texts[4], texts[5] }, read.SelectMany(row => row).Zip([texts[0], texts[1] + "2", .. texts[2..]], WithoutGuard));
        Assert.Equal([2, 2, 2], read.Select(row => row.Length));
        Assert.All(read.SelectMany(row => row), cell => Assert.False(IsFormula(cell), $"'{cell}' would be run as a formula"));
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+49 30 1234", "'+49 30 1234")]
    [InlineData("-2+3", "'-2+3")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\t=1", "\"'\t=1\"")]
    [InlineData("\r=1", "\"'\r=1\"")]
    [InlineData("＝1+1", "'＝1+1")]
    [InlineData("-12.5", "-12.5")]
    [InlineData("-Infinity", "'-Infinity")]
    [InlineData("+1E5", "+1E5")]
    [InlineData("a=1", "a=1")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("a;=1", "\"a;=1\"")]
    [InlineData("a\"b", "\"a\"\"b\"")]
    [InlineData("", "\"\"")]
    public void A_cell_is_written_as(string text, string expected) => Assert.Equal($"c\r\n{expected}\r\n", Table(["c"], [text]).ToCsv());

    [Fact]
    public async Task Files_are_named_by_position_and_the_letters_of_their_title()
    {
        string folder = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            string[] titles = ["NPS by stage", "../../etc/passwd", "C:\\Windows\\CON", "按阶段的 NPS", "...", "NPS by stage", new string('x', 500) + "😀"];
            JourneyReport report = JourneyReport.Create("t", page =>
            {
                page.AddHeading("no file").AddNote("no file");
                foreach (string title in titles) page.Add(new Sample(title, Sample.Funnel));
            });
            await report.WriteCsvAsync(folder);

            string[] names = [.. Directory.EnumerateFileSystemEntries(folder).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];
            Assert.Equal(["01-nps-by-stage.csv", "02-etc-passwd.csv", "03-c-windows-con.csv", "04-按阶段的-nps.csv", "05-table.csv", "06-nps-by-stage.csv", $"07-{new string('x', 60)}.csv"], names);
            Assert.Equal(Sample.Funnel.ToCsv(), await File.ReadAllTextAsync(Path.Combine(folder, names[0])));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void File_names_of_hostile_titles_stay_in_the_folder() => Prop.ForAll(HostileText.Title.ToArbitrary(), title =>
        Assert.Matches(@"^07-[\p{L}\p{N}\p{M}-]{1,62}\.csv$", CsvFileName.Of(7, title))).QuickCheckThrowOnFailure();

    private static ResultTable Table(string[] columns, params string[][] rows) => new()
    {
        Columns = Sample.Columns([.. columns.Select(column => (column, ResultColumnKind.Text))]),
        Rows = [.. rows.Select(row => (IReadOnlyList<object?>)row)],
    };

    private static string[][] Read(string csv)
    {
        using CsvReader reader = CsvReader.FromText(csv, new() { HasHeader = false });
        List<string[]> rows = [];
        while (reader.Read()) rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(field => reader.GetString(field))]);
        return [.. rows];
    }

    private static string WithoutGuard(string read, string written) => read.Length == written.Length + 1 && IsFormula(written) && read[0] == '\'' ? read[1..] : read;

    private static bool IsFormula(string cell) => Regex.IsMatch(cell, @"^[=+@\t\r\n＝＋－＠-]") && !Regex.IsMatch(cell, @"^[+-]([0-9]+\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]{1,2})?\z");
}
