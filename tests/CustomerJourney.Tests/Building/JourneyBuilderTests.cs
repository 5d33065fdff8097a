using CustomerJourney.Building;
using CustomerJourney.Tests.Model;

namespace CustomerJourney.Tests.Building;

public class JourneyBuilderTests
{
    [Fact]
    public void All_problems_of_a_definition_are_told_at_once()
    {
        JourneyDefinitionException error = Assert.Throws<JourneyDefinitionException>(() => Journey.Create(" ", map => map
            .Id("Not A Slug")
            .PersonasFrom("")
            .EditStage("Nowhere", _ => Assert.Fail("There is nothing to change."))
            .AddChannel("Web", ChannelCategory.Website)
            .AddChannel("Shop", ChannelCategory.Website)
            .AddMetric("Score", MetricKind.Nps, baseline: -101, target: double.NaN)
            .AddPersona("Ana", persona => persona.Primary().ShareOfCustomers(0.7).ObservedAs("", "x"))
            .AddPersona("Ben", persona => persona.Primary().ShareOfCustomers(0.4))
            .AddPersona("Cy", persona => persona.ShareOfCustomers(0))
            .AddStage("Buy", stage => stage
                .Goal("")
                .Within(TimeSpan.FromMilliseconds(1))
                .Watching("Scores")
                .AddTouchpoint("Pay", touch => touch
                    .On("Wep").ObservedAs("paid", "paid", "").ObservedOn("app")
                    .Important(6).Feels(3, target: -3, persona: "Dan").MomentOfTruth("\t")
                    .AddPainPoint("Slow", (Severity)9, affectedShare: 1.1)))
            .AddStage("Buy", stage => stage
                .AddTouchpoint("Pay", touch => touch.On(ChannelCategory.Website))
                .AddTouchpoint(null!, touch => touch.On((ChannelCategory)99)))
            .AddOpportunity("Faster", idea => idea.Answers("Slowness").Impact(0).Effort(6).Confidence(2))));
        Assert.Equal(
        [
            "stage \"Nowhere\" is not there to change; the map has no stages",
            "touchpoint \"Pay\": no event is named for the channel \"app\" of the log; name at least one",
            "touchpoint \"Pay\": the map has several channels of the category Website: \"Web\", \"Shop\"; name the one that is meant",
            "touchpoint without a name: 99 is no channel category; allowed are the values of ChannelCategory",
            "journey \" \": the name is blank; write something",
            "journey \" \": the id is \"Not A Slug\"; allowed are lower-case letters a-z, digits and single hyphens between them, at most 64 characters",
            "journey \" \": the attribute that names the persona is empty; name it as the log does",
            "touchpoint without a name: the name is missing; write something",
            "stage \"Buy\": the customer's goal is blank; write something",
            "stage \"Buy\": the expected duration is 00:00:00.0010000; allowed are whole seconds, not negative",
            "stage \"Buy\": there is no metric \"Scores\"; known metrics: \"Score\"",
            "touchpoint \"Pay\": there is no channel \"Wep\"; known channels: \"Web\", \"Shop\"",
            "touchpoint \"Pay\": the importance is 6; allowed is 1 to 5",
            "touchpoint \"Pay\", feeling 3: the score is 3; allowed is -2 to +2",
            "touchpoint \"Pay\", feeling 3: the target is -3; allowed is -2 to +2",
            "touchpoint \"Pay\", feeling 3: there is no persona \"Dan\"; known personas: \"Ana\", \"Ben\", \"Cy\"",
            "touchpoint \"Pay\": the reason for the moment of truth is blank; write something",
            "touchpoint \"Pay\": the event that shows it is empty; name it as the log does",
            "pain point \"Slow\": the severity is 9; allowed are Info, Minor, Major, Critical",
            "pain point \"Slow\": the affected share is 1.1; allowed is 0 to 1",
            "persona \"Ana\": the attribute that shows the persona is empty; name it as the log does",
            "persona \"Cy\": the share of customers is 0; allowed is more than 0 and at most 1",
            "journey \" \": 2 personas are primary: \"Ana\", \"Ben\"; at most one is allowed",
            "journey \" \": the personas' shares of customers sum to 1.1; at most 1 is allowed",
            "metric \"Score\": the baseline is -101; allowed for Nps is -100 to 100",
            "metric \"Score\": the target is NaN; a number is needed",
            "opportunity \"Faster\": the impact is 0; allowed is 1 to 5",
            "opportunity \"Faster\": the effort is 6; allowed is 1 to 5",
            "opportunity \"Faster\": the confidence is 2; allowed is 0 to 1",
            "opportunity \"Faster\": there is no pain point \"Slowness\"; known pain points: \"Slow\"",
        ],
        error.Problems);
        Assert.StartsWith("The journey \" \" cannot be built, 30 problems:", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_map_has_1_to_254_stages()
    {
        Assert.Equal(["journey \"J\": there is no stage; add at least one"], Problems(_ => { }));
        Assert.Equal(254, Journey.Create("J", map => AddStages(map, 254)).Stages.Count);
        Assert.Equal(["journey \"J\": there are 255 stages; at most 254 are allowed"], Problems(map => AddStages(map, 255)));

        static void AddStages(JourneyBuilder map, int count)
        {
            for (int i = 0; i < count; i++) map.AddStage($"stage {i}");
        }
    }

    [Fact]
    public void A_missing_delegate_is_an_argument_fault_at_once()
    {
        Assert.Throws<ArgumentNullException>(() => Journey.Create("J", null!));
        Assert.Throws<ArgumentNullException>(() => Shop.Map.With(null!));
        Assert.Throws<ArgumentNullException>(() => Shop.Map.With(map => map.EditStage("Purchase", null!)));
        Assert.Throws<ArgumentNullException>(() => Shop.Map.With(map => map.EditStage("Purchase", stage => stage.EditTouchpoint("Basket", null!))));
    }

    [Theory]
    [InlineData("Purchase & Pay", "purchase-pay")]
    [InlineData("  -- ", "stage-ef1b2645")]
    [InlineData("Überblick", "stage-f4fe7e13")]
    [InlineData("购买", "stage-cd816ab9")]
    [InlineData("A\u0308pfel", "stage-52ff4c5a")]
    [InlineData("☕ Coffee", "coffee")]
    [InlineData("Kelvin \u212A", "stage-837329b7")]
    public void An_id_is_made_from_the_name_or_its_hash(string name, string id)
    {
        Assert.Equal(id, Journey.Create("J", map => map.AddStage(name)).Stages[0].Id);
    }

    [Fact]
    public void Ids_are_unique_and_a_given_one_is_never_taken_by_a_made_one()
    {
        Journey journey = Journey.Create("J", map => map.AddStage("Pay").AddStage("pay").AddStage("PAY").AddStage("Last", stage => stage.Id("pay-2")));
        Assert.Equal(["pay-3", "pay", "pay-4", "pay-2"], journey.Stages.Select(stage => stage.Id));
        string longest = new('a', 80);
        Journey cut = Journey.Create("J", map => map.AddStage(longest).AddStage(longest + "b"));
        Assert.Equal([new string('a', 64), new string('a', 62) + "-2"], cut.Stages.Select(stage => stage.Id));
    }

    [Fact]
    public void An_id_never_changes()
    {
        Assert.Equal(["stage \"Purchase\": the id is \"purchase\" and cannot become \"buy\"; ids never change"],
            Assert.Throws<JourneyDefinitionException>(() => Shop.Map.With(map => map.EditStage("Purchase", stage => stage.Id("buy")))).Problems);
        Journey renamed = Shop.Map.With(map => map.EditStage("Purchase", stage => stage.Renamed("Buy").EditTouchpoint("Basket", touch => touch.Renamed("Cart"))));
        Assert.Equal(("purchase", "basket"), (renamed["Buy"].Id, renamed.FindTouchpoint("Cart")!.Id));
        Assert.Same(renamed["Buy"], renamed["purchase"]);
    }

    [Fact]
    public void A_copy_is_changed_and_the_map_is_not()
    {
        string before = Shop.Map.ToJson();
        Journey ideal = Shop.Map.With(map => map
            .Ideal()
            .RemoveStage("Awareness")
            .EditPersona("Ben", persona => persona.ShareOfCustomers(0.4))
            .EditStage("Purchase", stage => stage
                .RemoveTouchpoint("Basket")
                .EditTouchpoint("Payment", touch => touch.Feels(1, persona: "Ana"))
                .AddTouchpoint("Pay by link", touch => touch.On(ChannelCategory.Email))));
        Assert.Equal(before, Shop.Map.ToJson());
        Assert.Equal(JourneyState.Ideal, ideal.State);
        Assert.Equal(["Payment", "Pay by link"], ideal.Touchpoints.Select(touchpoint => touchpoint.Name));
        Assert.Equal([0, 1], ideal.Stages.Select(stage => stage.Position));
        Emotion emotion = Assert.Single(ideal.FindTouchpoint("Payment")!.Emotions);
        Assert.Equal((1, 1), (emotion.Score, emotion.Target));
        Assert.Equal(["Web shop", "Search", "Email"], ideal.Channels.Select(channel => channel.Name));
    }

    [Fact]
    public void What_pointed_to_a_removed_touchpoint_points_to_it_no_more()
    {
        Journey shorter = Shop.Map.With(map => map.EditStage("Purchase", stage => stage.RemoveTouchpoint("Payment")));
        Assert.Empty(shorter.Opportunities[0].PainPoints);
        Assert.Equal(["stage \"Purchase\": touchpoint \"Payment\" is not there to change; known touchpoints: \"Basket\""],
            Assert.Throws<JourneyDefinitionException>(() => shorter.With(map => map.EditStage("Purchase", stage => stage.RemoveTouchpoint("Payment")))).Problems);
    }

    [Fact]
    public void A_builder_that_was_kept_cannot_change_what_it_built()
    {
        StageBuilder? kept = null;
        Journey journey = Journey.Create("J", map => map.AddStage("S", stage => kept = stage));
        kept!.AddTouchpoint("Late").Goal("Later");
        Assert.Empty(journey.Touchpoints);
        Assert.Null(journey["S"].CustomerGoal);
    }

    [Fact]
    public void Names_are_kept_as_they_are()
    {
        Journey journey = Journey.Create(" J ", map => map.AddStage("S ").AddStage("S").AddStage("s"));
        Assert.Equal([" J ", "S ", "S", "s"], [journey.Name, .. journey.Stages.Select(stage => stage.Name)]);
        Assert.Equal(["stage \"\uD83D\": the name holds half of a surrogate pair at position 0; allowed is any valid Unicode text"], Problems(map => map.AddStage("\uD83D")));
        Assert.Contains("at position 1;", Assert.Single(Problems(map => map.AddStage("a\uDE00b"))), StringComparison.Ordinal);
        Assert.Contains("at position 2;", Assert.Single(Problems(map => map.AddStage("🛒\uD83Da"))), StringComparison.Ordinal);
    }

    [Fact]
    public void An_event_may_show_several_touchpoints()
    {
        Journey journey = Journey.Create("J", map => map
            .AddStage("A", stage => stage.AddTouchpoint("a", touch => touch.ObservedAs("visit").ObservedOn("app", "visit")))
            .AddStage("B", stage => stage.AddTouchpoint("b", touch => touch.ObservedAs("visit"))));
        Assert.Equal([new() { Event = "visit" }, new() { Event = "visit", Channel = "app" }], journey.FindTouchpoint("a")!.EventBindings);
        Assert.Equal(journey.FindTouchpoint("a")!.EventBindings[0], journey.FindTouchpoint("b")!.EventBindings[0]);
    }

    [Fact]
    public void The_name_for_a_channel_of_a_category_may_be_taken()
    {
        Journey map = Journey.Create("J", journey => journey.AddStage("S", stage => stage.AddTouchpoint("Ad", touch => touch.On(ChannelCategory.Search))).AddChannel("Search", ChannelCategory.Website));
        Assert.Equal([("Search", "search", ChannelCategory.Website), ("Search", "search-2", ChannelCategory.Search)], map.Channels.Select(channel => (channel.Name, channel.Id, channel.Category)));
        Assert.Same(map.Channels[1], map.Touchpoints[0].Channel);
    }

    [Fact]
    public void Every_category_and_kind_has_its_facts()
    {
        foreach (ChannelCategory category in Enum.GetValues<ChannelCategory>())
        {
            Journey journey = Journey.Create("J", map => map.AddStage("S", stage => stage.AddTouchpoint("T", touch => touch.On(category))));
            Assert.Equal(category, Journey.Parse(journey.ToJson()).Channels[0].Category);
        }

        foreach (MetricKind kind in Enum.GetValues<MetricKind>())
        {
            Journey journey = Journey.Create("J", map => map.AddMetric("M", kind).AddStage("S"));
            Assert.Equal(kind, Journey.Parse(journey.ToJson()).Metrics[0].Kind);
        }
    }

    private static IReadOnlyList<string> Problems(Action<JourneyBuilder> configure) =>
        Assert.Throws<JourneyDefinitionException>(() => Journey.Create("J", configure)).Problems;
}
