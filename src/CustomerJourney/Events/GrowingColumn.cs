namespace CustomerJourney.Events;

/// <summary>An append-only column while a log is read. Grows by blocks that stay where they are: nothing is copied, and no second array is needed for a moment.</summary>
internal sealed class GrowingColumn<T>
{
    private const int BlockBits = 16;
    private const int BlockSize = 1 << BlockBits;
    private const int FirstSize = 256;

    private T[][] _blocks = [[]];
    private int _blockCount = 1;

    public int Count { get; private set; }

    public ref readonly T this[int index] => ref _blocks[index >> BlockBits][index & (BlockSize - 1)];

    public void Add(T item)
    {
        int block = Count >> BlockBits, place = Count & (BlockSize - 1);
        if (block == _blockCount || place == _blocks[block].Length) Grow(block);
        _blocks[block][place] = item;
        Count++;
    }

    /// <summary>Replaces an item.</summary>
    public void Set(int index, T item)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Count);
        _blocks[index >> BlockBits][index & (BlockSize - 1)] = item;
    }

    /// <summary>Appends an item for a row, after filling the rows that had none.</summary>
    public void AddAt(int row, T item, T missing)
    {
        while (Count < row) Add(missing);
        Add(item);
    }

    /// <summary>Only the first block grows, for small logs; the others are made at their size.</summary>
    private void Grow(int block)
    {
        if (block == 0)
        {
            Array.Resize(ref _blocks[0], Math.Clamp(2 * _blocks[0].Length, FirstSize, BlockSize));
            return;
        }

        if (block == _blocks.Length) Array.Resize(ref _blocks, 2 * block);
        _blocks[_blockCount++] = GC.AllocateUninitializedArray<T>(BlockSize);
    }
}
