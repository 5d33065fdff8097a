using System.Text;
using CustomerJourney.Tests.Support;

namespace CustomerJourney.Tests.Model;

public class JourneyDocumentTests
{
    [Fact]
    public void A_map_is_written_in_the_order_of_the_format()
    {
        Journey journey = Journey.Create("Shop ☕", map => map
            .Ideal()
            .PersonasFrom("persona")
            .AddChannel("Web", ChannelCategory.Website)
            .AddMetric("NPS", MetricKind.Nps, target: 30)
            .AddPersona("Ana", persona => persona.Primary().ShareOfCustomers(0.5).LookingFor("speed").ObservedAs("segment", "family"))
            .AddStage("Buy", stage => stage
                .Within(new TimeSpan(1, 2, 0, 3))
                .Watching("NPS")
                .AddTouchpoint("Pay", touch => touch.On("Web").ObservedOn("app", "paid").MomentOfTruth().Feels(-1.5, target: 1).Feels(0, target: 2, persona: "Ana").AddPainPoint("Slow", Severity.Critical)))
            .AddOpportunity("Faster", idea => idea.Answers("Slow").Impact(4)));
        Assert.Equal(
            """
            {
              "formatVersion": "1.0",
              "language": "en",
              "journey": {
                "id": "shop",
                "name": "Shop ☕",
                "type": "custom",
                "state": "ideal",
                "status": "draft",
                "version": 1,
                "personaIds": [
                  "ana"
                ],
                "stages": [
                  {
                    "id": "buy",
                    "name": "Buy",
                    "expectedDuration": {
                      "min": "P0D",
                      "max": "P1DT2H3S"
                    },
                    "metricIds": [
                      "nps"
                    ],
                    "touchpoints": [
                      {
                        "id": "pay",
                        "name": "Pay",
                        "kind": "interaction",
                        "channelId": "web",
                        "initiator": "customer",
                        "importance": 3,
                        "emotions": [
                          {
                            "value": -1.5
                          },
                          {
                            "value": 0,
                            "personaId": "ana",
                            "x-customerjourney-target": 2
                          }
                        ],
                        "targetEmotion": 1,
                        "momentOfTruth": {
                          "type": "custom"
                        },
                        "painPoints": [
                          {
                            "id": "slow",
                            "text": "Slow",
                            "severity": 4
                          }
                        ],
                        "eventBindings": [
                          {
                            "eventType": "paid",
                            "where": {
                              "channel": "app"
                            }
                          }
                        ]
                      }
                    ]
                  }
                ],
                "opportunities": [
                  {
                    "id": "faster",
                    "title": "Faster",
                    "painPointIds": [
                      "slow"
                    ],
                    "impact": 4,
                    "status": "idea"
                  }
                ],
                "x-customerjourney-personaAttribute": "persona"
              },
              "personas": [
                {
                  "id": "ana",
                  "name": "Ana",
                  "isPrimary": true,
                  "share": 0.5,
                  "behavioural": {
                    "lookingFor": [
                      "speed"
                    ]
                  },
                  "x-customerjourney-observedAs": [
                    {
                      "attribute": "segment",
                      "value": "family"
                    }
                  ]
                }
              ],
              "channels": [
                {
                  "id": "web",
                  "name": "Web",
                  "category": "website",
                  "medium": "digital"
                }
              ],
              "metrics": [
                {
                  "id": "nps",
                  "name": "NPS",
                  "kind": "nps",
                  "unit": "score",
                  "direction": "higherIsBetter",
                  "target": 30
                }
              ]
            }

            """.ReplaceLineEndings("\n"),
            journey.ToJson());
        Assert.Equal(journey.ToJson(), Journey.Parse(journey.ToJson()).ToJson());
        Assert.Empty(Journey.Parse(journey.ToJson()).UnreadProperties);
    }

    [Theory]
    [MemberData(nameof(ExampleMaps.Names), MemberType = typeof(ExampleMaps))]
    public async Task The_example_maps_are_read_and_written_back_to_the_same_bytes(string name)
    {
        byte[] example = await File.ReadAllBytesAsync(ExampleMaps.Path(name));
        Journey journey = await Journey.LoadAsync(ExampleMaps.Path(name));
        Assert.Equal(name, journey.Id);
        string written = journey.ToJson();
        Assert.Equal(Encoding.UTF8.GetString(ExampleMaps.Normalized(example)), written);
        using MemoryStream saved = new();
        await journey.SaveAsync(saved);
        Assert.Equal(ExampleMaps.Normalized(example), saved.ToArray());
        Assert.Equal(written, Journey.Parse(written).ToJson());
        Assert.Empty(journey.UnreadProperties);
        Assert.Empty(SchemaCheck.OfJourney(written));
        Assert.Equal(written, journey.With(_ => { }).ToJson());
    }

    [SharedFact("mapping", "examples")]
    public void The_copied_examples_are_those_of_the_specification() => Assert.All(
        Directory.GetFiles(SharedFolder.File("mapping", "examples"), "*.journey.json"),
        path => Assert.Equal(File.ReadAllBytes(path), File.ReadAllBytes(Repository.File("tests", "CustomerJourney.Tests", "Data", "Maps", Path.GetFileName(path)))));

    [Fact]
    public async Task A_changed_copy_of_an_example_keeps_what_the_model_does_not_hold()
    {
        Journey shop = await Journey.LoadAsync(ExampleMaps.Path("online-shop"));
        Journey same = shop.With(_ => { });
        Assert.Equal(shop.ToJson(), same.ToJson());
        Journey shorter = shop.With(map => map.RemoveStage("consideration"));
        string json = shorter.ToJson();
        Assert.DoesNotContain("\"consideration\"", json, StringComparison.Ordinal);
        Assert.Equal(json, Journey.Parse(json).ToJson());
        Assert.Equal((6, JourneyStatus.Draft), (shorter.Version, shorter.Status));
    }
}
