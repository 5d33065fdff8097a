using System.Globalization;
using CustomerJourney.Events;

namespace CustomerJourney.Reporting;

/// <summary>Takes a table over from outside: checks that it keeps its own promises and copies it, so that it cannot change any more.</summary>
internal static class TableCheck
{
    private const int ListedProblems = 20;

    public static ResultTable Copy(ResultTable table, string owner)
    {
        string subject = $"The table of '{owner}'";
        if (table.Columns is null || table.Rows is null) throw new JourneyDefinitionException(subject, ["it has no columns or no rows: give empty lists."]);

        ResultTable copy = table with
        {
            Columns = [.. table.Columns],
            Rows = [.. table.Rows.Select(row => row is null ? null! : (IReadOnlyList<object?>)[.. row])],
            Chart = table.Chart is { LabelColumns: not null } chart ? chart with { LabelColumns = [.. chart.LabelColumns] } : table.Chart,
        };
        List<string> problems = [.. ColumnProblems(copy)];
        if (problems.Count == 0) problems = [.. BaseProblems(copy).Concat(ChartProblems(copy)).Concat(CellProblems(copy)).Take(ListedProblems)];
        return problems.Count == 0 ? copy : throw new JourneyDefinitionException(subject, problems);
    }

    /// <summary>The position of a column that is known to exist.</summary>
    public static int IndexOf(ResultTable table, string column)
    {
        for (int i = 0; i < table.Columns.Count; i++)
            if (string.Equals(table.Columns[i].Name, column, StringComparison.Ordinal)) return i;
        return -1;
    }

    private static IEnumerable<string> ColumnProblems(ResultTable table)
    {
        if (table.Columns.Count == 0) yield return "it has no columns: give at least one.";
        HashSet<string> names = new(StringComparer.Ordinal);
        foreach (ResultColumn? column in table.Columns)
        {
            if (column?.Name is null) yield return "a column or its name is null.";
            else if (!names.Add(column.Name)) yield return $"two columns are named '{column.Name}': names are unique.";
            else if (!Enum.IsDefined(column.Kind)) yield return $"column '{column.Name}' is of the unknown kind {column.Kind}.";
        }
    }

    private static IEnumerable<string> BaseProblems(ResultTable table)
    {
        if (table.BaseColumn is not { } name) yield break;
        if (IndexOf(table, name) is var index and >= 0)
        {
            if (table.Columns[index].Kind != ResultColumnKind.Count) yield return $"base column '{name}' is of kind {table.Columns[index].Kind}: a base is a Count.";
        }
        else yield return $"base column '{name}' is not among its columns.";
    }

    private static IEnumerable<string> ChartProblems(ResultTable table)
    {
        if (table.Chart is not { } chart) yield break;
        if (chart.LabelColumns is null or { Count: 0 }) yield return "its chart has no label column: name at least one.";
        foreach (string? label in chart.LabelColumns ?? [])
            if (label is null || IndexOf(table, label) < 0) yield return $"label column '{label}' of its chart is not among its columns.";
        if ((chart.LowerColumn is null) != (chart.UpperColumn is null)) yield return "its chart has one limit of the interval: name both or none.";
        if (chart is { Minimum: { } minimum, Maximum: { } maximum } && !(minimum < maximum))
            yield return string.Create(CultureInfo.InvariantCulture, $"the axis of its chart goes from {minimum} to {maximum}: the minimum lies below the maximum.");
        if (chart is { Minimum: { } begin } && !double.IsFinite(begin) || chart is { Maximum: { } end } && !double.IsFinite(end)) yield return "the axis of its chart has an end that is not a finite number.";

        ResultColumnKind? kind = null;
        foreach (string? name in new[] { chart.ValueColumn, chart.LowerColumn, chart.UpperColumn })
        {
            if (name is null && kind is not null) continue;
            if (name is null || IndexOf(table, name) is var index && index < 0)
            {
                yield return $"column '{name}' of its chart is not among its columns.";
                continue;
            }

            ResultColumnKind found = table.Columns[IndexOf(table, name)].Kind;
            kind ??= found;
            if (found is not (ResultColumnKind.Share or ResultColumnKind.Number or ResultColumnKind.Count) || found != kind)
                yield return $"column '{name}' of its chart is of kind {found}: value and limits are all Share, all Number or all Count.";
        }
    }

    private static IEnumerable<string> CellProblems(ResultTable table)
    {
        for (int i = 0; i < table.Rows.Count; i++)
        {
            IReadOnlyList<object?> row = table.Rows[i];
            if (row?.Count != table.Columns.Count)
            {
                yield return $"row {i + 1} has {row?.Count ?? 0} cells for {table.Columns.Count} columns.";
                continue;
            }

            for (int j = 0; j < row.Count; j++)
            {
                if (row[j] is not { } cell) continue;
                (ResultColumn column, Type expected) = (table.Columns[j], TypeOf(table.Columns[j].Kind));
                if (cell.GetType() != expected) yield return $"row {i + 1}, column '{column.Name}' holds a {cell.GetType().Name}: a cell of kind {column.Kind} is a {expected.Name} or null.";
                else if (cell is double.NaN) yield return $"row {i + 1}, column '{column.Name}' is not a number: no data is null.";
            }
        }
    }

    private static Type TypeOf(ResultColumnKind kind) => kind switch
    {
        ResultColumnKind.Text => typeof(string),
        ResultColumnKind.Count => typeof(long),
        ResultColumnKind.Share or ResultColumnKind.Number or ResultColumnKind.PValue => typeof(double),
        ResultColumnKind.Duration => typeof(TimeSpan),
        ResultColumnKind.Instant => typeof(DateTimeOffset),
        ResultColumnKind.Date => typeof(DateOnly),
        ResultColumnKind.Flag => typeof(bool),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not a kind of column."),
    };
}
