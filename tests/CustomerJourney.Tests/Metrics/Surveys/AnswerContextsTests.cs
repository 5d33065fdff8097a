using System.Text.Json;
using CustomerJourney.Classification;
using CustomerJourney.Events;
using CustomerJourney.Metrics;
using CustomerJourney.Metrics.Drivers;
using CustomerJourney.Metrics.Surveys;
using CustomerJourney.Reporting;
using CustomerJourney.Tests.Metrics.Drivers;
using CustomerJourney.Tests.Support;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerJourney.Tests.Metrics.Surveys;

public class AnswerContextsTests
{
    private static readonly JourneyEvent[] Two =
    [
        .. Path("a", "pro", ("search", 0, null), ("basket", 1, null), ("basket", 2, null), ("payment", 2.5, null), ("survey", 4, 9), ("help", 5, null)),
        .. Path("b", "free", ("survey", 0, 3), ("search", 1, null), ("survey", 41, 6.5)),
        .. Path("c", null, ("search", 0, null), ("survey", 0.02, 7)),
    ];

    private static readonly StagedLog Staged = PlantedLog.Shop.Classify(JourneyLog.From(Two));

    [Fact]
    public void Each_answer_knows_where_it_was_given()
    {
        AnswerContextsResult result = Staged.Measure(new AnswerContexts(new Nps()) { PurchaseEvent = "payment", Attributes = ["plan"] });
        Assert.Equal(["a", "c"], result.Answers.Select(answer => answer.Customer));
        Assert.Equal(1, result.Invalid);
        AnswerContext one = result.Answers[0];
        Assert.Equal((9.0, 1.0, "Buy", "Payment", 4L), (one.Score, one.Value, one.Stage, one.LastTouchpoint, one.EventsBefore));
        Assert.Equal((4.0, 1.5), (one.DaysSinceFirst, one.DaysSincePurchase));
        Assert.Equal("Basket > Basket > Payment", one.PathText);
        Assert.Equal(["pro"], one.Attributes);
        Assert.Equal(PlantedLog.Start.AddDays(4), one.At);
        Assert.Null(result.Answers[1].DaysSincePurchase);
        Assert.Equal([null], result.Answers[1].Attributes);
        Assert.Equal(50, result.Value);
    }

    [Fact]
    public void Paths_are_of_stays_where_they_are_of_stages_and_of_events_without_a_map()
    {
        Assert.Equal("Look > Buy", Staged.Measure(new AnswerContexts(new Nps()) { PathOf = AnswerPath.Stages }).Answers[0].PathText);
        AnswerContextsResult plain = JourneyLog.From(Two).Measure(new AnswerContexts(new Nps()) { Steps = 2 });
        Assert.Equal(("basket > payment", null, null), (plain.Answers[0].PathText, plain.Answers[0].Stage, plain.Answers[0].LastTouchpoint));
    }

    [Fact]
    public void The_summary_adds_up_in_every_grouping()
    {
        AnswerContexts question = new(new Nps { Counting = AnswerCounting.All }) { PurchaseEvent = "payment", Attributes = ["plan"], MostPaths = 1 };
        AnswerContextsResult result = Staged.Measure(question);
        Assert.Equal(3, result.Answers.Count);
        foreach (IGrouping<string, AnswerGroup> grouping in result.Groups.GroupBy(group => group.By)) Assert.Equal(3, grouping.Sum(group => group.Answers));
        Assert.Contains(result.Groups, group => group is { By: "Path", Name: "Other paths", Answers: 2 });
        Assert.Contains(result.Groups, group => group is { By: "Time since the last purchase", Name: "1 to 7 days", Answers: 1, Value: 100 });
        Assert.Contains(result.Groups, group => group is { By: "Time since the last purchase", Name: "no purchase before", Answers: 2, Value: -50 });
        Assert.Contains(result.Groups, group => group is { By: "Time since the first event", Name: "under an hour", Answers: 1 });
        Assert.Equal(Staged.Measure(new Nps { Counting = AnswerCounting.All }).Estimate, result.Estimate);
    }

    [Fact]
    public void Scores_by_last_touchpoint_are_those_of_the_metric_alone()
    {
        StagedLog planted = PlantedLog.Staged(500, 3);
        AnswerContextsResult result = planted.Measure(new AnswerContexts(new Nps()) { Attributes = ["plan"] });
        Assert.Equal(planted.Measure(new Nps()).Estimate, result.Estimate);
        Breakdown<NpsResult> byPlan = planted.Measure(new Nps().By(Dimension.Attribute("plan")));
        foreach (AnswerGroup group in result.Groups.Where(group => group.By == "plan")) Assert.Equal(byPlan[group.Name].Estimate, group.Estimate);
        AnswerGroup help = Assert.Single(result.Groups, group => group is { By: "Last touchpoint", Name: "Help desk" });
        Assert.Equal(planted.Measure(new KeyDrivers(new Nps()) { Of = [Driver.Touchpoints] })["Touchpoint", "Help desk"].OutcomeWith, help.Estimate);
    }

