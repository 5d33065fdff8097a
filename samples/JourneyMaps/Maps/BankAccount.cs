using CustomerJourney;
using CustomerJourney.StageModels;

namespace JourneyMaps.Maps;

/// <summary>A bank where simple things are done online and advice is given in the branch, as the Russian article describes it. Emotions, shares and ratings are made up.</summary>
internal static class BankAccount
{
    public static Journey Create() => Journey.Create("A loan from the bank", StageModel.EightStage, map => map
        .Id("bank").Type(JourneyType.EndToEnd).Basis(ResearchBasis.Assumption)
        .AddPersona("Paul", paul => paul.Primary().Headline("Builds a house").LookingFor("one person who knows the case"))
        .AddChannel("Website", ChannelCategory.Website, ownership: ChannelOwnership.Owned)
        .AddChannel("App", ChannelCategory.MobileApp, ownership: ChannelOwnership.Owned)
        .AddChannel("Branch", ChannelCategory.PhysicalStore, ownership: ChannelOwnership.Owned)
        .AddChannel("Telephone", ChannelCategory.Phone, ownership: ChannelOwnership.Owned)
        .AddDepartment("Online banking").AddDepartment("Advisers").AddDepartment("Call center")
        .EditStage("search", stage => stage
            .AddTouchpoint("Loan calculator", touch => touch.On("Website").OwnedBy("Online banking").Important(4).Feels(1, target: 1)))
        .EditStage("compare", stage => stage
            .AddTouchpoint("Comparison of conditions", touch => touch.On("Website").OwnedBy("Online banking").Feels(0, target: 1)))
        .EditStage("decide", stage => stage
            .AddTouchpoint("Advice in the branch", touch => touch.On("Branch").OwnedBy("Advisers").Important(5).Feels(1, target: 2).MomentOfTruth("The customer entrusts the house to a person")
                .AddPainPoint("What was entered online must be told again", Severity.Major, affectedShare: 0.8))
            .AddTouchpoint("Signature", touch => touch.On("Branch").OwnedBy("Advisers").Important(5).Feels(1, target: 1)))
        .EditStage("receive", stage => stage
            .AddTouchpoint("Money on the account", touch => touch.On("App").Interaction(TouchpointInitiator.Company).OwnedBy("Online banking").Important(5).Feels(2, target: 2)))
        .EditStage("assess", stage => stage
            .AddTouchpoint("Balance and transfers", touch => touch.On("App").OwnedBy("Online banking").Feels(1, target: 1)))
        .EditStage("service", stage => stage
            .AddTouchpoint("Question about a rate", touch => touch.On("Telephone").OwnedBy("Call center").Departments("Advisers").Important(4).Feels(-2, target: 0)
                .AddPainPoint("Each call begins with another person", Severity.Major)))
        .EditStage("loyalty", stage => stage
            .AddTouchpoint("Yearly review", touch => touch.On("Branch").Interaction(TouchpointInitiator.Company).OwnedBy("Advisers").ShouldFeel(1)))
        .AddOpportunity("Carry the online case into the branch", idea => idea
            .Answers("What was entered online must be told again").Touchpoints("Advice in the branch").OwnedBy("Online banking").Impact(4).Confidence(0.7).Effort(4))
        .AddOpportunity("One number that leads to the adviser", idea => idea
            .Answers("Each call begins with another person").Touchpoints("Question about a rate").OwnedBy("Call center").Impact(4).Confidence(0.8).Effort(2)));
}
