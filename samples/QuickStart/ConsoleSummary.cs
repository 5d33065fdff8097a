using CustomerJourney.Classification;
using CustomerJourney.Comparison;
using CustomerJourney.Statistics;
using QuickStart.Findings;

namespace QuickStart;

/// <summary>What a person wants to read first, in columns.</summary>
internal static class ConsoleSummary
{
    private const int MostFindings = 5;
    private const int NameWidth = 46;

    public static void Write(StudyAnswers answers)
    {
        WriteStages(answers.Stages);
        if (answers.Ways is { } ways) WriteWays(ways);
        if (answers.Halves.Differences.Count > 0) WriteHalves(answers.Halves);
        WriteFindings(answers.Findings);
    }

    private static void WriteStages(StageSummaryResult summary)
    {
        WriteHeading($"{summary.Title,-NameWidth}   were here   are here      share");
        foreach (StageSummaryRow row in summary.Stages)
            Console.WriteLine($"  {ConsoleText.Fit(row.Stage, NameWidth)}{row.Customers,10:N0} {row.Current,10:N0} {(double)row.Current / summary.Customers,10:P1}");
        if (summary.WithoutStage > 0)
            Console.WriteLine($"  {"in no stage",-NameWidth}{"",10} {summary.WithoutStage,10:N0} {(double)summary.WithoutStage / summary.Customers,10:P1}");
    }

    private static void WriteWays(WayTable ways)
    {
        WriteHeading($"{ways.Title,-NameWidth}   customers    went on      share");
        foreach ((string from, string to, long reached, long wentOn, Estimate? share) in ways.Steps)
        {
            string rate = share is null ? "" : $"{share.Value,10:P1}  ({share.Lower:P1} to {share.Upper:P1})";
            string step = $"{ConsoleText.Cut(from, (NameWidth / 2) - 2)} → {ConsoleText.Cut(to, (NameWidth / 2) - 2)}";
            Console.WriteLine($"  {step,-NameWidth}{reached,10:N0} {wentOn,10:N0} {rate}".TrimEnd());
        }
    }

    private static void WriteHalves(JourneyComparison halves)
    {
        Difference[] shown = [.. halves.Differences.Where(difference => difference.IsShown)];
        WriteHeading("The second half of the time against the first");
        foreach (Difference difference in shown) Console.WriteLine($"  {ConsoleText.Plain(difference.Verdict)}");
        if (shown.Length == 0) Console.WriteLine($"  No difference is shown in any of {halves.Differences.Count} figures.");
    }

    private static void WriteFindings(FindingList findings)
    {
        WriteHeading(findings.Title);
        foreach ((int number, Finding finding) in findings.Findings.Take(MostFindings).Index())
        {
            Console.WriteLine($"  {number + 1}. {ConsoleText.Alarm(ConsoleText.Plain(finding.About.Headline))}");
            Console.WriteLine($"     {ConsoleText.Plain($"{finding.Here}; {finding.There}")}");
            Console.WriteLine($"     {finding.ChangeText}; {finding.PValueText}; {finding.Customers}");
            if (finding.AlsoIn.Count > 0) Console.WriteLine(ConsoleText.Faint($"     less surely also in {string.Join(", ", finding.AlsoIn)}"));
        }

        if (findings.Findings.Count > MostFindings) Console.WriteLine($"  and {findings.Findings.Count - MostFindings} more in the report");
        Console.WriteLine(ConsoleText.Faint($"  {findings.Explanation.ReplaceLineEndings("\n  ")}"));
    }

    private static void WriteHeading(string text)
    {
        Console.WriteLine();
        Console.WriteLine(ConsoleText.Heading(text));
    }
}
