using System.Diagnostics;
using System.Globalization;
using System.Text;
using CustomerJourney.Checks;
using CustomerJourney.Comparison;
using CustomerJourney.Maps;

namespace CustomerJourney.Tests.Building;

/// <summary>Large maps take time in proportion, and what cannot be written or counted is refused with a clear word.</summary>
public class LargeMapTests
{
    private static readonly TimeSpan Enough = TimeSpan.FromSeconds(60);

    [Fact]
    public void A_hundred_thousand_conditions_are_written_copied_and_compared_at_once()
    {
        StringBuilder where = new();
        for (int number = 0; number < 100_000; number++) where.Append(CultureInfo.InvariantCulture, $"{(number == 0 ? "" : ",")}\"attribute{number}\":{number}");
        string json = $$"""
            { "formatVersion": "1.0", "journey": { "id": "j", "name": "J", "state": "current", "stages": [ { "id": "s", "name": "S", "touchpoints": [
              { "id": "t", "name": "T", "eventBindings": [ { "eventType": "e", "where": { {{where}} } } ] } ] } ] } }
            """;
        Stopwatch watch = Stopwatch.StartNew();
        Journey map = Journey.Parse(json, JourneyReadOptions.Lenient);
        string written = map.ToJson();
        Journey copied = map.With(copy => copy.EditStage("s", stage => stage.Goal("g")));
        Assert.Equal(written, map.With(_ => { }).ToJson());
        Assert.Single(MapComparison.Between(map, copied).Changes);
        Assert.True(watch.Elapsed < Enough, $"{watch.Elapsed}");
    }

    [Fact]
    public void More_cells_than_can_be_counted_can_be_looked_at()
    {
        const int Many = 47_000;
        Journey map = Journey.Create("J", journey =>
        {
            for (int number = 0; number < Many; number++) journey.AddPersona($"p {number.ToString(CultureInfo.InvariantCulture)}");
            journey.Follows().AddStage("S", stage =>
            {
                for (int number = 0; number < Many; number++) stage.AddTouchpoint($"t {number.ToString(CultureInfo.InvariantCulture)}");
            });
        });
        PersonaMatrix matrix = map.Analyze().Personas;
        Assert.Equal("p 46999", matrix["t 46999", "p 46999"].Persona.Name);
        Assert.Equal("p 2", matrix.Cells.Skip(2).First().Persona.Name);
        Assert.Equal("t 1", matrix.Cells[Many].Touchpoint.Name);
        Assert.Contains("2209000000", Assert.Throws<InvalidOperationException>(() => matrix.Cells.Count).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_diagram_that_would_name_more_than_a_million_actors_is_refused()
    {
        Journey map = Journey.Create("J", journey =>
        {
            for (int number = 0; number < 1_001; number++) journey.AddPersona($"p {number.ToString(CultureInfo.InvariantCulture)}");
            journey.AddStage("S", stage =>
            {
                for (int number = 0; number < 1_000; number++) stage.AddTouchpoint($"t {number.ToString(CultureInfo.InvariantCulture)}");
            });
        });
        Assert.Contains("1001000 actors", Assert.Throws<InvalidOperationException>(map.ToMermaid).Message, StringComparison.Ordinal);
        Assert.NotEmpty(map.With(copy => copy.RemovePersona("p 0")).ToMermaid());
    }

    [Fact]
    public void Of_the_findings_in_a_document_ten_thousand_are_kept_and_the_rest_is_counted()
    {
        string gone = string.Join(",", Enumerable.Range(0, 12_345).Select(number => $"\"gone-{number.ToString(CultureInfo.InvariantCulture)}\""));
        CheckReport report = Journey.CheckDocument(
            $$"""{ "formatVersion": "1.0", "journey": { "id": "j", "name": "J", "state": "current", "stages": [ { "id": "s", "name": "S", "metricIds": [ {{gone}} ] } ] } }""", new DateOnly(2026, 1, 1));
        Assert.Equal(10_000, report.Findings.Count);
        Assert.Equal("there are 2345 more findings like these", report.Unreadable[^1]);
    }

    [Fact]
    public void Weights_of_phases_are_those_of_stages_alone()
    {
        const string Phases = """ "phases": [ { "phase": "need", "weight": 0.5 } ] """;
        CheckReport report = Journey.CheckDocument(
            $$"""
            { "formatVersion": "1.0",
              "journey": { "id": "j", "name": "J", {{Phases}}, "stages": [ { "id": "s", "name": "S", {{Phases}}, "touchpoints": [ { "id": "t", "name": "T", {{Phases}} } ] } ] },
              "personas": [ { "id": "p", "name": "P", {{Phases}} } ] }
            """,
            new DateOnly(2026, 1, 1));
        Assert.Equal(("CJ003", "stage s"), (Assert.Single(report.Findings).Rule, report.Findings[0].Element));
    }
}
