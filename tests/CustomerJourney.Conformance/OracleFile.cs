using System.Text.Json;

namespace CustomerJourney.Conformance;

/// <summary>Reads files of the format described in shared/oracles/metrics/README.md.</summary>
internal static class OracleFile
{
    /// <summary>The cases of a file, or null with the reason why it is not an oracle file. An entry that is not a case is null.</summary>
    public static IReadOnlyList<OracleCase?>? Read(string path, out string reason)
    {
        JsonElement root;
        try
        {
            using FileStream stream = File.OpenRead(path);
            using JsonDocument document = JsonDocument.Parse(stream);
            root = document.RootElement.Clone();
        }
        catch (JsonException exception)
        {
            reason = $"not JSON: {exception.Message}";
            return null;
        }

        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("suite", out _)
            || !root.TryGetProperty("cases", out JsonElement cases) || cases.ValueKind != JsonValueKind.Array)
        {
            reason = "it has no suite with a list of cases";
            return null;
        }

        reason = "";
        return [.. cases.EnumerateArray().Select(Case)];
    }

    private static OracleCase? Case(JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.Object
            || !element.TryGetProperty("id", out JsonElement id) || id.ValueKind != JsonValueKind.String
            || !element.TryGetProperty("metric", out JsonElement metric) || metric.ValueKind != JsonValueKind.String
            || !element.TryGetProperty("input", out JsonElement input) || input.ValueKind != JsonValueKind.Object
            || !element.TryGetProperty("expected", out JsonElement expected) || expected.ValueKind != JsonValueKind.Object
            || !element.TryGetProperty("tol", out JsonElement tolerance) || tolerance.ValueKind != JsonValueKind.Object
            || !tolerance.TryGetProperty("abs", out JsonElement absolute) || absolute.ValueKind != JsonValueKind.Number
            || !tolerance.TryGetProperty("rel", out JsonElement relative) || relative.ValueKind != JsonValueKind.Number)
        {
            return null;
        }

        return new OracleCase
        {
            Id = id.GetString()!,
            Metric = metric.GetString()!,
            Input = input,
            Expected = expected,
            AbsoluteTolerance = absolute.GetDouble(),
            RelativeTolerance = relative.GetDouble(),
        };
    }
}
