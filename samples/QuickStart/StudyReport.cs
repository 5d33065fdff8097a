using CustomerJourney.Classification;
using CustomerJourney.Comparison;
using CustomerJourney.Events;
using CustomerJourney.Reporting;
using QuickStart.Findings;

namespace QuickStart;

/// <summary>Everything on one page, the findings first.</summary>
internal static class StudyReport
{
    public static JourneyReport Create(Study study, StagedLog staged, Measurements answers, StageTable stages, JourneyComparison halves, FindingList findings) =>
        JourneyReport.Create(study.Title, page =>
        {
            TimeRange time = staged.Range!.Value;
            page.AddNote($"{study.About} {staged.EventCount:N0} events of {staged.CustomerCount:N0} customers, {time.Start:yyyy-MM-dd} to {time.End.AddTicks(-1):yyyy-MM-dd} (UTC).");
            page.AddHeading(findings.Title);
            page.AddNote(findings.Explanation);
            if (findings.Findings.Count > 0) page.Add(findings, "Findings");
            page.AddHeading("The journey").AddMap(staged.Journey).Add(stages);
            page.Add(answers.Of(study.Way), $"The way from {study.Way.Steps[0]} to {study.Way.Steps[^1]}");
            page.AddHeading("Figures");
            foreach (Chapter chapter in study.Chapters) page.Add(chapter.Read(answers), chapter.Title);
            page.AddHeading("The second half against the first").AddNote(string.Join('\n', halves.Differences.Select(difference => difference.Verdict).Concat(halves.Warnings)));
            page.Add(halves, "Figures in both halves");
            page.AddHeading("The data").AddNote(staged.Quality.ToText());
        });
}
