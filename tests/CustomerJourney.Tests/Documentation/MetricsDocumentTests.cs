using System.Text;
using CustomerJourney.Classification;
using CustomerJourney.Events;
using CustomerJourney.Metrics;
using CustomerJourney.Tests.Metrics;
using CustomerJourney.Tests.Support;

namespace CustomerJourney.Tests.Documentation;

/// <summary>The page on metrics lists those of all pages behind it; <c>UPDATE_GOLDEN=1</c> rewrites its tables.</summary>
public sealed class MetricsDocumentTests
{
    private const string Begin = "<!-- tables -->\n";
    private const string End = "<!-- end of tables -->";
    private static readonly string[] Pages = ["surveys", "customers-and-revenue", "time-and-lifetime", "trends-and-targets", "drivers-and-answers", "statistics"];

    [Fact]
    public void The_page_lists_every_metric_of_every_page()
    {
        string path = Repository.File("docs", "metrics.md");
        string page = File.ReadAllText(path);
        int begin = page.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length, end = page.IndexOf(End, StringComparison.Ordinal);
        string rewritten = page[..begin] + Tables() + page[end..];
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1") File.WriteAllText(path, rewritten);

        Assert.Equal(rewritten, File.ReadAllText(path));
        Assert.Equal(Pages.Order(), Directory.GetFiles(Repository.File("docs", "metrics"), "*.md").Select(Path.GetFileNameWithoutExtension).Order());
    }

    [Fact]
    public void The_program_of_the_page_prints_what_the_page_says()
    {
        Journey map = Journey.Create("Shop", one => one.AddStage("Support", stage => stage.AddTouchpoint("Survey", touch => touch.ObservedAs("answer"))));
        StagedLog staged = map.Classify(Answers.Nps(600, 300, 300));
        var (nps, kept, orders) = staged.Measure(new Nps().By(Dimension.Stage), new CustomerRetention(TimeRange.Quarter(2026, 1)), new AverageOrderValue());
        Assert.Contains($"// {nps.Total}\n", File.ReadAllText(Repository.File("docs", "metrics.md")), StringComparison.Ordinal);
        Assert.Equal((0, NoValueReason.StillOpen), (kept.Total, kept.WhyNoValue!.Reason));
        Assert.Equal(NoValueReason.NoData, orders.WhyNoValue!.Reason);
    }

    private static string Tables()
    {
        StringBuilder tables = new();
        foreach (string name in Pages)
        {
            string[] lines = File.ReadAllLines(Repository.File("docs", "metrics", $"{name}.md"));
            string[] table = [.. lines.SkipWhile(line => !line.StartsWith('|')).TakeWhile(line => line.StartsWith('|'))];
            Assert.True(table.Length > 2, $"{name}.md has no table.");
            Assert.All(table, line => Assert.Equal(7, line.Split('|').Length));
            tables.Append('\n').Append(System.Globalization.CultureInfo.InvariantCulture, $"## [{lines[0].TrimStart('#', ' ')}](metrics/{name}.md)").Append("\n\n").AppendJoin('\n', table).Append('\n');
        }

        return tables.Append('\n').ToString();
    }
}
