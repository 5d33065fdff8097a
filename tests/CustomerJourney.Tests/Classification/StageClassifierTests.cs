using CustomerJourney.Classification;
using CustomerJourney.Events;
using CustomerJourney.Metrics;
using CustomerJourney.Tests.Support;

namespace CustomerJourney.Tests.Classification;

public class StageClassifierTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Evidence_gives_events_their_stage_and_unknown_events_change_nothing()
    {
        StagedLog log = Classify(Event("open", 0), Event("noise", 1), Event("buy", 2), Event("noise", 3), Event("answer", 4));
        Assert.Equal(["Look", "-", "Buy", "-", "Use"], StagesOf(log));
        Assert.Equal(["Look", "Buy", "Use"], log["c"].Visits.Select(visit => visit.Stage.Name));
    }

    [Fact]
    public void Evidence_on_a_named_channel_goes_before_evidence_on_any()
    {
        Journey map = Journey.Create("Map", builder => builder
            .AddStage("Web", stage => stage.AddTouchpoint("Any", touch => touch.ObservedAs("pay")))
            .AddStage("App", stage => stage.AddTouchpoint("App", touch => touch.ObservedOn("app", "pay")))
            .AddStage("Shop", stage => stage.AddTouchpoint("Till", touch => touch.ObservedOn("till", "pay", "bonus"))));
        StagedLog log = map.Classify(JourneyLog.From(
        [
            Event("pay", 0), Event("pay", 1) with { Channel = "app" }, Event("pay", 2) with { Channel = "till" }, Event("pay", 3) with { Channel = "fax" },
            Event("bonus", 4), Event("bonus", 5) with { Channel = "app" }, Event("bonus", 6) with { Channel = "till" },
        ]));
        Assert.Equal(["Web", "App", "Shop", "Web", "-", "-", "Shop"], StagesOf(log));
        Assert.Equal(2, log.UnknownEventCount);
    }

    [Fact]
    public void An_event_of_several_stages_stands_for_the_current_then_the_next_later_then_the_nearest_earlier_one()
    {
        Journey map = Journey.Create("Map", builder =>
        {
            // "x" is evidence for the stages 1, 3 and 5; each stage n has its own event "n".
            for (int stage = 0; stage < 7; stage++)
            {
                string name = $"{stage}";
                bool shared = stage is 1 or 3 or 5;
                builder.AddStage(name, one => one.AddTouchpoint($"T{name}", touch => touch.ObservedAs(shared ? [name, "x"] : [name])));
            }
        });
        Assert.Equal("1", After("x"));
        Assert.Equal(["1", "1", "3", "3", "5", "5", "5"], Enumerable.Range(0, 7).Select(stage => After($"{stage}", "x")));
        Assert.Equal("5", After("6", "x", "x"));
        Assert.Equal("3", After("2", "x", "noise", "x"));

        string After(params string[] names) => StagesOf(map.Classify(JourneyLog.From(names.Select(Event))))[^1];
    }

    [Fact]
    public void Unknown_events_are_counted_and_named()
    {
        StagedLog log = Classify(Event("noise", 0), Event("zoë", 1), Event("noise", 2), Event("open", 3), Event("a new one", 4));
        Assert.Equal(4, log.UnknownEventCount);
        Assert.Equal([("noise", 2L), ("a new one", 1L), ("zoë", 1L)], log.Quality.UnknownEventNames.Select(name => (name.Name, name.Count)));
        Assert.Equal(5, log.Quality.RowsRead);
        Assert.Null(JourneyLog.From([]).Quality.UnknownEvents);
    }

    [Fact]
    public void An_answer_belongs_to_what_it_is_about_then_to_its_event_then_to_the_stage_before()
    {
        StagedLog log = Classify(
            Answer("survey", 0),
            Event("open", 1),
            Answer("survey", 2),
            Answer("survey", 3) with { Feedback = new(FeedbackKind.Nps, 9, null, "Help desk") },
            Answer("buy", 4),
            Answer("buy", 5) with { Feedback = new(FeedbackKind.Nps, 9, null, "help-desk") },
            Answer("survey", 6) with { Feedback = new(FeedbackKind.Nps, 9, null, "Gone") });
        Assert.Equal(["-", "Look", "Use", "Buy", "Use", "Buy"], AnswerStagesOf(log));
        Assert.Equal(1, log.Quality.UnknownTouchpoints);
        Nps all = new() { Counting = AnswerCounting.All };
        Assert.Equal([("Front page", 0), ("Question before", 0), ("Basket", 1), ("App store", 0), ("Help desk", 2), ("Unassigned", 3)], log.Measure(all.By(Dimension.Touchpoint)).Select(row => (row.Group, (int)row.Result.Responses)));
        Assert.Equal([1, 2, 2, 1], log.Measure(all.By(Dimension.Stage)).Select(row => row.Result.Responses));
        // An answer about a known touchpoint is not unknown, whatever its event is called: three surveys are.
        Assert.Equal([("survey", 3L)], log.Quality.UnknownEventNames.Select(name => (name.Name, name.Count)));
        Assert.Equal(3, log.UnknownEventCount);
    }

    [Fact]
    public void Visits_tell_when_they_began_and_ended_and_how_they_moved()
    {
        StagedLog log = Classify(
            Event("answer", 3) with { StartedAt = Noon.AddHours(2) },
            Event("open", 4), Event("noise", 5), Event("open", 6), Event("answer", 7));
        Assert.Equal(
            [
                ("Use", 2, 4, 1, false, 2, false),
                ("Look", 4, 7, 2, false, 0, true),
                ("Use", 7, -1, 1, true, 1, false),
            ],
            log["c"].Visits.Select(visit => (
                visit.Stage.Name, Hour(visit.Entered), visit.Exited is { } exit ? Hour(exit) : -1, visit.Events, visit.IsReturn, visit.SkippedStages, visit.IsBackward)));
        Assert.Equal([TimeSpan.FromHours(2), TimeSpan.FromHours(3), null], log["c"].Visits.Select(visit => visit.Duration));
        Assert.Equal(("Use", "Use"), (log["c"].Current!.Name, log["c"].Furthest!.Name));

        static int Hour(DateTimeOffset time) => (int)(time - Noon).TotalHours;
    }

    [Fact]
    public void A_customer_without_evidence_is_in_no_stage()
    {
        StagedLog log = LogGenerator.Shop.Classify(JourneyLog.From([Event("noise", 0)], [new() { Customer = "never" }]));
        Assert.Equal(["c", "never"], log.Customers.Select(customer => customer.Customer));
        Assert.All(log.Customers, customer =>
        {
            Assert.Null(customer.Current);
            Assert.Null(customer.Furthest);
            Assert.Null(customer.Persona);
            Assert.Empty(customer.Visits);
        });
        Assert.Equal("The log has no customer 'C'.", Assert.Throws<KeyNotFoundException>(() => log["C"]).Message);
    }

    [Fact]
    public void The_current_stage_is_the_latest_and_the_furthest_the_last_of_the_map()
    {
        CustomerStage customer = Classify(Event("open", 0), Event("answer", 1), Event("buy", 2), Event("noise", 3))["c"];
        Assert.Equal(("Buy", "Use"), (customer.Current!.Name, customer.Furthest!.Name));
        Breakdown<NpsResult> current = Classify(Event("open", 0), Event("buy", 2), Answer("survey", 3)).Measure(new Nps().By(Dimension.CurrentStage));
        Assert.Equal(1, current["Buy"].Responses);
    }

    [Fact]
    public void A_persona_comes_from_the_attribute_then_from_the_first_rule_that_holds()
    {
        StagedLog log = LogGenerator.Shop.Classify(JourneyLog.From([], [
            Profile("by name", ("persona", "Pro"), ("segment", "family")),
            Profile("by id", ("persona", "family"), ("plan", "pro")),
            Profile("unknown name", ("persona", "Stranger"), ("plan", "team")),
            Profile("first rule", ("segment", "family"), ("plan", "pro")),
            Profile("second rule", ("segment", "single"), ("plan", "pro")),
            Profile("none", ("segment", "single"), ("plan", "free")),
            Profile("nothing")]));
        Assert.Equal(
            [("by id", "Family"), ("by name", "Pro"), ("first rule", "Family"), ("none", null), ("nothing", null), ("second rule", "Pro"), ("unknown name", "Pro")],
            log.Customers.Select(customer => (customer.Customer, customer.Persona?.Name)));
        Assert.Equal(["first rule", "by id"], new[] { "first rule", "by id" }.Intersect(log.Where(Dimension.Persona, "Family").CustomerIds));
        Assert.Equal(["none", "nothing"], log.Where(Dimension.Persona, "Unassigned").CustomerIds);
    }

    [Fact]
    public void Rules_about_attributes_that_the_log_does_not_have_assign_nobody() =>
        Assert.Null(Classify(Event("open", 0))["c"].Persona);

    [Fact]
    public void A_map_without_evidence_is_refused()
    {
        Journey map = Journey.Create("Bare", builder => builder.AddStage("One", stage => stage.AddTouchpoint("Touch")));
        Assert.Contains("ObservedAs", Assert.Throws<JourneyDefinitionException>(() => StageClassifier.Create(map)).Message, StringComparison.Ordinal);
        Assert.Throws<JourneyDefinitionException>(() => map.Classify(JourneyLog.From([])));
        Assert.Throws<ArgumentNullException>("journey", () => StageClassifier.Create(null!));
        Assert.Throws<ArgumentNullException>("log", () => LogGenerator.Shop.Classify(null!));
    }

    [Fact]
    public void An_empty_log_is_classified()
    {
        StagedLog log = Classify();
        Assert.Empty(log.Customers);
        Assert.Equal((0L, 4), (log.UnknownEventCount, log.Measure(new Nps().By(Dimension.Stage)).Count));
        Assert.Equal(["Look", "Buy", "Use"], log.Schema.Stages);
        Assert.Equal([0, 1, 2, -1], new[] { "Look", "buy", "Use", "look " }.Select(log.Schema.StageCode));
    }

    [Fact]
    public void A_log_can_be_classified_again_with_another_map()
    {
        StagedLog first = Classify(Event("open", 0), Answer("zoë", 1));
        Journey other = Journey.Create("Other", map => map.AddStage("Only", stage => stage.AddTouchpoint("Zoo", touch => touch.ObservedAs("zoë"))));
        StagedLog second = other.Classify(first);
        Assert.Equal(["-", "Only"], StagesOf(second));
        Assert.Equal(["Only"], AnswerStagesOf(second));
        Assert.Equal(["Look", "-"], StagesOf(first));
        Assert.Equal((1L, 1L), (first.UnknownEventCount, second.UnknownEventCount));
        Assert.Same(other, second.Journey);
    }

    [Fact]
    public void The_largest_map_keeps_its_last_stage_apart_from_no_stage()
    {
        Journey map = Journey.Create("Large", builder =>
        {
            for (int stage = 0; stage < 254; stage++)
            {
                string name = $"s{stage}";
                builder.AddStage(name, one => one.AddTouchpoint($"t{name}", touch => touch.ObservedAs(name)));
            }
        });
        StagedLog log = map.Classify(JourneyLog.From([Event("s253", 0), Event("s0", 1), Event("other", 2), Answer("s253", 3)]));
        Assert.Equal(["s253", "s0", "-", "s253"], StagesOf(log));
        Assert.Equal(1, log.Measure(new Nps().By(Dimension.Stage))["s253"].Responses);
        Assert.Equal(253, log["c"].Visits[0].SkippedStages);
    }

    private static StagedLog Classify(params JourneyEvent[] events) => LogGenerator.Shop.Classify(JourneyLog.From(events));

    private static JourneyEvent Event(string name, int hour) => new() { Customer = "c", Event = name, At = Noon.AddHours(hour) };

    private static JourneyEvent Answer(string name, int hour) => Event(name, hour) with { Feedback = new(FeedbackKind.Nps, 9) };

    private static CustomerProfile Profile(string customer, params (string Name, string Value)[] attributes) =>
        new() { Customer = customer, Attributes = attributes.ToDictionary(pair => pair.Name, pair => pair.Value) };

    private static string[] StagesOf(StagedLog log) => [.. log.Columns.Stages!.Select(stage => NameOf(log, stage))];

    private static string[] AnswerStagesOf(StagedLog log) => [.. log.Columns.Feedback!.Stages!.Select(stage => NameOf(log, stage))];

    private static string NameOf(StagedLog log, byte stage) => stage == LogSchema.NoStage ? "-" : log.Schema.Stages[stage];
}
