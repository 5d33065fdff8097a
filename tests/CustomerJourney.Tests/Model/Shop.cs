namespace CustomerJourney.Tests.Model;

/// <summary>The map of the first program of the README.</summary>
internal static class Shop
{
    public static Journey Map { get; } = Journey.Create("Online shop", map => map
        .AddChannel("Web shop", ChannelCategory.Website)
        .AddMetric("NPS after delivery", MetricKind.Nps, baseline: 12, target: 30)
        .AddPersona("Ana", persona => persona
            .Primary().ShareOfCustomers(0.6)
            .LookingFor("fast delivery", "no surprises at checkout")
            .ObservedAs(attribute: "segment", value: "family"))
        .AddPersona("Ben", persona => persona.LookingFor("the lowest price"))
        .AddStage("Awareness", stage => stage
            .AddTouchpoint("Search ad", touch => touch.On(ChannelCategory.Search).ObservedAs("ad_click")))
        .AddStage("Purchase", stage => stage
            .Goal("Order in five minutes").Within(TimeSpan.FromDays(7))
            .AddTouchpoint("Basket", touch => touch.On("Web shop").ObservedAs("item_added", "basket_view"))
            .AddTouchpoint("Payment", touch => touch
                .On("Web shop").ObservedAs("order_paid")
                .MomentOfTruth("first time the customer trusts us with money")
                .Feels(-1, target: +1, persona: "Ana")
                .AddPainPoint("Card is refused without a reason", Severity.Major, affectedShare: 0.08)))
        .AddStage("Support", stage => stage.Watching("NPS after delivery"))
        .AddOpportunity("Say why a card is refused", idea => idea
            .Answers("Card is refused without a reason")
            .Impact(5).Effort(2).Confidence(0.8)));
}
