using CustomerJourney.Comparison;
using CustomerJourney.StageModels;

namespace CustomerJourney.Tests.StageModels;

/// <summary>A user's own model from its JSON to the crosswalk of a map that names it.</summary>
public class OwnModelOfAMapTests
{
    private static readonly StageModel Workshop = StageModel.Create("workshop", "Workshop", model => model
        .AddStage("booking", "Booking", stage => stage.Covers((JourneyPhase.Decide, 0.5), (JourneyPhase.Purchase, 0.5)))
        .AddStage("repair", "Repair", stage => stage.Covers(JourneyPhase.Use)));

    private static readonly JourneyReadOptions WithWorkshop = new() { StageModels = StageModelCatalog.Default.With(Workshop) };

    private const string Map = """
        {
          "formatVersion": "1.0",
          "language": "en",
          "journey": {
            "id": "car", "name": "Car", "type": "custom", "state": "current", "version": 1, "stageModelId": "workshop",
            "stages": [
              { "id": "booking", "name": "Books by phone", "touchpoints": [{ "id": "call", "name": "Call", "kind": "interaction", "initiator": "customer", "emotions": [{ "value": 1 }] }] },
              { "id": "repair", "name": "Repair", "phases": [{ "phase": "support", "weight": 1 }], "touchpoints": [] },
              { "id": "farewell", "name": "Farewell", "touchpoints": [] }
            ]
          }
        }
        """;

    [Fact]
    public void A_map_finds_its_model_in_the_catalog_it_is_read_with()
    {
        Journey journey = Journey.Parse(Map, WithWorkshop);

        Assert.Same(Workshop, journey.StageModel);
        Assert.Same(StageModel.EightStage, Journey.Parse(Map.Replace("\"workshop\"", "\"eight-stage\"", StringComparison.Ordinal)).StageModel);
    }

    [Fact]
    public void Stages_without_phases_take_those_of_the_models_stage_of_their_id()
    {
        Journey journey = Journey.Parse(Map, WithWorkshop);

        Assert.Equal(Workshop.Stages[0].Phases, journey["booking"].Phases);
        Assert.Equal([new PhaseWeight(JourneyPhase.Support, 1)], journey["repair"].Phases);
        Assert.Empty(journey["farewell"].Phases);
        Assert.Equal(1, Crosswalk.Average(journey.ToStageModel(), stage => stage.Key == "booking" ? 1 : null)[JourneyPhase.Decide].Value);
    }

    [Fact]
    public void A_model_that_nobody_knows_is_no_fault_and_its_id_is_kept()
    {
        Journey strict = Journey.Parse(Map);
        Journey lenient = Journey.Parse(Map, JourneyReadOptions.Lenient);

        Assert.Null(strict.StageModel);
        Assert.Equal("workshop", strict.StageModelId);
        Assert.Empty(strict["booking"].Phases);
        Assert.Empty(lenient.ReadWarnings);
        Assert.Contains("\"stageModelId\": \"workshop\"", strict.ToJson(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_models_phases_are_not_written_into_the_map()
    {
        Journey journey = Journey.Parse(Map, WithWorkshop);

        Assert.Equal(Journey.Parse(Map).ToJson(), journey.ToJson());
        Assert.Equal(journey.ToJson(), Journey.Parse(journey.ToJson(), WithWorkshop).ToJson());
        Assert.Single(Occurrences(journey.ToJson(), "\"phases\""));
    }

    [Fact]
    public void A_copy_keeps_the_model_until_it_names_another()
    {
        Journey journey = Journey.Parse(Map, WithWorkshop);

        Journey renamed = journey.With(map => map.Renamed("Truck").StageModel("workshop"));
        Assert.Same(Workshop, renamed.StageModel);
        Assert.Equal(Workshop.Stages[0].Phases, renamed["booking"].Phases);
        Assert.Same(StageModel.Aida, journey.With(map => map.StageModel("aida")).StageModel);
        Assert.Null(journey.With(map => map.StageModel("nobodys")).StageModel);
        Assert.Same(Workshop, journey.With(map => map.StageModel("nobodys")).With(map => map.StageModel(Workshop)).StageModel);
    }

    [Fact]
    public void Phases_that_are_stated_and_phases_of_the_model_are_the_same_facts()
    {
        Journey journey = Journey.Parse(Map, WithWorkshop);
        Journey stated = journey.With(map => map.EditStage("booking", stage => stage.Covers((JourneyPhase.Decide, 0.5), (JourneyPhase.Purchase, 0.5))));

        Assert.NotEqual(journey.ToJson(), stated.ToJson());
        Assert.Empty(MapComparison.Between(journey, stated).Changes);
    }

    [Fact]
    public void A_map_begun_from_a_model_knows_it() => Assert.Same(Workshop, Journey.Create("Car", Workshop).StageModel);

    [Fact]
    public void Options_without_a_catalog_are_refused() => Assert.Throws<ArgumentNullException>(() => new JourneyReadOptions { StageModels = null! });

    private static IEnumerable<int> Occurrences(string text, string part)
    {
        for (int at = text.IndexOf(part, StringComparison.Ordinal); at >= 0; at = text.IndexOf(part, at + 1, StringComparison.Ordinal)) yield return at;
    }
}
