using CustomerJourney.Building;
using CustomerJourney.Events;

namespace CustomerJourney.Checks;

/// <summary>Lays a report of a check out as a table.</summary>
internal static class CheckTable
{
    public static ResultTable Of(CheckReport report)
    {
        bool hasLines = report.Findings.Any(finding => finding.Line is not null);
        string[] names = ["Severity", "Rule", "Element", .. hasLines ? ["Line"] : (ReadOnlySpan<string>)[], "Finding", "Suggestion"];
        return new ResultTable
        {
            Columns = [.. names.Select(name => new ResultColumn { Name = name, Kind = ResultColumnKind.Text })],
            Rows =
            [
                .. report.Unreadable.Select(problem => Row(hasLines, FindingSeverity.Error, null, "document", null, problem, null)),
                .. report.Findings.Select(finding => Row(hasLines, finding.Severity, finding.Rule, finding.Element, finding.Line, finding.Message, finding.Suggestion)),
            ],
        };
    }

    /// <summary>A line is a name of a place and no quantity, so it is a text.</summary>
    private static IReadOnlyList<object?> Row(bool hasLines, FindingSeverity severity, string? rule, string element, int? line, string message, string? suggestion) =>
        [CheckTextWriter.WordFor(severity), rule, element, .. hasLines ? [line is { } known ? Phrase.Number(known) : null] : (ReadOnlySpan<object?>)[], message, suggestion];
}
