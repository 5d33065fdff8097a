using CustomerJourney.StageModels;
using CustomerJourney.Tests.Support;

namespace CustomerJourney.Tests.StageModels;

public class JourneyFromStageModelTests
{
    [Fact]
    public void A_map_begins_with_the_stages_of_the_model()
    {
        Journey journey = Journey.Create("Shop", StageModel.EightStage);

        Assert.Equal(StageModel.EightStage.Stages.Select(stage => (stage.Key, stage.Name)), journey.Stages.Select(stage => (stage.Id, stage.Name)));
    }

    [Fact]
    public void The_stages_of_the_model_are_filled_by_name_or_key_and_others_added()
    {
        Journey journey = Journey.Create("Shop", StageModel.FiveStage, map => map
            .EditStage("Awareness", stage => stage.AddTouchpoint("Search ad"))
            .EditStage("retention", stage => stage.AddTouchpoint("Newsletter"))
            .RemoveStage("Advocacy")
            .AddStage("Farewell"));

        Assert.Equal(["Awareness", "Consideration", "Decision or purchase", "Retention or loyalty", "Farewell"], journey.Stages.Select(stage => stage.Name));
        Assert.Equal(["Search ad", "Newsletter"], journey.Touchpoints.Select(touchpoint => touchpoint.Name));
    }

    [Fact]
    public void A_map_can_be_named_in_the_language_of_the_source()
    {
        Assert.Equal("Поиск информации", Journey.Create("Магазин", StageModel.EightStage, language: "ru-RU").Stages[0].Name);
        Assert.Equal("客户意识", Journey.Create("商店", StageModel.FiveStageWithActions, language: "zh-Hans").Stages[0].Name);
    }

    [Fact]
    public void A_language_without_names_is_refused_with_those_that_have_them()
    {
        ArgumentException refused = Assert.Throws<ArgumentException>("language", () => Journey.Create("Laden", StageModel.EightStage, language: "de"));
        Assert.Contains("\"eight-stage\" does not name all its stages in \"de\"; it does in en, ru", refused.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>("language", () => Journey.Create("Магазин", StageModel.BeforeDuringAfter, language: "ru"));
    }

    [Fact]
    public void Every_published_model_makes_a_map_in_each_of_its_languages() =>
        Assert.All(StageModel.All, model => Assert.All(model.Languages, language =>
            Assert.Equal(model.Stages.Count, Journey.Create("Map", model, language: language).Stages.Count)));

    [Fact]
    public void What_is_wrong_with_the_rest_of_the_map_comes_together() =>
        Assert.Equal(2, Assert.Throws<JourneyDefinitionException>(() => Journey.Create("Shop", StageModel.Aida, map => map.EditStage("Farewell", _ => { }).RemoveStage("Reunion"))).Problems.Count);

    [Theory]
    [InlineData("five-stage")]
    [InlineData("mckinsey-loop")]
    public void The_map_keeps_what_the_model_says_of_a_stage(string id)
    {
        StageModel model = StageModel.Find(id)!;
        Journey journey = Journey.Create("Shop", model);

        Assert.Equal(id, journey.StageModelId);
        Assert.All(model.Stages, stage =>
        {
            Stage made = journey.Stages[stage.Position];
            Assert.Equal(stage.Phases, made.Phases);
            Assert.Equal(stage.CustomerActions, made.CustomerActions.Select(action => action.ToString()));
            Assert.Equal(stage.CompanyActions, made.CompanyActions.Select(action => action.ToString()));
        });
    }

    [Fact]
    public void A_cyclic_model_brings_its_way_back()
    {
        StageTransition loop = Assert.Single(Journey.Create("Shop", StageModel.McKinseyLoop).Transitions);

        Assert.Equal(("loop", "moment", TransitionKind.Loop), (loop.From.Id, loop.To.Id, loop.Kind));
        Assert.Empty(Journey.Create("Shop", StageModel.Aida).Transitions);
    }

    [Fact]
    public void The_published_name_stays_beside_the_English_one()
    {
        Assert.Equal("客户意识", Journey.Create("Shop", StageModel.FiveStageWithActions).Stages[0].SourceNames!.In("zh-Hans"));
        Assert.Null(Journey.Create("Shop", StageModel.Aida).Stages[0].SourceNames);
        Assert.Null(Journey.Create("商店", StageModel.FiveStageWithActions, language: "zh-Hans").Stages[0].SourceNames);
    }

    [Fact]
    public void In_a_map_of_another_language_the_actions_say_that_they_are_English()
    {
        Journey journey = Journey.Create("Магазин", StageModel.EightStage, language: "ru");

        Assert.Equal("ru", journey.Language);
        Assert.All(journey.Stages[0].CustomerActions, action => Assert.Equal(["en"], action.Languages));
        Assert.All(Journey.Create("Shop", StageModel.EightStage).Stages[0].CustomerActions, action => Assert.Empty(action.Languages));
    }

    [Fact]
    public void A_map_from_a_model_comes_back_from_its_document()
    {
        string json = Journey.Create("Магазин", StageModel.EightStage, language: "ru").ToJson();

        Assert.Equal(json, Journey.Parse(json).ToJson());
    }

    [Fact]
    public void The_car_purchase_of_the_specification_has_the_stages_of_its_model()
    {
        Journey example = Journey.Parse(File.ReadAllText(ExampleMaps.Path("car-purchase")));
        Journey begun = Journey.Create("Car", StageModel.Find(example.StageModelId!)!);

        Assert.Equal(example.Stages.Select(stage => stage.SourceNames!.In("ru")), begun.Stages.Select(stage => stage.SourceNames!.In("ru")));
        Assert.Equal(example.Stages.SelectMany(stage => stage.Phases), begun.Stages.SelectMany(stage => stage.Phases));
        Assert.Equal(1, Crosswalk.Align(example.ToStageModel(), StageModel.CarBuyer).Similarity!.Value, 1e-12);
    }

    [Fact]
    public void Maps_on_different_models_are_aligned_stage_by_stage()
    {
        Journey eight = Journey.Create("Eight", StageModel.EightStage), five = Journey.Create("Five", StageModel.FiveStage, map => map
            .EditStage("Advocacy", stage => stage.Covers((JourneyPhase.Advocate, 0.5), (JourneyPhase.Leave, 0.5)))
            .AddStage("Planning"));

        StageAlignment aligned = Crosswalk.Align(eight.ToStageModel(), five.ToStageModel());
        Assert.Equal("advocacy", aligned.BestFor(aligned.Baseline.FindStage("recommend")!)!.Candidate.Key);
        Assert.Equal(0.5, aligned.BestFor(aligned.Baseline.FindStage("recommend")!)!.Overlap);
        Assert.Empty(aligned.Candidate.FindStage("planning")!.Phases);
        Assert.Equal([JourneyPhase.Leave], aligned.CandidateOnly);
    }

    [Fact]
    public void A_map_read_as_a_model_says_its_names_in_all_languages()
    {
        StageModel model = Journey.Create("Laden", map => map.Language("de").AddStage(new LocalizedText(("de", "Kauf"), ("en", "Purchase")), stage => stage
            .Id("buy").Covers(JourneyPhase.Purchase).CustomerActions("bezahlt").CompanyActions("liefert"))).ToStageModel();

        StageModelStage stage = Assert.Single(model.Stages);
        Assert.Equal(("buy", "Kauf", "Purchase", "de"), (stage.Key, stage.Name, stage.NameIn("en-US"), model.Language));
        Assert.Equal(["bezahlt"], stage.CustomerActions);
        Assert.Equal(["liefert"], stage.CompanyActions);
    }
}
