using System.Globalization;
using System.Text;
using CustomerJourney.Building;

namespace CustomerJourney.Checks;

/// <summary>Writes a report for a console.</summary>
internal static class CheckTextWriter
{
    public static string Write(CheckReport report)
    {
        StringBuilder text = new();
        text.Append(CultureInfo.InvariantCulture, $"Checks of {VisibleText.Of(report.JourneyId ?? "a document")} as of {Phrase.Date(report.AsOf)}: {Counts(report)}\n");
        foreach (string problem in report.Unreadable) text.Append(CultureInfo.InvariantCulture, $"\nunreadable: {VisibleText.Of(problem)}\n");
        foreach (Finding finding in report.Findings)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n{WordFor(finding.Severity)} {finding.Rule} {VisibleText.Of(finding.Element)}{LineOf(finding)}: {VisibleText.Of(finding.Message)}\n");
            if (finding.Suggestion is not null) text.Append(CultureInfo.InvariantCulture, $"  {VisibleText.Of(finding.Suggestion)}\n");
        }

        foreach (string unused in report.UnusedSuppressions) text.Append(CultureInfo.InvariantCulture, $"\nunused suppression: {VisibleText.Of(unused)}\n");
        return text.ToString();
    }

    public static string Counts(CheckReport report)
    {
        string counts = string.Join(", ", Enum.GetValues<FindingSeverity>().Reverse().Select(severity => Wording.Count(report.Count(severity), WordFor(severity))));
        return $"{(report.Unreadable.Count == 0 ? "" : "no map could be built, ")}{counts}, {Phrase.Number(report.Suppressed.Count)} suppressed";
    }

    /// <summary>The line of the document behind an element, such as " (line 12)"; empty where it is not known.</summary>
    public static string LineOf(Finding finding) => finding.Line is { } line ? $" (line {Phrase.Number(line)})" : "";

    public static string WordFor(FindingSeverity severity) => severity switch
    {
        FindingSeverity.Error => "error",
        FindingSeverity.Warning => "warning",
        _ => "info",
    };
}
