namespace CustomerJourney.Tests.Model;

public class JourneyTests
{
    [Fact]
    public void A_map_holds_what_was_said()
    {
        Journey shop = Shop.Map;
        Assert.Equal(("online-shop", "Online shop", JourneyState.Current), (shop.Id, shop.Name, shop.State));
        Assert.Equal(["Awareness", "Purchase", "Support"], shop.Stages.Select(stage => stage.Name));
        Assert.Equal([0, 1, 2], shop.Stages.Select(stage => stage.Position));
        Assert.Equal(["Search ad", "Basket", "Payment"], shop.Touchpoints.Select(touchpoint => touchpoint.Name));
        Touchpoint payment = shop.FindTouchpoint("Payment")!;
        Assert.Same(shop["Purchase"], payment.Stage);
        Assert.Equal("Web shop", payment.Channel?.Name);
        Assert.Equal([new EventBinding { Event = "order_paid" }], payment.EventBindings);
        Assert.True(payment.IsMomentOfTruth);
        Emotion emotion = Assert.Single(payment.Emotions);
        Assert.Equal((-1, 1, 2, "Ana"), (emotion.Score, emotion.Target, emotion.Gap, emotion.Persona?.Name));
        Assert.Null(payment.TargetEmotion);
        Assert.Equal((Severity.Major, 0.08), (payment.PainPoints[0].Severity, payment.PainPoints[0].AffectedShare));
        Assert.Equal(payment.PainPoints, shop.Opportunities[0].PainPoints);
        Assert.Equal(2, shop.Opportunities[0].Priority);
        Assert.Equal("nps-after-delivery", Assert.Single(shop["support"].Metrics).Id);
        Assert.Equal(new DurationRange(TimeSpan.Zero, TimeSpan.FromDays(7)), shop["Purchase"].ExpectedDuration);
        Assert.Equal([new PersonaRule { Attribute = "segment", Value = "family" }], shop.FindPersona("ana")!.ObservationRules);
    }

    [Fact]
    public void A_channel_of_a_category_is_added_where_there_is_none()
    {
        Assert.Equal(["Web shop", "Search"], Shop.Map.Channels.Select(channel => channel.Name));
        Assert.Equal(ChannelCategory.Search, Shop.Map.FindTouchpoint("search-ad")!.Channel!.Category);
    }

    [Fact]
    public void An_unknown_stage_is_refused_with_the_known_ones()
    {
        KeyNotFoundException error = Assert.Throws<KeyNotFoundException>(() => Shop.Map["purchase "]);
        Assert.Equal("The journey \"Online shop\" has no stage \"purchase \"; known stages: \"Awareness\", \"Purchase\", \"Support\".", error.Message);
        Assert.Null(Shop.Map.FindTouchpoint("basket "));
    }

    [Fact]
    public void A_touchpoint_without_feelings_has_no_mean_emotion()
    {
        Assert.Null(Shop.Map.FindTouchpoint("Basket")!.MeanEmotion);
        Assert.Equal(-1, Shop.Map.FindTouchpoint("Payment")!.MeanEmotion);
    }

    [Fact]
    public void The_target_of_everyone_counts_for_personas_without_their_own()
    {
        Touchpoint touchpoint = Journey.Create("J", map => map.AddPersona("A").AddPersona("B").AddStage("S", stage => stage.AddTouchpoint("T", touch => touch
            .Feels(-1, persona: "A").Feels(0, target: 2, persona: "B").Feels(0.5, target: 1)))).Touchpoints[0];
        Assert.Equal([1, 2, 1], touchpoint.Emotions.Select(emotion => emotion.Target));
        Assert.Equal([2, 2, 0.5], touchpoint.Emotions.Select(emotion => emotion.Gap));
        Assert.Equal(4.5 / 3, touchpoint.EmotionGap);
        Assert.Equal(1, touchpoint.TargetEmotion);
        Assert.Null(Shop.Map.FindTouchpoint("Basket")!.EmotionGap);
    }

    [Fact]
    public void Counterparts_have_different_states_and_name_each_other()
    {
        Journey current = Journey.Create("Now", map => map.CounterpartOf("ideal").AddStage("S"));
        Journey ideal = Journey.Create("Ideal", map => map.Ideal().CounterpartOf("now").AddStage("S"));
        Assert.True(current.IsCounterpartOf(ideal) && ideal.IsCounterpartOf(current));
        Assert.False(current.IsCounterpartOf(ideal.With(map => map.Current())));
        Assert.False(current.IsCounterpartOf(ideal.With(map => map.CounterpartOf("other"))));
        Assert.False(current.IsCounterpartOf(Shop.Map));
    }
}
