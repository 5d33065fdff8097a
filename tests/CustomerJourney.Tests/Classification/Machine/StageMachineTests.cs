using System.Globalization;
using CustomerJourney.Classification.Machine;
using CustomerJourney.Classification.Rules;
using CustomerJourney.Events;

namespace CustomerJourney.Tests.Classification.Machine;

public class StageMachineTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly Journey Shop = Journey.Create("Shop", map => map
        .AddStage("Look", stage => stage.AddTouchpoint("Page", touch => touch.ObservedAs("view")))
        .AddStage("Try", stage => stage.AddTouchpoint("Trial", touch => touch.ObservedAs("trial")))
        .AddStage("Own", stage => stage.AddTouchpoint("Order", touch => touch.ObservedAs("order")))
        .AddStage("Lapsed"));

    private static EventPattern Of(string? name) => new() { Event = name };

    [Fact]
    public void Three_views_within_seven_days_are_a_trial_and_the_seventh_day_counts() => Says(
        "0 Look, 6 Look, 7 Try, 14 Look, 14 Try, 22 Look",
        Rules(new CountRule { Stage = "Try", When = Of("view"), Times = 3, Within = TimeSpan.FromDays(7) }),
        (0, "view"), (6, "view"), (7, "view"), (14, "view"), (14, "view"), (22, "view"));

    [Fact]
    public void A_count_without_a_window_holds_from_then_on() => Says(
        "0 Look, 500 Own, 900 Own",
        Rules(new CountRule { Stage = "Own", When = Of("view"), Times = 2 }),
        (0, "view"), (500, "view"), (900, "view"));

    [Fact]
    public void The_first_rule_that_holds_decides_and_the_others_count_all_the_same() => Says(
        "0 Own, 1 Own, 2 Own, 3 Try",
        Rules(
            new CountRule { Stage = "Own", When = new() { Event = "view", Channel = "store" } },
            new CountRule { Stage = "Try", When = Of("view"), Times = 4 }),
        [At(0, "view", channel: "store"), At(1, "view", channel: "store"), At(2, "view", channel: "store"), At(3, "view")]);

    [Fact]
    public void Orders_add_up_in_one_currency_and_refunds_are_taken_off() => Says(
        "0 Look, 1 Look, 2 Look, 3 Own, 4 Look, 5 Own",
        Rules(new TotalValueRule { Stage = "Own", When = Of("view"), AtLeast = 100, Currency = "EUR" }),
        [At(0, "view", 60, "EUR"), At(1, "view", 60, "USD"), At(2, "view", 39.9999m, "EUR"), At(3, "view", 0.0001m, "EUR"), At(4, "view", -0.0001m, "EUR"), At(5, "view", 1, "EUR")]);

    [Fact]
    public void A_total_stays_exact_beyond_64_bits() => Says(
        "0 Look, 1 Own, 2 Look",
        Rules(new TotalValueRule { Stage = "Own", When = Of("view"), AtLeast = 1_844_674_407_370_954m }),
        [At(0, "view", 922_337_203_685_477m), At(1, "view", 922_337_203_685_477m), At(2, "view", -0.0001m)]);

    [Fact]
    public void A_sequence_goes_by_the_latest_first_step_and_its_window_is_inclusive() => Says(
        "0 none, 5 none, 15 Own, 16 none",
        Rules(new SequenceRule { Stage = "Own", Steps = [Of("start"), Of("finish")], Within = TimeSpan.FromDays(10) }),
        (0, "start"), (5, "start"), (15, "finish"), (16, "finish"));

    [Fact]
    public void An_event_that_must_not_lie_between_ends_the_sequence_and_a_new_first_step_begins_another() => Says(
        "0 none, 1 none, 2 none, 3 none, 4 Own",
        Rules(new SequenceRule { Stage = "Own", Steps = [Of("start"), Of("finish")], Without = [Of("cancel")] }),
        (0, "start"), (1, "cancel"), (2, "finish"), (3, "start"), (4, "finish"));

    [Fact]
    public void One_event_is_not_two_steps_of_a_sequence() => Says(
        "0 none, 1 none, 2 Own, 3 Own",
        Rules(new SequenceRule { Stage = "Own", Steps = [Of("ask"), Of("ask"), Of("ask")] }),
        (0, "ask"), (1, "ask"), (2, "ask"), (3, "ask"));

    [Fact]
    public void Steps_of_which_nothing_may_lie_between_follow_each_other_directly() => Says(
        "0 none, 1 Look, 2 none, 3 none, 4 Own",
        Rules(new SequenceRule { Stage = "Own", Steps = [Of("start"), Of("finish")], Without = [Of(null)] }),
        (0, "start"), (1, "view"), (2, "finish"), (3, "start"), (4, "finish"));

    [Fact]
    public void Ninety_days_without_an_order_are_a_lapse_once_and_before_what_begins_then() => Says(
        "0 Look, 1 Own, 50 Look, 91 silence Lapsed, 91 Own, 181 silence Lapsed",
        Rules(new SilenceRule { Stage = "Lapsed", Of = Of("order"), Silence = TimeSpan.FromDays(90) }),
        (0, "view"), (1, "order"), (50, "view"), (91, "order"));

    [Fact]
    public void Silences_act_in_the_order_of_time_then_of_the_rules_and_dormancy_last() => Says(
        "0 Own, 10 silence Try, 20 silence Look, 20 silence Lapsed, 20 dormant, 30 Own, 40 silence Try, 50 silence Look, 50 silence Lapsed, 50 dormant",
        Rules(
            new SilenceRule { Stage = "Look", Of = Of("order"), Silence = TimeSpan.FromDays(20) },
            new SilenceRule { Stage = "Lapsed", Of = Of(null), Silence = TimeSpan.FromDays(20) },
            new SilenceRule { Stage = "Try", Of = Of("order"), Silence = TimeSpan.FromDays(10) }) with
        { DormantAfter = TimeSpan.FromDays(20) },
        (0, "order"), (30, "order"));

    [Fact]
    public void An_event_that_the_map_does_not_know_puts_dormancy_off() => Says(
        "0 Look, 5 none, 15 dormant",
        StageRules.None with { DormantAfter = TimeSpan.FromDays(10) },
        (0, "view"), (5, "unheard of"));

    [Fact]
    public void A_stated_stage_goes_before_rules_and_touchpoints() => Says(
        "0 history Try, 1 history Own, 2 history Look, 3 none",
        new StageRules
        {
            History = new() { Stages = [new() { Stated = "lead", Stage = "Try" }] },
            Rules = [new CountRule { Stage = "Lapsed", When = Of("stage:lead") }],
        },
        (0, "stage:lead"), (1, "stage:Own"), (2, "stage:look"), (3, "stage:other"));

    [Fact]
    public void The_binding_that_asks_for_most_decides()
    {
        EventCondition pro = new() { Attribute = "plan", Value = "pro" };
        Journey map = Journey.Create("Map", map => map
            .AddStage("Any", stage => stage.AddTouchpoint("Event", touch => touch.ObservedAs("ask")))
            .AddStage("Channel", stage => stage.AddTouchpoint("On the web", touch => touch.ObservedOn("web", "ask")))
            .AddStage("Condition", stage => stage.AddTouchpoint("Of a pro", touch => touch.ObservedBy(new() { Event = "ask", Conditions = [pro] })))
            .AddStage("Both", stage => stage.AddTouchpoint("Of a pro on the web", touch => touch.ObservedBy(new() { Event = "ask", Channel = "web", Conditions = [pro] }))));
        Assert.Equal("0 Any, 1 Channel, 2 Condition, 3 Both", Told(map, StageRules.None, [At(0, "ask"), At(1, "ask", channel: "web"), At(2, "ask", plan: "pro"), At(3, "ask", channel: "web", plan: "pro")]));
    }

    [Fact]
    public void A_silence_beyond_the_end_of_time_is_never_complete()
    {
        StageRules rules = Rules(new SilenceRule { Stage = "Lapsed", Of = Of("order"), Silence = TimeSpan.FromDays(2) }) with { DormantAfter = TimeSpan.MaxValue };
        StageMachine machine = StageMachine.Compile(Shop, rules);
        JourneyEvent last = new() { Customer = "ann", Event = "order", At = DateTimeOffset.MaxValue.AddDays(-1) };
        Assert.Single(MachineRun.Arriving(machine, [last], long.MaxValue));
        JourneyEvent before = last with { At = DateTimeOffset.MaxValue.AddDays(-2) };
        Assert.Equal([before.At.UtcTicks, DateTime.MaxValue.Ticks], MachineRun.Arriving(machine, [before], long.MaxValue).Select(one => one.Ticks));
    }

    [Fact]
    public void Names_are_in_ordinal_order_and_any_other_name_has_the_code_after_them()
    {
        StageMachine machine = StageMachine.Compile(Shop, Rules(new CountRule { Stage = "Own", When = Of("Zoo") }) with { History = new() });
        Assert.Equal(machine.Names.Order(StringComparer.Ordinal), machine.Names);
        Assert.Equal(Enumerable.Range(0, machine.Names.Count), machine.Names.Select(machine.CodeOf));
        Assert.Contains("stage:lapsed", machine.Names);
        Assert.Contains("stage:Lapsed", machine.Names);
        Assert.Equal(machine.Names.Count, machine.CodeOf("zoo"));
    }

    [Fact]
    public void The_same_demand_of_several_rules_and_bindings_is_asked_once()
    {
        EventPattern web = new() { Event = "view", Channel = "web" };
        StageMachine machine = StageMachine.Compile(Shop, Rules(new CountRule { Stage = "Own", When = web }, new CountRule { Stage = "Try", When = web with { Event = "order" }, Times = 9 }, new CountRule { Stage = "Try", When = Of("x") }));
        Assert.Equal([new EventDemand { Channel = "web" }], machine.Demands);
    }

    [Fact]
    public void Nothing_is_allocated_for_an_event()
    {
        EventPattern rich = new() { Event = "view", Channel = "web", Conditions = [new() { Attribute = "plan", Value = "pro" }], MinimumValue = 1, Currency = "EUR" };
        StageMachine machine = StageMachine.Compile(Shop, Rules(
            new CountRule { Stage = "Try", When = rich, Times = 3, Within = TimeSpan.FromDays(7) },
            new TotalValueRule { Stage = "Own", When = Of(null), AtLeast = 5, Currency = "EUR" },
            new SequenceRule { Stage = "Own", Steps = [Of("view"), Of("order")], Within = TimeSpan.FromDays(7), Without = [Of("trial")] },
            new SilenceRule { Stage = "Lapsed", Of = Of("order"), Silence = TimeSpan.FromDays(3) },
            new CountRule { Stage = "Own", When = new() { Feedback = FeedbackKind.Nps, MinimumScore = 9 } }) with
        { DormantAfter = TimeSpan.FromDays(2) });
        string[] names = ["view", "trial", "order", "other"];
        JourneyLog log = JourneyLog.From(Enumerable.Range(0, 2_000).Select(place => At(place * (1 + (place % 3)), names[place % 4], place % 5 == 0 ? place : null, "EUR", "web", "pro") with
        {
            Feedback = place % 7 == 0 ? new Feedback(FeedbackKind.Nps, place % 11) : null,
        }));
        LogBinding binding = new(machine, log.Schema, log.Columns);
        long[] memory = new long[machine.MemorySize];
        Run(machine, binding, memory);
        // The compiler may replace a method while it runs, which allocates, too: what the machine allocates, it allocates every time.
        long least = long.MaxValue;
        for (int round = 0; round < 5; round++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            int stages = Run(machine, binding, memory);
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
            Assert.NotEqual(0, stages);
        }

        Assert.Equal(0, least);
    }

    private static int Run(StageMachine machine, LogBinding binding, long[] memory)
    {
        machine.Begin(memory);
        Counter counter = default;
        int stages = 0;
        LogWalk walk = binding.EventsOf(0, 1);
        for (; walk.Index < binding.Columns.EventCount; walk.Index++) stages += machine.Apply(memory, walk, ref counter);
        return stages + counter.Count;
    }

    private static StageRules Rules(params StageRule[] rules) => new() { Rules = rules };

    private static void Says(string expected, StageRules rules, params (int Day, string Name)[] events) => Says(expected, rules, [.. events.Select(one => At(one.Day, one.Name))]);

    private static void Says(string expected, StageRules rules, JourneyEvent[] events) => Assert.Equal(expected, Told(Shop, rules, events));

    /// <summary>What happens in a year after the last event, in words: day and stage.</summary>
    private static string Told(Journey map, StageRules rules, JourneyEvent[] events) => string.Join(", ", MachineRun
        .Arriving(StageMachine.Compile(map, rules), events, events[^1].At.AddDays(365).UtcTicks)
        .Select(one => string.Create(CultureInfo.InvariantCulture, $"{(one.Ticks - Start.UtcTicks) / TimeSpan.TicksPerDay} {(one.IsDormancy ? "dormant" : $"{(one.Event < 0 ? "silence " : one.Kind == DecisionKind.History ? "history " : "")}{(one.Stage is { } stage ? map.Stages[stage].Name : "none")}")}")));

    private static JourneyEvent At(int day, string name, decimal? value = null, string? currency = null, string? channel = null, string? plan = null) => new()
    {
        Customer = "ann",
        Event = name,
        At = Start.AddDays(day),
        Value = value,
        Currency = value is null ? null : currency,
        Channel = channel,
        Attributes = plan is null ? new Dictionary<string, string>() : new Dictionary<string, string> { ["plan"] = plan },
    };

    private struct Counter : IStageSink
    {
        public int Count { get; private set; }

        public void EntersBySilence(long ticks, byte stage, int rule) => Count++;

        public void BecomesDormant(long ticks) => Count++;
    }
}
