using CustomerJourney.Classification;
using CustomerJourney.Classification.Learning;
using CustomerJourney.Events;
using CustomerJourney.Tests.Support;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerJourney.Tests.Classification.Learning;

public class StageExamplesTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Features_are_what_their_documentation_says()
    {
        StagedLog log = LogGenerator.Shop.Classify(JourneyLog.From(
        [
            Event("anna", "open", 0) with { Channel = "web" }, Event("anna", "buy", 4) with { Channel = "mobile" }, Event("anna", "ask", 8) with { Feedback = new(FeedbackKind.Nps, 3) },
            Event("anna", "ask", 8.5) with { Feedback = new(FeedbackKind.Nps, 8) }, Event("anna", "ask", 8.75) with { Feedback = new(FeedbackKind.Csat, 2) }, Event("anna", "buy", 10),
            Event("bert", "open", 9.5) with { Channel = "web" }, Event("carl", "open", 11),
        ]));
        StageFeatures features = StageFeatures.ByEvent(log, Noon.AddDays(10));
        Assert.Equal(
            ["event ask", "event buy", "event open", "channel mobile", "channel web", "recency", "tenure", "tempo", "gap", "nps answers", "nps latest", "nps mean", "csat answers", "csat latest", "csat mean"],
            features.Names);
        StageExamples examples = StageExamples.From(log, Noon.AddDays(10), Noon.AddDays(11));
        Assert.Equal(["anna", "bert"], examples.Items.Select(example => example.Customer));
        Near([3, 1, 1, 1, 1, Math.Log(2.25), Math.Log(11), Math.Log(1 + (5 * 7 / 10.0)), Math.Log(1 + (8.75 / 4)), 2, 8, 5.5, 1, 2, 2], examples.Items[0].Values);
        // With one event the gap is the time since it, and a week's events are those of at least a day.
        Near([0, 0, 1, 0, 1, Math.Log(1.5), Math.Log(1.5), Math.Log(8), Math.Log(1.5), 0, 0, 0, 0, 0, 0], examples.Items[1].Values);
        // Anna bought at the very end of the features: that is the future.
        Assert.Equal(["Buy", "Look"], examples.Items.Select(example => example.Stage));
        Assert.Equal(["Look", "Buy", "Use"], examples.Stages);
        Assert.Equal(["touchpoint front-page", "touchpoint app-store", "touchpoint help-desk"], StageFeatures.ByTouchpoint(log, Noon.AddDays(8.1)).Names.Take(3));
        Assert.Equal(["event ask", "channel web", "recency"], StageFeatures.ByEvent(log, Noon.AddDays(10), mostNames: 1).Names.Take(3));
    }

    /// <summary>Whatever happens, or is recorded, at the instant or later changes no feature of anybody.</summary>
    [Fact]
    public void The_future_changes_no_feature() => Prop.ForAll(LogGenerator.MapsAndEvents, Gen.Choose(0, 12).ToArbitrary(), (given, hours) =>
    {
        DateTimeOffset at = LogGenerator.Start.AddHours(9 * hours);
        JourneyEvent[] past = [.. given.Events.Where(one => one.At < at && (one.RecordedAt ?? one.At) < at)];
        StagedLog all = given.Map.Classify(JourneyLog.From(given.Events)), known = given.Map.Classify(JourneyLog.From(past));
        foreach (bool byTouchpoint in new[] { false, true })
        {
            StageFeatures features = byTouchpoint ? StageFeatures.ByTouchpoint(all, at) : StageFeatures.ByEvent(all, at);
            Assert.Equal(byTouchpoint ? StageFeatures.ByTouchpoint(known, at) : StageFeatures.ByEvent(known, at), features);
            (string Customer, string Values)[] expected = Rows(known, features), actual = Rows(all, features);
            Assert.Equal(expected, actual);
            Assert.Equal(past.Select(one => one.Customer).Distinct().Order(StringComparer.Ordinal), actual.Select(row => row.Customer));
        }

        (string, string)[] Rows(StagedLog log, StageFeatures features) => [.. FeatureTable.Of(log, at, features).Select(row => (row.Customer, string.Join(' ', row.Values.Select(value => $"{value:R}"))))];
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Stages_are_those_that_the_classifier_gives_as_of_the_later_time() => Prop.ForAll(LogGenerator.MapsAndEvents, Gen.Choose(1, 6).ToArbitrary(), Gen.Choose(0, 5).ToArbitrary(), (given, hours, more) =>
    {
        DateTimeOffset at = LogGenerator.Start.AddHours(9 * hours), labeledAt = at.AddHours(9 * more);
        JourneyLog log = JourneyLog.From(given.Events);
        StagedLog then = given.Map.Classify(log, labeledAt), whole = given.Map.Classify(log, LogGenerator.Start.AddDays(9));
        StageExamples examples = StageExamples.From(whole, at, labeledAt, new StageFeatures());
        Assert.All(examples.Items, example => Assert.Equal(example.Stage, then[example.Customer].Current!.Name));
        string[] before = [.. given.Events.Where(one => one.At < at && (one.RecordedAt ?? one.At) < at).Select(one => one.Customer).Distinct()];
        Assert.Equal(before.Count(customer => then[customer].Current is null), examples.Unlabeled);
        Assert.Equal(before.Length, examples.Items.Count + examples.Unlabeled);
    }).QuickCheckThrowOnFailure();

    /// <summary>An event has its place where it began, so one that ends after the label would tell of itself by what it makes of the events behind it.</summary>
    [Fact]
    public void What_ends_after_the_label_is_not_known_by_what_it_makes_of_others()
    {
        Journey map = Journey.Create("Map", one => one
            .AddStage("Look", stage => stage.AddTouchpoint("Page", touch => touch.ObservedAs("open")))
            .AddStage("Buy", stage => stage.AddTouchpoint("Till", touch => touch.ObservedAs("pay")).AddTouchpoint("Receipt", touch => touch.ObservedAs("open"))));
        StagedLog log = map.Classify(JourneyLog.From([Event("a", "open", 0), Event("a", "pay", 5) with { StartedAt = Noon.AddDays(1) }, Event("a", "open", 2)]));
        Assert.Equal("Buy", log["a"].Current!.Name);
        Assert.Equal("Look", StageExamples.From(log, Noon.AddDays(2.5), Noon.AddDays(3), new StageFeatures()).Items.Single().Stage);
    }

    [Fact]
    public void Customers_are_on_the_same_side_in_every_log()
    {
        StagedLog log = KnownChain.Shop.Classify(KnownChain.Draw(1000, 12, seed: 1));
        StageExamples early = StageExamples.From(log, KnownChain.Start.AddDays(5), KnownChain.Start.AddDays(6)), late = StageExamples.From(log, KnownChain.Start.AddDays(8), KnownChain.Start.AddDays(10));
        (StageExamples train, StageExamples test) = early.SplitByCustomer(0.3, seed: 9);
        Assert.InRange(test.Items.Count, 240, 360);
        Assert.Equal(1000, train.Items.Count + test.Items.Count);
        Assert.Equal(test.Items.Select(example => example.Customer), late.SplitByCustomer(0.3, seed: 9).Test.Items.Select(example => example.Customer));
        Assert.NotEqual(test.Items.Select(example => example.Customer), early.SplitByCustomer(0.3, seed: 8).Test.Items.Select(example => example.Customer));
        Assert.Empty(train.Items.Select(example => example.Customer).Intersect(test.Items.Select(example => example.Customer)));
        Assert.Throws<ArgumentOutOfRangeException>("testShare", () => early.SplitByCustomer(1));
    }

    [Fact]
    public void A_split_by_time_lets_no_future_into_training()
    {
        StagedLog log = KnownChain.Shop.Classify(KnownChain.Draw(50, 31, seed: 1));
        DateTimeOffset trainAt = KnownChain.Start.AddDays(10), testAt = KnownChain.Start.AddDays(20);
        (StageExamples train, StageExamples test) = StageExamples.SplitByTime(log, trainAt, testAt, TimeSpan.FromDays(10));
        Assert.Equal((trainAt, testAt, testAt), (train.At, train.LabeledAt!.Value, test.At));
        Assert.Equal(train.Features, test.Features);
        // What one would have learned when the test begins is what is learned from the whole log.
        StageExamples then = StageExamples.From(KnownChain.Shop.Classify(KnownChain.Draw(50, 31, seed: 1), testAt), trainAt, testAt);
        Assert.Equal(then.Features, train.Features);
        Assert.Equal(then.Items, train.Items);
        Assert.Contains("the future would leak", Assert.Throws<ArgumentException>("testAt", () => StageExamples.SplitByTime(log, trainAt, testAt, TimeSpan.FromDays(10.1))).Message);
        Assert.Contains("not known yet", Assert.Throws<ArgumentException>("labeledAt", () => StageExamples.SplitByTime(log, trainAt, KnownChain.Start.AddDays(25), TimeSpan.FromDays(10))).Message);
        Assert.Throws<ArgumentException>("labeledAt", () => StageExamples.From(log, testAt, trainAt));
    }

    [Fact]
    public void What_was_recorded_only_after_the_test_begins_is_not_learned_from()
    {
        JourneyEvent late = Event("a", "buy", 3) with { RecordedAt = Noon.AddDays(6) };
        JourneyEvent[] events = [Event("a", "open", 0), Event("b", "open", 0), Event("b", "buy", 3), Event("a", "open", 9)];
        Assert.Equal(["Look", "Buy"], LabelsWith(late));
        Assert.Equal(["Buy", "Buy"], LabelsWith(late with { RecordedAt = Noon.AddDays(4) }));
        Assert.Equal(["Look", "Buy"], LabelsWith(late with { RecordedAt = Noon.AddDays(5) }));

        IEnumerable<string> LabelsWith(JourneyEvent one) => StageExamples
            .SplitByTime(LogGenerator.Shop.Classify(JourneyLog.From([.. events, one])), Noon.AddDays(1), Noon.AddDays(5), TimeSpan.FromDays(4)).Train.Items.Select(example => example.Stage);
    }

    [Fact]
    public void Stages_of_a_learned_model_know_nothing_of_the_time_after_the_label()
    {
        HiddenStageModel model = HiddenStageModel.FromMap(KnownChain.Shop);
        JourneyEvent[] past = [Event("a", "pay", 0), Event("a", "ask", 1)], future = [Event("a", "login", 20), Event("a", "login", 21)];
        // What comes later makes of the question one about the use.
        Assert.Equal(["Buy", "Use", "Use", "Use"], StagesOf([.. past, .. future])["a"].Visits.SelectMany(visit => Enumerable.Repeat(visit.Stage.Name, visit.Events)));
        Assert.Equal("Buy", StageExamples.From(StagesOf(past), Noon.AddDays(0.5), Noon.AddDays(2)).Items.Single().Stage);
        Assert.Equal("Buy", StageExamples.From(StagesOf([.. past, .. future]), Noon.AddDays(0.5), Noon.AddDays(2)).Items.Single().Stage);
        Assert.Equal("Buy", StageExamples.SplitByTime(StagesOf([.. past, .. future]), Noon.AddDays(0.5), Noon.AddDays(10), TimeSpan.FromDays(2)).Train.Items.Single().Stage);

        StagedLog StagesOf(JourneyEvent[] events) => model.Classify(JourneyLog.From(events), Noon.AddDays(30));
    }

    [Fact]
    public void An_attribute_names_stages_by_name_or_id_and_other_values_are_no_labels()
    {
        JourneyLog log = JourneyLog.From([Person("a", "Buy"), Person("b", "use"), Person("c", "Gone"), Person("d", null)]);
        StageExamples examples = StageExamples.FromAttribute(log, LogGenerator.Shop, "next", Noon.AddDays(1));
        Assert.Equal([("a", "Buy"), ("b", "Use")], examples.Items.Select(example => (example.Customer, example.Stage)));
        Assert.Equal((2, null), (examples.Unlabeled, examples.LabeledAt));
        Assert.Contains("no customer attribute 'stage'", Assert.Throws<ArgumentException>(() => StageExamples.FromAttribute(log, LogGenerator.Shop, "stage", Noon)).Message);
        Assert.Contains("'channel web' is named twice", Assert.Throws<ArgumentException>(() => StageExamples.FromAttribute(log, LogGenerator.Shop, "next", Noon, new StageFeatures { Channels = ["web", "web"] })).Message);
        Assert.Throws<ArgumentException>("features", () => StageExamples.FromAttribute(log, LogGenerator.Shop, "next", Noon, new StageFeatures { Timing = false }));
        Assert.Contains("kind None have no scale", Assert.Throws<ArgumentException>("features", () => StageExamples.FromAttribute(log, LogGenerator.Shop, "next", Noon, new StageFeatures { Feedback = [FeedbackKind.None] })).Message);
        Assert.Contains("has not been classified", Assert.Throws<InvalidOperationException>(() => StageExamples.FromAttribute(log, LogGenerator.Shop, "next", Noon, new StageFeatures { Touchpoints = ["basket"] })).Message);
        Assert.Contains("\"cellar\"", Assert.Throws<InvalidOperationException>(() => StageExamples.FromAttribute(LogGenerator.Shop.Classify(log), LogGenerator.Shop, "next", Noon.AddDays(1), new StageFeatures { Touchpoints = ["front-page", "cellar"] })).Message);

        static JourneyEvent Person(string customer, string? next) =>
            Event(customer, "open", 0) with { CustomerAttributes = next is null ? new Dictionary<string, string>() : new Dictionary<string, string> { ["next"] = next } };
    }

    private static JourneyEvent Event(string customer, string name, double day) => new() { Customer = customer, Event = name, At = Noon.AddDays(day) };

    private static void Near(double[] expected, IReadOnlyList<double> actual)
    {
        Assert.Equal(expected.Length, actual.Count);
        for (int i = 0; i < expected.Length; i++) Assert.Equal(expected[i], actual[i], 12);
    }
}
