using System.Globalization;
using CustomerJourney.Events;

namespace CustomerJourney.Reporting;

/// <summary>The cells of a table as text in a culture, with the same number of decimals down a column.</summary>
internal sealed class TableText
{
    private readonly PageContext _context;
    private readonly int[] _decimals;

    public TableText(VisibleTable table, PageContext context)
    {
        (Table, _context) = (table, context);
        _decimals = [.. Enumerable.Range(0, table.Table.Columns.Count).Select(Decimals)];
        // A value and its limits are read together, so they are written alike.
        if (table.Table.Chart is { } chart) WriteAlike([.. new[] { chart.ValueColumn, chart.LowerColumn, chart.UpperColumn }.OfType<string>().Select(name => TableCheck.IndexOf(table.Table, name))]);
        IReadOnlyList<ResultColumn> columns = table.Table.Columns;
        for (int value = 0; value + 2 < columns.Count; value++)
        {
            if (columns[value].Kind == ResultColumnKind.Number && columns[value + 1] is { Name: "Lower", Kind: ResultColumnKind.Number } && columns[value + 2] is { Name: "Upper", Kind: ResultColumnKind.Number })
                WriteAlike([value, value + 1, value + 2]);
        }
    }

    public VisibleTable Table { get; }

    public CellText this[int row, int column]
    {
        get
        {
            if (!Table.Shows(row, column)) return new(column == Table.BaseIndex ? HiddenText(row) : "*", CellState.Hidden);
            return Table.Table.Rows[row][column] is { } cell ? new(Format(cell, column), CellState.Value) : new("–", CellState.NoData);
        }
    }

    /// <summary>What stands for the figures of a hidden row: "fewer than 10", or "hidden" where only the total is protected.</summary>
    public string HiddenText(int row) =>
        Table[row] == RowVisibility.TooSmall ? Fill(_context.Texts.FewerThan, _context.Options.SuppressGroupsBelow) : _context.Texts.Hidden;

    /// <summary>The sentence below a table that hides rows; null for others.</summary>
    public string? HiddenNote => Table.HidesAny ? Fill(_context.Texts.HiddenNote, _context.Options.SuppressGroupsBelow) : null;

    private string Fill(string text, int limit) => string.Format(_context.Culture, text, limit.ToString("N0", _context.Culture));

    private string Format(object cell, int column)
    {
        CultureInfo culture = _context.Culture;
        return (Table.Table.Columns[column].Kind, cell) switch
        {
            (ResultColumnKind.Text, string text) => text,
            (ResultColumnKind.Count, long count) => count.ToString("N0", culture),
            (ResultColumnKind.Share, double share) => FigureText.Share(share, 1, culture),
            (ResultColumnKind.PValue, double p) => FigureText.PValue(p, culture),
            (_, double number) => FigureText.Number(number, Table.Table.Columns[column].IsMixed ? DecimalsOf(Math.Abs(number)) : _decimals[column], culture),
            (_, TimeSpan duration) => FigureText.Duration(duration, _context),
            (_, DateTimeOffset instant) => instant.ToString("yyyy-MM-dd HH:mm zzz", CultureInfo.InvariantCulture),
            (_, DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            (_, bool flag) => flag ? _context.Texts.Yes : _context.Texts.No,
            _ => throw new InvalidOperationException($"A cell of column '{Table.Table.Columns[column].Name}' is a {cell.GetType().Name}: tables are checked when they are added."),
        };
    }

    /// <summary>One decimal for scores of ten and more, two below, and two significant digits for figures that would vanish in them.</summary>
    private int Decimals(int column)
    {
        if (Table.Table.Columns[column].Kind != ResultColumnKind.Number) return 0;
        double largest = 0;
        for (int row = 0; row < Table.Table.Rows.Count; row++)
            if (Table.Cell(row, column) is double number && double.IsFinite(number)) largest = Math.Max(largest, Math.Abs(number));
        return DecimalsOf(largest);
    }

    private static int DecimalsOf(double size)
    {
        if (size >= 10) return 1;
        return size is >= 0.1 or 0 ? 2 : Math.Min(15, 1 - (int)Math.Floor(Math.Log10(size)));
    }

    private void WriteAlike(IReadOnlyList<int> columns)
    {
        int most = columns.Max(column => _decimals[column]);
        foreach (int column in columns) _decimals[column] = most;
    }
}
