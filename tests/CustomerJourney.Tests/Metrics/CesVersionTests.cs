using System.Text.Json;
using CustomerJourney.Classification;
using CustomerJourney.Comparison;
using CustomerJourney.Events;
using CustomerJourney.Metrics;
using CustomerJourney.Metrics.Drivers;
using CustomerJourney.Metrics.Surveys;
using CustomerJourney.Metrics.Trends;
using CustomerJourney.Tests.Metrics.Trends;
using CustomerJourney.Tests.Support;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerJourney.Tests.Metrics;

/// <summary>The two versions of the Customer Effort Score: what is good on one is bad on the other, so they never mix, and nobody passes silently over one of them.</summary>
public class CesVersionTests
{
    private static readonly Ces Two = new() { Question = "effort" }, One = Two with { Version = CesVersion.Version1 };

    private static readonly JourneyLog Both = JourneyLog.From(
    [
        .. Enumerable.Range(0, 12).Select(index => Asked($"new {index}", FeedbackKind.Ces, 1 + (index % 7), "effort", "web")),
        .. Enumerable.Range(0, 5).Select(index => Asked($"old {index}", FeedbackKind.Ces1, 1 + index, "effort", "phone")),
        Asked("off", FeedbackKind.Ces1, 9, "effort", "phone"),
        Asked("elsewhere", FeedbackKind.Ces1, 2, "other", "web"),
    ]);

    [Fact]
    public void A_question_that_holds_both_versions_is_refused_with_both_counts_and_what_to_do()
    {
        foreach ((Ces ces, string counts, long others) in new[] { (Two, "12 answers to CES and 6 to CES 1.0", 6L), (One, "6 answers to CES 1.0 and 12 to CES 2.0", 12L) })
        {
            CesResult result = Both.Measure(ces);
            Assert.Equal((null, null, NoValueReason.MixedScales), (result.Mean, result.Estimate, result.WhyNoValue!.Reason));
            Assert.All(["'effort'", counts, "question of its own", "Ces1", "TrustScale"], part => Assert.Contains(part, result.WhyNoValue.Message, StringComparison.Ordinal));
            Assert.Equal(others, result.OtherVersion);
            Assert.All(result.OtherFigures, figure => Assert.Null(figure.Value));
        }
    }

    [Fact]
    public void Who_insists_gets_the_version_that_was_asked_for_and_a_warning()
    {
        CesResult result = Both.Measure(One with { TrustScale = true });
        Assert.Equal((3.0, 5L, 1L, 12L), (result.Mean, result.Responses, result.Invalid, result.OtherVersion));
        Assert.Contains(result.Warnings, warning => warning.Kind == MetricWarningKind.OtherVersion && warning.Message.StartsWith("12 answers are to CES 2.0", StringComparison.Ordinal));
    }

    [Fact]
    public void Over_all_questions_the_version_asked_for_is_right_and_the_other_one_is_counted_and_warned_of()
    {
        CesResult result = Both.Measure(new Ces());
        Assert.Equal((12L, 7L), (result.Responses, result.OtherVersion));
        Assert.NotNull(result.Mean);
        Assert.Contains(new MetricCount("Answers to CES 1.0", 7), result.Counts);
        Assert.Equal(["effort"], result.QuestionsOfBoth);
        MetricWarning warning = Assert.Single(result.Warnings, warning => warning.Kind == MetricWarningKind.OtherVersion);
        Assert.Contains("'effort'", warning.Message, StringComparison.Ordinal);
        JsonDocument.Parse(result.ToJson()).Dispose();
        // Where only one version was asked nothing is said of the other.
        CesResult alone = Answers.Of(FeedbackKind.Ces, 5, 6, 7).Measure(new Ces());
        Assert.Equal(0, alone.OtherVersion);
        Assert.DoesNotContain(alone.Warnings, other => other.Kind == MetricWarningKind.OtherVersion);
    }

    [Fact]
    public void Where_there_is_only_the_other_version_the_reason_says_so()
    {
        CesResult result = Both.Measure(new Ces { Question = "other" });
        Assert.Equal(NoValueReason.NoData, result.WhyNoValue!.Reason);
        Assert.Equal("There are no answers to CES; 1 is to CES 1.0: ask for that with Version.", result.WhyNoValue.Message);
        Assert.Equal(2, Both.Measure(One with { Question = "other" }).Mean);
    }

