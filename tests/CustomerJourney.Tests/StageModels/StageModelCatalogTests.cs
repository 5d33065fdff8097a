using CustomerJourney.StageModels;

namespace CustomerJourney.Tests.StageModels;

public class StageModelCatalogTests
{
    private static readonly StageModel Own = StageModel.Create("our-way", "Our way", model => model.AddStage("hello", "Hello", stage => stage.Covers(JourneyPhase.Engage)));

    [Fact]
    public void A_users_model_stands_beside_the_published_ones_and_the_default_stays_as_it_was()
    {
        StageModelCatalog catalog = StageModelCatalog.Default.With(Own);

        Assert.Same(Own, catalog["our-way"]);
        Assert.Same(StageModel.Aida, catalog["aida"]);
        Assert.Equal([.. StageModel.All, Own], catalog.Models);
        Assert.Null(StageModel.Find("our-way"));
        Assert.Equal(24, StageModel.All.Count);
    }

    [Fact]
    public void An_id_that_is_taken_is_refused_by_name()
    {
        StageModel other = StageModel.Create("aida", "Another", model => model.AddStage("a", "A"));

        ArgumentException refused = Assert.Throws<ArgumentException>("model", () => StageModelCatalog.Default.With(other));
        Assert.Contains("\"aida\" is taken by the stage model \"AIDA\"", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_id_finds_nothing_or_throws_with_what_is_known()
    {
        Assert.Null(StageModel.Find("AIDA"));
        KeyNotFoundException missing = Assert.Throws<KeyNotFoundException>(() => StageModelCatalog.Default["funnel"]);
        Assert.Contains("\"funnel\"", missing.Message, StringComparison.Ordinal);
        Assert.Contains("funnel-3", missing.Message, StringComparison.Ordinal);
    }
}
