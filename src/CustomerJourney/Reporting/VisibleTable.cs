using CustomerJourney.Events;

namespace CustomerJourney.Reporting;

/// <summary>A table with the decision which of its rows may show their figures. Everything that is derived from figures (axes, decimals) is derived from the visible ones.</summary>
internal sealed class VisibleTable
{
    private readonly RowVisibility[] _rows;

    private VisibleTable(ResultTable table, RowVisibility[] rows)
    {
        (Table, _rows) = (table, rows);
        BaseIndex = table.BaseColumn is { } name ? TableCheck.IndexOf(table, name) : -1;
    }

    public ResultTable Table { get; }

    /// <summary>The position of the base column, or -1.</summary>
    public int BaseIndex { get; }

    /// <summary>The remarks of a section, unless rows are hidden: they may tell how few people those rest on.</summary>
    public IReadOnlyList<string> RemarksOf(ReportSection section) => HidesAny ? [] : section.Remarks;

    public bool HidesAny => Array.Exists(_rows, row => row != RowVisibility.Shown);

    public RowVisibility this[int row] => _rows[row];

    /// <summary>Whether the cell may be shown: names always, figures unless their row is hidden.</summary>
    public bool Shows(int row, int column) => _rows[row] == RowVisibility.Shown || Table.Columns[column].Kind == ResultColumnKind.Text;

    /// <summary>The cell, or null where it is hidden.</summary>
    public object? Cell(int row, int column) => Shows(row, column) ? Table.Rows[row][column] : null;

    public static VisibleTable Of(ResultTable table, ReportOptions options)
    {
        RowVisibility[] rows = new RowVisibility[table.Rows.Count];
        VisibleTable visible = new(table, rows);
        if (visible.BaseIndex < 0 || options.SuppressGroupsBelow == 0) return visible;

        // A single hidden row is its total minus the other rows, and two hidden rows of one person each are known from their sum:
        // so hide upward from the smallest until both the number of rows and their sum protect.
        (long Size, int Row)[] bySize = [.. table.Rows.Select((row, index) => (Size: row[visible.BaseIndex] as long? ?? 0, index)).Where(row => row.Size > 0).OrderBy(row => row)];
        (int hidden, Int128 sum) = (0, 0);
        foreach ((long size, int row) in bySize)
        {
            bool tooSmall = size < options.SuppressGroupsBelow;
            bool unprotected = hidden == 1 || hidden > 1 && sum < options.SuppressGroupsBelow;
            if (!tooSmall && !unprotected) break;
            rows[row] = tooSmall ? RowVisibility.TooSmall : RowVisibility.Protecting;
            hidden++;
            sum += size;
        }

        return visible;
    }
}
