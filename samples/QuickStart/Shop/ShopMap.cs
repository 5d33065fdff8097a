using CustomerJourney;

namespace QuickStart.Shop;

/// <summary>The map of the made-up shop: five stages, the events that are evidence for them, and what people think of them.</summary>
internal static class ShopMap
{
    public static Journey Create() => Journey.Create("Online shop", map => map
        .AddChannel("Web shop", ChannelCategory.Website)
        .AddChannel("Shop app", ChannelCategory.MobileApp)
        .AddChannel("Email", ChannelCategory.Email)
        .AddChannel("Store", ChannelCategory.PhysicalStore)
        .AddMetric("NPS after delivery", MetricKind.Nps, target: 30)
        .AddMetric("CSAT of support", MetricKind.Csat, target: 80)
        .AddPersona("Ana", persona => persona
            .Primary().ShareOfCustomers(0.6)
            .LookingFor("fast delivery", "no surprises at checkout")
            .ObservedAs(attribute: "segment", value: "family"))
        .AddPersona("Ben", persona => persona
            .ShareOfCustomers(0.4)
            .LookingFor("the lowest price", "a quick answer when something is wrong")
            .ObservedAs(attribute: "segment", value: "student"))
        .AddStage("Awareness", stage => stage
            .AddTouchpoint("Advertisement", touch => touch.On("Web shop").ObservedAs("ad_clicked").Feels(0))
            .AddTouchpoint("Campaign email", touch => touch.On("Email").ObservedAs("campaign_opened", "welcome_mail_opened").Feels(0.5))
            .AddTouchpoint("Store visit", touch => touch.On("Store").ObservedAs("store_visited").Feels(1)))
        .AddStage("Consideration", stage => stage
            .Goal("Find the right thing without doubts")
            .AddTouchpoint("Product page", touch => touch.On("Web shop").ObservedAs("product_viewed").Feels(1))
            .AddTouchpoint("Size guide", touch => touch.On("Web shop").ObservedAs("size_guide_read").Feels(1))
            .AddTouchpoint("Free returns email", touch => touch.On("Email").ObservedAs("returns_mail_opened").Feels(1))
            .AddTouchpoint("Returns page", touch => touch.On("Web shop").ObservedAs("returns_page_read").Feels(-0.5))
            .AddTouchpoint("Basket", touch => touch.On("Web shop").ObservedAs("item_added").Feels(1)))
        .AddStage("Purchase", stage => stage
            .Goal("Order in five minutes").Within(TimeSpan.FromDays(1))
            .AddTouchpoint("Checkout", touch => touch.On("Shop app").ObservedAs("checkout_started").Feels(-0.5))
            .AddTouchpoint("Payment", touch => touch
                .On("Shop app").ObservedAs("order_paid", "payment_failed")
                .MomentOfTruth("The first time that the customer trusts us with money")
                .Feels(-1, target: 1)
                .AddPainPoint("The payment fails without a reason", Severity.Major)))
        .AddStage("Delivery", stage => stage
            .Goal("Know when it comes").Within(TimeSpan.FromDays(5)).Watching("NPS after delivery")
            .AddTouchpoint("Parcel", touch => touch.ObservedAs("order_shipped", "order_delivered").MomentOfTruth().Feels(1.5))
            .AddTouchpoint("Survey after delivery", touch => touch.On("Email").ObservedAs("nps_answered")))
        .AddStage("Support", stage => stage
            .Goal("An answer on the same day").Within(TimeSpan.FromDays(2)).Watching("CSAT of support")
            .AddTouchpoint("Support ticket", touch => touch
                .ObservedAs("ticket_opened", "ticket_answered")
                .Feels(-1, target: 0).Feels(-1.5, target: 0, persona: "Ben")
                .AddPainPoint("Nobody says how long an answer takes", Severity.Minor))
            .AddTouchpoint("Survey after support", touch => touch.On("Email").ObservedAs("csat_answered", "ces_answered")))
        .AddOpportunity("Say why a payment fails", idea => idea
            .Answers("The payment fails without a reason").Impact(5).Effort(2).Confidence(0.8))
        .AddOpportunity("Promise a time for the first answer", idea => idea
            .Answers("Nobody says how long an answer takes").Impact(3).Effort(2).Confidence(0.6)));
}
