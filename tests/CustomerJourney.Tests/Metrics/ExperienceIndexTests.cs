using CustomerJourney.Events;
using CustomerJourney.Metrics;
using CustomerJourney.Statistics;
using CustomerJourney.Statistics.Drivers;

namespace CustomerJourney.Tests.Metrics;

public class ExperienceIndexTests
{
    private static readonly ExperienceIndex Index = new(
        new ExperiencePart { Name = "Effectiveness", Question = "met needs", Weight = 0.5 },
        new ExperiencePart { Name = "Ease", Question = "effort", Weight = 0.3, LowIsGood = true },
        new ExperiencePart { Name = "Emotion", Question = "feeling", Weight = 0.2, ScaleMinimum = -2, ScaleMaximum = 2, Kind = FeedbackKind.Emotion });

    [Fact]
    public void The_index_of_a_respondent_is_the_weighted_mean_of_the_scaled_answers()
    {
        ExperienceIndexResult result = JourneyLog.From(Respondent("a", 5, 2, 0)).Measure(Index);
        // 100, 75 and 50.
        Assert.Equal((0.5 * 100) + (0.3 * 75) + (0.2 * 50), result.Value!.Value, 1e-12);
        Assert.Equal([100, 75, 50, null], result.OtherFigures.Select(figure => figure.Value));
        Assert.Null(result.Estimate);
    }

    [Fact]
    public void The_interval_and_alpha_are_those_of_the_respondents()
    {
        Random random = new(5);
        double[][] answers = [.. Enumerable.Range(0, 80).Select(_ => random.Next(1, 6)).Select(mood => new double[] { Near(mood), 6 - Near(mood), Near(mood) - 3 })];
        ExperienceIndexResult result = JourneyLog.From(answers.SelectMany((row, index) => Respondent($"c{index}", row[0], row[1], row[2]))).Measure(Index);
        double[][] items = [[.. answers.Select(row => (row[0] - 1) * 25)], [.. answers.Select(row => (5 - row[1]) * 25)], [.. answers.Select(row => (row[2] + 2) * 25)]];
        double[] indices = [.. answers.Select((_, index) => (0.5 * items[0][index]) + (0.3 * items[1][index]) + (0.2 * items[2][index]))];
        Estimate expected = MeanSample.Of(indices).Estimate(0.95)!;
        Assert.Equal(expected.Value, result.Value!.Value, 1e-10);
        Assert.Equal(expected.Lower, result.Estimate!.Lower, 1e-9);
        Assert.Equal(expected.Upper, result.Estimate.Upper, 1e-9);
        Assert.Equal(CronbachAlpha.Of(items)!.Raw!.Value, result.Alpha!.Value, 1e-10);
        Assert.InRange(result.Alpha.Value, 0.7, 1);
        Assert.DoesNotContain(result.Warnings, warning => warning.Kind == MetricWarningKind.Assumption);

        double Near(int mood) => Math.Clamp(mood + random.Next(-1, 2), 1, 5);
    }

    [Fact]
    public void Only_respondents_with_all_parts_count_and_their_latest_answers_do()
    {
        JourneyLog log = JourneyLog.From(
        [
            .. Respondent("a", 1, 5, -2), .. Respondent("a", 5, 1, 2).Select(one => one with { At = one.At.AddHours(1) }),
            .. Respondent("b", 5, 1, 2).Take(2),
            .. Respondent("c", 5, 9, 2),
            Answers.One("d", FeedbackKind.Csat, 5, 0),
        ]);
        ExperienceIndexResult result = log.Measure(Index);
        Assert.Equal((1L, 2L, 1L, 100.0), (result.Respondents, result.Incomplete, result.Invalid, result.Value));
        Assert.Equal([3, 2, 2], result.AnswersByPart);
    }

    [Fact]
    public void An_answer_of_another_kind_is_not_the_part() => Assert.Equal(
        NoValueReason.NoData, JourneyLog.From(Respondent("a", 5, 1, 2).Select(one => one with { Feedback = one.Feedback!.Value with { Kind = FeedbackKind.Csat } })).Measure(Index).WhyNoValue!.Reason);

