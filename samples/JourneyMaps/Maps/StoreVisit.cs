using CustomerJourney;
using CustomerJourney.StageModels;

namespace JourneyMaps.Maps;

/// <summary>A walk through a furniture store, in walking order: window, guided path, self-service, staff. Places after the Russian article; emotions, shares and ratings are made up.</summary>
internal static class StoreVisit
{
    public static Journey Create() => Journey.Create("Visiting a furniture store", StageModel.InStore, map => map
        .Id("store").Type(JourneyType.Purchase).Basis(ResearchBasis.Assumption)
        .AddPersona("Kai", kai => kai.Primary().Headline("Furnishes a first flat").LookingFor("ideas that fit small rooms"))
        .AddChannel("Shop window", ChannelCategory.ShopWindow, ownership: ChannelOwnership.Owned)
        .AddChannel("Store", ChannelCategory.PhysicalStore, ownership: ChannelOwnership.Owned)
        .AddChannel("Signs at the till", ChannelCategory.Pos, ownership: ChannelOwnership.Owned)
        .AddChannel("Kiosk", ChannelCategory.Kiosk, ownership: ChannelOwnership.Owned)
        .AddChannel("Sales staff", ChannelCategory.InPerson, ownership: ChannelOwnership.Owned)
        .AddDepartment("Visual design").AddDepartment("Store operations").AddDepartment("Sales")
        .EditStage("window", stage => stage
            .AddTouchpoint("Stop at the window", touch => touch.On("Shop window").OwnedBy("Visual design").Important(4).Feels(1, target: 2).Within(TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(3))))
        .EditStage("path", stage => stage
            .AddTouchpoint("Follow the path", touch => touch.On("Store").OwnedBy("Store operations").Feels(1, target: 1).Within(TimeSpan.FromMinutes(20), TimeSpan.FromMinutes(40)))
            .AddTouchpoint("Walk through a cold zone", touch => touch.On("Store").OwnedBy("Store operations").Important(2).Feels(-1, target: 0).Within(TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15))
                .AddPainPoint("Some corners are dark and hold nothing new", Severity.Minor, affectedShare: 0.7)))
        .EditStage("pos", stage => stage
            .AddTouchpoint("Look the model up at the kiosk", touch => touch.On("Kiosk").OwnedBy("Store operations").Departments("Sales").Important(4).Feels(-1, target: 1).Within(TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(8))
                .AddPainPoint("The kiosk does not say whether the model is in stock", Severity.Major, affectedShare: 0.4))
            .AddTouchpoint("See an offer at the till", touch => touch.On("Signs at the till").Interaction(TouchpointInitiator.Company).OwnedBy("Visual design").Important(2).Feels(0).Within(TimeSpan.FromMinutes(1))))
        .EditStage("greeting", stage => stage
            .AddTouchpoint("Be greeted and advised", touch => touch.On("Sales staff").Interaction(TouchpointInitiator.Company).OwnedBy("Sales").Important(5).Feels(2, target: 2).Within(TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15))
                .MomentOfTruth(MomentOfTruthKind.First, "People buy from people who know their goods")))
        .AddOpportunity("Show stock at the kiosk", idea => idea
            .Answers("The kiosk does not say whether the model is in stock").Touchpoints("Look the model up at the kiosk").OwnedBy("Store operations").Impact(4).Confidence(0.9).Effort(2).Reach(6_000)));
}
