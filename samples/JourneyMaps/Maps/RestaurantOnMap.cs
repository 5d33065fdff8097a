using CustomerJourney;
using CustomerJourney.StageModels;

namespace JourneyMaps.Maps;

/// <summary>Dinner found on a map app: the entry must show kind of food, menu, place, photos, telephone and honest reviews, as the Chinese article says. Emotions and shares are made up.</summary>
internal static class RestaurantOnMap
{
    public static Journey Create() => Journey.Create("Dinner found on a map app", StageModel.OfflineThreeStep, map => map
        .Id("restaurant").Type(JourneyType.Purchase).Basis(ResearchBasis.Assumption)
        .Scope(trigger: "Hungry in a strange part of town", endState: "Paid and content")
        .AddPersona("Lena", lena => lena.Primary().LookingFor("good food within ten minutes on foot"))
        .AddChannel("Map app", ChannelCategory.MapEntry, ownership: ChannelOwnership.Partner)
        .AddChannel("Telephone", ChannelCategory.Phone, ownership: ChannelOwnership.Owned)
        .AddChannel("Restaurant", ChannelCategory.PhysicalStore, ownership: ChannelOwnership.Owned)
        .AddDepartment("Owner").AddDepartment("Service")
        .EditStage("recognition", stage => stage
            .AddTouchpoint("Search for food nearby", touch => touch.On("Map app").OwnedBy("Owner").Important(4).Feels(0, target: 1)))
        .EditStage("consideration", stage => stage
            .AddTouchpoint("Photos and menu", touch => touch.On("Map app").OwnedBy("Owner").Important(5).Feels(-1, target: 1)
                .AddPainPoint("The menu on the entry is two years old", Severity.Major, affectedShare: 0.5))
            .AddTouchpoint("Reviews of guests", touch => touch.On("Map app").Interaction(TouchpointInitiator.ThirdParty).OwnedBy("Owner").Important(5).Feels(1, target: 1).MomentOfTruth(MomentOfTruthKind.Zero)))
        .EditStage("trust", stage => stage
            .AddTouchpoint("Call for a table", touch => touch.On("Telephone").OwnedBy("Service").Feels(1, target: 1))
            .AddTouchpoint("Dinner", touch => touch.On("Restaurant").OwnedBy("Service").Important(5).Feels(2, target: 2).MomentOfTruth(MomentOfTruthKind.Second)))
        .AddOpportunity("Renew the menu on the entry each month", idea => idea
            .Answers("The menu on the entry is two years old").Touchpoints("Photos and menu").OwnedBy("Owner").Impact(4).Confidence(0.9).Effort(1)));
}
