using CustomerJourney;
using CustomerJourney.StageModels;

namespace JourneyMaps.Maps;

/// <summary>A laptop from an online shop, seen by two buyers. Stages after the Chinese article; emotions, shares and ratings are made up.</summary>
internal static class OnlineShop
{
    public static Journey Create() => Journey.Create("Buying a laptop online", StageModel.FiveStage, map => map
        .Id("shop").Type(JourneyType.EndToEnd).Basis(ResearchBasis.Assumption)
        .AddPersona("Dana", dana => dana.Primary().ShareOfCustomers(0.6).Headline("Student on a budget").LookingFor("the lowest total price"))
        .AddPersona("Omar", omar => omar.ShareOfCustomers(0.4).Headline("Designer who cannot be offline").LookingFor("delivery tomorrow"))
        .AddChannel("Social advert", ChannelCategory.SocialMedia, ownership: ChannelOwnership.Paid)
        .AddChannel("Blog", ChannelCategory.Blog, ownership: ChannelOwnership.Owned)
        .AddChannel("Website", ChannelCategory.Website, ownership: ChannelOwnership.Owned)
        .AddChannel("Live chat", ChannelCategory.LiveChat, ownership: ChannelOwnership.Owned)
        .AddChannel("Courier", ChannelCategory.Delivery, ownership: ChannelOwnership.Partner)
        .AddChannel("E-mail", ChannelCategory.Email, ownership: ChannelOwnership.Owned)
        .AddDepartment("Marketing").AddDepartment("E-commerce").AddDepartment("Support").AddDepartment("Logistics")
        .EditStage("awareness", stage => stage
            .AddTouchpoint("Social advert", touch => touch.On("Social advert").Interaction(TouchpointInitiator.Company).OwnedBy("Marketing").For("Dana").Feels(1, target: 1))
            .AddTouchpoint("Buying guide", touch => touch.On("Blog").OwnedBy("Marketing").Important(4).Feels(1, target: 2)))
        .EditStage("consideration", stage => stage
            .AddTouchpoint("Product page", touch => touch.On("Website").OwnedBy("E-commerce").Important(4).Feels(0, target: 1)
                .AddPainPoint("The description lacks what a comparison needs", Severity.Major, affectedShare: 0.33))
            .AddTouchpoint("Question in the chat", touch => touch.On("Live chat").OwnedBy("Support").Important(4).For("Omar").Feels(2, target: 2)))
        .EditStage("decision", stage => stage
            .AddTouchpoint("Checkout", touch => touch.On("Website").OwnedBy("E-commerce").Departments("Support").Important(5).MomentOfTruth(MomentOfTruthKind.First)
                .Feels(-2, target: 1, persona: "Dana", quote: "Shipping costs? Now?").Feels(0, target: 1, persona: "Omar")
                .AddPainPoint("Shipping costs appear on the last page", Severity.Critical, pain => pain.Category(PainPointCategory.Price).Affects(0.57).For("Dana"))))
        .EditStage("retention", stage => stage
            .AddTouchpoint("Delivery", touch => touch.On("Courier").Interaction(TouchpointInitiator.Company).OwnedBy("Logistics").Important(5).MomentOfTruth(MomentOfTruthKind.Second)
                .Feels(0, target: 1, persona: "Dana").Feels(-2, target: 1, persona: "Omar", quote: "Nine days, not four.")
                .AddPainPoint("The parcel takes longer than the advert said", Severity.Major, affectedShare: 0.41))
            .AddTouchpoint("Set up the laptop", touch => touch.Action().Feels(1)))
        .EditStage("advocacy", stage => stage
            .AddTouchpoint("Survey", touch => touch.On("E-mail").Interaction(TouchpointInitiator.Company).OwnedBy("Marketing").Feels(0, target: 1)))
        .AddOpportunity("Show the total on the product page", idea => idea
            .Answers("Shipping costs appear on the last page").Touchpoints("Product page", "Checkout").OwnedBy("E-commerce").Impact(5).Confidence(0.9).Effort(2).Reach(14_000).Rated(importance: 9, satisfaction: 3))
        .AddOpportunity("Promise only what the courier keeps", idea => idea
            .Answers("The parcel takes longer than the advert said").Touchpoints("Delivery").OwnedBy("Logistics").Impact(4).Confidence(0.8).Effort(1).Reach(6_100).Rated(importance: 8, satisfaction: 5)));
}
