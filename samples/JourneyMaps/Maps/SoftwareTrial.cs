using CustomerJourney;
using CustomerJourney.StageModels;

namespace JourneyMaps.Maps;

/// <summary>A team tries a web service: one decides, one works with it. Stages after the Chinese e-commerce article; emotions, shares and ratings are made up.</summary>
internal static class SoftwareTrial
{
    public static Journey Create() => Journey.Create("Trying a web service", StageModel.WebService, map => map
        .Id("trial").Type(JourneyType.Engagement).Basis(ResearchBasis.Assumption)
        .AddPersona("Mei", mei => mei.Primary().Headline("Team lead who pays").LookingFor("proof that the team gains time"))
        .AddPersona("Ravi", ravi => ravi.Headline("Works with it every day").LookingFor("his own data in it before lunch"))
        .AddChannel("Website", ChannelCategory.Website, ownership: ChannelOwnership.Owned)
        .AddChannel("App", ChannelCategory.MobileApp, ownership: ChannelOwnership.Owned)
        .AddChannel("E-mail", ChannelCategory.Email, ownership: ChannelOwnership.Owned)
        .AddChannel("Video call", ChannelCategory.VideoCall, ownership: ChannelOwnership.Owned)
        .AddDepartment("Growth").AddDepartment("Product").AddDepartment("Customer success")
        .EditStage("visit", stage => stage
            .AddTouchpoint("Landing page", touch => touch.On("Website").OwnedBy("Growth").Important(4).Feels(0, target: 1))
            .AddTouchpoint("Plans and prices", touch => touch.On("Website").OwnedBy("Growth").Important(4).For("Mei").Feels(-1, target: 1)
                .AddPainPoint("The plans are hard to tell apart", Severity.Minor, affectedShare: 0.44)))
        .EditStage("register", stage => stage
            .AddTouchpoint("Registration form", touch => touch.On("Website").OwnedBy("Growth").Departments("Product").Important(5).Feels(-1, target: 1)
                .AddPainPoint("The form asks for what a trial does not need", Severity.Major, affectedShare: 0.36)))
        .EditStage("onboard", stage => stage
            .AddTouchpoint("First tour", touch => touch.On("App").OwnedBy("Product").Important(4).For("Ravi").Feels(1, target: 1))
            .AddTouchpoint("Import of own data", touch => touch.On("App").OwnedBy("Product").Departments("Customer success").Important(5).For("Ravi").Feels(-2, target: 0).MomentOfTruth(MomentOfTruthKind.Second)
                .AddPainPoint("Import errors do not say how to mend them", Severity.Critical))
            .AddTouchpoint("Call with the success team", touch => touch.On("Video call").OwnedBy("Customer success").Feels(2, target: 2)))
        .EditStage("retain", stage => stage
            .AddTouchpoint("Weekly digest", touch => touch.On("E-mail").Interaction(TouchpointInitiator.Company).OwnedBy("Customer success").Important(2).ShouldFeel(1))
            .AddTouchpoint("Decision to renew", touch => touch.On("E-mail").OwnedBy("Growth").Important(5).For("Mei").Feels(0, target: 1)
                .AddPainPoint("Nobody shows what the team has gained", Severity.Major, affectedShare: 0.4)))
        .AddOpportunity("Import that mends itself", idea => idea
            .Answers("Import errors do not say how to mend them").Touchpoints("Import of own data").OwnedBy("Product").Impact(5).Confidence(0.8).Effort(3))
        .AddOpportunity("Three fields are enough", idea => idea
            .Answers("The form asks for what a trial does not need").Touchpoints("Registration form").OwnedBy("Growth").Impact(4).Confidence(0.9).Effort(1)));
}
