using System.Globalization;
using System.Text.Json;
using CustomerJourney.Events;
using CustomerJourney.Statistics;

namespace CustomerJourney.Metrics;

/// <summary>Results of metrics as JSON, with unrounded figures.</summary>
internal static class MetricJson
{
    public static string Write(MetricResult result) => JsonText.Write(json => WriteMembers(json, result));

    public static string Write<TResult>(Breakdown<TResult> breakdown)
        where TResult : MetricResult => JsonText.Write(json =>
    {
        json.WriteString("title", JsonText.Valid(breakdown.Title));
        json.WriteStartArray("groups");
        foreach (BreakdownRow<TResult> row in breakdown)
        {
            json.WriteStartObject();
            json.WriteString("group", JsonText.Valid(row.Group));
            if (row.Column is { } column) json.WriteString("column", JsonText.Valid(column));
            json.WriteStartObject("result");
            WriteMembers(json, row.Result);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartObject("total");
        WriteMembers(json, breakdown.Total);
        json.WriteEndObject();
    });

    public static void WriteMembers(Utf8JsonWriter json, MetricResult result)
    {
        json.WriteString("type", result.DefinitionName);
        json.WriteString("title", JsonText.Valid(result.Title));
        json.WriteStartObject("definition");
        HashSet<string> terms = new(StringComparer.Ordinal), counts = new(StringComparer.Ordinal);
        foreach (MetricTerm term in result.Terms) json.WriteString(Apart(term.Name, terms), JsonText.Valid(term.Value));
        json.WriteEndObject();
        json.WriteStartObject("counts");
        foreach (MetricCount count in result.Counts) json.WriteNumber(Apart(count.Name, counts), count.Count);
        json.WriteEndObject();
        WriteFigure(json, "value", result.Value);
        if (result.Unit is { } unit) json.WriteString("unit", JsonText.Valid(unit));
        WriteEstimate(json, result.Estimate);
        WriteOthers(json, result.OtherFigures);
        if (result.WhyNoValue is { } reason)
        {
            json.WriteStartObject("noValue");
            json.WriteString("reason", JsonText.CamelCase(reason.Reason.ToString()));
            json.WriteString("message", JsonText.Valid(reason.Message));
            json.WriteEndObject();
        }

        WriteWarnings(json, result.Warnings);
        WriteParts(json, result.JsonParts);
    }

    public static void WriteWarnings(Utf8JsonWriter json, IReadOnlyList<MetricWarning> warnings)
    {
        if (warnings.Count == 0) return;
        json.WriteStartArray("warnings");
        foreach (MetricWarning warning in warnings)
        {
            json.WriteStartObject();
            json.WriteString("kind", JsonText.CamelCase(warning.Kind.ToString()));
            json.WriteString("message", JsonText.Valid(warning.Message));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    public static void WriteEstimate(Utf8JsonWriter json, Estimate? estimate)
    {
        if (estimate is null) return;
        json.WriteStartObject("estimate");
        WriteFigure(json, "value", estimate.Value);
        WriteFigure(json, "lower", estimate.Lower);
        WriteFigure(json, "upper", estimate.Upper);
        json.WriteNumber("level", estimate.Level);
        json.WriteNumber("n", estimate.N);
        json.WriteNumber("effectiveN", estimate.EffectiveN);
        json.WriteString("method", estimate.Method);
        json.WriteEndObject();
    }

    /// <summary>JSON has no infinity; this is the text that System.Text.Json reads as one when asked to.</summary>
    public static void WriteFigure(Utf8JsonWriter json, string name, double? figure)
    {
        if (figure is not { } number) json.WriteNull(name);
        else if (double.IsFinite(number)) json.WriteNumber(name, number);
        else json.WriteString(name, number > 0 ? "Infinity" : "-Infinity");
    }

    /// <summary>A valid name that the object does not have yet: names that differ only in halves of pairs are the same when they are valid.</summary>
    private static string Apart(string name, HashSet<string> taken)
    {
        string valid = JsonText.Valid(name), free = valid;
        for (int number = 2; !taken.Add(free); number++) free = string.Create(CultureInfo.InvariantCulture, $"{valid} ({number})");
        return free;
    }

    /// <summary>Tables, a row an object with a member for each column; cells without data are null.</summary>
    private static void WriteParts(Utf8JsonWriter json, IEnumerable<IJourneyResult> parts)
    {
        bool any = false;
        foreach (IJourneyResult part in parts)
        {
            if (!any) json.WriteStartArray("parts");
            any = true;
            json.WriteStartObject();
            json.WriteString("title", JsonText.Valid(part.Title));
            json.WriteStartArray("rows");
            ResultTable table = part.ToTable();
            foreach (IReadOnlyList<object?> row in table.Rows)
            {
                json.WriteStartObject();
                HashSet<string> names = new(StringComparer.Ordinal);
                for (int column = 0; column < row.Count; column++) WriteCell(json, Apart(table.Columns[column].Name, names), row[column]);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        if (any) json.WriteEndArray();
    }

    private static void WriteCell(Utf8JsonWriter json, string name, object? cell)
    {
        switch (cell)
        {
            case null: json.WriteNull(name); break;
            case double number: WriteFigure(json, name, number); break;
            case long count: json.WriteNumber(name, count); break;
            case bool flag: json.WriteBoolean(name, flag); break;
            case DateTimeOffset instant: json.WriteString(name, instant); break;
            case TimeSpan duration: json.WriteString(name, duration.ToString("c", CultureInfo.InvariantCulture)); break;
            default: json.WriteString(name, JsonText.Valid(Convert.ToString(cell, CultureInfo.InvariantCulture)!)); break;
        }
    }

    private static void WriteOthers(Utf8JsonWriter json, IReadOnlyList<MetricFigure> figures)
    {
        if (figures.Count == 0) return;
        json.WriteStartArray("figures");
        foreach (MetricFigure figure in figures)
        {
            json.WriteStartObject();
            json.WriteString("name", JsonText.Valid(figure.Name));
            WriteFigure(json, "value", figure.Value);
            WriteEstimate(json, figure.Estimate);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
