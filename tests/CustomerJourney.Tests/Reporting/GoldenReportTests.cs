using CustomerJourney.Events;
using CustomerJourney.Maps;
using CustomerJourney.Reporting;
using CustomerJourney.Tests.Support;

namespace CustomerJourney.Tests.Reporting;

public sealed class GoldenReportTests
{
    private static readonly JourneyReport MapAlone = JourneyReport.Create("The map alone", page => page
        .AddMap(Sample.Shop)
        .AddHeading("What it tells")
        .AddAnalysis(Sample.Shop.Analyze())
        .AddHeading("What it lacks")
        .Add(Sample.Shop.Check(asOf: new DateOnly(2026, 3, 1))));

    [Fact]
    public void The_page_is_the_approved_one() => Golden.Matches(Sample.Report.ToHtml(), "Reporting", "Golden", "report.html");

    [Fact]
    public void The_page_with_small_groups_hidden_is_the_approved_one() =>
        Golden.Matches(Sample.Report.ToHtml(new() { SuppressGroupsBelow = 10, AccentColor = "#4f46a5" }), "Reporting", "Golden", "suppressed.html");

    [Fact]
    public void The_markdown_is_the_approved_one() => Golden.Matches(Sample.Report.ToMarkdown(new() { SuppressGroupsBelow = 10 }), "Reporting", "Golden", "report.md");

    [Fact]
    public void The_json_is_the_approved_one() => Golden.Matches(Sample.Report.ToJson(), "Reporting", "Golden", "report.json");

    [Fact]
    public void The_page_of_a_map_with_its_analysis_and_checks_is_the_approved_one() => Golden.Matches(MapAlone.ToHtml(), "Reporting", "Golden", "map.html");

    [Fact]
    public void The_markdown_of_a_map_with_its_analysis_and_checks_is_the_approved_one() => Golden.Matches(MapAlone.ToMarkdown(), "Reporting", "Golden", "map.md");

    [Fact]
    public void An_analysis_has_a_section_for_each_part_that_has_rows()
    {
        MapAnalysis analysis = Sample.Shop.Analyze();
        string[] titles =
        [
            analysis.Title, analysis.Emotions.Title, analysis.PersonaEmotions[0].Title, analysis.Emotions.Gaps.Title, analysis.PainPoints.Title,
            analysis.Personas.Title, analysis.Channels.Title, analysis.ChannelBreaks.Title,
        ];
        Assert.Empty(analysis.Opportunities.ToTable().Rows);
        Assert.Equal(titles, JourneyReport.Create("Map", page => page.AddAnalysis(analysis)).Sections.Select(section => section.Title));
    }

    [Fact]
    public void The_csv_of_every_kind_is_the_approved_one() => Golden.Matches(Sample.AllKinds.ToCsv(), "Reporting", "Golden", "all-kinds.csv");

    [Fact]
    public void The_csv_of_hostile_names_is_the_approved_one() => Golden.Matches(Sample.Hostile.ToCsv(), "Reporting", "Golden", "hostile.csv");

    [Fact]
    public void The_json_of_one_result_is_the_approved_one() =>
        Golden.Matches(((IJourneyResult)new Sample.Result("Net promoter score", Sample.NpsByStage)).ToJson(), "Reporting", "Golden", "result.json");
}
