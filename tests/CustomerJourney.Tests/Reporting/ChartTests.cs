using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using CustomerJourney.Events;
using CustomerJourney.Reporting;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerJourney.Tests.Reporting;

public sealed class ChartTests
{
    [Fact]
    public void Bars_go_from_zero_to_the_value_and_whiskers_from_limit_to_limit()
    {
        XElement chart = Chart(Sample.NpsByStage)!;
        double zero = X(chart.Elements("line").Single(line => Class(line) == "zero"), "x1");
        XElement[] ticks = [.. chart.Elements("text").Where(text => Class(text) == "tick")];
        Assert.Equal(["-100", "-50", "0", "50", "100"], ticks.Select(tick => tick.Value));
        double unit = (X(ticks[4], "x") - X(ticks[0], "x")) / 200;

        XElement[] bars = [.. chart.Elements("rect")];
        Assert.Equal(7, bars.Length);
        Assert.Equal(["bar", "bar", "bar negative", "bar negative", "bar", "bar", "bar negative"], bars.Select(Class));
        Assert.Equal(zero, X(bars[0], "x"), 0.02);
        Assert.Equal(31.1 * unit, X(bars[0], "width"), 0.02);
        Assert.Equal(zero - (31.3 * unit), X(bars[3], "x"), 0.02);
        Assert.Equal(31.3 * unit, X(bars[3], "width"), 0.02);
        string whisker = chart.Elements("path").First().Attribute("d")!.Value;
        string[] parts = whisker.Split('M', 'H', ' ');
        Assert.Equal(zero + (23.9 * unit), double.Parse(parts[1], CultureInfo.InvariantCulture), 0.02);
        Assert.Equal(zero + (37.9 * unit), double.Parse(parts[3], CultureInfo.InvariantCulture), 0.02);
    }

    [Fact]
    public void A_chart_says_in_words_what_it_shows()
    {
        XElement chart = Chart(Sample.NpsByStage)!;
        Assert.Equal("img", chart.Attribute("role")!.Value);
        Assert.Equal("Title: Bars of NPS; the figures are in the table below", chart.Elements("title").Single(title => title.Attribute("id")!.Value == chart.Attribute("aria-labelledby")!.Value).Value);
    }

    [Fact]
    public void There_is_no_chart_without_figures_or_without_being_asked_for()
    {
        Assert.Null(Chart(Sample.NpsByStage with { Rows = [["Stage", 0L, null, null, null]] }));
        Assert.Null(Chart(Sample.NpsByStage with { Rows = [] }));
        Assert.Null(Chart(Sample.NpsByStage with { Chart = null }));
    }

    [Fact]
    public void Crossed_rows_are_labeled_by_all_their_dimensions_and_long_labels_are_cut()
    {
        XElement[] labels = [.. Chart(Sample.CsatByStageAndChannel)!.Elements("text").Where(text => text.Element("title") is not null)];
        Assert.Equal("Purchase · Mobile app with a rather long channel name", labels[1].Element("title")!.Value);
        Assert.Equal("Purchase · Mobile app wit…", labels[1].Nodes().OfType<XText>().Single().Value);
        Assert.Equal("Support · 电话客服中心与…", labels[2].Nodes().OfType<XText>().Single().Value.TrimEnd());
    }

    [Fact]
    public void An_axis_holds_its_figures_and_zero_with_few_round_ticks() => Prop.ForAll(ArbMap.Default.ArbFor<double[]>(), figures =>
    {
        ChartScale? scale = ChartScale.Over(figures, null, null, 100, 300);
        double[] finite = [.. figures.Where(double.IsFinite)];
        if (scale is null) return;

        Assert.All(finite, figure => Assert.InRange(figure, scale.Minimum, scale.Maximum));
        Assert.InRange(0, scale.Minimum, scale.Maximum);
        Assert.All(figures.Where(figure => !double.IsNaN(figure)), figure => Assert.InRange(scale.At(figure), 100, 400));
        Assert.InRange(scale.Ticks().Count(), 2, 12);
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(0.0, 1.0, "0 0.2 0.4 0.6 0.8 1")]
    [InlineData(-100.0, 100.0, "-100 -50 0 50 100")]
    [InlineData(1.0, 7.0, "2 4 6")]
    public void Ticks_are_round(double minimum, double maximum, string expected)
    {
        ChartScale scale = ChartScale.Over([minimum], minimum, maximum, 0, 100)!;
        Assert.Equal(expected, string.Join(' ', scale.Ticks().Select(tick => tick.ToString("0.##", CultureInfo.InvariantCulture))));
    }

    [Fact]
    public void An_axis_without_zero_begins_its_bars_at_its_end() => Assert.Equal(1, ChartScale.Over([5], 1, 7, 0, 100)!.Origin);

    [Fact]
    public void The_curve_of_emotions_is_broken_where_nobody_noted_one()
    {
        XElement chart = Parse(JourneyReport.Create("t", page => page.AddMap(Sample.Shop)).ToHtml()).Descendants("svg").Single();
        Assert.Equal(3, chart.Elements("line").Count(line => Class(line) == "curve"));
        Assert.Equal(4, chart.Elements("circle").Count(circle => Class(circle).StartsWith("bar", StringComparison.Ordinal)));
        Assert.Single(chart.Elements("circle"), circle => Class(circle) == "ring");
        Assert.Single(chart.Elements("line"), line => Class(line) == "target");
        Assert.Equal(5, chart.Elements("text").Count(text => Class(text) == "name"));
    }

    [Fact]
    public void A_map_without_emotions_is_a_table_only()
    {
        XDocument page = Parse(JourneyReport.Create("t", page => page.AddMap(Journey.Create("Plain", map => map.AddStage("One", stage => stage.AddTouchpoint("a", touch => touch.ObservedAs("a")))))).ToHtml());
        Assert.Empty(page.Descendants("svg"));
        Assert.Equal(["One", "a", "–", "–", "–", "no", "–"], page.Descendants("tbody").Single().Descendants("tr").Single().Elements().Select(cell => cell.Value));
    }

    private static XElement? Chart(ResultTable table) => Parse(JourneyReport.Create("t", page => page.Add(new Sample("Title", table))).ToHtml()).Descendants("svg").SingleOrDefault();

    private static string Class(XElement element) => element.Attribute("class")?.Value ?? "";

    private static double X(XElement element, string attribute) => double.Parse(element.Attribute(attribute)!.Value, CultureInfo.InvariantCulture);

    private static XDocument Parse(string html)
    {
        using XmlReader reader = XmlReader.Create(new StringReader(html), new() { DtdProcessing = DtdProcessing.Ignore });
        return XDocument.Load(reader);
    }
}
