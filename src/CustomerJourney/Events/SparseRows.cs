using System.Numerics;

namespace CustomerJourney.Events;

/// <summary>The rows that have a value in a sparse column, and for each the index of its value: a bit a row and a running count.</summary>
internal sealed class SparseRows
{
    private readonly ulong[] _bits;
    private readonly int[] _before;

    public SparseRows(GrowingColumn<int> rows, int rowCount)
        : this(rowCount)
    {
        for (int index = 0; index < rows.Count; index++) Set(rows[index]);
        Count();
    }

    /// <param name="rows">The rows that have a value, ascending.</param>
    /// <param name="rowCount">The number of rows.</param>
    public SparseRows(ReadOnlySpan<int> rows, int rowCount)
        : this(rowCount)
    {
        foreach (int row in rows) Set(row);
        Count();
    }

    private SparseRows(int rowCount)
    {
        _bits = new ulong[(rowCount / 64) + 1];
        _before = new int[_bits.Length];
    }

    public bool TryGetIndex(int row, out int index)
    {
        ulong word = _bits[row >> 6];
        ulong bit = 1UL << (row & 63);
        index = _before[row >> 6] + BitOperations.PopCount(word & (bit - 1));
        return (word & bit) != 0;
    }

    private void Set(int row) => _bits[row >> 6] |= 1UL << (row & 63);

    private void Count()
    {
        for (int word = 1; word < _bits.Length; word++) _before[word] = _before[word - 1] + BitOperations.PopCount(_bits[word - 1]);
    }
}
