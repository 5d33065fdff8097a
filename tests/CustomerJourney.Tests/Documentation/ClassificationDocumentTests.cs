using System.Text.RegularExpressions;
using CustomerJourney.Classification;
using CustomerJourney.Classification.Rules;
using CustomerJourney.Classification.Tracking;
using CustomerJourney.Tests.Support;

namespace CustomerJourney.Tests.Documentation;

/// <summary>The page on classification cannot rot: its code is one sample that is compiled and run, its file is the one that is read, its tables are as long as the API.</summary>
public sealed partial class ClassificationDocumentTests(ClassificationExamples examples) : IClassFixture<ClassificationExamples>
{
    private static readonly string Document = PageExamples.Page("classification.md");

    [Fact]
    public void Every_block_of_code_is_an_example_that_is_compiled_and_prints_what_the_page_says()
    {
        Assert.Equal(examples.Outputs.Select(example => (examples.Codes[example.Name], example.Output)), PageExamples.On(Document));
        Assert.Equal(examples.Outputs.Count, examples.Codes.Count);
    }

    [Fact]
    public void The_file_that_is_shown_is_the_one_that_is_read()
    {
        string shown = ShownFile().Match(Document).Groups["text"].Value;

        Assert.Equal(File.ReadAllText(Repository.File("samples", "OneCustomer", "anna.csv")).ReplaceLineEndings("\n").TrimEnd(), shown);
    }

    [Fact]
    public void Every_kind_of_rule_and_every_setting_is_listed()
    {
        Assert.All(typeof(StageRule).Assembly.GetTypes().Where(type => type.IsPublic && type.BaseType == typeof(StageRule)), kind => Assert.Contains($"`{kind.Name}`", Document, StringComparison.Ordinal));
        AssertAllNamed(typeof(StageRules), nameof(StageRules.None), nameof(StageRules.Rules));
        AssertAllNamed(typeof(EventPattern));
        AssertAllNamed(typeof(StageTrackerOptions));
    }

    [Fact]
    public void Every_policy_and_every_figure_of_a_visit_and_a_record_is_explained()
    {
        Assert.All(Enum.GetNames<CurrentStageRule>(), policy => Assert.Contains($"| `{policy}` |", Document, StringComparison.Ordinal));
        AssertAllNamed(typeof(StageVisit));
        AssertAllNamed(typeof(StageRecord));
    }

    [Fact]
    public void Links_lead_to_files_of_the_checkout()
    {
        string[] links = [.. Link().Matches(Document).Select(match => match.Groups["path"].Value)];

        Assert.NotEmpty(links);
        Assert.All(links, path => Assert.True(Path.Exists(Repository.File("docs", path)), $"{path} does not exist"));
    }

    private static void AssertAllNamed(Type type, params string[] except) =>
        Assert.All(type.GetProperties().Select(property => property.Name).Except(except), name => Assert.Contains($"`{name}`", Document, StringComparison.Ordinal));

    [GeneratedRegex("```csv\n(?<text>.*?)\n```", RegexOptions.Singleline)]
    private static partial Regex ShownFile();

    [GeneratedRegex(@"\]\((?<path>[^)#]+)\)")]
    private static partial Regex Link();
}
