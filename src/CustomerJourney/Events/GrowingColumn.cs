namespace CustomerJourney.Events;

/// <summary>An append-only column while a log is read. Grows by blocks that stay where they are: nothing is copied, and no second array is needed for a moment.</summary>
/// <param name="blockBits">The items of a block, as a power of two.</param>
internal sealed class GrowingColumn<T>(int blockBits = GrowingColumn<T>.DefaultBlockBits)
{
    /// <summary>128 KB and more in a block, which the garbage collector never moves.</summary>
    private const int DefaultBlockBits = 15;
    private const int FirstSize = 256;

    private readonly int _blockBits = blockBits;
    private readonly Stack<T[]> _spare = new();
    private T[][] _blocks = [[]];
    private int _blockCount = 1;
    private int _given;

    public int Count { get; private set; }

    public ref readonly T this[int index] => ref _blocks[index >> _blockBits][index & (BlockSize - 1)];

    private int BlockSize => 1 << _blockBits;

    public void Add(T item)
    {
        int block = Count >> _blockBits, place = Count & (BlockSize - 1);
        if (block == _blockCount || place == _blocks[block].Length) Grow(block);
        _blocks[block][place] = item;
        Count++;
    }

    /// <summary>Replaces an item.</summary>
    public void Set(int index, T item)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Count);
        _blocks[index >> _blockBits][index & (BlockSize - 1)] = item;
    }

    /// <summary>Appends an item for a row, after filling the rows that had none.</summary>
    public void AddAt(int row, T item, T missing)
    {
        while (Count < row) Add(missing);
        Add(item);
    }

    /// <summary>Hands over the blocks before an item, which are not read any more, to a column that is written from them: both together need hardly more memory than one.</summary>
    /// <param name="end">The first item that is still needed.</param>
    /// <param name="to">A column with blocks of the same size.</param>
    public void GiveBlocks(int end, GrowingColumn<T> to)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(to._blockBits, _blockBits);
        for (; _given < end >> _blockBits; _given++)
        {
            to._spare.Push(_blocks[_given]);
            _blocks[_given] = [];
        }
    }

    /// <summary>Only the first block grows, for small logs; the others are made at their size.</summary>
    private void Grow(int block)
    {
        if (block == 0)
        {
            Array.Resize(ref _blocks[0], Math.Clamp(2 * _blocks[0].Length, Math.Min(FirstSize, BlockSize), BlockSize));
            return;
        }

        if (block == _blocks.Length) Array.Resize(ref _blocks, 2 * block);
        _blocks[_blockCount++] = _spare.TryPop(out T[]? spare) ? spare : GC.AllocateUninitializedArray<T>(BlockSize);
    }
}
