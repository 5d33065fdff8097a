using CustomerJourney.StageModels;

namespace CustomerJourney.Tests.StageModels;

public class OwnStageModelTests
{
    [Fact]
    public void A_model_says_what_its_builder_was_told()
    {
        StageModel model = StageModel.Create("werkstatt", "Werkstatt", made => made
            .Language("de").Source("Handbuch, 2025").Note("gilt auch im Winter").Cyclic(returnsTo: "reparatur")
            .AddStage("planung", "Planung")
            .AddStage("reparatur", "Reparatur", stage => stage
                .Covers((JourneyPhase.Use, 0.75), (JourneyPhase.Receive, 0.25))
                .Named("en", "Repair")
                .CustomerActions("brings the car").CompanyActions("repairs it", "calls back")));

        Assert.Equal(("werkstatt", "Werkstatt", "de", "Handbuch, 2025", "gilt auch im Winter"), (model.Id, model.Name, model.Language, model.Source, model.Note));
        Assert.Equal(StageModelOrder.Cyclic, model.Order);
        StageModelStage repair = model.FindStage("reparatur")!;
        Assert.Same(repair, model.ReturnsTo);
        Assert.Equal(1, repair.Position);
        Assert.Equal([new PhaseWeight(JourneyPhase.Receive, 0.25), new PhaseWeight(JourneyPhase.Use, 0.75)], repair.Phases);
        Assert.Equal("Repair", repair.NameIn("en-GB"));
        Assert.Equal("Reparatur", repair.NameIn("de"));
        Assert.Equal(["brings the car"], repair.CustomerActions);
        Assert.Equal(["repairs it", "calls back"], repair.CompanyActions);
        Assert.Equal(["de"], model.Languages);
        Assert.Equal([JourneyPhase.Receive, JourneyPhase.Use], model.Coverage);
        Assert.Empty(model.Stages[0].Phases);
    }

    [Fact]
    public void A_model_of_which_nothing_is_said_is_flexible_and_English()
    {
        StageModel model = StageModel.Create("one", "One", made => made.AddStage("a", "A", stage => stage.Covers(JourneyPhase.Use)));

        Assert.Equal((StageModelOrder.Flexible, "en"), (model.Order, model.Language));
        Assert.Null(model.Source);
        Assert.Null(model.Note);
        Assert.Null(model.ReturnsTo);
    }

    [Fact]
    public void All_problems_of_a_model_come_at_once()
    {
        JourneyDefinitionException refused = Assert.Throws<JourneyDefinitionException>(() => StageModel.Create("Not a slug", " ", model => model
            .Language("not_a_tag").Source("").Note("\t").Cyclic(returnsTo: "nowhere")
            .AddStage("a", "Same", stage => stage.Covers((JourneyPhase.Need, 0.5), (JourneyPhase.Use, 0.4)))
            .AddStage("a", "Same", stage => stage.Covers((JourneyPhase.Need, 0.5), (JourneyPhase.Need, 0.5)))
            .AddStage("B", null!, stage => stage.Covers(((JourneyPhase)99, 0), (JourneyPhase.Use, double.NaN)))
            .AddStage("c", "C", stage => stage.Named("de", "Zeh").Named("DE", "Ce").Named("x y", "").CustomerActions("", null!).CompanyActions(" "))
            .AddStage("d", "D", stage => stage.Named("de", "Zeh").Named("not_a_tag", "D"))));

        Assert.Equal(
            [
                "the id is \"Not a slug\"; allowed are lower-case letters a-z, digits and single hyphens between them, at most 64 characters",
                "the name is blank; write something",
                "the source is blank; write something",
                "the note is blank; write something",
                "the language is \"not_a_tag\"; allowed is a BCP 47 tag such as en, pt-BR or zh-Hans",
                "2 stages have the key \"a\"; each needs its own",
                "customers return to stage \"nowhere\", which is not there; known keys: \"a\", \"a\", \"B\", \"c\", \"d\"",
                "stage \"a\": the weights of the phases sum to 0.9; they must sum to 1",
                "stage \"a\": the phase Need is there twice; give it one weight",
                "stage \"B\": the key is \"B\"; allowed are lower-case letters a-z, digits and single hyphens between them, at most 64 characters",
                "stage \"B\": the name is missing; write something",
                "stage \"B\": the phase 99 is none; allowed are Need, Discover, Engage, Evaluate, Decide, Purchase, Receive, Use, Support, Retain, Advocate, Leave",
                "stage \"B\": the weight of 99 is 0; allowed is above 0 and at most 1",
                "stage \"B\": the weight of Use is NaN; allowed is above 0 and at most 1",
                "stage \"c\": what customers do is blank; write something",
                "stage \"c\": what customers do is missing; write something",
                "stage \"c\": what the company does is blank; write something",
                "stage \"c\": there are two names in \"DE\"; give one",
                "stage \"c\": the language of a name is \"x y\"; allowed is a BCP 47 tag such as en, pt-BR or zh-Hans",
                "stage \"c\": the name in \"x y\" is blank; write something",
                "stage \"d\": the language of a name is \"not_a_tag\"; allowed is a BCP 47 tag such as en, pt-BR or zh-Hans",
                "stage \"d\": there are two names in \"not_a_tag\"; give one",
                "2 stages have the name \"Same\" in \"not_a_tag\"; each needs its own",
                "2 stages have the name \"Zeh\" in \"de\"; each needs its own",
                "2 stages have the name \"D\" in \"not_a_tag\"; each needs its own",
            ],
            refused.Problems);
    }

