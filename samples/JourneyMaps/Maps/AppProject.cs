using CustomerJourney;
using CustomerJourney.StageModels;

namespace JourneyMaps.Maps;

/// <summary>A client has an app built: research, comparison, workshop, quote, sign-off. Stages after the Chinese e-commerce article (Bright Vessel); questions, emotions and shares are made up.</summary>
internal static class AppProject
{
    public static Journey Create() => Journey.Create("Having an app built", StageModel.BrightVessel, map => map
        .Id("app-project").Type(JourneyType.LeadGeneration).Basis(ResearchBasis.Assumption)
        .AddPersona("Nora", nora => nora.Primary().Headline("Founder without a developer").LookingFor("a partner who tells the truth about costs"))
        .AddChannel("Search engine", ChannelCategory.Search, ownership: ChannelOwnership.Earned)
        .AddChannel("Website", ChannelCategory.Website, ownership: ChannelOwnership.Owned)
        .AddChannel("Meeting", ChannelCategory.InPerson, ownership: ChannelOwnership.Owned)
        .AddChannel("E-mail", ChannelCategory.Email, ownership: ChannelOwnership.Owned)
        .AddDepartment("Marketing").AddDepartment("Sales").AddDepartment("Development")
        .EditStage("research", stage => stage.CustomerQuestions("What does an app cost?")
            .AddTouchpoint("Article about costs", touch => touch.On("Search engine").OwnedBy("Marketing").Feels(0, target: 1)))
        .EditStage("compare", stage => stage.CustomerQuestions("Who has built one like mine?")
            .AddTouchpoint("Portfolio", touch => touch.On("Website").OwnedBy("Marketing").Important(4).Feels(1, target: 1)))
        .EditStage("workshop", stage => stage.CustomerQuestions("Do they understand my idea?")
            .AddTouchpoint("Workshop", touch => touch.On("Meeting").OwnedBy("Development").Departments("Sales").Important(5).Feels(2, target: 2).MomentOfTruth("The idea becomes a plan")))
        .EditStage("quote", stage => stage.CustomerQuestions("What is not in the price?")
            .AddTouchpoint("Quote", touch => touch.On("E-mail").Interaction(TouchpointInitiator.Company).OwnedBy("Sales").Departments("Development").Important(5).Feels(-2, target: 0)
                .AddPainPoint("The quote names one sum and no parts", Severity.Major, affectedShare: 0.5)))
        .EditStage("sign", stage => stage.CustomerQuestions("When do we begin?")
            .AddTouchpoint("Contract", touch => touch.On("Meeting").OwnedBy("Sales").Important(5).Feels(1, target: 1)))
        .AddOpportunity("Quote in parts that can be left out", idea => idea
            .Answers("The quote names one sum and no parts").Touchpoints("Quote").OwnedBy("Sales").Impact(4).Confidence(0.8).Effort(2)));
}
