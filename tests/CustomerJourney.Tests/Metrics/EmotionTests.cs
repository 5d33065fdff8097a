using CustomerJourney.Classification;
using CustomerJourney.Events;
using CustomerJourney.Metrics;
using CustomerJourney.Statistics;

namespace CustomerJourney.Tests.Metrics;

public class EmotionTests
{
    [Fact]
    public void The_mean_valence_has_a_t_interval_and_shares_of_good_and_bad()
    {
        double[] scores = [-2, -0.5, 0, 1.25, 2, 2];
        EmotionResult result = Answers.Of(FeedbackKind.Emotion, [.. scores, 2.01, -3]).Measure(new ObservedEmotion());
        Assert.Equal((6L, 2L, 3L, 1L, 2L), (result.Responses, result.Invalid, result.Positive, result.Neutral, result.Negative));
        Assert.Equal(scores.Average(), result.Mean!.Value, 1e-12);
        Estimate plain = MeanSample.Of(scores).Estimate(0.95)!;
        Assert.True(plain.Upper > 2);
        Assert.Equal(plain with { Upper = 2 }, result.Estimate);
        Assert.Equal([0.5, 1.0 / 6, 1.0 / 3], result.OtherFigures.Select(figure => figure.Value!.Value));
        Assert.Equal(ProportionInterval.Wilson(3, 6), result.OtherFigures[0].Estimate);
    }

    [Fact]
    public void By_touchpoint_it_is_the_curve_of_the_journey()
    {
        Journey map = Journey.Create("Shop", journey => journey
            .AddStage("Look", stage => stage.AddTouchpoint("Page", touch => touch.ObservedAs("page")))
            .AddStage("Buy", stage => stage.AddTouchpoint("Pay", touch => touch.ObservedAs("pay"))));
        StagedLog staged = map.Classify(JourneyLog.From([Felt("a", "page", 1, 0), Felt("a", "pay", -2, 1), Felt("b", "page", 2, 0)]));
        Breakdown<EmotionResult> curve = staged.Measure(new ObservedEmotion().By(Dimension.Touchpoint));
        Assert.Equal([1.5, -2.0], curve.Take(2).Select(row => row.Result.Mean));
        Assert.Equal(-2, staged.Measure(new ObservedEmotion().By(Dimension.Stage))["Buy"].Mean);
    }

    [Fact]
    public void All_answers_are_clustered_by_customer()
    {
        JourneyEvent[] once = [.. Enumerable.Range(0, 40).Select(index => Answers.One($"c{index}", FeedbackKind.Emotion, (index % 9 * 0.5) - 2, 0))];
        EmotionResult single = JourneyLog.From(once).Measure(new ObservedEmotion());
        EmotionResult all = JourneyLog.From(Enumerable.Range(0, 4).SelectMany(hour => once.Select(one => one with { At = one.At.AddHours(hour) }))).Measure(new ObservedEmotion { Counting = AnswerCounting.All });
        Assert.Equal((160L, 40L), (all.Responses, all.Customers));
        Assert.Equal(single.Estimate!.Lower, all.Estimate!.Lower, 1e-9);
        Assert.Equal("Student t, clustered by customer", all.Estimate.Method);
        Assert.Equal("Wilson, clustered by customer", all.OtherFigures[2].Estimate!.Method);
    }

    [Fact]
    public void Weights_count()
    {
        JourneyLog log = JourneyLog.From([Weighted("a", 2, "3"), Weighted("b", -2, "1"), Weighted("c", 0.5, "x")]);
        EmotionResult result = log.Measure(new ObservedEmotion { Weight = "w" });
        Assert.Equal((1.0, 2L, 1L), (result.Mean!.Value, result.Responses, result.Weighting!.InvalidWeights));
        Assert.Equal(0.75, result.OtherFigures[0].Value!.Value, 1e-12);

        static JourneyEvent Weighted(string customer, double score, string weight) => Answers.One(customer, FeedbackKind.Emotion, score, 0) with { Attributes = new Dictionary<string, string> { ["w"] = weight } };
    }

