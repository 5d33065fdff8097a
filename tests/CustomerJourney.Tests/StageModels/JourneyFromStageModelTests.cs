using CustomerJourney.StageModels;

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
        Assert.Equal(2, Assert.Throws<JourneyDefinitionException>(() => Journey.Create("Shop", StageModel.Aida, map => map.EditStage("Farewell", _ => { }).AddStage("Desire"))).Problems.Count);
}
