using CustomerJourney.Classification;
using CustomerJourney.Classification.Rules;
using CustomerJourney.Events;

namespace CustomerJourney.Tests.Classification.Rules;

public class StageRulesBuilderTests
{
    private static readonly TimeSpan Week = TimeSpan.FromDays(7);

    /// <summary>One of each, as a user writes it.</summary>
    internal static StageRules All { get; } = StageRules.Create(rules => rules
        .Enter("Support", whenEvent: "ticket_opened", times: 2, within: Week)
        .Enter("At risk", when => when.Event("survey").On("email").With("plan", "pro").WithValue(atLeast: 100m, currency: "EUR").WithScore(FeedbackKind.Nps, maximum: 6), name: "Unhappy and worth it")
        .EnterOnTotal("VIP", whenEvent: "order_paid", atLeast: 1000m, currency: "EUR")
        .EnterAfterSequence("Activated", steps => steps.Then("trial_started").Then("colleague_invited").Without("cancelled"), within: TimeSpan.FromDays(14))
        .EnterAfterSilence("Lapsed", withoutEvent: "order_paid", silence: TimeSpan.FromDays(90))
        .EnterFromHistory("stage:", ("customer", "Purchase"), ("lead", "Awareness"))
        .Current(CurrentStageRule.RecencyWeighted)
        .HalfLife(TimeSpan.FromDays(10))
        .DormantAfter(TimeSpan.FromDays(180)));

    [Fact]
    public void What_is_built_equals_what_is_written_as_records() =>
        Assert.Equal(
            new StageRules
            {
                Rules =
                [
                    new CountRule { Stage = "Support", When = new EventPattern { Event = "ticket_opened" }, Times = 2, Within = Week },
                    new CountRule
                    {
                        Stage = "At risk",
                        Name = "Unhappy and worth it",
                        When = new EventPattern
                        {
                            Event = "survey", Channel = "email", Conditions = [new EventCondition { Attribute = "plan", Value = "pro" }],
                            MinimumValue = 100, Currency = "EUR", Feedback = FeedbackKind.Nps, MaximumScore = 6,
                        },
                    },
                    new TotalValueRule { Stage = "VIP", When = new EventPattern { Event = "order_paid" }, AtLeast = 1000, Currency = "EUR" },
                    new SequenceRule
                    {
                        Stage = "Activated", Steps = [new EventPattern { Event = "trial_started" }, new EventPattern { Event = "colleague_invited" }],
                        Without = [new EventPattern { Event = "cancelled" }], Within = TimeSpan.FromDays(14),
                    },
                    new SilenceRule { Stage = "Lapsed", Of = new EventPattern { Event = "order_paid" }, Silence = TimeSpan.FromDays(90) },
                ],
                History = new StageHistory { Stages = [new StatedStage { Stated = "customer", Stage = "Purchase" }, new StatedStage { Stated = "lead", Stage = "Awareness" }] },
                Current = CurrentStageRule.RecencyWeighted,
                HalfLife = TimeSpan.FromDays(10),
                DormantAfter = TimeSpan.FromDays(180),
            },
            All);

    [Fact]
    public void Patterns_stand_wherever_names_do()
    {
        EventPattern paid = new() { Event = "paid", Channel = "web" };
        StageRules rules = StageRules.Create(rules => rules
            .EnterOnTotal("A", when => when.Event("paid").On("web"), atLeast: 5)
            .EnterAfterSequence("B", steps => steps.Then(step => step.Event("paid").On("web")).Then("sent").Without(between => between.Event("refund").On("web")))
            .EnterAfterSilence("C", without => without.Event("x").AnyEvent().On("web"), Week)
            .Add(new SilenceRule { Stage = "D", Of = paid, Silence = Week }));
        Assert.Equal(
        [
            new TotalValueRule { Stage = "A", When = paid, AtLeast = 5 },
            new SequenceRule { Stage = "B", Steps = [paid, new EventPattern { Event = "sent" }], Without = [new EventPattern { Event = "refund", Channel = "web" }] },
            new SilenceRule { Stage = "C", Of = new EventPattern { Channel = "web" }, Silence = Week },
            new SilenceRule { Stage = "D", Of = paid, Silence = Week },
        ], rules.Rules);
    }

    [Fact]
    public void Nothing_said_is_no_rules() => Assert.Equal(StageRules.None, StageRules.Create(_ => { }));

    [Fact]
    public void A_builder_that_is_kept_cannot_change_what_was_made()
    {
        StageRulesBuilder? kept = null;
        EventPatternBuilder? pattern = null;
        StageRules rules = StageRules.Create(builder => (kept = builder).Enter("A", when => (pattern = when).Event("a").With("x", "1")));
        kept!.Enter("B", "b");
        pattern!.With("y", "2").Event("c");
        Assert.Equal([new CountRule { Stage = "A", When = new EventPattern { Event = "a", Conditions = [new EventCondition { Attribute = "x", Value = "1" }] } }], rules.Rules);
    }

    [Fact]
    public void Builders_and_records_go_through_the_same_checks()
    {
        JourneyDefinitionException built = Assert.Throws<JourneyDefinitionException>(() => StageRules.Create(rules => rules.Enter("", "a", times: 0)));
        Assert.Equal(StageRulesCheck.ProblemsOf(new StageRules { Rules = [new CountRule { Stage = "", When = new EventPattern { Event = "a" }, Times = 0 }] }), built.Problems);
        Assert.Equal(2, built.Problems.Count);
    }

    [Fact]
    public void Each_rule_says_what_it_says() => Assert.Equal(
    [
        "2 \"ticket_opened\" within 7 days",
        "\"survey\" on channel \"email\" with \"plan\" = \"pro\" worth at least 100 EUR that answers NPS with 6 or less",
        "\"order_paid\" of 1000 EUR or more in all",
        "\"trial_started\", then \"colleague_invited\" without \"cancelled\" in between within 14 days",
        "no \"order_paid\" for 90 days",
    ], All.Rules.Select(rule => rule.ToString()));

    [Theory]
    [InlineData("1.12:00:00", "1 day 12 hours")]
    [InlineData("00:00:00.5000000", "0.5 seconds")]
    [InlineData("01:01:01", "1 hour 1 minute 1 second")]
    [InlineData("10.00:00:00.0000001", "10 days 0.0000001 seconds")]
    [InlineData("00:00:00", "0 seconds")]
    [InlineData("-1.00:00:00", "-1.00:00:00")]
    public void Durations_are_told_in_words(string duration, string words) => Assert.Equal(words, RuleText.Duration(TimeSpan.Parse(duration, System.Globalization.CultureInfo.InvariantCulture)));

    [Fact]
    public void Hostile_names_stay_on_one_line_and_turn_nothing()
    {
        string text = new CountRule { Stage = "S", When = new EventPattern { Event = "a\nb\u202E", Conditions = [new EventCondition { Attribute = "\r", Value = new string('v', 500) }] }, Times = 3 }.ToString();
        Assert.Equal($"3 \"a\\nb\\u202E\" with \"\\r\" = \"{new string('v', 80)}…\"", text);
        Assert.Equal("3 events", new CountRule { Stage = "S", When = new EventPattern(), Times = 3 }.ToString());
        Assert.Equal("any event", new CountRule { Stage = "S", When = new EventPattern() }.ToString());
        Assert.Equal("no event on channel \"app\" for 1 day", new SilenceRule { Stage = "S", Of = new EventPattern { Channel = "app" }, Silence = TimeSpan.FromDays(1) }.ToString());
    }
}
