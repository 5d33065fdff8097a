using System.Text.Json;

namespace CustomerJourney.Checks;

/// <summary>Writes a report in the Static Analysis Results Interchange Format, version 2.1.0 (OASIS Standard, 27 March 2020); section numbers are of that text.</summary>
internal static class CheckSarifWriter
{
    /// <summary>The line of what has none of its own: servers show a finding only at a line.</summary>
    private const int WholeDocument = 1;

    public static string Write(CheckReport report, string? document) => CheckJsonWriter.Write(json =>
    {
        string[] userRules = [.. report.Findings.Concat(report.Suppressed).Select(finding => finding.Rule).Concat(report.UserRules).Distinct(StringComparer.Ordinal).Where(id => CheckRules.Find(id) is null).Order(StringComparer.Ordinal)];
        Dictionary<string, int> indexes = CheckRules.All.Select(rule => rule.Id).Concat(userRules).Index().ToDictionary(rule => rule.Item, rule => rule.Index, StringComparer.Ordinal);
        json.WriteStartObject();
        json.WriteString("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
        json.WriteString("version", "2.1.0");
        json.WriteStartArray("runs");
        json.WriteStartObject();
        WriteTool(json, userRules);
        WriteInvocation(json, report);
        json.WriteStartArray("results");
        foreach (Finding finding in report.Findings) WriteResult(json, report, finding, indexes[finding.Rule], document, isSuppressed: false);
        foreach (Finding finding in report.Suppressed) WriteResult(json, report, finding, indexes[finding.Rule], document, isSuppressed: true);
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    });

    private static void WriteTool(Utf8JsonWriter json, IReadOnlyList<string> userRules)
    {
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", "CustomerJourney");
        json.WriteString("version", typeof(CheckSarifWriter).Assembly.GetName().Version!.ToString(fieldCount: 3));
        json.WriteStartArray("rules");
        foreach (CheckRule rule in CheckRules.All)
        {
            json.WriteStartObject();
            json.WriteString("id", rule.Id);
            WriteMessage(json, "shortDescription", rule.Title);
            WriteMessage(json, "help", rule.Suggestion);
            json.WriteStartObject("defaultConfiguration");
            json.WriteString("level", LevelOf(rule.Severity));
            json.WriteEndObject();
            json.WriteEndObject();
        }

        foreach (string id in userRules)
        {
            json.WriteStartObject();
            CheckJsonWriter.WriteText(json, "id", id);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    /// <summary>Why the other rules could not be asked belongs to the run, not to its results (3.20.21).</summary>
    private static void WriteInvocation(Utf8JsonWriter json, CheckReport report)
    {
        json.WriteStartArray("invocations");
        json.WriteStartObject();
        json.WriteBoolean("executionSuccessful", report.Unreadable.Count == 0);
        if (report.Unreadable.Count > 0)
        {
            json.WriteStartArray("toolExecutionNotifications");
            foreach (string problem in report.Unreadable)
            {
                json.WriteStartObject();
                json.WriteString("level", "error");
                WriteMessage(json, "message", problem);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void WriteResult(Utf8JsonWriter json, CheckReport report, Finding finding, int ruleIndex, string? document, bool isSuppressed)
    {
        json.WriteStartObject();
        CheckJsonWriter.WriteText(json, "ruleId", finding.Rule);
        json.WriteNumber("ruleIndex", ruleIndex);
        json.WriteString("level", LevelOf(finding.Severity));
        WriteMessage(json, "message", finding.Suggestion is null ? finding.Message : $"{finding.Message} {finding.Suggestion}");
        json.WriteStartArray("locations");
        json.WriteStartObject();
        if (document is not null)
        {
            json.WriteStartObject("physicalLocation");
            json.WriteStartObject("artifactLocation");
            json.WriteString("uri", UriOf(document));
            json.WriteEndObject();
            json.WriteStartObject("region");
            json.WriteNumber("startLine", finding.Line ?? WholeDocument);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        WriteLogicalLocation(json, report, finding.Element);
        json.WriteEndObject();
        json.WriteEndArray();
        if (isSuppressed)
        {
            json.WriteStartArray("suppressions");
            json.WriteStartObject();
            json.WriteString("kind", "external");
            json.WriteEndObject();
            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void WriteLogicalLocation(Utf8JsonWriter json, CheckReport report, string element)
    {
        (string kind, string id) = Element.Parts(element);
        json.WriteStartArray("logicalLocations");
        json.WriteStartObject();
        CheckJsonWriter.WriteText(json, "name", id);
        CheckJsonWriter.WriteText(json, "fullyQualifiedName", report.JourneyId is null || kind == "journey" ? id : $"{report.JourneyId}/{id}");
        CheckJsonWriter.WriteText(json, "kind", kind);
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void WriteMessage(Utf8JsonWriter json, string name, string text)
    {
        json.WriteStartObject(name);
        CheckJsonWriter.WriteText(json, "text", text);
        json.WriteEndObject();
    }

    /// <summary>
    /// A path or address as the URI reference that is needed (3.4.3): slashes, and in percent what a URI may not hold. A path that begins at the root or at a drive becomes an address of a file;
    /// in a relative one a colon is escaped, so that nothing before it is read as a scheme (RFC 3986, 4.2).
    /// </summary>
    private static string UriOf(string document) =>
        (document.Contains("://", StringComparison.Ordinal) || document[0] is '/' or '\\' || (document.Length > 2 && document[1] == ':' && document[2] is '/' or '\\'))
        && Uri.TryCreate(document, UriKind.Absolute, out Uri? absolute)
            ? absolute.AbsoluteUri
            : string.Join('/', document.Replace('\\', '/').Split('/').Select(Uri.EscapeDataString));

    private static string LevelOf(FindingSeverity severity) => severity switch
    {
        FindingSeverity.Error => "error",
        FindingSeverity.Warning => "warning",
        _ => "note",
    };
}
