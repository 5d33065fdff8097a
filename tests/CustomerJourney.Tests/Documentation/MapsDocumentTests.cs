using System.Globalization;
using System.Text.RegularExpressions;
using CustomerJourney.StageModels;
using CustomerJourney.Tests.Model;
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
    public void The_model_of_ones_own_is_made_and_found_as_the_document_says()
    {
        Stage repair = RepairOfOwnModel();

        Assert.Equal("Reparatur", repair.Name);
        Assert.Equal([new PhaseWeight(JourneyPhase.Receive, 0.3), new PhaseWeight(JourneyPhase.Use, 0.7)], repair.Phases);
        string source = File.ReadAllText(Repository.File("tests", "CustomerJourney.Tests", "Documentation", "MapsDocumentTests.cs")).ReplaceLineEndings("\n");
        IEnumerable<string> lines = source.Split("// The document begins here.\n")[1].Split("        // The document ends here.")[0].TrimEnd().Split('\n');
        string code = string.Join('\n', lines.Select(line => line.Length == 0 ? line : line[8..]));
        Assert.Contains($"```csharp\n{code}\n```", Document, StringComparison.Ordinal);
    }

    private static Stage RepairOfOwnModel()
    {
        // The document begins here.
        StageModel workshop = StageModel.Parse("""
            {
              "id": "workshop",
              "name": "Car workshop",
              "order": "linear",
              "stages": [
                { "key": "booking", "name": { "en": "Booking", "de": "Termin" }, "phases": { "decide": 0.5, "purchase": 0.5 } },
                { "key": "repair", "name": { "en": "Repair", "de": "Reparatur" }, "phases": { "receive": 0.3, "use": 0.7 }, "companyActions": ["repairs", "calls back"] }
              ]
            }
            """);
        JourneyReadOptions options = new() { StageModels = StageModelCatalog.Default.With(workshop) };

        Journey begun = Journey.Create("Winter tires", workshop, language: "de");
        Journey read = Journey.Parse(begun.ToJson(), options);
        Stage repair = read[read.StageModel!.Stages[1].Key];   // "Reparatur": Receive 0.3, Use 0.7
        // The document ends here.
        return repair;
    }

    [Fact]
    public void Every_column_of_the_table_is_listed_in_its_order()
    {
        string rows = Document.Split("<!-- columns -->")[1].Split("<!-- /columns -->")[0];

        Assert.Equal(
            Shop.Map.ToTable().Columns.Select(column => column.Name),
            rows.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(2).Select(row => row.Split('|')[1].Trim()));
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
