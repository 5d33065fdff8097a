using CustomerJourney.Analytics;
using CustomerJourney.Comparison;
using QuickStart.Findings;

namespace QuickStart;

/// <summary>What a person wants to read first, in columns.</summary>
internal static class ConsoleSummary
{
    private const int MostFindings = 5;
    private const int NameWidth = 40;

    public static void Write(StageTable stages, FunnelResult way, JourneyComparison halves, FindingList findings)
    {
        WriteStages(stages);
        WriteWay(way);
        WriteHalves(halves);
        WriteFindings(findings);
    }

    private static void WriteStages(StageTable stages)
    {
        Console.WriteLine();
        Console.WriteLine(ConsoleText.Heading($"{stages.Title,-NameWidth}   ever there        now   of all"));
        foreach ((string stage, long now, long ever) in stages.Rows)
            Console.WriteLine($"  {ConsoleText.Fit(stage, NameWidth)} {ever,10:N0} {now,10:N0} {(double)now / stages.Customers,8:P1}");
    }

    private static void WriteWay(FunnelResult way)
    {
        string window = way.Definition.Window is { } limit ? $"The way, within {limit.TotalDays:0} days" : "The way";
        Console.WriteLine();
        Console.WriteLine(ConsoleText.Heading($"{window,-NameWidth}      reached       lost  of those before"));
        for (int step = 0; step < way.Steps.Count; step++)
        {
            FunnelStep row = way.Steps[step];
            string share = step > 0 && way.FromPrevious(step) is { } rate ? $"{rate.Value,8:P1} ({rate.Lower:P1} to {rate.Upper:P1})" : "";
            Console.WriteLine($"  {ConsoleText.Fit(row.Step.ToString(), NameWidth)} {row.Reached,10:N0} {row.Lost,10:N0} {share}".TrimEnd());
        }
    }

    private static void WriteHalves(JourneyComparison halves)
    {
        Difference[] shown = [.. halves.Differences.Where(difference => difference.IsShown)];
        Console.WriteLine();
        Console.WriteLine(ConsoleText.Heading("The second half against the first"));
        foreach (Difference difference in shown) Console.WriteLine($"  {ConsoleText.Plain(difference.Verdict)}");
        if (shown.Length == 0) Console.WriteLine($"  No difference is shown in any of {halves.Differences.Count} figures.");
    }

    private static void WriteFindings(FindingList findings)
    {
        Console.WriteLine();
        Console.WriteLine(ConsoleText.Heading(findings.Title));
        foreach ((int number, Finding finding) in findings.Findings.Take(MostFindings).Index())
        {
            Console.WriteLine($"  {number + 1}. {ConsoleText.Alarm(ConsoleText.Plain(finding.About.Headline))}");
            Console.WriteLine($"     {ConsoleText.Plain($"{finding.Here}; {finding.There}")}");
            Console.WriteLine($"     {finding.ChangeText}; {finding.PValueText}; {finding.Customers}");
            if (finding.AlsoIn.Count > 0) Console.WriteLine(ConsoleText.Faint($"     also worse, but less surely: {string.Join(", ", finding.AlsoIn)}"));
        }

        if (findings.Findings.Count > MostFindings) Console.WriteLine($"  and {findings.Findings.Count - MostFindings} more in the report");
        Console.WriteLine(ConsoleText.Faint($"  {findings.Explanation}"));
    }
}
