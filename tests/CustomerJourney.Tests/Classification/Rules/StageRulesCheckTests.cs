using CustomerJourney.Classification;
using CustomerJourney.Classification.Rules;
using CustomerJourney.Events;
using CustomerJourney.Tests.Model;

namespace CustomerJourney.Tests.Classification.Rules;

public class StageRulesCheckTests
{
    [Fact]
    public void A_rule_that_is_too_long_to_be_told_is_told_in_short()
    {
        CountRule rule = new() { Stage = new string('s', 10_000), Times = 0, When = new() { Event = "a", Conditions = [.. Enumerable.Range(0, 1_000).Select(_ => new EventCondition { Attribute = "", Value = "b" })] } };
        IReadOnlyList<string> problems = StageRulesCheck.ProblemsOf(new StageRules { Rules = [rule] });
        Assert.True(problems.Count > 1_000);
        Assert.All(problems, problem => Assert.InRange(problem.Length, 1, 1_000));
    }

    private static readonly EventPattern A = new() { Event = "a" };
    private static readonly EventPattern B = new() { Event = "b" };
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);
    private static readonly TimeSpan Back = TimeSpan.FromDays(-1);

    public static TheoryData<StageRule, string> BrokenRules => new()
    {
        { Count(A) with { Times = 0 }, "rule 1 (\"S\": 0 \"a\"): times is 0; allowed is 1 to 1000" },
        { Count(A) with { Times = 1001 }, "times is 1001; allowed is 1 to 1000" },
        { Count(A) with { Within = TimeSpan.Zero }, "the window (within) is 0 seconds; allowed is any time longer than 0" },
        { Count(A) with { Within = TimeSpan.MinValue }, "the window (within) is -10675199.02:48:05.4775808; allowed" },
        { Count(A) with { Stage = null! }, "rule 1 (null: \"a\"): the stage is null; name it" },
        { Count(A) with { Stage = " " }, "the stage is empty; name it" },
        { Count(A) with { Name = "" }, "the name of the rule is empty" },
        { Count(null!), "rule 1 (\"S\": nothing): the pattern (when) is null; say which events are meant" },
        { Count(new() { Event = "" }), "the name of the event is empty" },
        { Count(new() { Event = "\uD800" }), "the name of the event is \"\\uD800\", which holds half of a surrogate pair" },
        { Count(new() { Channel = "" }), "the channel is empty" },
        { Count(A with { Conditions = [With("", "1")] }), "the name of the attribute is empty" },
        { Count(A with { Conditions = [With("x", null!)] }), "the value of the attribute is null" },
        { Count(A with { Conditions = [null!] }), "an attribute that is asked for is null" },
        { Count(A with { Conditions = [With("x", "1"), With("x", "1")] }), "the attribute \"x\" is asked for twice; once is enough" },
        { Count(A with { Conditions = [With("x", "1"), With("x", "2")] }), "the attribute \"x\" must be both \"1\" and \"2\", which no event is" },
        { Count(A with { Conditions = [.. Enumerable.Range(0, 33).Select(i => With($"x{i}", "1"))] }), "33 attributes are asked for; allowed are 32" },
        { Count(A with { Currency = "EUR" }), "the currency \"EUR\" is named and no least value; say both, or neither" },
        { Count(A with { MinimumValue = 1, Currency = "" }), "the currency is empty" },
        { Count(A with { MinimumValue = 0.00001m }), "the least value 0.00001 is not an amount of at most four decimals" },
        { Count(A with { MinimumValue = decimal.MinValue }), "the least value -79228162514264337593543950335 is not an amount" },
        { Count(A with { MinimumScore = 1 }), "scores are asked for and no kind of answer" },
        { Count(A with { Feedback = FeedbackKind.Nps, MinimumScore = double.NaN }), "the least score is NaN; allowed is any finite number" },
        { Count(A with { Feedback = FeedbackKind.Nps, MaximumScore = double.PositiveInfinity }), "the greatest score is Infinity; allowed is any finite number" },
        { Count(A with { Feedback = FeedbackKind.Nps, MinimumScore = 7, MaximumScore = 6 }), "the least score 7 is above the greatest, 6" },
        { Count(A with { Feedback = (FeedbackKind)77 }), "the kind of answer is 77; allowed are None, Nps, Csat, Ces, Emotion" },
        { Total(0), "the least total is 0; allowed is any amount above 0" },
        { Total(-1), "the least total is -1; allowed is any amount above 0" },
        { Total(1.00005m), "the least total 1.00005 is not an amount of at most four decimals" },
        { Total(1) with { Currency = " " }, "the currency is empty" },
        { Total(1) with { When = A with { MinimumValue = 1, Currency = "USD" } }, "the events must carry \"USD\" and the total is in \"EUR\", so that none of them counts" },
        { Sequence(A), "the sequence has 1 steps; allowed is 2 to 16, and one event is a rule of its own" },
        { Sequence([.. Enumerable.Repeat(A, 17)]), "the sequence has 17 steps; allowed is 2 to 16" },
        { Sequence(A, null!), "the pattern (steps[1]) is null" },
        { Sequence(A, B) with { Within = Back }, "the window (within) is -1.00:00:00" },
        { Sequence(A, B) with { Without = [B with { Channel = "x" }] }, "\"b\" on channel \"x\" must not lie between the steps and is step 2 itself" },
        { Sequence(A, new() { Channel = "x" }) with { Without = [new() { Event = "c", Channel = "x" }] }, "\"c\" on channel \"x\" must not lie between the steps and is step 2 itself" },
        { Sequence(A, B) with { Without = [.. Enumerable.Range(0, 17).Select(i => new EventPattern { Event = $"x{i}" })] }, "17 patterns must not lie between the steps; allowed are 16" },
        { Sequence(A, B) with { Without = [new() { Event = "" }] }, "the name of the event is empty" },
        { new SilenceRule { Stage = "S", Of = A, Silence = TimeSpan.Zero }, "the silence is 0 seconds; allowed is any time longer than 0" },
        { new SilenceRule { Stage = "S", Of = A with { Channel = "" }, Silence = Day }, "the channel is empty" },
    };

    [Theory]
    [MemberData(nameof(BrokenRules))]
    public void A_fault_of_a_rule_names_the_rule_the_value_and_what_is_allowed(StageRule rule, string problem) =>
        Assert.Contains(problem, Assert.Single(StageRulesCheck.ProblemsOf(new StageRules { Rules = [rule] })), StringComparison.Ordinal);

    public static TheoryData<StageRules, string> BrokenSettings => new()
    {
        { new() { HalfLife = TimeSpan.Zero }, "the half-life is 0 seconds; allowed is any time longer than 0" },
        { new() { DormantAfter = Back }, "the time until a customer is dormant is -1.00:00:00; allowed is any time longer than 0" },
        { new() { Current = (CurrentStageRule)9 }, "the rule of the current stage is 9; allowed are Latest, Furthest, RecencyWeighted" },
        { new() { History = new StageHistory { Prefix = "" } }, "the prefix of the events that state a stage is empty; name it" },
        { new() { History = new StageHistory { Stages = [Stated("", "S")] } }, "what is stated is empty; name it" },
        { new() { History = new StageHistory { Stages = [Stated("x", "")] } }, "the stage of \"x\" is empty; name it" },
        { new() { History = new StageHistory { Stages = [Stated("x", "S"), Stated("x", "T")] } }, "\"x\" is stated twice; name one stage for it" },
        { new() { History = new StageHistory { Stages = [null!] } }, "a stated stage is null" },
        { new() { History = new StageHistory { Stages = [.. Enumerable.Range(0, 10_001).Select(i => Stated($"{i}", "S"))] } }, "there are 10001 stated stages; allowed are 10000" },
        { new() { Rules = [null!] }, "rule 1 is null; leave it out" },
        { new() { Rules = [.. Enumerable.Repeat(Count(A), 1001)] }, "there are 1001 rules; allowed are 1000" },
        {
            new() { Rules = [.. Enumerable.Range(0, 11).Select(number => Count(new EventPattern { Event = $"e{number}" }) with { Times = 1000, Within = Day })] },
            "the counts within a time add up to 11000 events that would have to be remembered of each customer; allowed are 10000"
        },
    };

    [Theory]
    [MemberData(nameof(BrokenSettings))]
    public void A_fault_besides_the_rules_is_told(StageRules rules, string problem) => Assert.Contains(problem, Assert.Single(StageRulesCheck.ProblemsOf(rules)), StringComparison.Ordinal);

    [Fact]
    public void All_faults_come_at_once()
    {
        StageRules rules = new()
        {
            HalfLife = Back,
            History = new StageHistory { Prefix = "", Stages = [Stated("lead", "Awarenes")] },
            Rules =
            [
                Count(A) with { Stage = "Purchas", Times = 0 },
                new SilenceRule { Stage = "Support", Of = A, Silence = Back },
                Sequence(A) with { Stage = "?" },
            ],
        };
        JourneyDefinitionException error = Assert.Throws<JourneyDefinitionException>(() => StageRulesCheck.Require(rules, Shop.Map));
        Assert.Equal(
        [
            "the half-life is -1.00:00:00; allowed is any time longer than 0",
            "the prefix of the events that state a stage is empty; name it",
            "the history states \"lead\": the journey \"Online shop\" has no stage \"Awarenes\"; did you mean \"Awareness\" or \"awareness\"?",
            "rule 1 (\"Purchas\": 0 \"a\"): times is 0; allowed is 1 to 1000",
            "rule 1 (\"Purchas\": 0 \"a\"): the journey \"Online shop\" has no stage \"Purchas\"; did you mean \"Purchase\" or \"purchase\"?",
            "rule 2 (\"Support\": no \"a\" for -1.00:00:00): the silence is -1.00:00:00; allowed is any time longer than 0",
            "rule 3 (\"?\": \"a\"): the sequence has 1 steps; allowed is 2 to 16, and one event is a rule of its own: Enter(stage, whenEvent)",
            "rule 3 (\"?\": \"a\"): the journey \"Online shop\" has no stage \"?\"; known stages: \"Awareness\", \"awareness\", \"Purchase\", \"purchase\", \"Support\", \"support\"",
        ], error.Problems);
        Assert.StartsWith("Stage rules cannot be built, 8 problems:", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_that_several_stages_have_is_refused_and_an_id_is_not()
    {
        Journey twice = Journey.Create("Map", map => map.AddStage("Wait", stage => stage.Id("first")).AddStage("Wait", stage => stage.Id("second")));
        StageRules rules = new() { Rules = [Count(A) with { Stage = "Wait" }, Count(B) with { Stage = "second" }] };
        Assert.Equal("rule 1 (\"Wait\": \"a\"): several stages are called \"Wait\"; name the id of the one that is meant: \"first\", \"second\"", Assert.Single(StageRulesCheck.ProblemsOf(rules, twice)));
    }

    [Theory]
    [InlineData("Support", "support", "says nothing more than")]
    [InlineData("Support", "Purchase", "can never decide, because")]
    public void A_rule_that_never_decides_contradicts_or_says_nothing_more(string first, string second, string expected)
    {
        StageRules rules = new() { Rules = [Count(A) with { Stage = first, Times = 2, Within = 2 * Day }, Count(B), Count(A with { Channel = "web" }) with { Stage = second, Times = 3, Within = Day, Name = "Keen" }] };
        string problem = Assert.Single(StageRulesCheck.ProblemsOf(rules with { Rules = [.. rules.Rules.Select(rule => rule.Stage == "S" ? rule with { Stage = "Awareness" } : rule)] }, Shop.Map));
        Assert.StartsWith($"rule 3 (\"{second}\": \"Keen\") {expected}", problem, StringComparison.Ordinal);
        Assert.Contains("rule 1 (\"Support\": 2 \"a\" within 2 days)", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_silence_cannot_lead_into_two_stages_and_a_longer_one_can()
    {
        SilenceRule risk = new() { Stage = "Risk", Of = A, Silence = Day };
        Assert.Empty(StageRulesCheck.ProblemsOf(new StageRules { Rules = [risk, risk with { Stage = "Lapsed", Silence = 2 * Day }, risk with { Stage = "B", Of = B }] }));
        Assert.Contains("contradicts rule 1", Assert.Single(StageRulesCheck.ProblemsOf(new StageRules { Rules = [risk, risk with { Stage = "Lapsed" }] })), StringComparison.Ordinal);
        Assert.Contains("says nothing more", Assert.Single(StageRulesCheck.ProblemsOf(new StageRules { Rules = [risk, risk] })), StringComparison.Ordinal);
    }

    [Fact]
    public void A_rule_of_an_event_that_states_a_stage_never_decides()
    {
        StageRules rules = new() { History = new StageHistory { Stages = [Stated("lead", "Awareness")] }, Rules = [Count(new() { Event = "stage:lead" }) with { Stage = "Support" }, Count(new() { Event = "stage:Purchase" }) with { Stage = "Support" }, Count(new() { Event = "stage:else" }) with { Stage = "Support" }] };
        IReadOnlyList<string> problems = StageRulesCheck.ProblemsOf(rules, Shop.Map);
        Assert.Equal(2, problems.Count);
        Assert.Contains("the history states the stage \"Awareness\" at every \"stage:lead\"", problems[0], StringComparison.Ordinal);
        Assert.Contains("the history states the stage \"Purchase\" at every \"stage:Purchase\"", problems[1], StringComparison.Ordinal);
        Assert.Empty(StageRulesCheck.ProblemsOf(rules with { History = null }, Shop.Map));
    }

    [Fact]
    public void A_thousand_rules_that_differ_are_no_fault() =>
        Assert.Empty(StageRulesCheck.ProblemsOf(new StageRules { Rules = [.. Enumerable.Range(0, 1000).Select(i => Count(new() { Event = $"e{i}" }))] }));

    private static CountRule Count(EventPattern when) => new() { Stage = "S", When = when };

    private static TotalValueRule Total(decimal atLeast) => new() { Stage = "S", When = A, AtLeast = atLeast, Currency = "EUR" };

    private static SequenceRule Sequence(params EventPattern[] steps) => new() { Stage = "S", Steps = steps };

    private static StatedStage Stated(string stated, string stage) => new() { Stated = stated, Stage = stage };

    private static EventCondition With(string attribute, string value) => new() { Attribute = attribute, Value = value };
}
