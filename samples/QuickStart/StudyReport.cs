using CustomerJourney.Classification;
using CustomerJourney.Events;
using CustomerJourney.Reporting;

namespace QuickStart;

/// <summary>Everything on one page, the findings first.</summary>
internal static class StudyReport
{
    public static JourneyReport Create(Study study, StagedLog staged, StudyAnswers answers) => JourneyReport.Create(study.Title, page =>
    {
        TimeRange time = staged.Range!.Value;
        page.AddNote($"{study.About} {staged.EventCount:N0} events of {staged.CustomerCount:N0} customers, {time.Start:yyyy-MM-dd} to {time.End.AddTicks(-1):yyyy-MM-dd} (UTC).");
        page.AddHeading(answers.Findings.Title).AddNote(answers.Findings.Explanation);
        if (answers.Findings.Findings.Count > 0) page.Add(answers.Findings, "Findings");

        page.AddHeading("The journey").AddMap(staged.Journey).Add(answers.Stages);
        if (answers.Ways is { } ways) page.Add(ways);

        page.AddHeading("Figures");
        foreach ((string title, IJourneyResult result) in answers.Chapters) page.Add(result, title);

        if (answers.Halves.Differences.Count > 0)
        {
            page.AddHeading("The second half of the time against the first");
            foreach (string warning in answers.Halves.Warnings) page.AddNote(warning);
            page.Add(answers.Halves, "Figures in both halves");
        }

        page.AddHeading("The data").Add(staged.Quality);
    });
}
