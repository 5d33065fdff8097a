namespace CustomerJourney.Statistics;

/// <summary>A table of counts without its empty rows and columns, with the counts that independence leads one to expect.</summary>
internal sealed class CountMargins
{
    private readonly double[][] _counts;
    private readonly double[] _rows;
    private readonly double[] _columns;

    private CountMargins(double[][] counts)
    {
        _counts = counts;
        _rows = [.. counts.Select(row => row.Sum())];
        _columns = [.. Enumerable.Range(0, counts[0].Length).Select(column => counts.Sum(row => row[column]))];
        Total = _rows.Sum();
        Expected = [.. _rows.SelectMany(row => _columns.Select(column => row * (column / Total)))];
    }

    public double Total { get; }

    public int Rows => _rows.Length;

    public int Columns => _columns.Length;

    public long DegreesOfFreedom => (Rows - 1L) * (Columns - 1L);

    public IReadOnlyList<double> Expected { get; }

    /// <summary>The margins, or null when fewer than two rows or two columns have counts.</summary>
    public static CountMargins? Of(IReadOnlyList<IReadOnlyList<long>> table, [System.Runtime.CompilerServices.CallerArgumentExpression(nameof(table))] string name = "")
    {
        long[][] rows = [.. CountTable.Checked(table, name).Where(row => row.Any(count => count > 0))];
        if (rows.Length < 2) return null;
        int[] columns = [.. Enumerable.Range(0, rows[0].Length).Where(column => rows.Any(row => row[column] > 0))];
        if (columns.Length < 2) return null;
        return new CountMargins([.. rows.Select(row => columns.Select(column => (double)row[column]).ToArray())]);
    }

    public void Visit(Action<double, double> visit)
    {
        for (int i = 0; i < Rows; i++)
            for (int j = 0; j < Columns; j++)
                visit(_counts[i][j], Expected[i * Columns + j]);
    }
}
