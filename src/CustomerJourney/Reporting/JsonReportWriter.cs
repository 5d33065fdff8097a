using System.Globalization;
using System.Text.Json;
using CustomerJourney.Events;

namespace CustomerJourney.Reporting;

/// <summary>Reports and tables as JSON, with unrounded figures.</summary>
internal static class JsonReportWriter
{
    public static string Write(JourneyReport report, ReportOptions options) => JsonText.Write(json =>
    {
        json.WriteString("title", JsonText.Valid(report.Title));
        json.WriteStartArray("sections");
        foreach (ReportSection section in report.Sections)
        {
            json.WriteStartObject();
            json.WriteString("kind", JsonText.CamelCase(section.Kind.ToString()));
            if (section.Title is { } title) json.WriteString("title", JsonText.Valid(title));
            if (section.Text is { } text) json.WriteString("text", JsonText.Valid(text));
            if (section.Table is { } table)
            {
                VisibleTable visible = VisibleTable.Of(table, options);
                WriteTable(json, visible);
                if (section.Definition is { } definition) json.WriteString("definition", JsonText.Valid(definition));
                WriteRemarks(json, visible.RemarksOf(section));
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    });

    public static string Write(IJourneyResult result) => JsonText.Write(json =>
    {
        json.WriteString("title", JsonText.Valid(result.Title));
        WriteTable(json, VisibleTable.Of(TableCheck.Copy(result.ToTable(), result.Title), ReportOptions.Default));
        WriteRemarks(json, result.Remarks);
    });

    private static void WriteRemarks(Utf8JsonWriter json, IReadOnlyList<string> remarks)
    {
        if (remarks.Count == 0) return;
        json.WriteStartArray("remarks");
        foreach (string remark in remarks) json.WriteStringValue(JsonText.Valid(remark));
        json.WriteEndArray();
    }

    private static void WriteTable(Utf8JsonWriter json, VisibleTable table)
    {
        json.WriteStartObject("table");
        json.WriteStartArray("columns");
        foreach (ResultColumn column in table.Table.Columns)
        {
            json.WriteStartObject();
            json.WriteString("name", JsonText.Valid(column.Name));
            json.WriteString("kind", JsonText.CamelCase(column.Kind.ToString()));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("rows");
        for (int row = 0; row < table.Table.Rows.Count; row++)
        {
            json.WriteStartArray();
            for (int column = 0; column < table.Table.Columns.Count; column++) WriteCell(json, table.Cell(row, column));
            json.WriteEndArray();
        }

        json.WriteEndArray();
        if (table.HidesAny)
        {
            json.WriteStartArray("hiddenRows");
            for (int row = 0; row < table.Table.Rows.Count; row++)
                if (table[row] != RowVisibility.Shown) json.WriteNumberValue(row);
            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void WriteCell(Utf8JsonWriter json, object? cell)
    {
        switch (cell)
        {
            case null: json.WriteNullValue(); break;
            case string text: json.WriteStringValue(JsonText.Valid(text)); break;
            case bool flag: json.WriteBooleanValue(flag); break;
            case long count: json.WriteNumberValue(count); break;
            case double number when double.IsFinite(number): json.WriteNumberValue(number); break;
            // JSON has no infinity; this is the text that System.Text.Json reads as one when asked to.
            case double infinity: json.WriteStringValue(infinity > 0 ? "Infinity" : "-Infinity"); break;
            case TimeSpan duration: json.WriteStringValue(duration.ToString("c", CultureInfo.InvariantCulture)); break;
            case DateTimeOffset instant: json.WriteStringValue(instant.ToString("O", CultureInfo.InvariantCulture)); break;
            case DateOnly date: json.WriteStringValue(date.ToString("O", CultureInfo.InvariantCulture)); break;
            default: throw new InvalidOperationException($"A cell is a {cell.GetType().Name}: tables are checked before they are written.");
        }
    }
}
