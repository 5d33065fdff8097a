using CustomerJourney.Classification;
using CustomerJourney.Classification.Explaining;
using CustomerJourney.Classification.Tracking;
using CustomerJourney.Events;
using CustomerJourney.Tests.Support;

namespace CustomerJourney.Tests.Classification.Explaining;

public class StageExplanationTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);

    private static readonly Journey Map = Journey.Create("Shop", map => map
        .AddStage("Awareness", stage => stage.AddTouchpoint("Ad", touch => touch.ObservedAs("ad_seen")))
        .AddStage("Consideration", stage => stage.AddTouchpoint("Product page", touch => touch.ObservedAs("product_viewed")))
        .AddStage("Purchase", stage => stage.AddTouchpoint("Basket", touch => touch.ObservedOn("web", "basket_filled")).AddTouchpoint("Payment", touch => touch.ObservedAs("order_paid")))
        .AddStage("Loyal", stage => stage.AddTouchpoint("Club"))
        .AddStage("Lapsed", stage => stage.AddTouchpoint("Letter")));

    private static readonly StageClassifier Classifier = StageClassifier.Create(Map, rules => rules
        .Enter("Consideration", "product_viewed", times: 3, within: TimeSpan.FromDays(7), name: "Looks around")
        .EnterOnTotal("Loyal", "order_paid", atLeast: 1000, currency: "EUR")
        .EnterAfterSequence("Loyal", steps => steps.Then("club_joined").Then("friend_invited").Without("club_left"), within: TimeSpan.FromDays(14))
        .EnterAfterSilence("Lapsed", "order_paid", TimeSpan.FromDays(90))
        .EnterFromHistory("crm:", ("vip", "Loyal"))
        .DormantAfter(TimeSpan.FromDays(30)));

    [Fact]
    public void The_text_of_a_customer_with_reasons_of_all_kinds()
    {
        JourneyLog log = JourneyLog.From(
        [
            Event("ad_seen", 0) with { Channel = "social\nmedia" },
            Event("order_paid", 1) with { Value = 600, Currency = "EUR", Id = "o-1" },
            Event("club_joined", 2),
            Event("order_paid", 3.25) with { Value = -50, Currency = "EUR", Id = "o-2" },
            Event("friend_invited", 4) with { Channel = "mail" },
            Event("order_paid", 5) with { Value = 500, Currency = "EUR", Id = "o-3" },
            Event("crm:vip", 6),
            Event("mail_opened", 7.5),
        ]);
        string texts = string.Join("\n---\n\n", Explain(CurrentStageRule.Latest).ToText(), Explain(CurrentStageRule.Furthest).ToText(), Explain(CurrentStageRule.RecencyWeighted).ToText(), Explain(CurrentStageRule.Latest).ToJson());
        Golden.Matches(texts, "Classification", "Explaining", "Golden", "explanation.txt");

        StageExplanation Explain(CurrentStageRule policy) =>
            StageClassifier.Create(Map, Classifier.Rules with { Current = policy }).Classify(log, Start.AddDays(policy == CurrentStageRule.Latest ? 40 : 100)).Explain("anna");
    }

    [Fact]
    public void Half_of_a_count_says_how_much_and_until_when()
    {
        JourneyLog log = JourneyLog.From([Event("ad_seen", 0), Event("product_seen", 1), Event("product_seen", 2), Event("club_joined", 2.5), Event("ad_seen", 3)]);
        StageExplanation explanation = StageClassifier.Create(Map, rules => rules
            .Enter("Consideration", "product_seen", times: 3, within: TimeSpan.FromDays(7))
            .EnterOnTotal("Loyal", "order_paid", atLeast: 1000, currency: "EUR")
            .EnterAfterSequence("Loyal", steps => steps.Then("club_joined").Then("friend_invited"), within: TimeSpan.FromDays(14))
            .EnterAfterSequence("Loyal", steps => steps.Then("bill_paid").Then("friend_invited"))
            .EnterAfterSilence("Lapsed", "ad_seen", TimeSpan.FromDays(90))
            .DormantAfter(TimeSpan.FromDays(30))).Classify(log).Explain("anna");
        Assert.Equal("Awareness", explanation.Stage?.Name);
        Assert.Equal(
            [
                "1 more \"product_seen\" by 2026-03-09 09:00 enters \"Consideration\": 2 of 3 within 7 days",
                "\"product_viewed\" enters \"Consideration\": touchpoint \"Product page\"",
                "\"basket_filled\" on channel \"web\" enters \"Purchase\": touchpoint \"Basket\"",
                "\"order_paid\" enters \"Purchase\": touchpoint \"Payment\"",
                "\"order_paid\" of 1000 EUR enters \"Loyal\": 0 of 1000 EUR in all",
                "\"friend_invited\" by 2026-03-17 21:00 enters \"Loyal\": 1 of 2 steps of \"club_joined\", then \"friend_invited\" within 14 days",
                "no \"ad_seen\" until 2026-06-02 09:00 enters \"Lapsed\": no \"ad_seen\" for 90 days",
                "\"bill_paid\", then \"friend_invited\" enters \"Loyal\": 0 of 2 steps of \"bill_paid\", then \"friend_invited\"",
                "any event before 2026-04-03 09:00 keeps the customer from becoming dormant: no event for 30 days",
            ],
            explanation.Missing.Select(missing => missing.Sentence));
        MissingEvidence count = explanation.Missing[0];
        Assert.Equal((2m, 3m, Start.AddDays(8), 1), (count.Have, count.Need, count.Until, count.Events.Single().Times));
    }

    [Fact]
    public void Of_a_sequence_the_events_on_whole_chains_are_listed()
    {
        StagedLog log = StageClassifier.Create(Map, rules => rules.EnterAfterSequence("Loyal", steps => steps.Then("a").Then("b").Then("c").Without("x"), within: TimeSpan.FromDays(10)))
            .Classify(JourneyLog.From("a b x c a b a b noise c a b x".Split(' ').Select((name, day) => Event(name, day))));
        StageReason reason = log.Explain("anna").Reasons.Single();
        Assert.Equal([4, 5, 6, 7, 9], reason.Evidence.Select(piece => piece.Position));

        StagedLog other = StageClassifier.Create(Map, log.Rules).Classify(JourneyLog.From("a b a c b".Split(' ').Select((name, day) => Event(name, day))));
        Assert.Equal([0, 1, 3], other.Explain("anna").Reasons.Single().Evidence.Select(piece => piece.Position));
    }

    /// <summary>A window that holds all events must not make each of them look at all others.</summary>
    [Fact(Timeout = 180_000)]
    public async Task A_customer_with_many_events_in_one_window_is_explained_in_time()
    {
        const int Count = 100_000;
        StagedLog log = StageClassifier.Create(Map, rules => rules.EnterAfterSequence("Loyal", steps => steps.Then("a").Then("b"), within: TimeSpan.FromDays(300)))
            .Classify(JourneyLog.From(Enumerable.Range(0, Count).Select(number => Event(number % 2 == 0 ? "a" : "b", number / 1000.0))));
        StageReason reason = (await Task.Run(() => log.Explain("anna"))).Reasons.Single();
        Assert.Equal((Count, Count / 2), (reason.Evidence.Count, reason.Held));
    }

    [Fact]
    public void What_is_missing_is_bounded_and_the_way_out_of_dormancy_is_among_it()
    {
        Journey map = Journey.Create("Map", map => map
            .AddStage("First", stage => stage.AddTouchpoint("Door", touch => touch.ObservedAs("come")))
            .AddStage("Second", stage =>
            {
                for (int room = 0; room < 30; room++) stage.AddTouchpoint($"Room {room}", touch => touch.ObservedAs($"room {room}"));
            }));
        StageExplanation explanation = StageClassifier.Create(map, rules => rules.DormantAfter(TimeSpan.FromDays(30))).Classify(JourneyLog.From([Event("come", 0)]), Start.AddDays(30)).Explain("anna");
        Assert.Equal(StageExplanation.MostMissing, explanation.Missing.Count);
        Assert.Equal("any event ends the dormancy", explanation.Missing[^1].Sentence);
        Assert.Equal(Start.AddDays(30), explanation.Customer.DormantSince);
    }

    [Fact]
    public void A_customer_in_no_stage_is_told_what_would_be_evidence()
    {
        StagedLog log = Classifier.Classify(JourneyLog.From([Event("mail_opened", 0)], [new() { Customer = "listed" }]));
        foreach (StageExplanation explanation in (StageExplanation[])[log.Explain("anna"), log.Explain("listed"), Classifier.Classify(JourneyLog.From([], [new() { Customer = "listed" }])).Explain("listed")])
        {
            Assert.Null(explanation.Stage);
            Assert.Equal(0, explanation.Score);
            Assert.Empty(explanation.Reasons);
            Assert.Equal("\"ad_seen\" enters \"Awareness\": touchpoint \"Ad\"", explanation.Missing[0].Sentence);
            Assert.Contains("\nThis would be evidence:\n- \"ad_seen\" enters", explanation.ToText(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_cut_that_took_the_evidence_away_says_so_and_others_explain()
    {
        StagedLog log = Classifier.Classify(JourneyLog.From([Event("product_viewed", 0), Event("order_paid", 1) with { Value = 1000, Currency = "EUR" }, Event("order_paid", 2) with { Value = 1, Currency = "EUR" }]));
        Assert.Equal("Loyal", log.Explain("anna").Stage?.Name);
        StagedLog late = log.Within(new TimeRange(Start.AddDays(1.5), Start.AddDays(9)));
        Assert.Equal("Loyal", late["anna"].Current?.Name);
        Assert.Contains("classify the cut by itself", Assert.Throws<InvalidOperationException>(() => late.Explain("anna")).Message, StringComparison.Ordinal);
        Assert.Equal("Purchase", Map.Classify(late).Explain("anna").Stage?.Name);
        Assert.Throws<KeyNotFoundException>(() => log.Explain("nobody"));

        // A silence that is complete at the very end of a span is not in it.
        StagedLog lapsed = Classifier.Classify(JourneyLog.From([Event("order_paid", 0)]), Start.AddDays(90));
        Assert.Equal("Lapsed", lapsed.Explain("anna").Stage?.Name);
        Assert.Equal("Purchase", lapsed.Within(new TimeRange(Start, Start.AddDays(90))).Explain("anna").Stage?.Name);
    }

    [Fact]
    public async Task Nothing_in_a_name_breaks_the_lines_of_the_text()
    {
        const string Hostile = "a\"\n1. <b>\u202Eb";
        Journey map = Journey.Create("Map", map => map.AddStage("First", stage => stage.AddTouchpoint(Hostile, touch => touch.ObservedAs(Hostile))));
        StageTracker tracker = StageClassifier.Create(map, rules => rules.Enter("First", Hostile, times: 2, name: Hostile)).Track();
        for (int day = 0; day < 2; day++) await tracker.TrackAsync(new JourneyEvent { Customer = Hostile, Event = Hostile, At = Start.AddDays(day), Channel = Hostile, Id = Hostile + day });
        string text = (await tracker.ExplainAsync(Hostile))!.ToText();
        Assert.DoesNotContain('\u202E', text);
        Assert.Equal(
            """
            Customer "a\"\n1. <b>\u202Eb" is in "First", the stage of the latest evidence, as of 2026-03-02 09:00 (times are UTC).
            """.Replace("\\\"", "\"", StringComparison.Ordinal), text.Split('\n')[0]);
        Assert.Equal(["", "   ", "1. ", "2. ", "Cus", "Sco", "Why"], text.Split('\n').Select(line => line[..Math.Min(3, line.Length)]).Distinct().Order(StringComparer.Ordinal));
        Assert.Null(await tracker.ExplainAsync("nobody"));
    }

    [Fact]
    public async Task A_tracker_tells_what_it_has_sealed()
    {
        StageTracker tracker = StageClassifier.Create(Map, rules => rules.HalfLife(TimeSpan.FromDays(1))).Track(new OtherStore(), new StageTrackerOptions { Lateness = TimeSpan.FromDays(1) });
        for (int day = 0; day < 40; day++) await tracker.TrackAsync(Event("ad_seen", day));
        StageExplanation explanation = (await tracker.ExplainAsync("anna", Start.AddDays(40)))!;
        Assert.Equal("Awareness", explanation.Stage?.Name);
        int listed = explanation.Reasons.Single().Evidence.Count;
        Assert.Equal(40 - listed, explanation.Sealed!.Events);
        Assert.Equal(Start.AddDays(40 - listed), explanation.Sealed.Before);
        // 2^-1 + … + 2^-40, in two parts.
        Assert.Equal(1, explanation.Score + explanation.Sealed.Weight, 1e-9);
        Assert.Contains($"Earlier evidence, sealed before {Start.AddDays(40 - listed):yyyy-MM-dd HH:mm}: {40 - listed} events, weight ", explanation.ToText(), StringComparison.Ordinal);
    }

    private static JourneyEvent Event(string name, double day, string? channel = null) => new() { Customer = "anna", Event = name, At = Start.AddDays(day), Channel = channel };

    /// <summary>A store that keeps documents only.</summary>
    private sealed class OtherStore : IStageStore
    {
        private readonly Dictionary<string, StageState> _states = [];

        public ValueTask<StageState?> FindAsync(string customer, CancellationToken cancellationToken = default) => new(_states.GetValueOrDefault(customer));

        public ValueTask<bool> TrySaveAsync(StageState state, CancellationToken cancellationToken = default)
        {
            _states[state.Customer] = state;
            return new(true);
        }

        public ValueTask<bool> RemoveAsync(string customer, CancellationToken cancellationToken) => new(_states.Remove(customer));
    }
}
