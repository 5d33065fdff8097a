using CustomerJourney.Classification;
using CustomerJourney.Comparison;
using CustomerJourney.Events;
using CustomerJourney.Metrics;

namespace CustomerJourney.Tests.Comparison;

public class DefaultSurveysTests
{
    [Fact]
    public void Every_kind_of_answers_that_a_side_has_is_compared_and_reported()
    {
        StagedLog before = Side(0), after = Side(1);
        JourneyComparison comparison = JourneyComparison.Between(before, after);
        string[] surveys = ["NPS", "CSAT", "CES", "CES 1.0", "Emotion", "eNPS"];
        Assert.Equal(surveys, comparison.Differences.Select(difference => difference.Measure).Where(surveys.Contains).Distinct());
        Assert.Equal(1, comparison.Differences.Single(difference => difference is { Measure: "Emotion", Group: null }).Change!.Value, 1e-12);
        string page = before.Report().ToMarkdown();
        Assert.All(surveys, title => Assert.Contains($"## {title}\n", page, StringComparison.Ordinal));
        string plain = Staged([SurveyLog.Answer("a", SurveyLog.Spring, FeedbackKind.Nps, 9)]).Report().ToMarkdown();
        Assert.All(surveys.Skip(1), title => Assert.DoesNotContain($"## {title}\n", plain, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(AnswerCounting.LatestPerCustomer)]
    [InlineData(AnswerCounting.All)]
    public void Answers_on_another_scale_are_not_compared(AnswerCounting counting)
    {
        StagedLog stars = Staged(Enumerable.Range(0, 60).Select(index => SurveyLog.Answer($"c{index}", SurveyLog.Spring, FeedbackKind.Nps, 1 + (index % 5))));
        StagedLog real = Staged(Enumerable.Range(0, 66).Select(index => SurveyLog.Answer($"c{index}", SurveyLog.Spring, FeedbackKind.Nps, index % 11)));
        JourneyComparison comparison = JourneyComparison.Between(stars, real, new() { Measures = [new Nps { Counting = counting }] });
        Assert.All(comparison.Differences, difference => Assert.Equal((null, null), (difference.Baseline, difference.Change)));
        Assert.All(JourneyComparison.Between(real, stars, new() { Measures = [new Nps { Counting = counting }] }).Differences, difference => Assert.Equal((null, null), (difference.Candidate, difference.Change)));
    }

    private static StagedLog Side(int better) => Staged(
        Enumerable.Range(0, 60).SelectMany(index => new (FeedbackKind Kind, double Score)[]
        {
            (FeedbackKind.Nps, index % 11), (FeedbackKind.Csat, 1 + (index % 5)), (FeedbackKind.Ces, 1 + (index % 7)), (FeedbackKind.Ces1, 1 + (index % 5)),
            (FeedbackKind.Emotion, (index % 4 * 0.5) - 1.5 + better), (FeedbackKind.EmployeeNps, index % 11),
        }.Select((answer, number) => SurveyLog.Answer($"{better}-{index}", SurveyLog.Spring.AddHours(number), answer.Kind, answer.Score))));

    private static StagedLog Staged(IEnumerable<JourneyEvent> answers) => SurveyLog.Staged([.. answers, SurveyLog.New("visitor", "page", SurveyLog.Spring)]);
}