    [Fact]
    public void Stars_given_as_feelings_are_refused()
    {
        EmotionResult result = Answers.Of(FeedbackKind.Emotion, Enumerable.Range(0, 50).Select(index => 1.0 + (index % 5))).Measure(new ObservedEmotion());
        Assert.Equal((null, NoValueReason.WrongScale), (result.Mean, result.WhyNoValue!.Reason));
        Assert.Contains("1…5", result.WhyNoValue.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Peak_end_is_the_mean_of_the_most_extreme_and_the_last_feeling_of_each_customer()
    {
        // a: peak −2 (of two equally extreme ones the bad one), end 1; b: a single feeling; c: nothing valid.
        JourneyLog log = JourneyLog.From([Felt("a", "x", 2, 0), Felt("a", "x", -2, 1), Felt("a", "x", 1, 2), Felt("b", "x", 0.5, 0), Felt("c", "x", 9, 0)]);
        PeakEndResult result = log.Measure(new PeakEnd());
        Assert.Equal((2L, 4L, 1L), (result.Customers, result.Moments, result.Invalid));
        Assert.Equal((-0.5 + 0.5) / 2, result.Value);
        Assert.Equal([(-2 + 0.5) / 2, (1 + 0.5) / 2, ((1.0 / 3) + 0.5) / 2, null], result.OtherFigures.Select(figure => figure.Value));
        Assert.Equal("Student t", result.Estimate!.Method);
        Assert.Equal(["Peak", "End", "Mean", "Duration-weighted mean"], result.OtherFigures.Select(figure => figure.Name));
    }

    [Fact]
    public void Feelings_that_last_have_a_mean_over_time_beside_the_peak_end()
    {
        // a: −2 for half an hour, 1 for three half hours; b: 2, of which it is not known how long; c: 1 for an hour.
        JourneyLog log = JourneyLog.From([Lasting("a", -2, 1, 0.5), Lasting("a", 1, 4, 1.5), Felt("b", "x", 2, 0), Lasting("c", 1, 2, 1)]);
        PeakEndResult result = log.Measure(new PeakEnd());
        Assert.Equal((3L, 2L), (result.Customers, result.DurationWeightedSample.Count));
        Assert.Equal((((-2 * 0.5) + (1 * 1.5)) / 2 + 1) / 2, result.OtherFigures[3].Value!.Value, 1e-12);

        static JourneyEvent Lasting(string customer, double score, int hour, double hours)
        {
            JourneyEvent felt = Felt(customer, "x", score, hour);
            return felt with { StartedAt = felt.At.AddHours(-hours) };
        }
    }

    [Fact]
    public void Peak_end_reads_one_question_and_is_null_without_any()
    {
        JourneyLog log = JourneyLog.From([Felt("a", "x", 2, 0) with { Feedback = new(FeedbackKind.Emotion, 2, "after") }, Felt("a", "x", -2, 1)]);
        Assert.Equal(2, log.Measure(new PeakEnd { Question = "after" }).Value);
        PeakEndResult none = log.Measure(new PeakEnd { Question = "before" });
        Assert.Equal((null, NoValueReason.NoData), (none.Value, none.WhyNoValue!.Reason));
    }

    [Fact]
    public void Peak_ends_whose_feelings_lasted_otherwise_are_not_the_same()
    {
        PeakEndResult brief = Lasting(1), longer = Lasting(5);
        Assert.Equal((brief.Value, brief.MeanSample), (longer.Value, longer.MeanSample));
        Assert.NotEqual(brief.DurationWeightedSample, longer.DurationWeightedSample);
        Assert.NotEqual(brief, longer);
        Assert.Equal(brief, Lasting(1));

        static PeakEndResult Lasting(int hours) => JourneyLog.From(
        [
            Answers.One("c", FeedbackKind.Emotion, -1, 0) with { StartedAt = Answers.Noon.AddHours(-1) },
            Answers.One("c", FeedbackKind.Emotion, 2, 9) with { StartedAt = Answers.Noon.AddHours(9 - hours) },
        ]).Measure(new PeakEnd());
    }

    private static JourneyEvent Felt(string customer, string name, double score, int hour) => Answers.One(customer, FeedbackKind.Emotion, score, hour) with { Event = name };
}
