using System.Buffers;
using System.Globalization;
using System.Text;
using CustomerJourney.Events;
using CustomerJourney.IO;

namespace CustomerJourney.Reporting;

/// <summary>A table as CSV that programs read exactly and spreadsheets read safely.</summary>
internal static class CsvTableWriter
{
    // Semicolon and tab separate cells, too, where a spreadsheet's language says so: a quoted text stays one cell there.
    private static readonly SearchValues<char> Quoted = SearchValues.Create(",;\t\"\r\n");

    public static string Write(VisibleTable table)
    {
        StringBuilder csv = new();
        IReadOnlyList<ResultColumn> columns = table.Table.Columns;
        WriteRecord(csv, columns.Select(column => FormulaText.Safe(column.Name)));
        for (int row = 0; row < table.Table.Rows.Count; row++)
            WriteRecord(csv, Enumerable.Range(0, columns.Count).Select(column => Cell(table.Cell(row, column))));
        return csv.ToString();
    }

    private static void WriteRecord(StringBuilder csv, IEnumerable<string> cells)
    {
        int start = csv.Length;
        csv.AppendJoin(',', cells.Select(cell => NeedsQuotes(cell) ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell));
        // A line with nothing on it is no record to most readers.
        if (csv.Length == start) csv.Append("\"\"");
        csv.Append("\r\n");
    }

    // Spaces at the ends are part of the cell, and some readers trim them unless it is quoted.
    private static bool NeedsQuotes(string cell) => cell.AsSpan().ContainsAny(Quoted) || cell.AsSpan().Trim().Length < cell.Length;

    private static string Cell(object? cell) => cell switch
    {
        null => "",
        string text => FormulaText.Safe(text),
        bool flag => flag ? "true" : "false",
        long count => count.ToString(CultureInfo.InvariantCulture),
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        TimeSpan duration => duration.ToString("c", CultureInfo.InvariantCulture),
        DateTimeOffset instant => instant.ToString("O", CultureInfo.InvariantCulture),
        DateOnly date => date.ToString("O", CultureInfo.InvariantCulture),
        _ => throw new InvalidOperationException($"A cell is a {cell.GetType().Name}: tables are checked before they are written."),
    };
}
