using System.Globalization;
using CustomerJourney.Events;
using CustomerJourney.Reporting;

namespace CustomerJourney.Tests.Reporting;

public sealed class FigureTests
{
    [Theory]
    [InlineData("00:00:00", "0 s")]
    [InlineData("00:00:00.0004", "0 ms")]
    [InlineData("00:00:00.35", "350 ms")]
    [InlineData("00:00:12.5", "12 s 500 ms")]
    [InlineData("00:00:59.9999", "1 min")]
    [InlineData("00:04:00", "4 min")]
    [InlineData("00:04:12.5", "4 min 13 s")]
    [InlineData("00:59:59.9", "1 h")]
    [InlineData("01:30:00", "1 h 30 min")]
    [InlineData("23:59:45", "1 d")]
    [InlineData("2.03:12:00", "2 d 3 h")]
    [InlineData("-2.03:12:00", "-2 d 3 h")]
    [InlineData("1234.00:00:00", "1,234 d")]
    public void Durations_are_read_in_their_two_largest_units(string duration, string expected) =>
        Assert.Equal(expected, FigureText.Duration(TimeSpan.Parse(duration, CultureInfo.InvariantCulture), Context("")));

    [Fact]
    public void The_longest_durations_can_be_written()
    {
        Assert.Equal("10,675,199 d 3 h", FigureText.Duration(TimeSpan.MaxValue, Context("")));
        Assert.Equal("-10,675,199 d 3 h", FigureText.Duration(TimeSpan.MinValue, Context("")));
    }

    [Theory]
    [InlineData(0.0123, "0.012")]
    [InlineData(0.5, "0.500")]
    [InlineData(0.001, "0.001")]
    [InlineData(0.00099, "< 0.001")]
    [InlineData(0.0, "< 0.001")]
    public void P_values_have_three_decimals(double p, string expected) => Assert.Equal(expected, FigureText.PValue(p, CultureInfo.InvariantCulture));

    [Theory]
    [InlineData(new[] { 0.0042, -0.001 }, "0.0042 -0.0010")]
    [InlineData(new[] { 5.316, 0.0 }, "5.32 0.00")]
    [InlineData(new[] { 5.316, -0.001 }, "5.32 0.00")]
    [InlineData(new[] { 42.11, 5.316, -0.04 }, "42.1 5.3 0.0")]
    [InlineData(new[] { double.PositiveInfinity, double.NegativeInfinity, 1.0 }, "∞ -∞ 1.00")]
    public void Numbers_of_a_column_have_the_decimals_that_its_size_asks_for(double[] numbers, string expected)
    {
        TableText text = Text(new()
        {
            Columns = Sample.Columns(("x", ResultColumnKind.Number)),
            Rows = [.. numbers.Select(number => (IReadOnlyList<object?>)[number])],
        });
        Assert.Equal(expected, string.Join(' ', numbers.Select((_, row) => text[row, 0].Text)));
    }

    [Fact]
    public void A_value_and_its_limits_have_the_same_decimals()
    {
        TableText text = Text(new()
        {
            Columns = Sample.Columns(("Name", ResultColumnKind.Text), ("Value", ResultColumnKind.Number), ("Lower", ResultColumnKind.Number), ("Upper", ResultColumnKind.Number)),
            Rows = [["a", 9.5, 6.25, 12.75]],
            Chart = new() { LabelColumns = ["Name"], ValueColumn = "Value", LowerColumn = "Lower", UpperColumn = "Upper" },
        });
        Assert.Equal("9.50 6.25 12.75", $"{text[0, 1].Text} {text[0, 2].Text} {text[0, 3].Text}");
    }

    [Theory]
    [InlineData("en-GB", "Contents")]
    [InlineData("de-DE", "Contents")]
    [InlineData("", "Contents")]
    [InlineData("zh", "目录")]
    [InlineData("zh-Hans", "目录")]
    [InlineData("zh-CN", "目录")]
    [InlineData("zh-Hant", "目錄")]
    [InlineData("zh-TW", "目錄")]
    [InlineData("zh-HK", "目錄")]
    [InlineData("ru-RU", "Содержание")]
    [InlineData("ms-MY", "Kandungan")]
    public void The_texts_follow_the_culture(string culture, string expected) => Assert.Equal(expected, Context(culture).Texts.Contents);

    [Fact]
    public void Figures_follow_the_culture()
    {
        CultureInfo german = CultureInfo.GetCultureInfo("de-DE");
        string markdown = JourneyReport.Create("t", page => page.Add(new Sample("t", Sample.AllKinds))).ToMarkdown(new() { Culture = german });

        Assert.Contains($"| {1_234_567.ToString("N0", german)} | {0.1234.ToString("P1", german)} | 4,50 | 0,012 |", markdown, StringComparison.Ordinal);
        Assert.Contains("2026-03-01 12:00 +02:00 | 2026-03-01", markdown, StringComparison.Ordinal);
        Assert.Contains("<html lang=\"zh-Hans\">", Sample.Report.ToHtml(new() { Culture = CultureInfo.GetCultureInfo("zh-Hans") }), StringComparison.Ordinal);
    }

    private static PageContext Context(string culture) => new(new() { Culture = CultureInfo.GetCultureInfo(culture) });

    private static TableText Text(ResultTable table) => new(VisibleTable.Of(table, ReportOptions.Default), Context(""));
}
