using CustomerJourney;
using CustomerJourney.StageModels;

namespace JourneyMaps.Maps;

/// <summary>A poster outdoors, an order online, a bag at the drive-through: channels that are linked, as the Russian article describes omnichannel. Emotions and shares are made up.</summary>
internal static class PosterToDriveThrough
{
    public static Journey Create() => Journey.Create("From the poster to the drive-through", StageModel.PurchaseJourney, map => map
        .Id("drive-through").Type(JourneyType.Purchase).Basis(ResearchBasis.Assumption)
        .AddPersona("Ines", ines => ines.Primary().Headline("Drives home from work").LookingFor("dinner without waiting"))
        .AddChannel("Poster", ChannelCategory.Outdoor, ownership: ChannelOwnership.Paid)
        .AddChannel("QR code", ChannelCategory.QrCode, ownership: ChannelOwnership.Owned)
        .AddChannel("Website", ChannelCategory.Website, ownership: ChannelOwnership.Owned)
        .AddChannel("Drive-through", ChannelCategory.DriveThrough, ownership: ChannelOwnership.Owned)
        .AddDepartment("Marketing").AddDepartment("Digital").AddDepartment("Restaurant")
        .EditStage("visit", stage => stage
            .AddTouchpoint("Poster at the road", touch => touch.On("Poster").Interaction(TouchpointInitiator.Company).OwnedBy("Marketing").Feels(1, target: 1).Claims("price", "5.90"))
            .AddTouchpoint("Scan of the code", touch => touch.On("QR code").OwnedBy("Marketing").Departments("Digital").Feels(0, target: 1)))
        .EditStage("purchase", stage => stage
            .AddTouchpoint("Order and payment", touch => touch.On("Website").OwnedBy("Digital").Important(5).Feels(1, target: 1).Claims("price", "5.90"))
            .AddTouchpoint("Drive to the window", touch => touch.Action().Feels(0)))
        .AddStage("Collecting", stage => stage.Covers(JourneyPhase.Receive)
            .AddTouchpoint("Bag at the window", touch => touch.On("Drive-through").OwnedBy("Restaurant").Departments("Digital").Important(5).Feels(-1, target: 2).MomentOfTruth(MomentOfTruthKind.Second)
                .AddPainPoint("The window does not know the order that was placed online", Severity.Critical, affectedShare: 0.15)))
        .AddOpportunity("Find the order by number plate", idea => idea
            .Answers("The window does not know the order that was placed online").Touchpoints("Bag at the window").OwnedBy("Restaurant").Impact(4).Confidence(0.6).Effort(4)));
}