    [Fact]
    public void Half_of_a_surrogate_pair_is_no_text_but_any_other_text_is()
    {
        StageModel model = StageModel.Create("any", "\uFFFD 😀", made => made.AddStage("a", "שלום 你好"));
        Assert.Equal("\uFFFD 😀", model.Name);
        Assert.Equal(
            ["the name holds half of a surrogate pair; allowed is any valid Unicode text"],
            Assert.Throws<JourneyDefinitionException>(() => StageModel.Create("half", "\uFFFD \uD83D", made => made.AddStage("a", "A"))).Problems);
    }

    [Fact]
    public void A_model_without_stages_is_refused() =>
        Assert.Equal(["there is no stage; add at least one"], Assert.Throws<JourneyDefinitionException>(() => StageModel.Create("none", "None", _ => { })).Problems);

    [Fact]
    public void A_model_has_at_most_as_many_stages_as_a_map() =>
        Assert.Equal(
            ["there are 255 stages; at most 254 are allowed"],
            Assert.Throws<JourneyDefinitionException>(() => StageModel.Create("many", "Many", model =>
            {
                for (int i = 0; i < 255; i++) model.AddStage($"s{i}", $"S {i}");
            })).Problems);

    [Theory]
    [InlineData(1e-10, true)]
    [InlineData(1e-8, false)]
    public void Weights_sum_to_1_within_a_billionth(double excess, bool accepted)
    {
        Exception? refused = Record.Exception(() => StageModel.Create("near", "Near", model => model
            .AddStage("a", "A", stage => stage.Covers((JourneyPhase.Need, 0.5), (JourneyPhase.Use, 0.5 + excess)))));

        Assert.Equal(accepted, refused is null);
    }

    [Fact]
    public void A_linear_model_does_not_go_back_in_time_past_a_stage_outside_the_phases()
    {
        JourneyDefinitionException refused = Assert.Throws<JourneyDefinitionException>(() => StageModel.Create("back", "Back", model => model.Linear()
            .AddStage("late", "Late", stage => stage.Covers(JourneyPhase.Use))
            .AddStage("plan", "Plan")
            .AddStage("early", "Early", stage => stage.Covers(JourneyPhase.Need))));

        Assert.Equal(["stage \"early\": its phases lie before those of the stage ahead of it, \"late\"; a linear model does not go back in time, so change the weights or the order, or call Flexible()"], refused.Problems);
    }

    [Fact]
    public void Stages_at_the_same_place_in_time_may_follow_each_other_in_a_linear_model() =>
        Assert.True(StageModel.Create("level", "Level", model => model.Linear()
            .AddStage("a", "A", stage => stage.Covers((JourneyPhase.Discover, 0.3), (JourneyPhase.Evaluate, 0.7)))
            .AddStage("b", "B", stage => stage.Covers((JourneyPhase.Discover, 0.3), (JourneyPhase.Evaluate, 0.7)))).IsInTimeOrder);
}
