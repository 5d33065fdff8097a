using CustomerJourney.Events;
using CustomerJourney.Metrics;

namespace CustomerJourney.Tests.Metrics;

public class SurveyScaleTests
{
    [Fact]
    public void A_file_of_1_to_5_given_as_NPS_is_refused_and_told_what_it_looks_like()
    {
        NpsResult result = Stars(30, 5).Measure(new Nps());
        Assert.Null(result.Score);
        Assert.Null(result.Estimate);
        Assert.All(result.OtherFigures, figure => Assert.Null(figure.Value));
        Assert.Equal(NoValueReason.WrongScale, result.WhyNoValue!.Reason);
        Assert.Contains("All 30 answers to NPS lie from 1 to 5", result.WhyNoValue.Message, StringComparison.Ordinal);
        Assert.Contains("Csat", result.WhyNoValue.Message, StringComparison.Ordinal);
        Assert.Equal((30L, 6L), (result.Responses, result.AnswersByScore[1]));
    }

    [Fact]
    public void Who_insists_gets_the_figure() => Assert.Equal(-100, Stars(30, 5).Measure(new Nps { TrustScale = true }).Score);

    [Theory]
    [InlineData(29, 5, false)]
    [InlineData(30, 5, true)]
    [InlineData(99, 7, false)]
    [InlineData(100, 7, true)]
    [InlineData(100, 10, false)]
    public void So_many_answers_on_so_small_a_scale_are_refused_as_NPS(int answers, int best, bool refused) =>
        Assert.Equal(refused, Stars(answers, best).Measure(new Nps()).Score is null);

    [Fact]
    public void One_answer_elsewhere_or_an_end_that_is_missing_makes_a_real_NPS()
    {
        Assert.NotNull(Answers.Of(FeedbackKind.Nps, [.. Scores(300, 5), 6]).Measure(new Nps()).Score);
        Assert.NotNull(Answers.Of(FeedbackKind.Nps, [.. Scores(300, 5), 9]).Measure(new Nps()).Score);
        Assert.NotNull(Answers.Of(FeedbackKind.Nps, Enumerable.Range(0, 300).Select(index => 2.0 + (index % 4))).Measure(new Nps()).Score);
    }

    [Fact]
    public void Thumbs_given_as_NPS_are_refused() => Assert.Equal(
        NoValueReason.WrongScale, Answers.Of(FeedbackKind.Nps, Enumerable.Range(0, 40).Select(index => index % 2.0)).Measure(new Nps()).WhyNoValue!.Reason);

    [Fact]
    public void Many_ones_and_no_zero_are_warned_of() => Assert.Contains(
        Stars(100, 10).Measure(new Nps()).Warnings, warning => warning.Kind == MetricWarningKind.Assumption && warning.Message.Contains("1…10", StringComparison.Ordinal));

    [Fact]
    public void Answers_of_0_to_10_on_a_scale_of_1_to_5_are_refused()
    {
        CsatResult result = Answers.Of(FeedbackKind.Csat, Enumerable.Range(0, 55).Select(index => (double)(index % 11))).Measure(new Csat());
        Assert.Equal((null, NoValueReason.WrongScale), (result.Share, result.WhyNoValue!.Reason));
        Assert.Contains("30 of 55 answers to CSAT are whole numbers outside of 1…5, up to 10: they look like 0…10", result.WhyNoValue.Message, StringComparison.Ordinal);
        Assert.Equal((null, null), (result.Mean, result.Index));
    }

    [Fact]
    public void A_notable_part_of_answers_on_a_larger_scale_is_a_mixture_of_scales()
    {
        CsatResult mixed = Answers.Of(FeedbackKind.Csat, [.. Scores(100, 5), .. Enumerable.Range(0, 10).Select(index => 6.0 + (index % 2))]).Measure(new Csat());
        Assert.Equal(NoValueReason.MixedScales, mixed.WhyNoValue!.Reason);
        Assert.Contains("1…7", mixed.WhyNoValue.Message, StringComparison.Ordinal);
        Assert.NotNull(Answers.Of(FeedbackKind.Csat, [.. Scores(100, 5), .. Enumerable.Repeat(7.0, 9)]).Measure(new Csat()).Share);
        Assert.NotNull(Answers.Of(FeedbackKind.Csat, [.. Scores(191, 5), .. Enumerable.Repeat(7.0, 10)]).Measure(new Csat()).Share);
        Assert.NotNull(Answers.Of(FeedbackKind.Csat, [.. Scores(100, 5), .. Enumerable.Repeat(3.5, 90)]).Measure(new Csat()).Share);
        Assert.NotNull(Answers.Of(FeedbackKind.Csat, [.. Scores(100, 5), .. Enumerable.Repeat(7.0, 90)]).Measure(new Csat { TrustScale = true }).Share);
    }

