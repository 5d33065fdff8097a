using System.Text.Json;
using CustomerJourney.Events;
using CustomerJourney.Metrics;
using CustomerJourney.Metrics.Surveys;
using CustomerJourney.Statistics;

namespace CustomerJourney.Tests.Metrics;

/// <summary>What a figure must not claim: levels of 100 %, intervals without width, limits beyond the scale, as many observations as there are answers.</summary>
public class HonestFigureTests
{
    [Theory]
    [InlineData(0.5, "50% interval")]
    [InlineData(0.975, "97.5% interval")]
    [InlineData(0.999999, "99.9999% interval")]
    [InlineData(0.9999999999, "99.99999999% interval")]
    [InlineData(0.9999999999999999, "nearly 100% interval")]
    public void A_level_is_never_shown_as_100_percent(double level, string text) =>
        Assert.Contains($"({text} ", Answers.Nps(40, 30, 30).Measure(new Nps { Level = level }).ToString(), StringComparison.Ordinal);

    [Fact]
    public void An_interval_without_width_is_warned_of()
    {
        MetricWarning wald = Warned(Answers.Nps(500, 0, 0).Measure(new Nps { Interval = NpsInterval.Wald }), MetricWarningKind.NoWidth)!;
        Assert.Equal("The interval of NPS (Wald) has no width, because its observations are all alike: that does not make the value certain.", wald.Message);
        Assert.NotNull(Warned(Answers.Of(FeedbackKind.Csat, Enumerable.Repeat(5.0, 40)).Measure(new Csat { Interval = CsatInterval.Wald }), MetricWarningKind.NoWidth));
        Assert.NotNull(Warned(Answers.Of(FeedbackKind.Ces, Enumerable.Repeat(7.0, 40)).Measure(new Ces()), MetricWarningKind.NoWidth));
        Assert.Null(Warned(Answers.Nps(500, 0, 0).Measure(new Nps()), MetricWarningKind.NoWidth));
        Assert.Null(Warned(Answers.Nps(1, 0, 0).Measure(new Nps { Interval = NpsInterval.StudentT }), MetricWarningKind.NoWidth));
    }

    [Fact]
    public void Several_answers_of_a_customer_that_come_to_the_same_are_not_called_alike()
    {
        // Each customer finds it easy once and hard once.
        JourneyLog log = JourneyLog.From(Enumerable.Range(0, 80).Select(index => Answers.One($"c{index / 2}", FeedbackKind.Ces, index % 2 == 0 ? 1 : 7, index)));
        CesResult all = log.Measure(new Ces { Counting = AnswerCounting.All });
        Assert.Equal((4.0, 4.0), (all.Estimate!.Lower, all.Estimate.Upper));
        Assert.Equal(
            $"The interval of CES ({all.Estimate.Method}) has no width, because the observations of every customer come to the same: that does not make the value certain.",
            Warned(all, MetricWarningKind.NoWidth)!.Message);
    }

    [Theory]
    [InlineData(5, 4, MetricWarningKind.VeryFewObservations)]
    [InlineData(5, 10, MetricWarningKind.VeryFewObservations)]
    [InlineData(12, 2, MetricWarningKind.FewObservations)]
    [InlineData(12, 4, MetricWarningKind.FewObservations)]
    [InlineData(5, 1, MetricWarningKind.VeryFewObservations)]
    public void It_is_said_once_on_how_few_a_figure_rests(int customers, int answers, MetricWarningKind kind)
    {
        JourneyLog log = JourneyLog.From(Enumerable.Range(0, customers * answers).Select(index => Answers.One($"c{index / answers}", FeedbackKind.Csat, 1 + (index % 5), index)));
        MetricWarning warning = Assert.Single(log.Measure(new Csat { Counting = AnswerCounting.All }).Warnings, warning => warning.Kind is MetricWarningKind.FewObservations or MetricWarningKind.VeryFewObservations);
        Assert.Equal(kind, warning.Kind);
    }

    [Fact]
    public void What_the_reason_for_no_value_says_is_not_said_again()
    {
        Assert.Equal("The answer to NPS is not on its scale.", Assert.Single(Answers.Of(FeedbackKind.Nps, 11).Measure(new Nps()).Remarks));
        Assert.Equal("None of 3 answers to NPS is on its scale.", Assert.Single(Answers.Of(FeedbackKind.Nps, 11, 12, 13).Measure(new Nps()).Remarks));
        Assert.Single(Answers.Of(FeedbackKind.Nps, Enumerable.Range(0, 60).Select(index => index * 1.5 % 60)).Measure(new Nps()).Remarks);
    }

