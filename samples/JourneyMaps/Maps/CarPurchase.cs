using CustomerJourney;
using CustomerJourney.StageModels;

namespace JourneyMaps.Maps;

/// <summary>A family buys a car from a dealer. Stages and steps after the Russian article; emotions, shares and ratings are made up.</summary>
internal static class CarPurchase
{
    public static Journey Create() => Journey.Create("Buying a car", StageModel.CarBuyer, map => map
        .Id("car").Type(JourneyType.Purchase).Basis(ResearchBasis.Assumption)
        .Scope(trigger: "The family needs another car", endState: "Friends hear about it for years")
        .AddPersona("Ana", ana => ana.Primary().Headline("Replaces an old family car").LookingFor("a fair price", "a car that fits the family"))
        .AddChannel("Television", ChannelCategory.TvAdvert, ownership: ChannelOwnership.Paid)
        .AddChannel("Search engine", ChannelCategory.Search, ownership: ChannelOwnership.Earned)
        .AddChannel("Website", ChannelCategory.Website, ownership: ChannelOwnership.Owned)
        .AddChannel("Dealer", ChannelCategory.PhysicalStore, ownership: ChannelOwnership.Partner)
        .AddChannel("Friends", ChannelCategory.WordOfMouth, ownership: ChannelOwnership.Earned)
        .AddChannel("Consumer platform", ChannelCategory.Forum, ownership: ChannelOwnership.Earned)
        .AddDepartment("Marketing").AddDepartment("Sales").AddDepartment("After-sales")
        .EditStage("inform", stage => stage
            .AddTouchpoint("TV advert", touch => touch.On("Television").Interaction(TouchpointInitiator.Company).OwnedBy("Marketing").Feels(1, target: 1))
            .AddTouchpoint("Search for more", touch => touch.On("Search engine").OwnedBy("Marketing").Important(4).Feels(0, target: 1)))
        .EditStage("research", stage => stage
            .AddTouchpoint("Compare prices", touch => touch.On("Website").OwnedBy("Marketing").Departments("Sales").Important(4).Feels(-2, target: 0, label: "lost")
                .AddPainPoint("Finding figures that can be compared takes evenings", Severity.Major, affectedShare: 0.6)))
        .EditStage("test", stage => stage
            .AddTouchpoint("Test drive", touch => touch.On("Dealer").OwnedBy("Sales").Important(5).Feels(2, target: 2).MomentOfTruth(MomentOfTruthKind.First, "This is where the choice is made"))
            .AddTouchpoint("Agree on the price", touch => touch.On("Dealer").OwnedBy("Sales").Important(4).Feels(-1, target: 0)
                .AddPainPoint("Nobody says how discounts are given", Severity.Major)))
        .EditStage("acquire", stage => stage
            .AddTouchpoint("Sign the contract", touch => touch.On("Dealer").OwnedBy("Sales").Important(5).Feels(1, target: 1)))
        .EditStage("recommend", stage => stage
            .AddTouchpoint("Tell friends", touch => touch.On("Friends").OwnedBy("After-sales").Important(5).Feels(1, target: 2).MomentOfTruth(MomentOfTruthKind.Third))
            .AddTouchpoint("Write a review", touch => touch.On("Consumer platform").OwnedBy("After-sales").Feels(1, target: 1)))
        .AddOpportunity("One page that compares all models", idea => idea
            .Answers("Finding figures that can be compared takes evenings").Touchpoints("Compare prices").OwnedBy("Marketing").Impact(4).Confidence(0.7).Effort(2))
        .AddOpportunity("Publish the discount rules", idea => idea
            .Answers("Nobody says how discounts are given").Touchpoints("Agree on the price").OwnedBy("Sales").Impact(3).Confidence(0.8).Effort(1)));
}
