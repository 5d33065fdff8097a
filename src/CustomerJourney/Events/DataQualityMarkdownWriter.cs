using System.Globalization;
using System.Text;
using CustomerJourney.Building;

namespace CustomerJourney.Events;

/// <summary>Writes a result as Markdown: figures in a table of our own words, names from outside as code in lists.</summary>
internal static class DataQualityMarkdownWriter
{
    public static string Write(DataQualityResult result)
    {
        StringBuilder markdown = new();
        markdown.Append(CultureInfo.InvariantCulture, $"## {result.Title}\n");
        if (result.Range is TimeRange range) markdown.Append(CultureInfo.InvariantCulture, $"\n{range}\n");
        markdown.Append("\n| What | Count | Share |\n|---|---:|---:|\n");
        foreach (var figure in result.Figures())
            markdown.Append(CultureInfo.InvariantCulture, $"| {figure.What} | {DataQualityTextWriter.Count(figure.Count)} | {(figure.Share is double share ? DataQualityTextWriter.Share(share) : "")} |\n");
        AppendList(markdown, "Days without events", result.Gaps.Select(gap => string.Create(CultureInfo.InvariantCulture, $"{DataQualityTextWriter.Days(gap)}: {gap.Days:N0}")));
        AppendList(markdown, "Not known to the map", result.UnknownEventNames.Select(name => string.Create(CultureInfo.InvariantCulture, $"{VisibleText.AsCode(name.Name)}: {name.Count:N0}")));
        AppendList(markdown, "Suspected bots", result.SuspectedBots.Select(bot => string.Create(CultureInfo.InvariantCulture, $"{VisibleText.AsCode(bot.Customer)}: {bot.Events:N0} events, {DataQualityTextWriter.Rates(bot)}")));
        if (result.Reading is { } reading)
        {
            AppendList(markdown, "Rows", reading.ToTable().Rows.Select(row => string.Create(CultureInfo.InvariantCulture, $"{VisibleText.AsCode((string)row[0]!)}: {row[1]:N0}")));
            AppendList(markdown, "Rejected", reading.FirstRejected.Select(row => VisibleText.AsCode(row.ToString())));
        }

        return markdown.ToString();
    }

    private static void AppendList(StringBuilder markdown, string title, IEnumerable<string> items)
    {
        string[] lines = [.. items];
        if (lines.Length == 0) return;
        markdown.Append(CultureInfo.InvariantCulture, $"\n### {title}\n\n");
        foreach (string line in lines) markdown.Append(CultureInfo.InvariantCulture, $"- {line}\n");
    }
}
