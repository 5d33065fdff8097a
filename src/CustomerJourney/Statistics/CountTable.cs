namespace CustomerJourney.Statistics;

/// <summary>The check of tables of counts that formulas of this room are given.</summary>
internal static class CountTable
{
    /// <summary>A copy of a table whose rows are equally long and whose counts are not negative.</summary>
    public static long[][] Checked(IReadOnlyList<IReadOnlyList<long>> table, string name)
    {
        ArgumentNullException.ThrowIfNull(table, name);
        long[][] rows = new long[table.Count][];
        for (int i = 0; i < rows.Length; i++)
        {
            if (table[i] is null) throw new ArgumentException($"Row {i} of the table is null.", name);
            rows[i] = [.. table[i]];
            if (rows[i].Length != rows[0].Length)
                throw new ArgumentException($"Row {i} of the table has {rows[i].Length} columns, row 0 has {rows[0].Length}: give every row as many.", name);
            int negative = Array.FindIndex(rows[i], count => count < 0);
            if (negative >= 0) throw new ArgumentOutOfRangeException(name, rows[i][negative], $"The count in row {i}, column {negative} is negative: a count is 0 or more.");
        }

        return rows;
    }
}