    [Fact]
    public void Effort_on_1_to_5_given_as_version_2_is_refused()
    {
        JourneyLog log = Answers.Of(FeedbackKind.Ces, Scores(100, 5));
        Assert.Equal(NoValueReason.WrongScale, log.Measure(new Ces()).WhyNoValue!.Reason);
        Assert.Contains("Ces1", log.Measure(new Ces()).WhyNoValue!.Message, StringComparison.Ordinal);
        Assert.NotNull(Answers.Of(FeedbackKind.Ces, Scores(99, 5)).Measure(new Ces()).Mean);
        Assert.Equal(NoValueReason.WrongScale, Answers.Of(FeedbackKind.Ces1, Enumerable.Repeat(7.0, 40)).Measure(new Ces { Version = CesVersion.Version1 }).WhyNoValue!.Reason);
    }

    [Fact]
    public void The_refusal_is_decided_from_the_whole_and_not_from_parts()
    {
        JourneyLog[] parts = [.. Enumerable.Range(0, 6).Select(part => JourneyLog.From(Enumerable.Range(0, 5).Select(index => Answers.One($"c{part}{index}", FeedbackKind.Nps, 1 + index, 0))))];
        Assert.All(parts, part => Assert.NotNull(part.Measure(new Nps()).Score));
        NpsResult whole = parts.Select(part => part.MeasurePart(new Nps())).Aggregate((left, right) => left.Merge(right)).ToResult();
        Assert.Equal(NoValueReason.WrongScale, whole.WhyNoValue!.Reason);
        // And a part that looks wrong is right in a whole that is.
        NpsResult right = Stars(30, 5).MeasurePart(new Nps()).Merge(JourneyLog.From([Answers.One("x", FeedbackKind.Nps, 10, 0)]).MeasurePart(new Nps())).ToResult();
        Assert.NotNull(right.Score);
    }

    [Fact]
    public void A_small_group_of_answers_on_the_wrong_scale_shares_the_refusal_of_all_groups()
    {
        JourneyLog stars = JourneyLog.From(Enumerable.Range(0, 60).Select(index => Answers.One($"c{index}", FeedbackKind.Nps, 1 + (index % 5), 0) with { Channel = index < 55 ? "web" : "phone" }));
        Breakdown<NpsResult> byChannel = stars.Measure(new Nps().By(Dimension.Channel));
        Assert.Equal(NoValueReason.WrongScale, byChannel.Total.WhyNoValue!.Reason);
        NpsResult phone = byChannel["phone"];
        Assert.Equal((null, 5L, NoValueReason.WrongScale), (phone.Score, phone.Responses, phone.WhyNoValue!.Reason));
        Assert.StartsWith("The answers to NPS in this group (5) lie from 1 to 5 too, and all groups together are refused: All 60 answers", phone.WhyNoValue.Message, StringComparison.Ordinal);
        Assert.Equal(-100, stars.Measure(new Nps { TrustScale = true }.By(Dimension.Channel))["phone"].Score);
    }

