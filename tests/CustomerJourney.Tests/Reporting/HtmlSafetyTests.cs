using System.Text;
using System.Xml;
using System.Xml.Linq;
using CustomerJourney.Checks;
using CustomerJourney.Events;
using CustomerJourney.Reporting;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerJourney.Tests.Reporting;

public sealed class HtmlSafetyTests
{
    private static readonly string[] Harmless = ["Title", "Heading", "Note", "Section", "Column", "Cell", "Other"];
    private static readonly string[] TextAttributes = ["title", "alt", "src"];

    [Fact]
    public void Names_change_the_text_of_a_page_and_never_its_structure()
    {
        string harmless = Page(Harmless).ToHtml();
        string structure = Structure(Parse(harmless));
        Prop.ForAll(HostileText.Texts(Harmless.Length), names =>
        {
            string hostile = Page(names).ToHtml();
            Assert.Equal(harmless.Count(character => character == '<'), hostile.Count(character => character == '<'));
            Assert.DoesNotContain("<script", hostile, StringComparison.OrdinalIgnoreCase);
            Assert.Equal(structure, Structure(Parse(hostile)));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Readers_see_names_as_they_are() => Prop.ForAll(HostileText.Texts(Harmless.Length), names =>
    {
        XDocument page = Parse(Page(names).ToHtml());
        Assert.Equal(PlainText.WithoutControls(names[0]), page.Descendants("h1").Single().Value);
        Assert.Equal(PlainText.WithoutControls(names[2]), page.Descendants("p").First().Value);
        Assert.Equal(PlainText.WithoutControls(names[5]), page.Descendants("tbody").First().Element("tr")!.Element("th")!.Value);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Maps_with_hostile_names_keep_the_structure_of_the_page()
    {
        string structure = Structure(Parse(MapPage(Harmless).ToHtml()));
        // A map refuses control characters and equal names itself.
        Prop.ForAll(HostileText.Texts(Harmless.Length), names =>
        {
            string[] allowed = [.. names.Select((name, index) => $"{index}{string.Concat(name.EnumerateRunes().Where(rune => rune.Value != 0xFFFD && !Rune.IsControl(rune))).Trim()}")];
            Assert.Equal(structure, Structure(Parse(MapPage(allowed).ToHtml())));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_drawing_of_a_user_is_an_inert_image()
    {
        const string Svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"><script>alert(1)</script></svg>\"><script>alert(2)</script>";
        string html = JourneyReport.Create("Drawing", page => page.Add(new Sample("Section", Sample.Funnel, Svg))).ToHtml();

        XElement image = Parse(html).Descendants("img").Single();
        string source = image.Attribute("src")!.Value;
        Assert.StartsWith("data:image/svg+xml;base64,", source, StringComparison.Ordinal);
        Assert.Equal(Svg, Encoding.UTF8.GetString(Convert.FromBase64String(source["data:image/svg+xml;base64,".Length..])));
        Assert.DoesNotContain("alert", html, StringComparison.Ordinal);
    }

    [Fact]
    public void The_page_forbids_scripts_and_everything_from_elsewhere()
    {
        XDocument page = Parse(Sample.Report.ToHtml());

        Assert.Equal("default-src 'none'; style-src 'unsafe-inline'; img-src data:", page.Descendants("meta").Single(meta => meta.Attribute("http-equiv") is not null).Attribute("content")!.Value);
        Assert.Empty(page.Descendants("script").Concat(page.Descendants("link")).Concat(page.Descendants("iframe")));
        Assert.All(page.Descendants("a"), link => Assert.StartsWith("#s", link.Attribute("href")!.Value, StringComparison.Ordinal));
        Assert.DoesNotContain("url(", page.Descendants("style").Single().Value, StringComparison.Ordinal);
        Assert.DoesNotContain("@import", page.Descendants("style").Single().Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_anchor_of_the_contents_is_on_the_page_once()
    {
        XDocument page = Parse(Sample.Report.ToHtml());
        string[] ids = [.. page.Descendants().Attributes("id").Select(id => id.Value)];

        Assert.Equal(ids.Distinct(), ids);
        Assert.All(page.Descendants("a"), link => Assert.Contains(link.Attribute("href")!.Value[1..], ids));
        Assert.All(page.Descendants().Attributes("aria-labelledby"), label => Assert.Contains(label.Value, ids));
    }

    private static JourneyReport Page(string[] names) => JourneyReport.Create(names[0], page => page
        .AddHeading(names[1])
        .AddNote(names[2])
        .Add(new Sample(names[3], new()
        {
            // Column names are unique.
            Columns = Sample.Columns((names[4], ResultColumnKind.Text), (names[4] + "2", ResultColumnKind.Number)),
            Rows = [[names[5], 1.0], [names[6], -1.0]],
            Chart = new() { LabelColumns = [names[4]], ValueColumn = names[4] + "2" },
        }, Svg: names[6])));

    [Fact]
    public void Findings_with_hostile_names_are_text()
    {
        Journey map = Journey.Create("<b>Shop</b>", map => map.AddStage("</td><script>alert(1)</script>", stage => stage.AddTouchpoint("\" onclick=\"alert(2)")));
        CheckReport report = map.Check(new DateOnly(2026, 3, 1)) with { Unreadable = ["<img src=x onerror=alert(3)>"] };
        XDocument page = Parse(JourneyReport.Create("Checks", page => page.Add(report)).ToHtml());

        Assert.Empty(page.Descendants("script").Concat(page.Descendants("img")).Concat(page.Descendants("b")));
        Assert.DoesNotContain(page.Descendants().Attributes(), attribute => attribute.Name.LocalName.StartsWith("on", StringComparison.OrdinalIgnoreCase));
        Assert.Equal(report.Findings.Count + 1, page.Descendants("tbody").Single().Elements("tr").Count());
        foreach (string text in report.Findings.Select(finding => finding.Message).Concat(report.Unreadable)) Assert.Contains(page.Descendants("td"), cell => cell.Value == text);
    }

    private static JourneyReport MapPage(string[] names) => JourneyReport.Create("Map", page => MapPage(page, Journey.Create(names[0], map => map
        .AddChannel(names[1], ChannelCategory.Website)
        .AddStage(names[2], stage => stage
            .AddTouchpoint(names[3], touch => touch.On(names[1]).ObservedAs("event").Feels(1).AddPainPoint(names[4], Severity.Major))
            .AddTouchpoint(names[5], touch => touch.On(names[1]).ObservedAs("event 2").Feels(-1))))));

    private static void MapPage(ReportBuilder page, Journey map) => page.AddMap(map).AddAnalysis(map.Analyze());

    /// <summary>Elements and attributes in order, with the value of each attribute that is not a text.</summary>
    private static string Structure(XDocument page) => string.Join('\n', page.Descendants().Select(element =>
        $"{element.Parent?.Name}/{element.Name} {string.Join(' ', element.Attributes().Select(attribute => TextAttributes.Contains(attribute.Name.LocalName) || attribute.Name == "viewBox" ? $"{attribute.Name}" : $"{attribute.Name}={attribute.Value}"))}"));

    private static XDocument Parse(string html)
    {
        using XmlReader reader = XmlReader.Create(new StringReader(html), new() { DtdProcessing = DtdProcessing.Ignore });
        return XDocument.Load(reader);
    }
}
