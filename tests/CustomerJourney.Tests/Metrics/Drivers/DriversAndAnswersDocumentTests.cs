using CustomerJourney.Classification;
using CustomerJourney.Events;
using CustomerJourney.Metrics;
using CustomerJourney.Metrics.Drivers;
using CustomerJourney.Metrics.Surveys;
using CustomerJourney.Tests.Support;

namespace CustomerJourney.Tests.Metrics.Drivers;

public class DriversAndAnswersDocumentTests
{
    [Fact]
    public void The_lines_of_code_in_the_document_compile_and_run()
    {
        StagedLog staged = PlantedLog.Staged(200, 9);
        JourneyLog log = staged;
        KeyDriversResult drivers = staged.Measure(new KeyDrivers(new Nps()) { Of = [Driver.Touchpoints, Driver.Stages, Driver.Channels, Driver.Attribute("plan")] });
        IJourneyResult[] results =
        [
            drivers.ImportancePerformance,
            staged.Measure(new AnswerContexts(new Nps()) { PurchaseEvent = "payment", Attributes = ["plan"] }),
            log.Measure(new InvitationOutcomes(new Nps(), "survey_sent") { Within = TimeSpan.FromDays(14) }),
            log.Measure(new ResponseBias(new Nps(), "survey_sent") { Of = [Driver.Activity, Driver.Recency, Driver.Attribute("plan")] }),
            log.Measure(new PoststratifiedSurvey(new Nps(), "plan")),
        ];
        Assert.All(results, result => Assert.NotEmpty(result.Title));

        string document = File.ReadAllText(Repository.File("docs", "metrics", "drivers-and-answers.md")), test = File.ReadAllText(Repository.File("tests", "CustomerJourney.Tests", "Metrics", "Drivers", "DriversAndAnswersDocumentTests.cs"));
        string[] lines = [.. document.Split('\n').Where(line => line.StartsWith("| ", StringComparison.Ordinal) && line.EndsWith("` |", StringComparison.Ordinal)).Select(line => line.Split('`')[^2])];
        Assert.Equal(6, lines.Length);
        Assert.All(lines, line => Assert.Contains(line, test, StringComparison.Ordinal));
    }
}
