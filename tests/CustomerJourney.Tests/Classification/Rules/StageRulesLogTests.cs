using System.Diagnostics;
using CustomerJourney.Classification;
using CustomerJourney.Classification.Rules;
using CustomerJourney.Events;
using CustomerJourney.Tests.Model;

namespace CustomerJourney.Tests.Classification.Rules;

public class StageRulesLogTests
{
    private static readonly LogSchema Schema = JourneyLog.From(
    [
        Event("order_paid") with { Channel = "web", Value = 5, Currency = "EUR", Attributes = new Dictionary<string, string> { ["plan"] = "pro" } },
        Event("stage:Purchase"), Event("stage:mql"), Event("stage:odd"),
    ]).Schema;

    [Fact]
    public void Names_that_the_log_has_are_not_told() => Assert.Empty(Check(rules => rules
        .Enter("Support", when => when.Event("order_paid").On("web").With("plan", "pro").WithValue(1, "EUR"))
        .EnterOnTotal("Support", "order_paid", 1, "EUR")
        .EnterFromHistory("stage:", ("mql", "Awareness"), ("odd", "Support"))));

    [Fact]
    public void Names_that_the_log_lacks_are_told_with_what_is_near() => Assert.Equal(
    [
        "the history: the log has no event \"stage:sql\"; did you mean \"stage:mql\"?",
        "the history: the event \"stage:odd\" of the log states \"odd\", which is no stage of the journey \"Online shop\"; say which it is: (\"stated\", \"stage\")",
        "rule 1 (\"Support\": \"ordre_paid\" on channel \"Web!\" with \"plan\" = \"Pro\" and \"plann\" = \"x\" worth at least 1 eur): the log has no event \"ordre_paid\"; did you mean \"order_paid\"?",
        "rule 1 (\"Support\": \"ordre_paid\" on channel \"Web!\" with \"plan\" = \"Pro\" and \"plann\" = \"x\" worth at least 1 eur): the log has no channel \"Web!\"; did you mean \"web\"?",
        "rule 1 (\"Support\": \"ordre_paid\" on channel \"Web!\" with \"plan\" = \"Pro\" and \"plann\" = \"x\" worth at least 1 eur): the log has no currency \"eur\"; did you mean \"EUR\"?",
        "rule 1 (\"Support\": \"ordre_paid\" on channel \"Web!\" with \"plan\" = \"Pro\" and \"plann\" = \"x\" worth at least 1 eur): the log has no value \"Pro\" of the attribute \"plan\"; did you mean \"pro\"?",
        "rule 1 (\"Support\": \"ordre_paid\" on channel \"Web!\" with \"plan\" = \"Pro\" and \"plann\" = \"x\" worth at least 1 eur): the log has no attribute of events \"plann\"; did you mean \"plan\"?",
        "rule 2 (\"Support\": \"order_paid\" of 1 JPY or more in all): the log has no currency \"JPY\"; known currencies: \"EUR\"",
        "rule 3 (\"Support\": no \"zzzzzzzzzzzz\" for 1 day): the log has no event \"zzzzzzzzzzzz\"; known events: \"order_paid\", \"stage:Purchase\", \"stage:mql\", \"stage:odd\"",
    ], Check(rules => rules
        .Enter("Support", when => when.Event("ordre_paid").On("Web!").With("plan", "Pro").With("plann", "x").WithValue(1, "eur"))
        .EnterOnTotal("Support", "order_paid", 1, "JPY")
        .EnterAfterSilence("Support", "zzzzzzzzzzzz", TimeSpan.FromDays(1))
        .EnterFromHistory("stage:", ("mql", "Awareness"), ("sql", "Support"))));

    [Fact]
    public void A_prefix_that_no_event_has_is_told_once() =>
        Assert.StartsWith("the history: no event of the log begins with \"phase:\"; known events: ", Assert.Single(Check(rules => rules.EnterFromHistory("phase:", ("mql", "Awareness")))), StringComparison.Ordinal);

    [Fact]
    public void Many_misspelled_values_among_very_many_are_told_in_little_time()
    {
        LogSchema many = JourneyLog.From(Enumerable.Range(0, 50_000).Select(number => Event("sold") with { Attributes = new Dictionary<string, string> { ["article"] = $"a long name of an article {number:D6}" } })).Schema;
        StageClassifier classifier = StageClassifier.Create(Shop.Map, new StageRules
        {
            Rules = [.. Enumerable.Range(0, 50).Select(number => new CountRule { Stage = "Support", When = new() { Event = "sold", Conditions = [new() { Attribute = "article", Value = $"a lnog name of an article {number:D6}" }] } })],
        });
        long begin = Stopwatch.GetTimestamp();
        IReadOnlyList<string> problems = classifier.ProblemsWith(many);
        Assert.InRange(Stopwatch.GetElapsedTime(begin), TimeSpan.Zero, TimeSpan.FromSeconds(60));
        Assert.Equal(50, problems.Count);
        Assert.EndsWith("; did you mean \"a long name of an article 000042\"?", problems[42], StringComparison.Ordinal);
    }

    private static IReadOnlyList<string> Check(Action<StageRulesBuilder> configure) => StageClassifier.Create(Shop.Map, configure).ProblemsWith(Schema);

    private static JourneyEvent Event(string name) => new() { Customer = "c", Event = name, At = new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero) };
}
