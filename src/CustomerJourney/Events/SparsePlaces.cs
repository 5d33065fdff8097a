namespace CustomerJourney.Events;

/// <summary>Where the values of a sparse column come to lie in the order of the log. Their indexes are found anew for each column that is gathered, which takes less memory than keeping them.</summary>
internal sealed class SparsePlaces
{
    private readonly SortedEvents _sorted;
    private readonly SparseRows _sparse;
    private readonly int _rowCount;

    /// <param name="rows">The rows that have a value, ascending; at least one.</param>
    /// <param name="sorted">The events, some of which may have been left out.</param>
    public SparsePlaces(GrowingColumn<int> rows, SortedEvents sorted)
    {
        _sorted = sorted;
        _rowCount = rows[rows.Count - 1] + 1;
        _sparse = new(rows, _rowCount);
        Positions = FindPositions();
    }

    /// <summary>The events that have a value, ascending.</summary>
    public int[] Positions { get; }

    /// <summary>For each customer, the index of the first value; one more entry at the end.</summary>
    public int[] Starts()
    {
        int[] starts = new int[_sorted.Offsets.Length];
        int before = 0;
        for (int customer = 0; customer < starts.Length; customer++)
        {
            while (before < Positions.Length && Positions[before] < _sorted.Offsets[customer]) before++;
            starts[customer] = before;
        }

        return starts;
    }

    /// <summary>The values of a column in the order of the log.</summary>
    public TValue[] Gather<T, TValue>(GrowingColumn<T> column, Func<T, TValue> valueOf)
    {
        TValue[] gathered = GC.AllocateUninitializedArray<TValue>(Positions.Length);
        int next = 0;
        for (int index = 0; index < _sorted.Rows.Count; index++)
        {
            if (TryGetIndex(index, out int value)) gathered[next++] = valueOf(column[value]);
        }

        return gathered;
    }

    /// <summary>Canonical codes of an optional dictionary column, -1 where none; null where no row has one.</summary>
    public int[]? Recode(GrowingColumn<int> codes, int[] rank)
    {
        if (rank.Length == 0) return null;
        int[] recoded = GC.AllocateUninitializedArray<int>(Positions.Length);
        int next = 0;
        for (int index = 0; index < _sorted.Rows.Count; index++)
        {
            if (!TryGetIndex(index, out int value)) continue;
            int code = value < codes.Count ? codes[value] : -1;
            recoded[next++] = code < 0 ? -1 : rank[code];
        }

        return recoded;
    }

    private int[] FindPositions()
    {
        int count = 0;
        for (int index = 0; index < _sorted.Rows.Count; index++)
        {
            if (TryGetIndex(index, out _)) count++;
        }

        // Often they are all events that have more than the columns of every log, which stand in an array already.
        if (_sorted.Rows.Positions is { } all && all.Length == count) return all;
        int[] positions = GC.AllocateUninitializedArray<int>(count);
        int next = 0;
        for (int index = 0; index < _sorted.Rows.Count; index++)
        {
            if (TryGetIndex(index, out _)) positions[next++] = _sorted.Rows.PositionAt(index);
        }

        return positions;
    }

    private bool TryGetIndex(int index, out int value)
    {
        value = -1;
        int row = _sorted.Rows.RowAt(index);
        return row < _rowCount && _sparse.TryGetIndex(row, out value);
    }
}
