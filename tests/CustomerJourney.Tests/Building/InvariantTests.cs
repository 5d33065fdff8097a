using CustomerJourney.StageModels;

namespace CustomerJourney.Tests.Building;

public class InvariantTests
{
    [Fact]
    public void All_invariants_of_a_map_are_checked_at_once()
    {
        JourneyDefinitionException error = Assert.Throws<JourneyDefinitionException>(() => Journey.Create("J", map => map
            .Type((JourneyType)9).Basis((ResearchBasis)9).Status((JourneyStatus)9).Version(0).CounterpartOf("j").PartOf("Not A Slug")
            .Dated(created: new(2026, 2, 1), updated: new(2026, 1, 1)).Reviewed(new(2026, 1, 1), everyDays: 0).Owner("", department: "Sales").Scope(trigger: "").StageModel(" ").Follows("Ann", "Ann")
            .AddPersona("Ann", ann => ann.LivesIn("my").Aged(30, 20).Demography(gender: "").Prefers("Web").BasedOn("Survey"))
            .AddPersona("Bob", bob => bob.Aged(-1, 121))
            .AddEvidence("Survey", EvidenceKind.Survey, sampleSize: 0)
            .AddEvidence("Survey", (EvidenceKind)99)
            .AddMetric("Money", MetricKind.Revenue, metric => metric.InMoney("euro").Range(2, 1).Observed(new(2026, 1, 2), double.NaN).Observed(new(2026, 1, 1), 1, sampleSize: 0).Observed(new(2026, 1, 1), 2))
            .AddStage("S", stage => stage.Covers((JourneyPhase.Need, 0.5), (JourneyPhase.Need, 0.4), (JourneyPhase.Use, 0)).Within(TimeSpan.FromDays(2), TimeSpan.FromDays(1)).DetailedIn("j").Departments("Sales")
                .AddTouchpoint("T", touch => touch.Engaging(6).Interaction((TouchpointInitiator)9).MomentOfTruth((MomentOfTruthKind)9).Claims("", "x").Within(TimeSpan.FromSeconds(-1)).For("Cy")
                    .Feels(0, sampleSize: 0, label: "").ObservedBy(new() { Event = "e", Conditions = [new() { Attribute = "a", Value = "1" }, new() { Attribute = "a", Value = "2" }, new() { Attribute = "channel", Value = "x" }] })
                    .AddPainPoint("P", Severity.Major, pain => pain.Category((PainPointCategory)99).For("Ann", "ann"))))
            .AddTransition("S", "T", (TransitionKind)9, when: "", share: 2)
            .AddOpportunity("O", idea => idea.Rated(11, -1).Reach(-1).Status((OpportunityStatus)9).Link(new Uri("ticket/7", UriKind.Relative)).Stages("T").Touchpoints("S").OwnedBy("Sales").Watching("Cash"))));
        Assert.Equal(
        [
            "journey \"J\": the type is 9; allowed are Custom, Purchase, LeadGeneration, Engagement, Retention, Service, EndToEnd",
            "journey \"J\": its counterpart is \"j\", which is this map itself; name another",
            "journey \"J\": the id of its parent is \"Not A Slug\"; allowed are lower-case letters a-z, digits and single hyphens between them, at most 64 characters",
            "journey \"J\": the basis is 9; allowed are Assumption, Mixed, Research",
            "journey \"J\": the status is 9; allowed are Draft, InReview, Published, Archived",
            "journey \"J\": the version is 0; allowed is 1 or more",
            "journey \"J\": it was created on 2026-02-01 and updated before, on 2026-01-01",
            "journey \"J\": the number of days between reviews is 0; allowed is 1 or more",
            "journey \"J\": the owner's name is blank; write something",
            "journey \"J\": there is no department \"Sales\"; the map has no departments",
            "journey \"J\": the trigger is blank; write something",
            "journey \"J\": the id of the stage model is blank; write something",
            "journey \"J\": persona \"Ann\" is named twice; once is enough",
            "stage \"S\": the phase Need is there twice; give it one weight",
            "stage \"S\": the weight of the phase Use is 0; allowed is more than 0 and at most 1",
            "stage \"S\": the weights of its phases sum to 0.9; they must sum to 1",
            "stage \"S\": the shortest expected duration 2.00:00:00 is longer than the longest, 1.00:00:00",
            "stage \"S\": there is no department \"Sales\"; the map has no departments",
            "stage \"S\": its sub-journey is \"j\", which is this map itself; name another",
            "touchpoint \"T\": the initiator is 9; allowed are Customer, Company, ThirdParty",
            "touchpoint \"T\", feeling 0: the label is blank; write something",
            "touchpoint \"T\", feeling 0: the sample size is 0; allowed is 1 or more",
            "touchpoint \"T\": the engagement is 6; allowed is 1 to 5",
            "touchpoint \"T\": the kind of the moment of truth is 9; allowed are Custom, Zero, First, Second, Third",
            "touchpoint \"T\": there is no persona \"Cy\"; known personas: \"Ann\", \"Bob\"",
            "touchpoint \"T\": the key of a claim is blank; write something",
            "touchpoint \"T\": the event \"e\" must have two values of the attribute \"a\"; bind it twice, once for each",
            "touchpoint \"T\": the event \"e\" is bound by an attribute called \"channel\"; name the channel of the log by itself",
            "touchpoint \"T\": the expected duration is -00:00:01; allowed are whole seconds, not negative",
            "pain point \"P\": the category is 99; allowed are Other, Friction, Delay, Information, Misalignment, Price, Emotion, Gap",
            "pain point \"P\": persona \"Ann\" is named twice; once is enough",
            "transition from \"S\" to \"T\": there is no stage \"T\"; known stages: \"S\"",
            "transition from \"S\" to \"T\": the kind is 9; allowed are Next, Skip, Return, Loop, Exit",
            "transition from \"S\" to \"T\": when it is taken is blank; write something",
            "transition from \"S\" to \"T\": the share is 2; allowed is 0 to 1",
            "persona \"Ann\": the country is \"my\"; allowed is an ISO 3166 code of two capital letters such as MY",
            "persona \"Ann\": the least age is 30 and the greatest 20; the least must not be greater",
            "persona \"Ann\": the gender is blank; write something",
            "persona \"Ann\": there is no channel \"Web\"; the map has no channels",
            "persona \"Ann\": several evidence are called \"Survey\"; name the id of the one that is meant: \"survey\", \"survey-2\"",
            "persona \"Bob\": the age is -1; allowed is 0 to 120",
            "persona \"Bob\": the age is 121; allowed is 0 to 120",
            "metric \"Money\": the currency is \"euro\"; allowed is an ISO 4217 code of three capital letters such as EUR",
            "metric \"Money\": its range is 2 to 1; the first must not be greater",
            "metric \"Money\", observed on 2026-01-01: the sample size is 0; allowed is 1 or more",
            "metric \"Money\", observed on 2026-01-01: there is another value of that day for everyone; one is allowed",
            "metric \"Money\", observed on 2026-01-02: the value is NaN; a number is needed",
            "evidence \"Survey\": the sample size is 0; allowed is 1 or more",
            "evidence \"Survey\": the type is 99; allowed are Other, Survey, Interview, Analytics, Crm, Review, Ticket, Observation, Document",
            "opportunity \"O\": the reach in a quarter is -1; allowed is 0 to 9007199254740991",
            "opportunity \"O\": the importance is 11; allowed is 0 to 10",
            "opportunity \"O\": the satisfaction is -1; allowed is 0 to 10",
            "opportunity \"O\": the status is 9; allowed are Idea, Planned, InProgress, Done, Rejected",
            "opportunity \"O\": there is no stage \"T\"; known stages: \"S\"",
            "opportunity \"O\": there is no touchpoint \"S\"; known touchpoints: \"T\"",
            "opportunity \"O\": there is no department \"Sales\"; the map has no departments",
            "opportunity \"O\": there is no metric \"Cash\"; known metrics: \"Money\"",
            "opportunity \"O\": the link is \"ticket/7\"; allowed is an absolute URI such as https://example.com/ticket/7",
        ],
        error.Problems);
    }