    [Fact]
    public void A_group_has_the_interval_that_the_metric_names_and_few_answers_the_one_for_few()
    {
        StagedLog planted = PlantedLog.Staged(30, 3);
        foreach (NpsInterval interval in new[] { NpsInterval.Automatic, NpsInterval.StudentT, NpsInterval.Score })
        {
            Nps nps = new() { Interval = interval };
            Breakdown<NpsResult> byPlan = planted.Measure(nps.By(Dimension.Attribute("plan")));
            Assert.True(byPlan["pro"].Responses < 20);
            foreach (AnswerGroup group in planted.Measure(new AnswerContexts(nps) { Attributes = ["plan"] }).Groups.Where(group => group.By == "plan")) Assert.Equal(byPlan[group.Name].Estimate, group.Estimate);
            KeyDriver pro = planted.Measure(new KeyDrivers(nps) { Of = [Driver.Attribute("plan")], MinimumCustomers = 1 })["plan", "pro"];
            Assert.Equal((byPlan["pro"].Estimate, byPlan["free"].Estimate), (pro.OutcomeWith, pro.OutcomeWithout));
        }

        Csat csat = new() { Interval = CsatInterval.ClopperPearson };
        JourneyLog rated = Answers.Of(FeedbackKind.Csat, 5, 5, 5, 4, 1, 5, 5);
        Assert.Equal(rated.Measure(csat).Estimate, rated.Measure(new AnswerContexts(csat)).Estimate);
    }

    [Fact]
    public void Any_partition_gives_the_same_bits() => Prop.ForAll(LogGenerator.Events, ArbMap.Default.ArbFor<int>(), (events, seed) =>
    {
        (JourneyLog whole, JourneyLog[] parts) = LogParts.Of(events, seed);
        AnswerContexts question = new(new Nps { Counting = AnswerCounting.All }) { PurchaseEvent = "buy", Attributes = ["plan", "segment"], PathOf = AnswerPath.Channels };
        LogParts.Same(whole, parts, question, result => result.ToJson(), seed);
        LogParts.Same(LogGenerator.Shop.Classify(whole), [.. parts.Select(LogGenerator.Shop.Classify)], (question with { PathOf = AnswerPath.Stages }).By(Dimension.Attribute("plan")), ResultText.Of, seed);
        AnswerContextsResult stages = LogGenerator.Shop.Classify(whole).Measure(question with { PathOf = AnswerPath.Stages });
        Assert.Equal(whole.Measure(new Nps { Counting = AnswerCounting.All }).Responses, stages.Observations);
        Assert.All(stages.Answers, answer => Assert.True(answer.Path.Zip(answer.Path.Skip(1)).All(pair => pair.First != pair.Second)));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Nothing_to_tell_is_told_and_wrong_questions_are_refused()
    {
        AnswerContextsResult none = JourneyLog.From([]).Measure(new AnswerContexts(new Ces()));
        Assert.Null(none.Value);
        Assert.Equal("There are no answers to CES.", none.WhyNoValue!.Message);
        Assert.Empty(none.ToTable().Rows);
        Assert.Equal(2, Assert.Throws<JourneyDefinitionException>(() => JourneyLog.From(Two).Measure(new AnswerContexts(new Nps()) { PathOf = AnswerPath.Stages, Attributes = ["color"] })).Problems.Count);
        Assert.Throws<ArgumentException>(() => new AnswerContexts(new Nps()) { Attributes = ["plan", "plan"] });
        Assert.Throws<ArgumentOutOfRangeException>(() => new AnswerContexts(new Nps()) { Steps = 0 });
        Assert.Equal(new AnswerContexts(new Nps()) { Attributes = ["plan"] }, new AnswerContexts(new Nps()) { Attributes = ["plan"] });
        Assert.NotEqual(new AnswerContexts(new Nps()) { Attributes = ["plan"] }, new AnswerContexts(new Nps()));
    }

    [Fact]
    public void A_report_takes_it_and_json_parses()
    {
        AnswerContextsResult result = Staged.Measure(new AnswerContexts(new Nps()) { Attributes = ["plan"] });
        Assert.Contains("Payment", JourneyReport.Create("Answers", page => page.Add(result)).ToHtml(), StringComparison.Ordinal);
        Assert.Equal(2, JsonDocument.Parse(result.ToJson()).RootElement.GetProperty("parts")[1].GetProperty("rows").GetArrayLength());
        Assert.Contains("Attribute plan", result.ToAnswerTable().ToCsv(), StringComparison.Ordinal);
    }

    private static IEnumerable<JourneyEvent> Path(string customer, string? plan, params (string Name, double Day, double? Score)[] steps) => steps.Select(step => new JourneyEvent
    {
        Customer = customer,
        Event = step.Name,
        At = PlantedLog.Start.AddDays(step.Day),
        Feedback = step.Score is { } score ? new Feedback(FeedbackKind.Nps, score) : null,
        CustomerAttributes = plan is null ? [] : new Dictionary<string, string> { ["plan"] = plan },
    });
}
