using CustomerJourney.Analytics;
using CustomerJourney.Classification;
using CustomerJourney.Events;
using CustomerJourney.Tests.Support;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerJourney.Tests.Classification;

public class RuledClassificationTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly Journey Map = Journey.Create("Shop", map => map
        .AddStage("Look", stage => stage.AddTouchpoint("Ad", touch => touch.ObservedAs("look")))
        .AddStage("Buy", stage => stage.AddTouchpoint("Payment", touch => touch.ObservedAs("buy")))
        .AddStage("Love", stage => stage.AddTouchpoint("Club"))
        .AddStage("Lapsed", stage => stage.AddTouchpoint("Letter")));

    private static readonly StageClassifier Classifier = StageClassifier.Create(Map, rules => rules
        .Enter("Love", "buy", times: 3, within: TimeSpan.FromDays(30))
        .EnterAfterSilence("Lapsed", "buy", TimeSpan.FromDays(90)));

    [Fact]
    public void Silence_is_complete_at_its_very_deadline_and_counts_as_of_then()
    {
        JourneyLog log = JourneyLog.From([Event("anna", "buy", 0), Event("anna", "look", 10)], [new() { Customer = "listed" }]);
        Assert.Equal("Look", Classifier.Classify(log)["anna"].Current?.Name);
        Assert.Equal("Look", Classifier.Classify(log, Start.AddDays(90).AddTicks(-1))["anna"].Current?.Name);
        StagedLog lapsed = Classifier.Classify(log, Start.AddDays(90));
        StageVisit visit = lapsed["anna"].Visits[^1];
        Assert.Equal(("Lapsed", Start.AddDays(90), true, 0, 2), (visit.Stage.Name, visit.Entered, visit.IsFromSilence, visit.Events, visit.SkippedStages));
        Assert.Equal(Start.AddDays(90), lapsed.Schema.ObservedUntil);
        Assert.Equal(Start.AddDays(90), lapsed["anna"].Of("lapsed").FirstEntered);
        Assert.Equal(["anna", "listed"], lapsed.CustomerIds);

        // A span ends before its end.
        Assert.Equal("Look", lapsed.Within(new TimeRange(Start, Start.AddDays(90)))["anna"].Current?.Name);
        Assert.Equal("Lapsed", lapsed.Within(new TimeRange(Start, Start.AddDays(90).AddTicks(1)))["anna"].Current?.Name);
    }

    [Fact]
    public void As_of_an_instant_only_what_happened_before_it_counts()
    {
        JourneyLog log = JourneyLog.From([Event("anna", "look", 0), Event("anna", "buy", 5), Event("ben", "look", 6)], [new() { Customer = "listed" }]);
        StagedLog before = Map.Classify(log, Start.AddDays(5)), after = Map.Classify(log, Start.AddDays(5).AddTicks(1));
        Assert.Equal(["anna", "listed"], before.CustomerIds);
        Assert.Equal(("Look", "Buy"), (before["anna"].Current!.Name, after["anna"].Current!.Name));
        Assert.Equal((1L, 1L), (before.Measure(new StageSummary()).WithoutStage, after.Measure(new StageSummary()).WithoutStage));
        Assert.Equal(0, Map.Classify(log, Start).EventCount);
        Assert.Equal(Start.AddDays(5), before.Schema.ObservedUntil);
    }

    [Fact]
    public void An_order_stays_at_its_touchpoint_when_a_rule_says_the_stage()
    {
        StagedLog log = Classifier.Classify(JourneyLog.From([Event("anna", "buy", 0), Event("anna", "buy", 1), Event("anna", "buy", 2)]));
        Assert.Equal(["Buy", "Love"], log["anna"].Visits.Select(visit => visit.Stage.Name));
        Assert.Equal([0, 3, 0, 0, 0], log.SplitBy(Dimension.Touchpoint).Select(part => (int)part.Log.EventCount));
    }

    [Fact]
    public void Events_that_a_rule_names_are_known_whether_it_holds_or_not()
    {
        StageClassifier classifier = StageClassifier.Create(Map, rules => rules.Enter("Love", "recommend", times: 2));
        StagedLog log = classifier.Classify(JourneyLog.From([Event("anna", "recommend", 0), Event("anna", "noise", 1)]));
        Assert.Equal([("noise", 1L)], log.Quality.UnknownEventNames.Select(name => (name.Name, name.Count)));
        Assert.Equal([("noise", 1L)], log.CheckQuality().UnknownEventNames.Select(name => (name.Name, name.Count)));
    }

    [Fact]
    public void Conditions_on_attributes_choose_the_touchpoint_and_survive_cuts()
    {
        Journey map = Journey.Create("Conditions", builder => builder
            .AddStage("Free", stage => stage.AddTouchpoint("Free plan", touch => touch.ObservedAs("used")))
            .AddStage("Paid", stage => stage.AddTouchpoint("Paid plan", touch => touch.ObservedBy(new() { Event = "used", Conditions = [new() { Attribute = "plan", Value = "pro" }] }))));
        StagedLog log = map.Classify(JourneyLog.From([Event("anna", "used", 0), Event("anna", "used", 1) with { Attributes = new Dictionary<string, string> { ["plan"] = "pro" } }]));
        Assert.Equal(["Free", "Paid"], log["anna"].Visits.Select(visit => visit.Stage.Name));
        foreach (StagedLog same in (StagedLog[])[log, log.LabelFirst("used", "first used"), log.Pseudonymize(new byte[32], attributes: ["plan"]), log.Within(log.Range!.Value)])
            Assert.Equal([1, 1, 0], same.SplitBy(Dimension.Touchpoint).Select(part => (int)part.Log.EventCount));
    }

    [Fact]
    public void Appending_keeps_the_rules()
    {
        StagedLog log = Classifier.Classify(JourneyLog.From([Event("anna", "buy", 0)])).Append(JourneyLog.From([Event("anna", "look", 100)]));
        Assert.Equal(["Buy", "Lapsed", "Look"], log["anna"].Visits.Select(visit => visit.Stage.Name));
        Assert.Same(Classifier.Rules, log.Rules);
    }

    [Fact]
    public void Rows_of_the_summary_are_what_the_customers_say_and_parts_add_up() => Prop.ForAll(RuledLogs.Rules, LogGenerator.Events, (rules, events) =>
    {
        StagedLog log = StageClassifier.Create(RuledLogs.Shop, rules).Classify(JourneyLog.From(events, [new() { Customer = "never" }]), LogGenerator.Start.AddDays(9));
        StageSummary question = new();
        StageSummaryResult summary = log.Measure(question);
        CustomerStage[] customers = [.. log.Customers];
        Assert.Equal(customers.Length, summary.Stages.Sum(row => row.Current) + summary.WithoutStage);
        Assert.Equal(customers.Count(customer => customer.IsDormant), summary.Stages.Sum(row => row.Dormant) + summary.DormantWithoutStage);
        Assert.Equal(rules.DormantAfter is not null, summary.ToTable().Columns.Any(column => column.Name == "Of these dormant"));
        foreach (StageSummaryRow row in summary.Stages)
        {
            Assert.Equal(customers.Count(customer => customer.Current?.Name == row.Stage), row.Current);
            Assert.Equal(customers.Count(customer => customer.Current?.Name == row.Stage && customer.IsDormant), row.Dormant);
            Assert.Equal(customers.Count(customer => customer.Furthest?.Name == row.Stage), row.Furthest);
            Assert.Equal(customers.Sum(customer => customer.Of(row.Stage).Visits), row.Visits);
            Assert.Equal(customers.Count(customer => customer.Of(row.Stage).Visits > 0), row.Customers);
            Assert.Equal(customers.Count(customer => customer.Of(row.Stage).Visits > 1), row.Returned);
            Assert.Equal(customers.Count(customer => customer.Of(row.Stage).IsSkipped), row.Skipped);
        }

        PartialResult<StageSummaryResult> parts = log.WithoutCustomers(["a"]).MeasurePart(question).Merge(
            PartialResult<StageSummaryResult>.FromBytes(question, log.Where(trace => log.CustomerIds[trace.Customer] == "a").MeasurePart(question).ToBytes()));
        Assert.Equal(summary.ToTable().Rows, parts.ToResult().ToTable().Rows);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Silence_is_a_step_of_a_funnel_of_stages()
    {
        StagedLog log = Classifier.Classify(
            JourneyLog.From([Event("anna", "buy", 0), Event("anna", "look", 95), Event("ben", "buy", 0), Event("ben", "buy", 80), Event("clara", "buy", 0), Event("clara", "buy", 100)]), Start.AddDays(120));
        FunnelResult result = log.Measure(new Funnel(Step.Stage("Buy"), Step.Stage("Lapsed"), Step.Stage("Look")));
        Assert.Equal([3, 2, 1], result.Steps.Select(step => (int)step.Reached));
        Assert.Equal(TimeSpan.FromDays(95), result.MedianTime);
        Assert.Equal([3, 0], log.Measure(new Funnel(Step.Stage("Buy"), Step.Stage("Lapsed").On("web"))).Steps.Select(step => (int)step.Reached));
    }

    [Fact]
    public void A_stage_of_a_customer_is_found_by_id_and_by_name()
    {
        Journey map = Journey.Create("Map", builder => builder
            .AddStage("Wait", stage => stage.AddTouchpoint("A", touch => touch.ObservedAs("a")))
            .AddStage("Wait", stage => stage.AddTouchpoint("B", touch => touch.ObservedAs("b")))
            .AddStage("Go", stage => stage.AddTouchpoint("C", touch => touch.ObservedAs("c"))));
        CustomerStage customer = map.Classify(JourneyLog.From([Event("anna", "b", 1), Event("anna", "c", 2), Event("anna", "b", 3)]))["anna"];
        StageRecord record = customer.Of(map.Stages[1].Id);
        Assert.Equal((2, Start.AddDays(1), Start.AddDays(3), Start.AddDays(2), TimeSpan.FromDays(1)), (record.Visits, record.FirstEntered, record.LatestEntered, record.LatestExited, record.CumulativeTime));
        Assert.Equal(1, customer.Of("Go").Visits);
        Assert.StartsWith("Several stages of the map are called 'Wait'", Assert.Throws<KeyNotFoundException>(() => customer.Of("Wait")).Message, StringComparison.Ordinal);
        Assert.Equal("The map has no stage 'go!'; it has 'Wait', 'Wait', 'Go'.", Assert.Throws<KeyNotFoundException>(() => customer.Of("go!")).Message);
        Assert.Equal(customer, map.Classify(JourneyLog.From([Event("anna", "b", 1), Event("anna", "c", 2), Event("anna", "b", 3)]))["anna"]);
    }

    [Fact]
    public void Rules_alone_are_enough_and_a_map_without_evidence_and_rules_is_refused()
    {
        Journey bare = Journey.Create("Bare", map => map.AddStage("Only", stage => stage.AddTouchpoint("A")));
        Assert.Equal("Only", StageClassifier.Create(bare, rules => rules.Enter("Only", "x")).Classify(JourneyLog.From([Event("anna", "x", 0)]))["anna"].Current?.Name);
        Assert.Contains("no touchpoint of the journey 'Bare' names an event", Assert.Throws<JourneyDefinitionException>(() => StageClassifier.Create(bare)).Message, StringComparison.Ordinal);
        Assert.Throws<JourneyDefinitionException>(() => StageClassifier.Create(bare, rules => rules.Enter("Gone", "x")));
    }

    private static JourneyEvent Event(string customer, string name, int day) => new() { Customer = customer, Event = name, At = Start.AddDays(day) };
}
