using CustomerJourney.Events;
using CustomerJourney.Tests.Support;

namespace CustomerJourney.Tests.Reporting;

public sealed class GoldenReportTests
{
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
    public void The_csv_of_every_kind_is_the_approved_one() => Golden.Matches(Sample.AllKinds.ToCsv(), "Reporting", "Golden", "all-kinds.csv");

    [Fact]
    public void The_csv_of_hostile_names_is_the_approved_one() => Golden.Matches(Sample.Hostile.ToCsv(), "Reporting", "Golden", "hostile.csv");

    [Fact]
    public void The_json_of_one_result_is_the_approved_one() =>
        Golden.Matches(((IJourneyResult)new Sample.Result("Net promoter score", Sample.NpsByStage)).ToJson(), "Reporting", "Golden", "result.json");
}
