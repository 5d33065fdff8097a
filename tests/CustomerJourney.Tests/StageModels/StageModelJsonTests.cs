using System.Text.Json;
using CustomerJourney.StageModels;

namespace CustomerJourney.Tests.StageModels;

public class StageModelJsonTests
{
    public static TheoryData<string> Ids => [.. StageModel.All.Select(model => model.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_published_data_are_read_as_they_are(string id)
    {
        JsonElement published = PublishedModels.Json.GetProperty("models").EnumerateArray().Single(model => model.GetProperty("id").GetString() == id);
        StageModel model = StageModel.Find(id)!;
        StageModel read = StageModel.Parse(published.GetRawText());

        Assert.Equal((model.Id, model.Name, model.Source, model.Order, model.Note, model.Language), (read.Id, read.Name, read.Source, read.Order, read.Note, read.Language));
        Assert.Equal(model.Coverage, read.Coverage);
        Assert.Equal(
            model.Stages.Select(stage => (stage.Key, stage.Name, stage.OriginalName, string.Join(' ', stage.Phases))),
            read.Stages.Select(stage => (stage.Key, stage.Name, stage.OriginalName, string.Join(' ', stage.Phases))));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_model_comes_back_from_its_JSON_whole(string id)
    {
        StageModel model = StageModel.Find(id)!;
        StageModel read = StageModel.Parse(model.ToJson());

        Assert.Equal(model.ToJson(), read.ToJson());
        Assert.Equal((model.OriginalLanguage, model.ReturnsTo?.Key, model.Note), (read.OriginalLanguage, read.ReturnsTo?.Key, read.Note));
        Assert.Equal(model.Languages, read.Languages);
        foreach ((StageModelStage expected, StageModelStage actual) in model.Stages.Zip(read.Stages))
        {
            Assert.Equal((expected.Key, expected.Name, expected.OriginalName), (actual.Key, actual.Name, actual.OriginalName));
            Assert.Equal(expected.Names, actual.Names);
            Assert.Equal(expected.Phases, actual.Phases);
            Assert.Equal(expected.CustomerActions, actual.CustomerActions);
            Assert.Equal(expected.CompanyActions, actual.CompanyActions);
        }
    }

    [Fact]
    public void The_order_of_properties_is_fixed_and_what_is_empty_is_left_out() =>
        Assert.Equal(
            """
            {
              "id": "werkstatt",
              "name": "Werkstatt",
              "source": "Handbuch",
              "order": "cyclic",
              "returnsTo": "reparatur",
              "language": "de",
              "stages": [
                {
                  "key": "planung",
                  "name": "Planung"
                },
                {
                  "key": "reparatur",
                  "name": {
                    "de": "Reparatur",
                    "en": "Repair"
                  },
                  "phases": {
                    "receive": 0.25,
                    "use": 0.75
                  },
                  "customerActions": [
                    "bringt das Auto"
                  ]
                }
              ],
              "covers": [
                "receive",
                "use"
              ]
            }

            """.ReplaceLineEndings("\n"),
            StageModel.Create("werkstatt", "Werkstatt", made => made.Language("de").Source("Handbuch").Cyclic(returnsTo: "reparatur")
                .AddStage("planung", "Planung")
                .AddStage("reparatur", "Reparatur", stage => stage.Named("en", "Repair").Covers((JourneyPhase.Use, 0.75), (JourneyPhase.Receive, 0.25)).CustomerActions("bringt das Auto"))).ToJson());

    [Fact]
    public void All_faults_of_a_document_come_at_once_with_path_and_line()
    {
        JourneyDefinitionException refused = Assert.Throws<JourneyDefinitionException>(() => StageModel.Parse(
            """
            {
              "id": "Not a slug",
              "order": "sideways",
              "returnsTo": "nowhere",
              "colour": "red",
              "x-note": "kept by nobody",
              "stages": [
                { "key": "a", "name": "A", "phases": { "need": 0.5, "use": 0.4 } },
                { "key": "a", "name": "B", "phases": { "sleep": 1 } },
                { "name": 7, "phases": { "need": "much" } },
                { "key": "d", "name": { "de": "De" } },
                { "key": "e", "name": "A" }
              ],
              "covers": ["leave"]
            }
            """));

        Assert.Equal(
            [
                "$, line 1: a stage model needs the property \"name\"",
                "$.id, line 2: the id is \"Not a slug\"; allowed are lower-case letters a-z, digits and single hyphens between them, at most 64 characters",
                "$.order, line 3: it is \"sideways\"; allowed are flexible, linear, funnel, cyclic",
                "$.returnsTo, line 4: only a cyclic model returns; leave it out, or let the order be cyclic",
                "$.returnsTo, line 4: customers return to stage \"nowhere\", which is not there; known keys: \"a\", \"a\", null, \"d\", \"e\"",
                "$.colour, line 5: a stage model has no property \"colour\"; allowed are id, name, source, order, returnsTo, note, language, originalLanguage, stages, covers and names that begin with x-",
                "$.stages[0].phases, line 8: stage \"a\": the weights of the phases sum to 0.9; they must sum to 1",
                "$.stages[1].phases.sleep, line 9: there is no phase \"sleep\"; allowed are need, discover, engage, evaluate, decide, purchase, receive, use, support, retain, advocate, leave",
                "$.stages[1].key, line 9: 2 stages have the key \"a\"; each needs its own",
                "$.stages[2], line 10: a stage of a model needs the property \"key\"",
                "$.stages[2].name, line 10: it is the number 7; allowed is a text, or an object of texts by language tag",
                "$.stages[2].phases.need, line 10: it is the text \"much\"; allowed is a weight above 0 and at most 1",
                "$.stages[3].name, line 11: there is no name in \"en\", the language of the model",
                "$.stages[4].name, line 12: 2 stages have the name \"A\" in \"en\"; each needs its own",
                "$.covers, line 14: the stages cover need, use; say the same or leave it out",
            ],
            refused.Problems);
    }

    [Theory]
    [InlineData("[]", "$, line 1: it is a list; a stage model is needed here, an object")]
    [InlineData("{", "line 1, byte 2: it is no valid JSON.")]
    [InlineData("{\"id\":\"\\ud800\"}", "$.id, line 1: it is no valid Unicode text")]
    public void What_is_no_model_is_refused(string json, string problem) =>
        Assert.Contains(Assert.Throws<JourneyDefinitionException>(() => StageModel.Parse(json)).Problems, told => told.StartsWith(problem, StringComparison.Ordinal));

    [Fact]
    public void A_document_that_is_too_large_or_too_deep_is_refused()
    {
        Assert.Contains("more than 16 MB", Assert.Throws<JourneyDefinitionException>(() => StageModel.Parse(new string(' ', 17_000_000))).Message, StringComparison.Ordinal);
        Assert.Contains("64 levels", Assert.Throws<JourneyDefinitionException>(() => StageModel.Parse(new string('[', 10_000))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_linear_model_that_goes_back_in_time_is_told_at_the_stage() =>
        Assert.StartsWith(
            "$.stages[1].phases, line 1: stage \"b\": its phases lie before those of the stage ahead of it, \"a\"",
            Assert.Single(Assert.Throws<JourneyDefinitionException>(() => StageModel.Parse(
                """{ "id": "m", "name": "M", "order": "linear", "stages": [{ "key": "a", "name": "A", "phases": { "use": 1 } }, { "key": "b", "name": "B", "phases": { "need": 1 } }] }""")).Problems),
            StringComparison.Ordinal);
}
