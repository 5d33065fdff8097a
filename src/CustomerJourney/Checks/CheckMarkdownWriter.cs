using System.Globalization;
using System.Text;
using CustomerJourney.Building;

namespace CustomerJourney.Checks;

/// <summary>Writes a report as Markdown with a table.</summary>
internal static class CheckMarkdownWriter
{
    private const string Special = "\\`*_[]|~!$@#";

    public static string Write(CheckReport report)
    {
        StringBuilder markdown = new();
        markdown.Append(CultureInfo.InvariantCulture, $"## Checks of {Escape(report.JourneyId ?? "a document")} as of {Phrase.Date(report.AsOf)}\n\n{CheckTextWriter.Counts(report)}\n");
        AppendList(markdown, "No map could be built", report.Unreadable);
        if (report.Findings.Count > 0)
        {
            markdown.Append("\n| Severity | Rule | Element | Finding | Suggestion |\n|---|---|---|---|---|\n");
            foreach (Finding finding in report.Findings)
                markdown.Append(CultureInfo.InvariantCulture, $"| {CheckTextWriter.WordFor(finding.Severity)} | {Escape(finding.Rule)} | {Escape(finding.Element)}{CheckTextWriter.LineOf(finding)} | {Escape(finding.Message)} | {Escape(finding.Suggestion ?? "")} |\n");
        }

        AppendList(markdown, "Unused suppressions", report.UnusedSuppressions);
        return markdown.ToString();
    }

    private static void AppendList(StringBuilder markdown, string title, IReadOnlyList<string> items)
    {
        if (items.Count == 0) return;
        markdown.Append(CultureInfo.InvariantCulture, $"\n{title}:\n\n");
        foreach (string item in items) markdown.Append(CultureInfo.InvariantCulture, $"- {Escape(item)}\n");
    }

    /// <summary>The text so that it shows as it is and does nothing else; no word of it becomes a link or a picture.</summary>
    private static string Escape(string text)
    {
        string line = VisibleText.Of(text);
        StringBuilder escaped = new(line.Length + 8);
        for (int i = 0; i < line.Length; i++)
        {
            switch (line[i])
            {
                case '<': escaped.Append("&lt;"); break;
                case '>': escaped.Append("&gt;"); break;
                case '&': escaped.Append("&amp;"); break;
                case var character when Special.Contains(character) || BeginsBlock(line, i) || BeginsWebAddress(line, i):
                    escaped.Append('\\').Append(character);
                    break;
                default: escaped.Append(line[i]); break;
            }
        }

        return escaped.ToString();
    }

    /// <summary>An item of a list could begin another list, or a line under a heading.</summary>
    private static bool BeginsBlock(string line, int index) => index == 0 && line[index] is ('+' or '-' or '=');

    private static bool BeginsWebAddress(string line, int index) => line[index] switch
    {
        ':' => line.AsSpan(index).StartsWith("://", StringComparison.Ordinal),
        '.' => index >= 3 && line.AsSpan(index - 3, 3).Equals("www", StringComparison.OrdinalIgnoreCase),
        _ => false,
    };
}
