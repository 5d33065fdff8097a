using CustomerJourney.Classification;
using CustomerJourney.Events;
using CustomerJourney.Reporting;
using QuickStart.Findings;

namespace QuickStart;

/// <summary>Everything on one page, the findings first.</summary>
internal static class StudyReport
{
    public static JourneyReport Create(Study study, StagedLog staged, Measurements answers, StageTable stages, FindingList findings) =>
        JourneyReport.Create(study.Title, page =>
        {
            page.AddNote($"{study.About} {staged.EventCount:N0} events of {staged.CustomerCount:N0} customers, {staged.Range}.");
            page.AddHeading(findings.Title);
            page.AddNote(findings.Explanation);
            if (findings.Findings.Count > 0) page.Add(findings, "Findings");
            page.AddHeading("The journey").AddMap(staged.Journey).Add(stages);
            page.Add(answers.Of(study.Way), $"The way from {study.Way.Steps[0]} to {study.Way.Steps[^1]}");
            page.AddHeading("Figures");
            foreach (Chapter chapter in study.Chapters) page.Add(chapter.Read(answers), chapter.Title);
            page.AddHeading("The data").AddNote(staged.Quality.ToText());
        });
}