    [Fact]
    public void Observations_stand_in_order_of_date_however_they_were_given()
    {
        Journey map = Journey.Create("J", journey => journey.AddStage("S").AddMetric("M", MetricKind.Count, metric => metric.Observed(new(2026, 2, 1), 2).Observed(new(2026, 1, 1), 1)));
        Assert.Equal([1, 2], map.Metrics[0].Observations.Select(observation => observation.Value));
        string json = map.ToJson().Replace("2026-02-01", "2025-02-01", StringComparison.Ordinal);
        Assert.Equal([2, 1], Journey.Parse(json).Metrics[0].Observations.Select(observation => observation.Value));
    }

    [Theory]
    [InlineData(0.1, 0.2, 0.7)]
    [InlineData(0.3, 0.3, 0.4)]
    public void Weights_that_sum_to_1_in_decimals_are_taken(double first, double second, double third) =>
        Assert.Equal(3, Journey.Create("J", map => map.AddStage("S", stage => stage.Covers((JourneyPhase.Need, first), (JourneyPhase.Discover, second), (JourneyPhase.Engage, third)))).Stages[0].Phases.Count);

    [Fact]
    public void An_interaction_is_begun_by_someone_and_an_action_by_nobody()
    {
        Journey map = Journey.Create("J", journey => journey.AddStage("S", stage => stage
            .AddTouchpoint("a").AddTouchpoint("b", touch => touch.Action()).AddTouchpoint("c", touch => touch.Action().Interaction(TouchpointInitiator.ThirdParty))));
        Assert.Equal([TouchpointInitiator.Customer, null, TouchpointInitiator.ThirdParty], map.Touchpoints.Select(touch => touch.Initiator));
    }
}
