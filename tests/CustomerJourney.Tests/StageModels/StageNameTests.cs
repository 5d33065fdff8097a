using CustomerJourney.StageModels;

namespace CustomerJourney.Tests.StageModels;

public class StageNameTests
{
    [Theory]
    [InlineData("000", "zh-Hans")]
    [InlineData("001", "zh-Hant")]
    [InlineData("002", "ru")]
    [InlineData("003", "zh-Hans")]
    [InlineData("004", "ms")]
    public void Models_of_an_article_are_named_in_its_language_and_in_English(string source, string language)
    {
        StageModel[] models = [.. StageModel.All.Where(model => model.Source == source)];

        Assert.NotEmpty(models);
        Assert.All(models, model =>
        {
            Assert.Equal(language, model.OriginalLanguage);
            Assert.Equal(["en", language], model.Languages);
        });
    }

    [Fact]
    public void Models_of_the_literature_are_named_in_English_alone() =>
        Assert.All(StageModel.All.Where(model => model.Source is not ("000" or "001" or "002" or "003" or "004")), model => Assert.Equal(["en"], model.Languages));

    [Fact]
    public void The_name_for_a_map_is_a_part_of_what_the_article_prints() =>
        Assert.All(
            StageModel.All.Where(model => model.OriginalLanguage != model.Language).SelectMany(model => model.Stages.Select(stage => (model, stage))),
            of => Assert.Contains(of.stage.NameIn(of.model.OriginalLanguage)!, of.stage.OriginalName, StringComparison.Ordinal));

    [Fact]
    public void Names_for_maps_carry_no_numbers_or_brackets_of_the_article() =>
        Assert.All(
            StageModel.All.Where(model => model.OriginalLanguage != model.Language).SelectMany(model => model.Stages.Select(stage => stage.NameIn(model.OriginalLanguage)!)),
            name => Assert.DoesNotContain(name, letter => char.IsAsciiDigit(letter) || letter is '(' or '/'));

    [Theory]
    [InlineData("five-stage-zh", "zh-Hans", "客户意识", "潜在客户挖掘", "意向客户转化", "客户售后维护", "私域流量宣传")]
    [InlineData("funnel-3", "zh-Hant", "意識", "考慮", "轉換")]
    [InlineData("eight-stage", "ru", "Поиск информации", "Сравнение предложений", "Принятие решения", "Получение предложения", "Оценка", "Обслуживание клиентов", "Лояльность", "Рекомендация")]
    [InlineData("six-stage", "zh-Hans", "意识", "参与", "评价", "购买", "经验", "粘合")]
    [InlineData("purchase-journey", "ms", "melawati tapak web atau halaman pendaratan", "membuat pembelian")]
    public void Stages_are_called_as_the_articles_call_them(string id, string language, params string[] names) =>
        Assert.Equal(names, StageModel.Find(id)!.Stages.Select(stage => stage.NameIn(language)));

    [Fact]
    public void A_narrower_tag_finds_the_name_of_the_wider_in_any_case()
    {
        StageModelStage loyalty = StageModel.EightStage.FindStage("loyalty")!;

        Assert.Equal("Лояльность", loyalty.NameIn("RU-ru"));
        Assert.Equal("7. Лояльность (Удержание)", loyalty.OriginalName);
        Assert.Equal("意識", StageModel.FiveStage.Stages[0].NameIn("zh-Hant-TW"));
        Assert.Null(loyalty.NameIn("de"));
        Assert.Null(StageModel.FiveStage.Stages[0].NameIn("zh"));
        Assert.Null(loyalty.NameIn(""));
    }

    [Fact]
    public void Two_words_of_another_article_are_kept_beside_the_rest()
    {
        Assert.Equal(["до", null, "после"], StageModel.BeforeDuringAfter.Stages.Select(stage => stage.NameIn("ru")));
        Assert.DoesNotContain("ru", StageModel.BeforeDuringAfter.Languages);
    }

    [Theory]
    [InlineData("five-stage-zh")]
    [InlineData("eight-stage")]
    public void Both_full_tables_of_actions_are_there(string id) =>
        Assert.All(StageModel.Find(id)!.Stages, stage =>
        {
            Assert.NotEmpty(stage.CustomerActions);
            Assert.NotEmpty(stage.CompanyActions);
        });

    [Theory]
    [InlineData("buyer-3")]
    [InlineData("car-5")]
    [InlineData("six-stage")]
    public void What_customers_do_is_told_where_an_article_tells_it(string id) =>
        Assert.All(StageModel.Find(id)!.Stages, stage => Assert.NotEmpty(stage.CustomerActions));

    [Fact]
    public void What_a_store_does_is_told_for_every_part_of_the_path() =>
        Assert.All(StageModel.InStore.Stages, stage => Assert.NotEmpty(stage.CompanyActions));

    [Fact]
    public void No_action_is_blank_or_told_twice() =>
        Assert.All(StageModel.All.SelectMany(model => model.Stages), stage =>
        {
            string[] actions = [.. stage.CustomerActions, .. stage.CompanyActions];
            Assert.All(actions, action => Assert.False(string.IsNullOrWhiteSpace(action)));
            Assert.Equal(actions.Length, actions.Distinct().Count());
        });
}
