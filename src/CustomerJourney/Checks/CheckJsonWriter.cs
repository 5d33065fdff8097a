using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using CustomerJourney.Building;

namespace CustomerJourney.Checks;

/// <summary>Writes a report as JSON.</summary>
internal static class CheckJsonWriter
{
    public static string Write(CheckReport report) => Write(json =>
    {
        json.WriteStartObject();
        WriteText(json, "journey", report.JourneyId);
        json.WriteString("asOf", Phrase.Date(report.AsOf));
        json.WriteBoolean("hasErrors", report.HasErrors);
        json.WriteNumber("errors", report.Count(FindingSeverity.Error));
        json.WriteNumber("warnings", report.Count(FindingSeverity.Warning));
        json.WriteNumber("infos", report.Count(FindingSeverity.Info));
        WriteTexts(json, "unreadable", report.Unreadable);
        WriteFindings(json, "findings", report.Findings);
        WriteFindings(json, "suppressed", report.Suppressed);
        WriteTexts(json, "unusedSuppressions", report.UnusedSuppressions);
        json.WriteEndObject();
    });

    /// <summary>What is written to a JSON writer, indented and with the letters of all scripts as they are.</summary>
    public static string Write(Action<Utf8JsonWriter> write)
    {
        ArrayBufferWriter<byte> bytes = new();
        using (Utf8JsonWriter json = new(bytes, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping })) write(json);
        return Encoding.UTF8.GetString(bytes.WrittenSpan) + "\n";
    }

    /// <summary>Writes a text, or nothing where there is none; halves of surrogate pairs, which JSON cannot hold, are shown.</summary>
    public static void WriteText(Utf8JsonWriter json, string name, string? text)
    {
        if (text is not null) json.WriteString(name, VisibleText.Of(text));
    }

    private static void WriteTexts(Utf8JsonWriter json, string name, IReadOnlyList<string> texts)
    {
        json.WriteStartArray(name);
        foreach (string text in texts) json.WriteStringValue(VisibleText.Of(text));
        json.WriteEndArray();
    }

    private static void WriteFindings(Utf8JsonWriter json, string name, IReadOnlyList<Finding> findings)
    {
        json.WriteStartArray(name);
        foreach (Finding finding in findings)
        {
            json.WriteStartObject();
            WriteText(json, "rule", finding.Rule);
            json.WriteString("severity", CheckTextWriter.WordFor(finding.Severity));
            WriteText(json, "element", finding.Element);
            WriteText(json, "path", finding.Path);
            if (finding.Line is { } line) json.WriteNumber("line", line);
            WriteText(json, "message", finding.Message);
            WriteText(json, "suggestion", finding.Suggestion);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
