using CustomerJourney.Events;

namespace CustomerJourney.Reporting;

/// <summary>A table with the decision which of its rows may show their figures. Everything that is derived from figures (axes, decimals) is derived from the visible ones.</summary>
internal sealed class VisibleTable
{
    private readonly RowVisibility[] _rows;
    private readonly bool _isPrivate;

    private VisibleTable(ResultTable table, RowVisibility[] rows, bool isPrivate)
    {
        (Table, _rows, _isPrivate) = (table, rows, isPrivate);
        BaseIndex = table.BaseColumn is { } name ? TableCheck.IndexOf(table, name) : -1;
    }

    public ResultTable Table { get; }

    /// <summary>The position of the base column, or -1.</summary>
    public int BaseIndex { get; }

    /// <summary>
    /// The remarks of a section, unless rows are hidden: they may tell how few people those rest on. So may they where small groups are to be hidden and the table does not say on how many its rows rest.
    /// </summary>
    public IReadOnlyList<string> RemarksOf(ReportSection section) => HidesAny || (_isPrivate && BaseIndex < 0) ? [] : section.Remarks;

    public bool HidesAny => Array.Exists(_rows, row => row != RowVisibility.Shown);

    public RowVisibility this[int row] => _rows[row];

    /// <summary>Whether the cell may be shown: names always, figures unless their row is hidden.</summary>
    public bool Shows(int row, int column) => _rows[row] == RowVisibility.Shown || Table.Columns[column].Kind == ResultColumnKind.Text;

    /// <summary>The cell, or null where it is hidden.</summary>
    public object? Cell(int row, int column) => Shows(row, column) ? Table.Rows[row][column] : null;

    public static VisibleTable Of(ResultTable table, ReportOptions options)
    {
        RowVisibility[] rows = new RowVisibility[table.Rows.Count];
        VisibleTable visible = new(table, rows, options.SuppressGroupsBelow > 0);
        if (visible.BaseIndex < 0 || options.SuppressGroupsBelow == 0) return visible;

        // A single hidden row is its total minus the other rows, and two hidden rows of one person each are known from their sum:
        // so hide upward from the smallest until both the number of rows and their sum protect.
        (long Size, int Row)[] bySize = [.. table.Rows.Select((_, row) => (Size: visible.SizeOf(row), row)).Where(row => row.Size > 0).OrderBy(row => row)];
        (int hidden, Int128 sum) = (0, 0);
        foreach ((long size, int row) in bySize)
        {
            bool tooSmall = size < options.SuppressGroupsBelow;
            bool unprotected = hidden == 1 || hidden > 1 && sum < options.SuppressGroupsBelow;
            if (!tooSmall && !unprotected) break;
            rows[row] = tooSmall ? RowVisibility.TooSmall : RowVisibility.Protecting;
            hidden++;
            sum += visible.BaseOf(row);
        }

        return visible;
    }

    private long BaseOf(int row) => Table.Rows[row][BaseIndex] as long? ?? 0;

    /// <summary>How many people a row tells of: its base, or, without any, the least that it counts besides, as those who answered something else.</summary>
    private long SizeOf(int row) => BaseOf(row) is > 0 and long size
        ? size
        : Table.Rows[row].Where((_, column) => Table.Columns[column].Kind == ResultColumnKind.Count).Select(cell => cell as long? ?? 0).Where(count => count > 0).DefaultIfEmpty().Min();
}
