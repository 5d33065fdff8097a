using System.Globalization;
using System.Text.Json;
using CustomerJourney.Classification;
using CustomerJourney.Classification.Rules;
using CustomerJourney.Events;
using CustomerJourney.Tests.Support;

namespace CustomerJourney.Tests.Classification.RealData;

/// <summary>Offers received, viewed and completed. Figures: shared/data/facts/starbucks_offers.json.</summary>
public sealed class StarbucksOffersTests
{
    private static readonly Journey Offer = Journey.Create("Offer", map => map.AddStage("Received").AddStage("Viewed").AddStage("Completed"));

    /// <summary>A view counts at or after a receipt, a completion at or after such a view.</summary>
    [SharedFact("data", "starbucks_offers", "transcript.json.gz")]
    public void Persons_with_offers_move_from_receipt_to_view_to_completion_as_in_the_sheet()
    {
        JsonElement facts = FactSheet.Of("starbucks_offers").GetProperty("ordered_funnel_person_offer_not_earlier_ge");
        StageClassifier classifier = StageClassifier.Create(Offer, rules => rules
            .Enter("Received", whenEvent: "offer received")
            .EnterAfterSequence("Viewed", steps => steps.Then("offer received").Then("offer viewed"))
            .EnterAfterSequence("Completed", steps => steps.Then("offer received").Then("offer viewed").Then("offer completed")));
        StagedLog staged = classifier.Classify(new OfferTranscript().ByPersonAndOffer());
        Breakdown<StageSummaryResult> summary = staged.Measure(new StageSummary().By(Dimension.Attribute("type")));

        Assert.Equal([63_288L, 49_135, 21_372], CustomersOf(summary.Total));
        AssertSame(facts, summary, ["received", "viewed", "completed"]);
        CustomerStage[] pairs = [.. staged.Customers];
        FactSheet.AssertSame(facts.GetProperty("all").GetProperty("hours_received_to_viewed"), Between(pairs, "Received", "Viewed"), TimeSpan.FromHours(1));
        FactSheet.AssertSame(facts.GetProperty("all").GetProperty("hours_viewed_to_completed"), Between(pairs, "Viewed", "Completed"), TimeSpan.FromHours(1));
    }

    /// <summary>
    /// An offer is valid for some days, both ends included. "A view in the window, and a completion in the window at or after the first such view" is the sequence of the three steps whose last lies within the duration of
    /// its first: where a completion follows any view of the window, it follows the first one.
    /// </summary>
    [SharedFact("data", "starbucks_offers", "transcript.json.gz")]
    public void Receipts_are_viewed_and_completed_while_the_offer_is_valid_as_in_the_sheet()
    {
        OfferTranscript transcript = new();
        JsonElement facts = FactSheet.Of("starbucks_offers").GetProperty("per_receipt_within_validity_window");
        StageClassifier classifier = StageClassifier.Create(Offer, rules =>
        {
            rules.Enter("Received", whenEvent: "offer received");
            foreach (int days in transcript.Durations)
            {
                void Received(EventPatternBuilder step) => step.Event("offer received").With("duration", days.ToString(CultureInfo.InvariantCulture));
                TimeSpan valid = TimeSpan.FromDays(days);
                rules.EnterAfterSequence("Viewed", steps => steps.Then(Received).Then("offer viewed"), valid);
                rules.EnterAfterSequence("Completed", steps => steps.Then(Received).Then("offer viewed").Then("offer completed"), valid);
            }
        });
        Breakdown<StageSummaryResult> summary = classifier.Classify(transcript.ByReceipt()).Measure(new StageSummary().By(Dimension.Attribute("type")));

        Assert.Equal([3, 4, 5, 7, 10], transcript.Durations);
        Assert.Equal([76_277L, 56_895, 23_864], CustomersOf(summary.Total));
        AssertSame(facts, summary, ["received", "viewed_in_window", "completed_after_view_in_window"]);
    }

    private static void AssertSame(JsonElement facts, Breakdown<StageSummaryResult> summary, string[] steps)
    {
        Assert.Equal(steps.Select(step => facts.GetProperty("all").GetProperty(step).GetInt64()), CustomersOf(summary.Total));
        foreach (string type in new[] { "bogo", "discount", "informational" })
            Assert.Equal(steps.Select(step => facts.GetProperty(type).GetProperty(step).GetInt64()), CustomersOf(summary[type]));
    }

    private static IEnumerable<long> CustomersOf(StageSummaryResult summary) => summary.Stages.Select(row => row.Customers);

    private static IEnumerable<TimeSpan> Between(IEnumerable<CustomerStage> pairs, string before, string after) =>
        pairs.Where(pair => pair.Of(after).Visits > 0).Select(pair => pair.Of(after).FirstEntered!.Value - pair.Of(before).FirstEntered!.Value);
}
