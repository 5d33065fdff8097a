using CustomerJourney;
using CustomerJourney.StageModels;

namespace JourneyMaps.Maps;

/// <summary>A site that loads slowly: visitors leave before the next step, as the Traditional Chinese article says. Emotions, shares and figures are made up.</summary>
internal static class SlowSite
{
    public static Journey Create() => Journey.Create("A site that is too slow", StageModel.MarketingFunnel, map => map
        .Id("slow-site").Type(JourneyType.LeadGeneration).Basis(ResearchBasis.Assumption)
        .AddPersona("Visitor", visitor => visitor.Primary().LookingFor("an answer now"))
        .AddChannel("Search engine", ChannelCategory.Search, ownership: ChannelOwnership.Earned)
        .AddChannel("Website", ChannelCategory.Website, ownership: ChannelOwnership.Owned)
        .AddChannel("Live chat", ChannelCategory.LiveChat, ownership: ChannelOwnership.Owned)
        .AddDepartment("Marketing").AddDepartment("IT").AddDepartment("Support")
        .AddMetric("Bounce rate", MetricKind.BounceRate, baseline: 52, target: 35)
        .EditStage("tofu", stage => stage.Watching("Bounce rate")
            .AddTouchpoint("Search result", touch => touch.On("Search engine").OwnedBy("Marketing").Important(4).Feels(1, target: 1).Within(TimeSpan.FromSeconds(20)))
            .AddTouchpoint("First page", touch => touch.On("Website").OwnedBy("IT").Departments("Marketing").Important(5).Watching("Bounce rate").Feels(-2, target: 1, quote: "Is it broken?")
                .Within(TimeSpan.FromSeconds(8)).ObservedAs("page_view", "bounce")
                .AddPainPoint("The page loads too slowly and visitors leave", Severity.Critical, pain => pain.Category(PainPointCategory.Delay).Affects(0.38))))
        .EditStage("mofu", stage => stage
            .AddTouchpoint("Product page", touch => touch.On("Website").OwnedBy("Marketing").Departments("IT").Important(4).Feels(-1, target: 1).Within(TimeSpan.FromMinutes(2))
                .AddPainPoint("Pictures appear one by one", Severity.Minor, affectedShare: 0.38))
            .AddTouchpoint("Chat window", touch => touch.On("Live chat").OwnedBy("Support").Important(4).Feels(2, target: 2).Within(TimeSpan.FromMinutes(4))))
        .EditStage("bofu", stage => stage
            .AddTouchpoint("Order form", touch => touch.On("Website").OwnedBy("IT").Important(5).Feels(0, target: 1).MomentOfTruth().Within(TimeSpan.FromMinutes(3))))
        .AddOpportunity("Load in two seconds", idea => idea
            .Answers("The page loads too slowly and visitors leave", "Pictures appear one by one").Touchpoints("First page", "Product page").OwnedBy("IT")
            .Impact(5).Confidence(0.9).Effort(2).Reach(96_000).Watching("Bounce rate")));
}
