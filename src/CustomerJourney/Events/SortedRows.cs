namespace CustomerJourney.Events;

/// <summary>The rows in which events arrived, in the order of the log: of those events only that have more than the columns of every log.</summary>
/// <param name="positions">The events, ascending; <see langword="null"/> where every event has its row.</param>
/// <param name="rows">The row of each.</param>
internal sealed class SortedRows(int[]? positions, int[] rows)
{
    public int Count => rows.Length;

    /// <summary>The events, ascending; <see langword="null"/> where every event has its row.</summary>
    public int[]? Positions => positions;

    /// <summary>The place in the log of the event at an index.</summary>
    public int PositionAt(int index) => positions is null ? index : positions[index];

    /// <summary>The row of the event at an index.</summary>
    public int RowAt(int index) => rows[index];

    /// <summary>The row of an event; -1 if it has nothing but the columns of every log.</summary>
    public int RowOf(int position)
    {
        if (positions is null) return rows[position];
        int index = Array.BinarySearch(positions, position);
        return index < 0 ? -1 : rows[index];
    }

    /// <summary>The rows without some of the events; those behind them move up.</summary>
    /// <param name="left">The events that are left out, ascending.</param>
    public SortedRows Without(IReadOnlyList<int> left)
    {
        List<int> keptPositions = [], keptRows = [];
        int passed = 0;
        for (int index = 0; index < Count; index++)
        {
            int position = PositionAt(index);
            while (passed < left.Count && left[passed] < position) passed++;
            if (passed < left.Count && left[passed] == position) continue;
            keptPositions.Add(position - passed);
            keptRows.Add(rows[index]);
        }

        return new SortedRows(positions is null ? null : [.. keptPositions], [.. keptRows]);
    }
}
