using System.Globalization;
using CustomerJourney.Checks;
using JourneyMaps;

namespace CustomerJourney.Tests.Samples;

/// <summary>The sample maps and the program that prints them, as a user starts it.</summary>
public sealed class JourneyMapsTests
{
    [Fact]
    public void Every_map_is_printed_with_its_figures_and_as_a_diagram()
    {
        (int code, string output, string error) = SampleProgram.Run("JourneyMaps");

        Assert.Equal((0, ""), (code, error));
        foreach (string text in new[] { "car", "store", "shop", "trial", "restaurant", "slow-site", "drive-through", "bank", "app-project" })
            Assert.Contains($"({text}, stage model ", output, StringComparison.Ordinal);
        Assert.Contains("Biggest gap: Compare prices feels -2.00 and should feel 0.00", output, StringComparison.Ordinal);
        Assert.Equal(9, output.Split("\njourney").Length - 1);
    }

    [Fact]
    public void The_checks_of_every_map_are_printed()
    {
        string[] blocks = SampleProgram.Run("JourneyMaps").Output.ReplaceLineEndings("\n").Split("\n== ");
        IReadOnlyList<Journey> maps = AllMaps.Create();

        Assert.Equal(maps.Count, blocks.Length);
        foreach ((Journey map, string block) in maps.Zip(blocks))
        {
            CheckReport report = map.Check(asOf: new DateOnly(2026, 9, 15));
            string[] expected = [.. report.Findings.Where(finding => finding.Severity != FindingSeverity.Info).Select(finding => $"    {finding.Rule} {finding.Severity} {finding.Element}: {finding.Message}")];
            string[] lines = block.Split('\n');
            int checks = Array.FindIndex(lines, line => line.StartsWith("  Checks: ", StringComparison.Ordinal));
            string[] counts = lines[checks]["  Checks: ".Length..].Split(", ");

            Assert.NotEmpty(report.Findings);
            Assert.Equal([report.Count(FindingSeverity.Error), report.Count(FindingSeverity.Warning), report.Count(FindingSeverity.Info)], counts.Select(count => int.Parse(count.Split(' ')[0], CultureInfo.InvariantCulture)));
            Assert.Equal("  (errors and warnings are listed, remarks only counted)", lines[checks + 1]);
            Assert.Equal(expected, lines[(checks + 2)..].TakeWhile(line => line.Length > 0));
        }
    }

    [Fact]
    public void One_map_is_printed_as_the_document_that_it_is()
    {
        (int code, string output, string error) = SampleProgram.Run("JourneyMaps", "bank");

        Assert.Equal((0, ""), (code, error));
        Assert.Equal(AllMaps.Create().Single(map => map.Id == "bank").ToJson().ReplaceLineEndings("\n"), output.ReplaceLineEndings("\n"));
        Assert.Equal("A loan from the bank", Journey.Parse(output).Name);
    }

    [Fact]
    public void A_map_that_is_not_there_is_said_in_one_line()
    {
        (int code, string output, string error) = SampleProgram.Run("JourneyMaps", "boat");

        Assert.Equal((2, ""), (code, output));
        Assert.Contains("car, store, shop", error, StringComparison.Ordinal);
        Assert.Single(error.TrimEnd().Split('\n'));
    }

    [Fact]
    public void Every_map_is_complete_enough_to_be_analyzed_and_survives_its_document() =>
        Assert.All(AllMaps.Create(), map =>
        {
            Assert.NotNull(map.Analyze().Emotions.PeakEnd);
            Assert.NotEmpty(map.Analyze().PainPoints.PainPoints);
            Assert.All(map.Touchpoints.Where(touchpoint => touchpoint.Kind == TouchpointKind.Interaction), touchpoint => Assert.NotNull(touchpoint.Channel));
            Assert.All(map.Stages, stage => Assert.NotEmpty(stage.Phases));
            Assert.Equal(map.ToJson(), Journey.Parse(map.ToJson()).ToJson());
        });
}