    [Fact]
    public void Where_all_groups_mix_scales_those_on_the_scale_keep_their_value_and_the_others_do_not_however_small()
    {
        JourneyLog log = JourneyLog.From(
        [
            .. Channel("right", Scores(40, 5)), .. Channel("small and right", [4, 5, 3]), .. Channel("wrong", Scores(40, 10)), .. Channel("small and wrong", [9, 4, 10, 8, 5]),
            .. Channel("a slip", [.. Scores(40, 5), 7]),
        ]);
        Breakdown<CsatResult> byChannel = log.Measure(new Csat().By(Dimension.Channel));
        Assert.Equal(NoValueReason.MixedScales, byChannel.Total.WhyNoValue!.Reason);
        Assert.All(["right", "small and right", "a slip"], name => Assert.NotNull(byChannel[name].Share));
        Assert.All(["wrong", "small and wrong"], name => Assert.NotNull(byChannel[name].WhyNoValue));
        Assert.Contains("3 of 5 answers to CSAT in this group are outside of 1…5 too", byChannel["small and wrong"].WhyNoValue!.Message, StringComparison.Ordinal);
        // The same for groups of customers, of feelings and of what is remembered.
        JourneyLog feelings = JourneyLog.From([.. Channel("right", [.. Scores(40, 2)], FeedbackKind.Emotion), .. Channel("wrong", [.. Scores(40, 10)], FeedbackKind.Emotion), .. Channel("small", [9, 1], FeedbackKind.Emotion)]);
        Breakdown<PeakEndResult> remembered = feelings.Measure(new PeakEnd().By(Dimension.Channel.AtFirst("survey")));
        Assert.Equal([true, false, false], new[] { "right", "small", "wrong" }.Select(name => remembered[name].Value is not null));
        Breakdown<EmotionResult> felt = feelings.Measure(new ObservedEmotion().By(Dimension.Channel.AtFirst("survey")));
        Assert.Equal([true, false, false], new[] { "right", "small", "wrong" }.Select(name => felt[name].Mean is not null));

        static IEnumerable<JourneyEvent> Channel(string name, IEnumerable<double> scores, FeedbackKind kind = FeedbackKind.Csat) =>
            scores.Select((score, index) => Answers.One($"{name} {index}", kind, score, 0) with { Channel = name });
    }

    [Fact]
    public void Only_answers_to_the_question_count()
    {
        JourneyLog log = JourneyLog.From([Asked("a", "shop", 10), Asked("b", "help", 0), Asked("c", null, 9)]);
        NpsResult all = log.Measure(new Nps()), shop = log.Measure(new Nps { Question = "shop" });
        Assert.Equal(["", "help", "shop"], all.Questions);
        Assert.Contains(all.Warnings, warning => warning.Kind == MetricWarningKind.MixedQuestions && warning.Message.Contains("none named, 'help', 'shop'", StringComparison.Ordinal));
        Assert.Equal((100.0, 1L), (shop.Score, shop.Responses));
        Assert.DoesNotContain(shop.Warnings, warning => warning.Kind == MetricWarningKind.MixedQuestions);
        Assert.Contains(new MetricTerm("question", "shop"), shop.Terms);
        Assert.Equal(0, log.Measure(new Nps { Question = "Shop" }).Responses);
        Assert.Throws<ArgumentException>(() => new Nps { Question = "" });
    }

    [Fact]
    public void The_latest_answer_to_the_question_counts_and_not_a_later_one_to_another()
    {
        JourneyLog log = JourneyLog.From([Asked("a", "shop", 10), Asked("a", "help", 0) with { At = Answers.Noon.AddHours(2) }]);
        Assert.Equal(100, log.Measure(new Nps { Question = "shop" }).Score);
        Assert.Equal(["help"], log.Measure(new Nps()).Questions);
    }

    [Fact]
    public void No_more_than_eight_questions_are_named_and_the_same_ones_in_any_order()
    {
        JourneyEvent[] events = [.. Enumerable.Range(0, 20).Select(index => Asked($"c{index}", $"q{index:D2}", 9))];
        string[] first = [.. Enumerable.Range(0, 8).Select(index => $"q{index:D2}")];
        Assert.Equal(first, JourneyLog.From(events).Measure(new Nps()).Questions);
        Assert.Equal(first, events.Reverse().Select(one => JourneyLog.From([one]).MeasurePart(new Nps())).Aggregate((left, right) => left.Merge(right)).ToResult().Questions);
    }

    private static JourneyEvent Asked(string customer, string? question, double score) => Answers.One(customer, FeedbackKind.Nps, score, 0) with { Feedback = new Feedback(FeedbackKind.Nps, score, question) };

    private static IEnumerable<double> Scores(int answers, int best) => Enumerable.Range(0, answers).Select(index => 1.0 + (index % best));

    private static JourneyLog Stars(int answers, int best) => Answers.Of(FeedbackKind.Nps, Scores(answers, best));
}