    [Fact]
    public void A_part_that_meets_answers_of_several_kinds_has_no_index_until_it_names_one()
    {
        JourneyLog log = JourneyLog.From([.. Respondent("a", 5, 1, 2), .. Respondent("b", 5, 1, 2), .. Respondent("c", 5, 5, 2).Select(one => one.Feedback!.Value.Question == "effort" ? one with { Feedback = one.Feedback.Value with { Kind = FeedbackKind.Ces } } : one)]);
        ExperienceIndexResult result = log.Measure(Index);
        Assert.Equal((null, null, NoValueReason.MixedScales), (result.Value, result.Estimate, result.WhyNoValue!.Reason));
        Assert.All(["'effort'", "1 of kind Ces", "2 of kind ", "'Ease'", "Kind"], part => Assert.Contains(part, result.WhyNoValue.Message, StringComparison.Ordinal));
        Assert.All(result.OtherFigures, figure => Assert.Null(figure.Value));
        ExperienceIndex named = new([.. Index.Parts.Select(part => part.Name == "Ease" ? part with { Kind = FeedbackKind.Ces } : part)]);
        Assert.Equal((1L, 2L), (log.Measure(named).Respondents, log.Measure(named).Incomplete));
    }

    [Fact]
    public void All_faults_of_a_definition_are_told_at_once()
    {
        ExperienceIndex wrong = new(
            new ExperiencePart { Name = "A", Question = "q", Weight = 0.5 },
            new ExperiencePart { Name = "A", Question = "q", Weight = -0.1 },
            new ExperiencePart { Name = "", Question = "", Weight = double.NaN, ScaleMinimum = 5 });
        string message = Assert.Throws<InvalidOperationException>(() => JourneyLog.From([]).Measure(wrong)).Message;
        Assert.All(
            ["the weight of 'A' is -0.1", "part 3 has no name", "part 3 names no question", "the weight of part 3 is NaN", "the scale of part 3 is 5…5", "not to 1", "2 parts are named 'A'", "ask the same question"],
            part => Assert.Contains(part, message, StringComparison.Ordinal));
        Assert.Contains("needs at least two", Assert.Throws<InvalidOperationException>(() => JourneyLog.From([]).Measure(new ExperienceIndex())).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Parts_that_do_not_go_together_are_warned_of()
    {
        Random random = new(1);
        ExperienceIndexResult result = JourneyLog.From(Enumerable.Range(0, 100).SelectMany(index => Respondent($"c{index}", random.Next(1, 6), random.Next(1, 6), random.Next(-2, 3)))).Measure(Index);
        Assert.Contains(result.Warnings, warning => warning.Kind == MetricWarningKind.Assumption && warning.Message.Contains("alpha", StringComparison.Ordinal));
    }

    [Fact]
    public void A_definition_is_equal_by_value()
    {
        ExperienceIndex same = new(Index.Parts);
        Assert.Equal(Index, same);
        Assert.Equal(Index.GetHashCode(), same.GetHashCode());
        Assert.NotEqual(Index, new ExperienceIndex(Index.Parts.Reverse().ToArray()));
        Assert.NotEqual(Index, Index with { Level = 0.9 });
    }

    internal static JourneyEvent[] Respondent(string customer, double effectiveness, double effort, double feeling) =>
    [
        Answers.One(customer, FeedbackKind.Csat, effectiveness, 0) with { Feedback = new(FeedbackKind.Csat, effectiveness, "met needs") },
        Answers.One(customer, FeedbackKind.Ces1, effort, 0) with { Feedback = new(FeedbackKind.Ces1, effort, "effort") },
        Answers.One(customer, FeedbackKind.Emotion, feeling, 0) with { Feedback = new(FeedbackKind.Emotion, feeling, "feeling") },
    ];
}
