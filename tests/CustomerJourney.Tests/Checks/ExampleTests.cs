using System.Text.Json;
using System.Text.RegularExpressions;
using CustomerJourney.Checks;
using CustomerJourney.Tests.Support;

namespace CustomerJourney.Tests.Checks;

/// <summary>The three example maps give the findings that the specification expects (Data/Maps/SOURCE.md).</summary>
public partial class ExampleTests
{
    private static readonly DateOnly AsOf = new(2026, 11, 15);

    [Theory]
    [InlineData("car-purchase", 8)]
    [InlineData("online-shop", 7)]
    [InlineData("saas-trial", 4)]
    public async Task Findings_are_the_expected_ones(string name, int count)
    {
        CheckReport report = (await Journey.LoadAsync(MapFile($"{name}.journey.json"))).Check(AsOf);
        string[] lines = [.. File.ReadLines(MapFile("lint-expected.txt")).SkipWhile(line => line != $"== {name}.journey.json").Skip(1).TakeWhile(line => !line.StartsWith("==", StringComparison.Ordinal))];
        (string Rule, string Severity, string Id, string Values)[] expected =
        [
            .. lines.Select(line => ExpectedLine().Match(line)).Where(match => match.Success)
                .Select(match => (match.Groups["rule"].Value, match.Groups["severity"].Value, match.Groups["id"].Value, match.Groups["rest"].Value)),
        ];
        Assert.Equal(count, expected.Length);
        Assert.Equal(
            expected.Select(line => $"{line.Rule} {line.Severity} {line.Id}").Order(StringComparer.Ordinal),
            report.Findings.Select(finding => $"{finding.Rule} {finding.Severity.ToString().ToLowerInvariant()} {finding.Element.Split(' ')[^1]}").Order(StringComparer.Ordinal));

        // The values behind the rule's title stand in the message: values with their touchpoints, and where the channel breaks.
        foreach ((string rule, _, string id, string rest) in expected)
        {
            string title = CheckRules.Find(rule)!.Title, values = rest[title.Length..].Trim();
            Assert.StartsWith(title, rest, StringComparison.Ordinal);
            if (rule is "CJ036" or "CJ038") Assert.Contains(values, Assert.Single(report.Findings, finding => finding.Rule == rule && finding.Element.EndsWith($" {id}", StringComparison.Ordinal)).Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Findings_of_the_car_purchase_are_those_of_its_list()
    {
        CheckReport report = (await Journey.LoadAsync(MapFile("car-purchase.journey.json"))).Check(AsOf);
        using JsonDocument list = JsonDocument.Parse(await File.ReadAllTextAsync(MapFile("car-purchase.findings.json")));
        Assert.Equal(
            list.RootElement.EnumerateArray().Select(one => $"{one.GetProperty("id").GetString()} {one.GetProperty("sev").GetString()}").Order(StringComparer.Ordinal),
            report.Findings.Select(finding => $"{finding.Rule} {finding.Severity.ToString().ToLowerInvariant()}").Order(StringComparer.Ordinal));
        foreach (string text in list.RootElement.EnumerateArray().Select(one => one.GetProperty("text").GetString()!).Where(text => text.StartsWith("Stage", StringComparison.Ordinal)))
            Assert.Contains(report.Findings, finding => finding.Message == $"{text.Split(':')[0]}.");
    }

    [SharedFact("mapping", "examples", "lint-expected.txt")]
    public void Copies_of_the_examples_are_the_examples() =>
        Assert.All(
            Directory.EnumerateFiles(SharedFolder.File("mapping", "examples")),
            file => Assert.Equal(File.ReadAllBytes(file), File.ReadAllBytes(MapFile(Path.GetFileName(file)))));

    internal static string MapFile(string name) => Repository.File("tests", "CustomerJourney.Tests", "Data", "Maps", name);

    [GeneratedRegex(@"^ +(?<rule>CJ\d{3}) (?<severity>\w+) +(?<id>[^:]+): (?<rest>.*)$")]
    private static partial Regex ExpectedLine();
}
