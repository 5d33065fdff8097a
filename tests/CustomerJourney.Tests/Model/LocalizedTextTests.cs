namespace CustomerJourney.Tests.Model;

public class LocalizedTextTests
{
    private static readonly LocalizedText Purchase = new(("ru", "Покупка"), ("zh", "购买"), ("zh-Hant", "購買"));

    [Theory]
    [InlineData("zh-Hant", "購買")]
    [InlineData("zh-hant-TW", "購買")]
    [InlineData("zh-Hans", "购买")]
    [InlineData("ms", "Покупка")]
    public void The_nearest_language_is_taken(string language, string expected) => Assert.Equal(expected, Purchase.In(language));

    [Fact]
    public void The_language_of_the_map_goes_before_the_first_text()
    {
        Stage stage = Journey.Create("J", map => map.Language("zh-Hans-SG").AddStage(Purchase)).Stages[0];
        Assert.Equal(("购买", "购买", "購買"), (stage.Name, stage.Names.In("ms"), stage.Names.In("zh-Hant")));
    }

    [Fact]
    public void The_language_may_be_named_after_the_texts()
    {
        Journey map = Journey.Create("J", map => map.AddStage(Purchase, stage => stage.Goal(Purchase).Needs(Purchase)).Scope(trigger: Purchase).Language("zh"));
        Assert.Equal(("购买", "购买", "购买", "购买"), (map.Stages[0].Name, map.Stages[0].CustomerGoal!.ToString(), map.Stages[0].Needs[0].ToString(), map.Scope.Trigger!.ToString()));
    }

    [Fact]
    public void A_string_is_a_plain_text()
    {
        LocalizedText plain = "Purchase";
        Assert.Equal(("Purchase", "Purchase", 0), (plain.ToString(), plain.In("ru"), plain.Languages.Count));
        string? nothing = null;
        LocalizedText? none = nothing;
        Assert.Null(none);
    }

    [Fact]
    public void Texts_are_equal_by_value()
    {
        Assert.Equal(new LocalizedText(("en", "a"), ("ru", "б")), new LocalizedText(("en", "a"), ("ru", "б")));
        Assert.NotEqual(new LocalizedText(("en", "a"), ("ru", "б")), new LocalizedText(("ru", "б"), ("en", "a")));
        Assert.NotEqual<LocalizedText>("a", new LocalizedText(("en", "a")));
        Assert.True((LocalizedText)"a" == (LocalizedText)"a" && (LocalizedText)"a" != (LocalizedText)"b");
        Assert.Equal(((LocalizedText)"a").GetHashCode(), ((LocalizedText)"a").GetHashCode());
    }

    [Fact]
    public void A_text_is_checked_where_it_becomes_part_of_a_map()
    {
        JourneyDefinitionException error = Assert.Throws<JourneyDefinitionException>(() => Journey.Create("J", map => map
            .Language("en_US")
            .AddStage("S", stage => stage.Goal(new LocalizedText(("english", "a"), ("ru", " "), ("RU", "б"))).Needs("a", null!, "").CompanyGoal(new LocalizedText()))));
        Assert.Equal(
        [
            "journey \"J\": the language is \"en_US\"; allowed is a BCP 47 tag such as en, pt-BR or zh-Hans",
            "stage \"S\": the customer's goal is in the language \"english\"; allowed is a BCP 47 tag such as en, pt-BR or zh-Hans",
            "stage \"S\": the customer's goal in \"ru\" is blank; write something",
            "stage \"S\": the customer's goal in \"RU\" is there twice; once is enough",
            "stage \"S\": the company's goal is there in no language; write something",
            "stage \"S\": a need is null; write something",
            "stage \"S\": a need is blank; write something",
        ],
        error.Problems);
    }
}
