using CustomerJourney.Events;
using CustomerJourney.Metrics;
using CustomerJourney.Tests.Support;

namespace CustomerJourney.Tests.Metrics;

/// <summary>The lines of code of docs/metrics/surveys.md.</summary>
public class SurveyDocumentationTests
{
    [Fact]
    public void Every_line_of_the_table_runs()
    {
        JourneyLog log = JourneyLog.From([.. ExperienceIndexTests.Respondent("a", 5, 1, 2), Answers.One("a", FeedbackKind.Nps, 9, 0)]);
        MetricResult[] results =
        [
            log.Measure(new Nps()),
            log.Measure(new Nps { OfEmployees = true }),
            log.Measure(new Nps { NonStandard = new() { ScaleMinimum = 1, ScaleMaximum = 5, DetractorsTo = 3, PromotersFrom = 5 } }),
            log.Measure(new Csat()),
            log.Measure(new Csat { ScaleMaximum = 7, Interval = CsatInterval.ClopperPearson }),
            log.Measure(Csat.Thumbs),
            log.Measure(new Ces()),
            log.Measure(new Ces { Version = CesVersion.Version1 }),
            log.Measure(new ExperienceIndex(
                new ExperiencePart { Name = "Effectiveness", Question = "met needs", Weight = 0.4 },
                new ExperiencePart { Name = "Ease", Question = "effort", Weight = 0.3, LowIsGood = true },
                new ExperiencePart { Name = "Emotion", Question = "feeling", Weight = 0.3, ScaleMinimum = -2, ScaleMaximum = 2 })),
            log.Measure(new ObservedEmotion()),
            log.Measure(new PeakEnd()),
            log.Measure(new ResponseRate(FeedbackKind.Nps, "survey_sent") { Within = TimeSpan.FromDays(14) }),
            log.Measure(new Nps().AskedBy(TimeSpan.FromDays(14), "survey_sent")),
            log.Measure(new Nps { Weight = "design_weight" }),
            log.Measure(new Nps { Counting = AnswerCounting.All }),
            log.Measure(new Nps { Question = "after delivery" }),
        ];
        Assert.All(results, result => Assert.NotEmpty(result.ToString()));
        Assert.Equal(100, results[8].Value!.Value, 1e-12);
    }

    [Fact]
    public void The_text_has_the_lines_that_run_here()
    {
        string text = File.ReadAllText(Repository.File("docs", "metrics", "surveys.md"));
        string code = File.ReadAllText(Repository.File("tests", "CustomerJourney.Tests", "Metrics", "SurveyDocumentationTests.cs"));
        string[] lines = [.. text.Split('`').Where((_, index) => index % 2 == 1).Where(part => part.StartsWith("log.Measure(", StringComparison.Ordinal) && !part.Contains('…', StringComparison.Ordinal))];
        Assert.InRange(lines.Length, 12, 100);
        Assert.All(lines, line => Assert.Contains(line, code, StringComparison.Ordinal));
    }
}
