using CustomerJourney.Classification;
using CustomerJourney.Events;
using CustomerJourney.IO;
using CustomerJourney.Metrics;
using CustomerJourney.Tests.IO;

namespace CustomerJourney.Tests.Classification;

/// <summary>Histories of CRM systems, read with their ready mappings, with events of a product and answers to surveys in one log.</summary>
public class CrmHistoryTests
{
    private static readonly Journey Map = Journey.Create("Customers", map => map
        .AddStage("Interest", stage => stage.AddTouchpoint("Site", touch => touch.ObservedAs("page_viewed")))
        .AddStage("Evaluation", stage => stage.AddTouchpoint("Trial", touch => touch.ObservedAs("trial_started")))
        .AddStage("Customer", stage => stage.AddTouchpoint("Product", touch => touch.ObservedAs("signed_in")))
        .AddStage("Advocacy", stage => stage.AddTouchpoint("Review")));

    [Fact]
    public async Task HubSpot_lifecycle_stages_product_events_and_answers_make_one_journey()
    {
        JourneyLog stated = await Exports.JsonAsync("hubspot-contacts-history.json", EventMappings.HubSpotLifecycleHistory);
        JourneyLog deals = await Exports.JsonAsync("hubspot-deals-history.json", EventMappings.HubSpotDealStageHistory with { Customer = "^.associations.contacts.results[0].id" });
        JourneyLog product = JourneyLog.From(
        [
            Event("51", "page_viewed", 12), Event("51", "trial_started", 14), Event("51", "signed_in", 21), Event("51", "survey", 25) with { Feedback = new Feedback(FeedbackKind.Nps, 10, null, null) },
            Event("52", "trial_started", 5), Event("52", "survey", 6) with { Feedback = new Feedback(FeedbackKind.Nps, 3, null, null) },
        ]);
        StagedLog log = StageClassifier.Create(Map, rules => rules
            .EnterFromHistory("stage:", ("subscriber", "Interest"), ("lead", "Interest"), ("opportunity", "Evaluation"), ("appointmentscheduled", "Evaluation"), ("closedwon", "Customer"))
            .Enter("Advocacy", when => when.Event("survey").WithScore(FeedbackKind.Nps, minimum: 9))).Classify(JourneyLog.Merge(stated, deals, product));

        CustomerStage anna = log["51"];
        Assert.Equal(
            [("Interest", 1), ("Evaluation", 5), ("Interest", 12), ("Evaluation", 14), ("Customer", 15), ("Advocacy", 25)],
            anna.Visits.Select(visit => (visit.Stage.Name, visit.Entered.Day)));
        Assert.Equal((15, 15, 3), (anna.Of("Customer").FirstEntered!.Value.Day, anna.Of("Customer").LatestEntered!.Value.Day, (int)anna.Of("Customer").Events));
        Assert.Equal(("Advocacy", "Advocacy"), (anna.Current!.Name, anna.Furthest!.Name));
        Assert.Equal([("Interest", 2), ("Evaluation", 5)], log["52"].Visits.Select(visit => (visit.Stage.Name, visit.Entered.Day)));
        // The answer of somebody who is in an evaluation is one of that stage; the rule put the other one into hers.
        Assert.Equal([0, 1, 0, 1, 0], log.Measure(new Nps().By(Dimension.Stage)).Select(row => row.Result.Responses));
        Assert.Equal(0, log.UnknownEventCount);
    }

    [Fact]
    public async Task Salesforce_opportunities_are_in_the_stage_that_their_history_states()
    {
        JourneyLog history = await Exports.CsvAsync("salesforce-opportunity-history.csv", EventMappings.SalesforceOpportunityHistory with { EventPrefix = "stage:" });
        JourneyLog visits = JourneyLog.From([Event("0065g00000X1", "page_viewed", 4), Event("0065g00000X2", "trial_started", 8)]);
        StagedLog log = StageClassifier.Create(Map, rules => rules
            .EnterFromHistory("stage:", ("Prospecting", "Interest"), ("Negotiation/Review", "Evaluation"), ("Closed Won", "Customer"))).Classify(history.Append(visits));
        Assert.Equal([("Interest", 2), ("Evaluation", 20), ("Customer", 1)], log["0065g00000X1"].Visits.Select(visit => (visit.Stage.Name, visit.Entered.Day)));
        Assert.Equal(2, log["0065g00000X1"].Of("Interest").Events);
        Assert.Equal([("Interest", 5), ("Evaluation", 8)], log["0065g00000X2"].Visits.Select(visit => (visit.Stage.Name, visit.Entered.Day)));
    }

    [Fact]
    public async Task Where_only_the_present_stage_is_known_the_visit_says_so()
    {
        JourneyLog log = await Exports.JsonAsync("dynamics-process-flow.json", EventMappings.DynamicsProcessFlow);
        StagedLog staged = StageClassifier.Create(Map, rules => rules.EnterFromHistory("stage:", ("Develop", "Customer"))).Classify(log);
        StageVisit visit = Assert.Single(staged["o1"].Visits);
        Assert.Equal(("Customer", 2, true), (visit.Stage.Name, visit.SkippedStages, visit.EarlierStagesAreUnknown));
    }

    private static JourneyEvent Event(string customer, string name, int day) =>
        new() { Customer = customer, Event = name, At = new DateTimeOffset(2026, 3, day, 18, 0, 0, TimeSpan.Zero) };
}
