using System.Globalization;
using System.Text.RegularExpressions;
using CustomerJourney.StageModels;
using CustomerJourney.Tests.Samples;
using CustomerJourney.Tests.Support;

namespace CustomerJourney.Tests.Documentation;

/// <summary>docs/maps.md cannot rot: its program is a sample that is compiled and run, its figures are computed, its links lead somewhere.</summary>
public sealed partial class MapsDocumentTests
{
    private static readonly string Document = File.ReadAllText(Repository.File("docs", "maps.md")).ReplaceLineEndings("\n");

    [Fact]
    public void The_program_is_the_sample_that_is_compiled()
    {
        string program = CodeBlock().Match(Document).Groups["code"].Value;

        Assert.Equal(File.ReadAllText(Repository.File("samples", "FirstMap", "Program.cs")).ReplaceLineEndings("\n").TrimEnd(), program.TrimEnd());
        Assert.InRange(program.Trim().Split('\n').Length, 20, 30);
    }

    [Fact]
    public void The_program_prints_what_the_document_says_and_writes_its_files()
    {
        string folder = Directory.CreateTempSubdirectory("firstmap").FullName;
        try
        {
            (int code, string output, string error) = SampleProgram.RunIn(folder, "FirstMap");

            Assert.Equal((0, ""), (code, error));
            Assert.Contains($"```text\n{output.ReplaceLineEndings("\n").TrimEnd()}\n```", Document, StringComparison.Ordinal);
            Assert.Equal(["shop.csv", "shop.journey.json", "shop.mmd"], Directory.GetFiles(folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void The_figures_of_the_crosswalk_are_those_that_it_gives()
    {
        Dictionary<string, double> score = new() { ["inform"] = 0.5, ["research"] = -2, ["test"] = 1, ["acquire"] = 1 };
        PhaseProjection phases = Crosswalk.Average(StageModel.CarBuyer, stage => score.TryGetValue(stage.Key, out double known) ? known : null);

        Assert.All(phases.Phases, phase =>
        {
            string value = phase.Value?.ToString("0.00", CultureInfo.InvariantCulture) ?? "no data";
            Assert.Contains($"| {phase.Phase} | {value} |", Document, StringComparison.Ordinal);
        });
        string similarity = Crosswalk.Align(StageModel.CarBuyer, StageModel.EightStage).Similarity!.Value.ToString("0.00", CultureInfo.InvariantCulture);
        Assert.Contains($"alike to {similarity}", Document, StringComparison.Ordinal);
    }

    [Fact]
    public void Links_and_pictures_lead_to_files_of_the_checkout()
    {
        string[] links = [.. Link().Matches(Document).Select(match => match.Groups["path"].Value).Where(path => !path.Contains("://", StringComparison.Ordinal))];

        Assert.Contains(links, path => path.EndsWith(".svg", StringComparison.Ordinal));
        Assert.All(links, path => Assert.True(Path.Exists(Repository.File("docs", path)), $"{path} does not exist"));
    }

    [GeneratedRegex("```csharp\n(?<code>.*?)\n```", RegexOptions.Singleline)]
    private static partial Regex CodeBlock();

    [GeneratedRegex(@"\]\((?<path>[^)#]+)\)")]
    private static partial Regex Link();
}
