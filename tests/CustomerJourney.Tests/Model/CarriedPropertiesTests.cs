using CustomerJourney.StageModels;

namespace CustomerJourney.Tests.Model;

/// <summary>What a document says and the model does not hold.</summary>
public class CarriedPropertiesTests
{
    private const string Json = """
        {
          "$schema": "urn:customerjourney:journey:1",
          "formatVersion": "1.0",
          "language": "en",
          "journey": {
            "id": "shop",
            "name": "Shop",
            "description": { "en": "A shop", "ru": "Магазин" },
            "type": "purchase",
            "state": "current",
            "status": "inReview",
            "version": 5,
            "personaIds": [
              "ana"
            ],
            "stages": [
              {
                "id": "look",
                "name": "Look",
                "phases": [
                  {
                    "phase": "need",
                    "weight": 1,
                    "x-why": "guess"
                  }
                ],
                "expectedDuration": {
                  "min": "P1D",
                  "max": "P1M"
                },
                "touchpoints": [
                  {
                    "id": "ad",
                    "name": "Ad",
                    "kind": "action",
                    "importance": 3,
                    "emotions": [
                      {
                        "value": 1,
                        "label": "curious"
                      }
                    ],
                    "momentOfTruth": {
                      "type": "zero",
                      "why": "First look",
                      "x-who": 2.50
                    },
                    "x-note": null
                  }
                ]
              },
              {
                "id": "buy",
                "name": "Buy",
                "touchpoints": []
              }
            ],
            "transitions": [
              {
                "from": "look",
                "to": "buy",
                "kind": "next"
              },
              {
                "from": "buy",
                "to": "buy",
                "kind": "loop"
              }
            ],
            "opportunities": [
              {
                "id": "o",
                "title": "O",
                "stageIds": [
                  "look",
                  "buy"
                ],
                "touchpointIds": [
                  "ad"
                ],
                "status": "done"
              }
            ]
          },
          "personas": [
            {
              "id": "ana",
              "name": "Ana",
              "isPrimary": false,
              "behavioural": {
                "lookingFor": [
                  "deals"
                ],
                "devices": [
                  "phone"
                ]
              }
            },
            {
              "id": "guest",
              "name": "Guest",
              "isPrimary": false
            }
          ],
          "x-source": [
            1e2
          ]
        }

        """;

    private static readonly Journey Map = Journey.Parse(Json);

    [Fact]
    public void All_of_it_is_kept_in_its_place()
    {
        Assert.Equal(Json.ReplaceLineEndings("\n").Replace("{ \"en\": \"A shop\", \"ru\": \"Магазин\" }", "{\n      \"en\": \"A shop\",\n      \"ru\": \"Магазин\"\n    }", StringComparison.Ordinal), Map.ToJson());
        Assert.Empty(Map.UnreadProperties);
    }

    [Fact]
    public void What_the_model_holds_can_be_used()
    {
        Assert.Equal(new DurationRange(TimeSpan.FromDays(1), TimeSpan.FromDays(30)), Map["Look"].ExpectedDuration);
        Assert.Equal(new MomentOfTruth { Kind = MomentOfTruthKind.Zero, Why = "First look" }, Map.FindTouchpoint("ad")!.MomentOfTruth);
        Assert.Equal(["Ana", "Guest"], Map.Personas.Select(persona => persona.Name));
        Assert.Equal(["Ana"], Map.FollowedPersonas.Select(persona => persona.Name));
        Assert.Equal("Магазин", Map.Description!.In("ru"));
    }

    [Fact]
    public void What_a_builder_says_again_is_written_as_it_says()
    {
        Journey changed = Map.With(map => map
            .AddPersona("Ben")
            .EditPersona("Ana", persona => persona.LookingFor("speed").LookingFor("calm"))
            .EditStage("Look", stage => stage.Within(TimeSpan.FromDays(2)).Covers(JourneyPhase.Discover).EditTouchpoint("Ad", touch => touch.MomentOfTruth().Feels(2))));
        string json = changed.ToJson();
        Assert.Contains("\"min\": \"P0D\",\n          \"max\": \"P2D\"", json, StringComparison.Ordinal);
        foreach (string gone in (string[])["zero", "curious", "x-who", "x-why", "deals"]) Assert.DoesNotContain(gone, json, StringComparison.Ordinal);
        Assert.Contains("\"personaIds\": [\n      \"ana\",\n      \"ben\"\n    ]", json, StringComparison.Ordinal);
        Assert.Contains("\"speed\",\n          \"calm\"\n        ],\n        \"devices\"", json, StringComparison.Ordinal);
        Assert.Equal(json, Journey.Parse(json).ToJson());
    }

    [Fact]
    public void Nothing_of_it_points_to_what_was_removed()
    {
        string json = Map.With(map => map.RemoveStage("Look")).ToJson();
        Assert.DoesNotContain("\"look\"", json, StringComparison.Ordinal);
        Assert.DoesNotContain("touchpointIds", json, StringComparison.Ordinal);
        Assert.Contains("\"loop\"", json, StringComparison.Ordinal);
        Assert.Equal(json, Journey.Parse(json).ToJson());
    }

    [Fact]
    public void Ids_in_it_must_exist()
    {
        string json = Json.Replace("\"to\": \"buy\"", "\"to\": \"pay\"", StringComparison.Ordinal).Replace("\"kind\": \"loop\"", "\"kind\": \"loop\", \"x-to\": \"anywhere\"", StringComparison.Ordinal);
        Assert.Equal(
        [
            "$.journey.transitions[0].to, line 61: transition from \"look\" to \"pay\": there is no stage \"pay\"; known stages: \"look\", \"buy\"",
            "$.journey.transitions[1].to, line 66: transition from \"buy\" to \"pay\": there is no stage \"pay\"; known stages: \"look\", \"buy\"",
        ],
        Assert.Throws<JourneyDefinitionException>(() => Journey.Parse(json)).Problems);
    }
}
