using System.Text.Json;
using CustomerJourney.Checks;
using CustomerJourney.Events;
using CustomerJourney.Tests.Model;
using CustomerJourney.Tests.Support;

namespace CustomerJourney.Tests.Checks;

public class ReportTests
{
    private static readonly Journey Nasty = Journey.Create("A | *b*\u202e", map => map
        .AddStage("<script>\n# [x](http://evil)", stage => stage
            .AddTouchpoint("A\"\\\t\u0007|`b` @all", touch => touch.Claims("k|\u2028", "1").Claims("k|\u2028", "<2>"))));

    private static readonly Lazy<CheckReport> Shop = new(() => Journey.CheckDocument(
        File.ReadAllText(ExampleTests.MapFile("online-shop.journey.json")), new DateOnly(2026, 12, 15), new() { Suppress = ["CJ042 pain point p-desc", "CJ056"] }));

    [Fact]
    public void Text_is_the_committed_one() => Golden.Matches(Shop.Value.ToText() + "\n" + Nasty.Check(CleanMap.AsOf).ToText(), "Checks", "Golden", "report.txt");

    [Fact]
    public void Markdown_is_the_committed_one() => Golden.Matches(Shop.Value.ToMarkdown() + "\n" + Nasty.Check(CleanMap.AsOf).ToMarkdown(), "Checks", "Golden", "report.md");

    [Fact]
    public void Json_is_the_committed_one() => Golden.Matches(Shop.Value.ToJson(), "Checks", "Golden", "report.json");

    [Fact]
    public void Sarif_is_the_committed_one() => Golden.Matches(Shop.Value.ToSarif("maps/online shop.journey.json"), "Checks", "Golden", "report.sarif");

    [Fact]
    public void Sarif_of_a_document_without_a_map_says_that_the_run_failed()
    {
        using JsonDocument sarif = JsonDocument.Parse(Journey.CheckDocument("{", CleanMap.AsOf).ToSarif());
        JsonElement invocation = sarif.RootElement.GetProperty("runs")[0].GetProperty("invocations")[0];
        Assert.False(invocation.GetProperty("executionSuccessful").GetBoolean());
        Assert.NotEqual(0, invocation.GetProperty("toolExecutionNotifications").GetArrayLength());
    }

    [Fact]
    public void Sarif_results_name_rules_that_the_driver_lists()
    {
        using JsonDocument sarif = JsonDocument.Parse(Shop.Value.ToSarif());
        JsonElement run = sarif.RootElement.GetProperty("runs")[0];
        JsonElement rules = run.GetProperty("tool").GetProperty("driver").GetProperty("rules");
        Assert.Equal(CheckRules.All.Select(rule => rule.Id), rules.EnumerateArray().Select(rule => rule.GetProperty("id").GetString()));
        JsonElement[] results = [.. run.GetProperty("results").EnumerateArray()];
        Assert.Equal(Shop.Value.Findings.Count + Shop.Value.Suppressed.Count, results.Length);
        Assert.Equal(Shop.Value.Suppressed.Count, results.Count(result => result.TryGetProperty("suppressions", out _)));
        Assert.All(results, result =>
        {
            Assert.Equal(result.GetProperty("ruleId").GetString(), rules[result.GetProperty("ruleIndex").GetInt32()].GetProperty("id").GetString());
            Assert.Contains(result.GetProperty("level").GetString(), new[] { "error", "warning", "note" });
            Assert.StartsWith("online-shop", result.GetProperty("locations")[0].GetProperty("logicalLocations")[0].GetProperty("fullyQualifiedName").GetString(), StringComparison.Ordinal);
            Assert.False(result.GetProperty("locations")[0].TryGetProperty("physicalLocation", out _));
        });
    }

    [Fact]
    public void Any_map_can_be_checked_and_printed_on_lines_of_its_own()
    {
        for (int seed = 0; seed < 60; seed++)
        {
            CheckReport report = AnyMap.Make(seed).Check(CleanMap.AsOf);
            Assert.Equal(report, AnyMap.Make(seed).Check(CleanMap.AsOf));
            string[] rows = [.. report.ToMarkdown().Split('\n').Where(line => line.StartsWith("| ", StringComparison.Ordinal))];
            Assert.Equal(report.Findings.Count + 1, rows.Length);
            Assert.All(rows, row => Assert.Equal(6, row.Replace("\\\\", "", StringComparison.Ordinal).Replace("\\|", "", StringComparison.Ordinal).Count(character => character == '|')));
            Assert.All(report.ToText().Where(char.IsControl), character => Assert.Equal('\n', character));
            using JsonDocument json = JsonDocument.Parse(report.ToJson()), sarif = JsonDocument.Parse(report.ToSarif());
            Assert.Equal(report.Findings.Count, json.RootElement.GetProperty("findings").GetArrayLength());
        }
    }

    [Fact]
    public void A_table_has_a_row_a_finding_and_lines_only_of_a_document()
    {
        ResultTable ofDocument = Shop.Value.ToTable(), ofMap = Nasty.Check(CleanMap.AsOf).ToTable();
        Assert.Equal(["Severity", "Rule", "Element", "Line", "Finding", "Suggestion"], ofDocument.Columns.Select(column => column.Name));
        Assert.Equal(Shop.Value.Findings.Select(finding => $"{finding.Rule} {finding.Line} {finding.Message}"), ofDocument.Rows.Select(row => $"{row[1]} {row[3]} {row[4]}"));
        Assert.DoesNotContain("Line", ofMap.Columns.Select(column => column.Name));
        Assert.All(ofMap.Rows, row => Assert.Equal(5, row.Count));
    }

    [Fact]
    public void A_table_says_first_why_no_map_could_be_built()
    {
        CheckReport report = Journey.CheckDocument(CleanMap.Changed(document => document.Stage(1)["phases"]![0]!["weight"] = 0.9), CleanMap.AsOf);
        Assert.Equal(["error", null, "document", null, Assert.Single(report.Unreadable), null], report.ToTable().Rows[0]);
        Assert.Equal("CJ003", report.ToTable().Rows[1][1]);
        Assert.Equal("Checks of \"bicycle\" as of 2026-03-01", report.Title);
    }

    [Fact]
    public void A_report_of_nothing_says_so()
    {
        CheckReport report = CleanMap.Map.Check(CleanMap.AsOf);
        Assert.Equal("Checks of bicycle as of 2026-03-01: 0 errors, 0 warnings, 0 infos, 0 suppressed\n", report.ToText());
        Assert.Equal("0 errors, 0 warnings, 0 infos, 0 suppressed", report.ToString());
    }
}
