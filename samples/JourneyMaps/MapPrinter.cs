using System.Globalization;
using CustomerJourney;
using CustomerJourney.Checks;
using CustomerJourney.Maps;

namespace JourneyMaps;

/// <summary>Prints what a map alone tells: stages, score, peak-end, gaps, pains, breaks, what the checks find, and the map as Mermaid.</summary>
internal static class MapPrinter
{
    /// <summary>The day on which the maps are checked: the library has no clock, so that the same map gives the same findings.</summary>
    private static readonly DateOnly AsOf = new(2026, 9, 15);

    public static void Print(Journey map, TextWriter output)
    {
        MapAnalysis analysis = map.Analyze();
        output.WriteLine($"== {map.Name} ({map.Id}, stage model {map.StageModelId ?? "of its own"})");
        foreach (StageEmotion stage in analysis.Emotions.Gaps.Stages)
            output.WriteLine($"  {stage.Stage.Position + 1}. {stage.Stage.Name,-44} {Count(stage.Moments, "touchpoint"),-14} emotion {Number(stage.Score)}   gap {Number(stage.Gap)}");
        foreach (EmotionCurve curve in analysis.PersonaEmotions.Count > 1 ? analysis.PersonaEmotions.Prepend(analysis.Emotions) : [analysis.Emotions])
            output.WriteLine($"  {curve.Persona?.Name ?? "Everyone"}: journey score {Number(curve.Score)}, peak-end {Number(curve.PeakEnd)} (peak at {Name(curve.Peak)}, end at {Name(curve.End)})");
        output.WriteLine($"  Biggest gap: {(analysis.Emotions.BiggestGap is { } gap ? $"{gap.Touchpoint} feels {Number(gap.Value)} and should feel {Number(gap.Target)}" : "none known")}");
        output.WriteLine($"  Largest drop: {(analysis.Emotions.LargestDrop is { } drop ? $"{Number(drop.Change)} from {drop.From.Touchpoint} to {drop.To.Touchpoint}" : "none known")}");
        foreach (RankedPainPoint pain in analysis.PainPoints.PainPoints)
            output.WriteLine($"  Pain {pain.Rank}: {pain.PainPoint} (weight {pain.Weight?.ToString("0.00", CultureInfo.InvariantCulture) ?? "not known"}; {(pain.Answers.Count == 0 ? "no answer yet" : string.Join(", ", pain.Answers))})");
        output.WriteLine($"  Channels: {Count(analysis.ChannelBreaks.Breaks.Count, "break")} in {Count(analysis.ChannelBreaks.Steps, "step")}; most used: {analysis.Channels.Channels[0].Of}");
        output.WriteLine($"  Departments: {string.Join("; ", analysis.Departments.Departments.Select(work => $"{work.Department} owns {work.Owned.Count} and supports {work.Supported.Count}"))}");
        CheckReport report = map.Check(AsOf);
        output.WriteLine($"  Checks: {Count(report.Count(FindingSeverity.Error), "error")}, {Count(report.Count(FindingSeverity.Warning), "warning")}, {Count(report.Count(FindingSeverity.Info), "remark")}");
        output.WriteLine("  (errors and warnings are listed, remarks only counted)");
        foreach (Finding finding in report.Findings.Where(finding => finding.Severity != FindingSeverity.Info))
            output.WriteLine($"    {finding.Rule} {finding.Severity} {finding.Element}: {finding.Message}");
        output.WriteLine();
        output.WriteLine(map.ToMermaid().TrimEnd());
        output.WriteLine();
    }

    private static string Count(int number, string thing) => number == 1 ? $"1 {thing}" : $"{number} {thing}s";

    private static string Name(EmotionMoment? moment) => moment?.Touchpoint.Name ?? "no known touchpoint";

    private static string Number(double? value) => value?.ToString("+0.00;-0.00;0.00", CultureInfo.InvariantCulture) ?? "not known";
}