    [Fact]
    public void One_answer_is_spoken_of_as_one()
    {
        JourneyLog log = JourneyLog.From([.. Enumerable.Range(0, 40).Select(index => Asked($"c{index}", FeedbackKind.Ces, 1 + (index % 7), "effort", "web")), Asked("old", FeedbackKind.Ces1, 2, "effort", "web")]);
        MetricWarning warning = Assert.Single(log.Measure(new Ces()).Warnings, warning => warning.Kind == MetricWarningKind.OtherVersion);
        Assert.StartsWith("1 answer is to CES 1.0, which asks another question on another scale; it counts for nothing in CES, though answers to both stand under the same name ('effort').", warning.Message, StringComparison.Ordinal);
        Assert.Contains("holds 1 answer to CES 1.0 and 40 to CES 2.0", log.Measure(One).WhyNoValue!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void One_answer_of_the_other_version_is_enough_and_other_kinds_under_the_name_are_none()
    {
        JourneyEvent[] own = [.. Enumerable.Range(0, 40).Select(index => Asked($"c{index}", FeedbackKind.Ces, 1 + (index % 7), "survey", "web"))];
        JourneyEvent[] items = [Asked("n", FeedbackKind.Nps, 10, "survey", "web"), Asked("s", FeedbackKind.Csat, 5, "survey", "web"), Asked("f", FeedbackKind.Emotion, 1, "survey", "web")];
        Ces ces = new() { Question = "survey" };
        CesResult survey = JourneyLog.From([.. own, .. items]).Measure(ces);
        Assert.Equal((4L, 0L, 40L), ((long)Math.Round(survey.Mean!.Value), survey.OtherVersion, survey.Responses));
        Assert.Null(JourneyLog.From([.. own, Asked("x", FeedbackKind.Ces1, 1, "survey", "web")]).Measure(ces).Mean);
        // A survey may ask for both of these; each is read by itself.
        Assert.Equal((100.0, 1.0), (JourneyLog.From([.. own, .. items]).Measure(new Nps { Question = "survey" }).Score, JourneyLog.From([.. own, .. items]).Measure(new Csat { Question = "survey" }).Share));
    }

    [Fact]
    public void A_group_with_one_version_keeps_its_value_and_one_with_both_is_refused()
    {
        JourneyLog log = JourneyLog.From([.. Events(), Asked("both", FeedbackKind.Ces1, 3, "effort", "chat"), Asked("both", FeedbackKind.Ces, 3, "effort", "chat")]);
        Breakdown<CesResult> byChannel = log.Measure(Two.By(Dimension.Channel));
        Assert.Equal(NoValueReason.MixedScales, byChannel.Total.WhyNoValue!.Reason);
        Assert.Equal((12L, 0L), (byChannel["web"].Responses, byChannel["web"].OtherVersion));
        Assert.NotNull(byChannel["web"].Mean);
        Assert.Equal((NoValueReason.NoData, 6L), (byChannel["phone"].WhyNoValue!.Reason, byChannel["phone"].OtherVersion));
        Assert.Equal((NoValueReason.MixedScales, 1L, 1L), (byChannel["chat"].WhyNoValue!.Reason, byChannel["chat"].Responses, byChannel["chat"].OtherVersion));
        Assert.Equal(byChannel.Total.OtherVersion, byChannel.Sum(row => row.Result.OtherVersion));
        Assert.Equal("CES by Channel", byChannel.Title);
        Assert.Equal(byChannel["web"], log.Measure(Two.By(Dimension.Channel, Dimension.Calendar(CalendarUnit.Year)))["web", "2026"]);
        Assert.Equal(byChannel["web"].AnswersByScore, log.Measure(Two.By(Dimension.Channel.AtFirst("survey").Top(1)))["web"].AnswersByScore);

        IEnumerable<JourneyEvent> Events() =>
        [
            .. Enumerable.Range(0, 12).Select(index => Asked($"new {index}", FeedbackKind.Ces, 1 + (index % 7), "effort", "web")),
            .. Enumerable.Range(0, 6).Select(index => Asked($"old {index}", FeedbackKind.Ces1, 1 + (index % 5), "effort", "phone")),
        ];
    }

    [Fact]
    public void A_trend_shows_each_period_by_its_own_answers_and_refuses_the_one_of_the_switch()
    {
        JourneyLog log = JourneyLog.From(Enumerable.Range(0, 6).SelectMany(week => Enumerable.Range(0, 20).Select(index =>
            Asked($"{week} {index}", week < 2 || (week == 2 && index < 10) ? FeedbackKind.Ces1 : FeedbackKind.Ces, 1 + (index % 5), "effort", "web") with { At = Weeks.End(week).AddHours(index) })));
        Trend<CesResult> trend = log.Measure(Two.Trend(CalendarUnit.Week, options: new() { ObservedUntil = Weeks.End(6) }));
        Assert.Equal([false, false, false, true, true, true], trend.Points.Select(point => point.Value is not null));
        Assert.Equal([NoValueReason.NoData, NoValueReason.NoData, NoValueReason.MixedScales], trend.Points.Take(3).Select(point => point.Result.WhyNoValue!.Reason));
        Assert.Equal(trend.Points.Select(point => point.Value), log.Measure(Two.By(Dimension.Calendar(CalendarUnit.Week))).Trend(new() { ObservedUntil = Weeks.End(6) }).Points.Select(point => point.Value));
        GroupTrends<CesResult> trends = log.Measure(Two.Trends(Dimension.Channel, CalendarUnit.Week, options: new() { ObservedUntil = Weeks.End(6) }));
        Assert.Equal(trend.Points.Select(point => point.Value), trends["web"].Points.Select(point => point.Value));
    }

    [Fact]
    public void Weights_invitations_and_scores_that_are_explained_are_refused_alike()
    {
        JourneyLog log = JourneyLog.From(Enumerable.Range(0, 20).Select(index => Asked($"c{index}", index < 12 ? FeedbackKind.Ces : FeedbackKind.Ces1, 1 + (index % 5), "effort", "web") with
        {
            Attributes = new Dictionary<string, string> { ["w"] = index == 0 ? "none" : "2" },
            CustomerAttributes = new Dictionary<string, string> { ["plan"] = index % 2 == 0 ? "pro" : "free" },
        }));
        CesResult weighted = log.Measure(Two with { Weight = "w" });
        Assert.Equal((NoValueReason.MixedScales, 8L, 11L), (weighted.WhyNoValue!.Reason, weighted.OtherVersion, weighted.Responses));
        Assert.Contains("12 answers to CES and 8 to CES 1.0", weighted.WhyNoValue.Message, StringComparison.Ordinal);
        Assert.Equal(NoValueReason.MixedScales, log.Measure(Two.AskedBy("ask")).WhyNoValue!.Reason);
        Assert.All(log.Measure(Two.AskedBy("ask").By(Dimension.Attribute("plan"))).Where(row => !row.IsNone), row => Assert.Equal(NoValueReason.MixedScales, row.Result.WhyNoValue!.Reason));
        Assert.Equal(NoValueReason.MixedScales, log.Measure(new PoststratifiedSurvey(CustomerOutcome.Of(Two), "plan")).WhyNoValue!.Reason);
    }

    [Fact]
    public void A_refused_question_is_withheld_from_comparisons()
    {
        Journey map = Journey.Create("Shop", map => map.AddStage("Use", stage => stage.AddTouchpoint("App", touch => touch.ObservedAs("survey"))));
        StagedLog mixed = map.Classify(Both), clean = map.Classify(JourneyLog.From(Enumerable.Range(0, 30).Select(index => Asked($"x{index}", FeedbackKind.Ces, 1 + (index % 7), "effort", "web"))));
        JourneyComparison comparison = JourneyComparison.Between(mixed, clean, new ComparisonOptions { Measures = [Two, Two.By(Dimension.Channel)] });
        Assert.Equal((null, true), (comparison.Differences[0].Baseline, comparison.Differences[0].Candidate is not null));
        Assert.Contains(comparison.Differences, difference => difference.Group == "web" && difference is { Baseline: not null, Candidate: not null, Change: not null });
    }

    [Fact]
    public void Any_partition_and_any_number_of_threads_give_the_same_bits_and_a_slow_reference_the_same_counts() => Prop.ForAll(Effort, ArbMap.Default.ArbFor<int>(), (events, seed) =>
    {
        foreach (AnswerCounting counting in Enum.GetValues<AnswerCounting>())
        {
            foreach (string? question in new[] { null, "effort" })
            {
                Ces ces = new() { Question = question, Counting = counting };
                MetricParts.Same(events, ces, result => ResultText.Of(result) + result.ToJson(), seed);
                MetricParts.Same(events, ces.By(Dimension.Calendar(CalendarUnit.Day)), result => ResultText.Of(result) + result.ToJson(), seed);
                CesResult result = JourneyLog.From(events).Measure(ces);
                JourneyEvent[] others = [.. events.Where(one => one.Feedback is { Kind: FeedbackKind.Ces1 } answer && (question is null || answer.Question == question))];
                Assert.Equal(counting == AnswerCounting.All ? others.Length : others.Select(one => one.Customer).Distinct().Count(), result.OtherVersion);
                bool isMixed = question is not null && result.OtherVersion > 0 && result.Responses + result.Invalid > 0;
                Assert.Equal(isMixed, result.WhyNoValue?.Message.StartsWith("The question 'effort' holds", StringComparison.Ordinal) == true);
                Assert.Equal(JourneyLog.From(events.Where(one => one.Feedback is not { Kind: FeedbackKind.Ces1 })).Measure(ces).AnswersByScore, result.AnswersByScore);
            }
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void In_any_group_each_version_is_counted_as_if_the_other_were_not_there() => Prop.ForAll(Effort, given =>
    {
        if (given.Length == 0) return;
        JourneyEvent[] events = [.. given.Select(one => one with { CustomerAttributes = new Dictionary<string, string> { ["plan"] = one.Customer is "a" or "b" ? "pro" : one.Customer } })];
        JourneyEvent[] twos = Without(events, FeedbackKind.Ces1), ones = Without(events, FeedbackKind.Ces);
        Journey map = Journey.Create("Shop", map => map.AddStage("Use", stage => stage.AddTouchpoint("App", touch => touch.ObservedAs("survey"))));
        StagedLog both = map.Classify(JourneyLog.From(events)), first = map.Classify(JourneyLog.From(ones)), second = map.Classify(JourneyLog.From(twos));
        (Dimension, Dimension?)[] groups =
        [
            (Dimension.Channel, null), (Dimension.Calendar(CalendarUnit.Day), null), (Dimension.Attribute("plan"), null), (Dimension.Stage, null), (Dimension.Touchpoint, null),
            (Dimension.Channel, Dimension.Calendar(CalendarUnit.Day)), (Dimension.Attribute("plan"), Dimension.Touchpoint),
        ];
        foreach (AnswerCounting counting in Enum.GetValues<AnswerCounting>())
        {
            Ces two = new() { Counting = counting }, one = two with { Version = CesVersion.Version1 };
            foreach ((Dimension rows, Dimension? columns) in groups)
            {
                Breakdown<CesResult> of = both.Measure(By(two, rows, columns)), alone = second.Measure(By(two, rows, columns)), others = first.Measure(By(one, rows, columns));
                Assert.Equal(alone.Count, of.Count);
                for (int row = 0; row < of.Count; row++) Check(of[row].Result, alone[row].Result, others[row].Result);
                Check(of.Total, alone.Total, others.Total);
            }

            // The largest groups are those of the version that was asked for.
            foreach (Dimension top in (Dimension[])[Dimension.Attribute("plan").Top(1), Dimension.Channel.First.Top(1)])
            {
                Breakdown<CesResult> of = both.Measure(two.By(top)), alone = second.Measure(two.By(top));
                Assert.Equal(alone.Select(row => $"{row.Group} {string.Join(' ', row.Result.AnswersByScore)}"), of.Select(row => $"{row.Group} {string.Join(' ', row.Result.AnswersByScore)}"));
                if (counting == AnswerCounting.All) Assert.Equal(of.Total.OtherVersion, of.Sum(row => row.Result.OtherVersion));
            }
        }

        static Analysis<Breakdown<CesResult>> By(Ces ces, Dimension rows, Dimension? columns) => columns is null ? ces.By(rows) : ces.By(rows, columns);

        static void Check(CesResult result, CesResult own, CesResult other)
        {
            Assert.Equal(own.AnswersByScore, result.AnswersByScore);
            Assert.Equal((own.Invalid, own.Customers, own.Value, own.Estimate), (result.Invalid, result.Customers, result.Value, result.Estimate));
            Assert.Equal(own.Clusters ?? [], result.Clusters ?? []);
            Assert.Equal(other.Responses + other.Invalid, result.OtherVersion);
        }

        static JourneyEvent[] Without(JourneyEvent[] events, FeedbackKind kind) => [.. events.Select(one => one.Feedback?.Kind == kind ? one with { Feedback = null } : one)];
    }).QuickCheckThrowOnFailure();

    private static Arbitrary<JourneyEvent[]> Effort { get; } = Arb.From(
        Gen.Sized(size => Gen.Choose(0, 2 * size).SelectMany(count => (
            from customer in Gen.Elements("a", "b", "c", "d")
            from kind in Gen.Elements(FeedbackKind.Ces, FeedbackKind.Ces, FeedbackKind.Ces1, FeedbackKind.Nps)
            from score in Gen.Choose(0, 8)
            from question in Gen.Elements("effort", "other", null)
            from channel in Gen.Elements("web", "phone", null)
            from hour in Gen.Choose(0, 30)
            select Asked(customer, kind, score, question, channel) with { At = Answers.Noon.AddHours(hour) }).ArrayOf(count))).Select(LogGenerator.WithSequences), LogGenerator.Shrink);

    private static JourneyEvent Asked(string customer, FeedbackKind kind, double score, string? question, string? channel) =>
        Answers.One(customer, kind, score, 0) with { Channel = channel, Feedback = new Feedback(kind, score, question) };
}