    [Fact]
    public void Weights_that_none_has_are_told_of_once()
    {
        JourneyLog log = JourneyLog.From(Enumerable.Range(0, 40).Select(index => Answers.One($"c{index}", FeedbackKind.Csat, 1 + (index % 5), 0) with { Attributes = new Dictionary<string, string> { ["w"] = index < 2 ? "x" : "none" } }));
        Assert.StartsWith("None of 40 answers to CSAT has a valid weight", Assert.Single(log.Measure(new Csat { Weight = "w" }).Remarks), StringComparison.Ordinal);
    }

    [Fact]
    public void One_customer_one_answer_and_one_invitation_are_spoken_of_as_one()
    {
        JourneyEvent asked = new() { Customer = "a", Event = "sent", At = Answers.Noon };
        JourneyLog one = JourneyLog.From([asked, asked with { Customer = "b", Event = "other" }]), open = JourneyLog.From([asked]);
        Assert.Contains(one.Measure(new ResponseRate(FeedbackKind.Nps, "sent")).Warnings, warning => warning.Message.StartsWith("1 of 1 invitation was not answered:", StringComparison.Ordinal));
        Assert.Equal("The time to answer the one invitation is not over.", open.Measure(new ResponseRate(FeedbackKind.Nps, "sent") { Within = TimeSpan.FromDays(1) }).WhyNoValue!.Message);
        Assert.Equal("The one invitation is still within its window: ask again when it has closed.", open.Measure(new InvitationOutcomes(new Nps(), "sent") { Within = TimeSpan.FromDays(1) }).WhyNoValue!.Message);
        JourneyEvent answer = Answers.One("a", FeedbackKind.Csat, 5, 0) with { CustomerAttributes = new Dictionary<string, string> { ["plan"] = "pro" } };
        Assert.StartsWith("1 customer answered and 0 did not", JourneyLog.From([asked, answer with { At = Answers.Noon.AddHours(1) }]).Measure(new ResponseBias(new Csat(), "sent") { ObservedUntil = Answers.Noon.AddDays(400) }).WhyNoValue!.Message, StringComparison.Ordinal);
        PoststratifiedSurveyResult outside = JourneyLog.From([.. Enumerable.Range(0, 9).Select(index => answer with { Customer = $"c{index}" }), asked with { CustomerAttributes = new Dictionary<string, string> { ["plan"] = "free" } }]).Measure(new PoststratifiedSurvey(new Csat(), "plan"));
        Assert.Contains(outside.Warnings, warning => warning.Message.StartsWith("1 of 10 customers is in a cell in which nobody answered:", StringComparison.Ordinal));
        Assert.StartsWith("The weight of the one answer to CSAT is 0:", JourneyLog.From([answer with { Attributes = new Dictionary<string, string> { ["w"] = "0" } }]).Measure(new Csat { Weight = "w" }).WhyNoValue!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void One_that_cannot_be_used_is_spoken_of_as_one()
    {
        Assert.StartsWith("1 of 11 observations is invalid:", Warned(Answers.Of(FeedbackKind.Nps, [.. Enumerable.Range(0, 10).Select(index => (double)index), 11]).Measure(new Nps()), MetricWarningKind.ManyInvalid)!.Message, StringComparison.Ordinal);
        JourneyLog log = JourneyLog.From(Enumerable.Range(0, 60).Select(index => Answers.One($"c{index}", FeedbackKind.Csat, 1 + (index % 5), 0) with { Attributes = new Dictionary<string, string> { ["w"] = index == 0 ? "none" : "1" } }));
        Assert.Equal("1 answer to CSAT has no valid weight in 'w' ('none') and was left out.", Warned(log.Measure(new Csat { Weight = "w" }), MetricWarningKind.ManyInvalid)!.Message);
    }

    [Fact]
    public void Walds_interval_of_few_answers_is_warned_of()
    {
        Assert.NotNull(Warned(Answers.Nps(40, 30, 29).Measure(new Nps { Interval = NpsInterval.Wald }), MetricWarningKind.Method));
        Assert.Null(Warned(Answers.Nps(40, 30, 30).Measure(new Nps { Interval = NpsInterval.Wald }), MetricWarningKind.Method));
        Assert.Null(Warned(Answers.Nps(40, 30, 29).Measure(new Nps()), MetricWarningKind.Method));
    }

    [Fact]
    public void The_interval_of_a_mean_ends_where_its_scale_does()
    {
        CsatResult csat = Answers.Of(FeedbackKind.Csat, 1, 5, 1, 5).Measure(new Csat());
        Assert.Equal((1.0, 5.0), (csat.Mean!.Lower, csat.Mean.Upper));
        Assert.Equal((0.0, 100.0), (csat.Index!.Lower, csat.Index.Upper));
        Estimate thumbs = Answers.Of(FeedbackKind.Csat, 1, 1, 0).Measure(Csat.Thumbs).Mean!;
        Assert.Equal((0.0, 1.0), (thumbs.Lower, thumbs.Upper));
        Estimate emotion = Answers.Of(FeedbackKind.Emotion, -2, 2, 2).Measure(new ObservedEmotion()).Estimate!;
        Assert.Equal((-2.0, 2.0), (emotion.Lower, emotion.Upper));
        Estimate effort = Answers.Of(FeedbackKind.Ces, 1, 7, 7).Measure(new Ces()).Estimate!;
        Assert.Equal((1.0, 7.0), (effort.Lower, effort.Upper));
        Assert.Contains(Answers.Of(FeedbackKind.Ces, 1, 2, 3, 4, 5, 5, 4, 3, 2, 1).Measure(new Ces()).Warnings, warning => warning.Message.StartsWith("All 10 answers to CES lie from 1 to 5", StringComparison.Ordinal));
        PeakEndResult peak = Answers.Of(FeedbackKind.Emotion, -2, 2, 2).Measure(new PeakEnd());
        Assert.Equal((-2.0, 2.0), (peak.Estimate!.Lower, peak.Estimate.Upper));
        Assert.All(peak.OtherFigures.Where(figure => figure.Value is not null), figure => Assert.Equal((-2.0, 2.0), (figure.Estimate!.Lower, figure.Estimate.Upper)));
        ExperienceIndexResult index = JourneyLog.From(((double[])[1, 5, 5]).SelectMany((score, place) => ((string[])["ease", "trust"]).Select(question =>
                Answers.One($"c{place}", FeedbackKind.Csat, score, 0) with { Feedback = new Feedback(FeedbackKind.Csat, score, question) })))
            .Measure(new ExperienceIndex(new ExperiencePart { Name = "Ease", Question = "ease", Weight = 0.5 }, new ExperiencePart { Name = "Trust", Question = "trust", Weight = 0.5 }));
        Assert.Equal((0.0, 100.0), (index.Estimate!.Lower, index.Estimate.Upper));
        Assert.Equal((0.0, 100.0), (index.OtherFigures[0].Estimate!.Lower, index.OtherFigures[0].Estimate!.Upper));
    }

    [Fact]
    public void Answers_that_count_for_fewer_say_for_how_many()
    {
        // Twenty customers who say the same ten times: 200 answers count as 20.
        JourneyLog log = JourneyLog.From(Enumerable.Range(0, 200).Select(index => Answers.One($"c{index / 10}", FeedbackKind.Nps, index / 10 % 2 == 0 ? 10 : 3, index)));
        NpsResult all = log.Measure(new Nps { Counting = AnswerCounting.All });
        Assert.Equal((200L, 19.1), (all.Estimate!.N, Math.Round(all.Estimate.EffectiveN, 1)));
        Assert.EndsWith("n = 200 (effective n = 19.1)", all.ToString(), StringComparison.Ordinal);
        Assert.All(all.OtherFigures.Where(figure => figure.Value is > 0), figure => Assert.Equal(19.1, figure.Estimate!.EffectiveN, 0.05));
        using JsonDocument json = JsonDocument.Parse(all.ToJson());
        Assert.Equal(all.Estimate.EffectiveN, json.RootElement.GetProperty("estimate").GetProperty("effectiveN").GetDouble());
        Assert.Contains(all.Warnings, warning => warning.Kind == MetricWarningKind.FewObservations && warning.Message.Contains("20 customers, however many their 200 observations", StringComparison.Ordinal));

        NpsResult latest = log.Measure(new Nps());
        Assert.Equal(20, latest.Estimate!.EffectiveN);
        Assert.EndsWith("n = 20", latest.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Weighted_answers_count_as_Kish_says_in_every_figure()
    {
        JourneyLog log = JourneyLog.From(Enumerable.Range(0, 60).Select(index => Answers.One($"c{index}", FeedbackKind.Csat, 1 + (index % 5), 0) with { Attributes = new Dictionary<string, string> { ["w"] = index % 3 == 0 ? "5" : "1" } }));
        CsatResult csat = log.Measure(new Csat { Weight = "w" });
        // (20·5 + 40)²/(20·25 + 40)
        const double Kish = 140.0 * 140 / 540;
        Assert.Equal(Kish, csat.Estimate!.EffectiveN, 1e-9);
        Assert.Equal(Kish, csat.Mean!.EffectiveN, 1e-9);
        Assert.Equal(Kish, csat.Index!.EffectiveN, 1e-9);
        Assert.EndsWith("n = 60 (effective n = 36.3)", csat.ToString(), StringComparison.Ordinal);
        Assert.Equal(36.3, Math.Round(WeightedProportion.Logit([.. Enumerable.Range(0, 60).Select(index => index % 5 > 2)], [.. Enumerable.Range(0, 60).Select(index => index % 3 == 0 ? 5.0 : 1)])!.EffectiveN, 1));
    }

    [Fact]
    public void An_effective_number_is_above_0() => Assert.Throws<ArgumentOutOfRangeException>(
        () => new Estimate { Value = 0, Lower = 0, Upper = 0, N = 1, Level = 0.95, Method = "none", EffectiveN = 0 });

    [Theory]
    [InlineData(9, 5, null)]
    [InlineData(10, 5, "All 10 answers to NPS lie from 1 to 5: were they given on 1…5 and not on 0…10?")]
    [InlineData(29, 5, "from 1 to 5")]
    [InlineData(99, 7, "from 1 to 7")]
    [InlineData(40, 10, null)]
    public void Answers_too_few_to_be_refused_are_told_what_they_look_like(int answers, int best, string? text)
    {
        NpsResult result = Answers.Of(FeedbackKind.Nps, Enumerable.Range(0, answers).Select(index => 1.0 + (index % best))).Measure(new Nps());
        Assert.NotNull(result.Score);
        MetricWarning? hint = Warned(result, MetricWarningKind.Assumption);
        if (text is null) Assert.Null(hint);
        else Assert.Contains(text, hint!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Many_answers_of_half_a_scale_are_told_what_they_look_like_or_refused()
    {
        double[] without1 = [.. Enumerable.Range(0, 500).Select(index => 2.0 + (index % 4))];
        Assert.Contains("1…5", Warned(Answers.Of(FeedbackKind.Nps, without1).Measure(new Nps()), MetricWarningKind.Assumption)!.Message, StringComparison.Ordinal);
        Assert.Null(Warned(Answers.Of(FeedbackKind.Nps, without1).Measure(new Nps { TrustScale = true }), MetricWarningKind.Assumption));
        Assert.Null(Warned(Answers.Of(FeedbackKind.Nps, [.. without1, 9]).Measure(new Nps()), MetricWarningKind.Assumption));
        Assert.Contains("1…5", Warned(Answers.Of(FeedbackKind.Csat, without1[..40]).Measure(new Csat { ScaleMaximum = 7 }), MetricWarningKind.Assumption)!.Message, StringComparison.Ordinal);
        // Stars from none to five.
        NpsResult stars = Answers.Of(FeedbackKind.Nps, Enumerable.Range(0, 120).Select(index => index % 6.0)).Measure(new Nps());
        Assert.Equal(NoValueReason.WrongScale, stars.WhyNoValue!.Reason);
        Assert.Contains("from 0 to 5", stars.WhyNoValue.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void One_is_one_observation() => Assert.Contains(
        Answers.Nps(1, 0, 0).Measure(new Nps()).Warnings, warning => warning.Message == "NPS rests on 1 observation: too few to be reported as a trend.");

    private static MetricWarning? Warned(MetricResult result, MetricWarningKind kind) => result.Warnings.SingleOrDefault(warning => warning.Kind == kind);
}
