namespace CustomerJourney.Events;

/// <summary>A stretch of the source, dealt out to buckets of customers. Rows of a bucket stay in the order of the source. Used by one thread.</summary>
internal sealed class EventPartition
{
    private const int PagesPerBlock = 16;
    private const int RowBlockBits = 10;

    private readonly int _shift;
    private readonly bool _everyRow;
    private readonly int _blockSize;
    private readonly int _pageSize;
    private readonly Stack<Page> _free = new();
    private readonly List<Page>[] _pages;

    // Of the last page of each bucket: where it lies, where the next event goes, and where the page ends.
    private readonly ArrivedEvent[][] _blocks;
    private readonly int[] _next;
    private readonly int[] _end;

    /// <param name="buckets">The number of buckets.</param>
    /// <param name="shift">The bucket of a customer is its number without these low bits.</param>
    /// <param name="blockSize">How many events a block holds; a bucket gets small pages of them, since every bucket has one that is not full.</param>
    /// <param name="everyRow">Whether the row of each event is kept, not only of those that have more.</param>
    public EventPartition(int buckets, int shift, int blockSize, bool everyRow)
    {
        _shift = shift;
        _blockSize = blockSize;
        _pageSize = Math.Max(blockSize / PagesPerBlock, 1);
        _everyRow = everyRow;
        _pages = new List<Page>[buckets];
        _blocks = new ArrivedEvent[buckets][];
        _next = new int[buckets];
        _end = new int[buckets];
        Rows = new GrowingColumn<int>[buckets];
        for (int bucket = 0; bucket < buckets; bucket++) Release(bucket);
    }

    /// <summary>The rows of those events of each bucket that have more, in their order.</summary>
    public GrowingColumn<int>[] Rows { get; }

    /// <summary>The number of events of a bucket.</summary>
    public int CountOf(int bucket) => (_pages[bucket].Count * _pageSize) - (_end[bucket] - _next[bucket]);

    /// <summary>The pages of a bucket in their order.</summary>
    public int PagesOf(int bucket) => _pages[bucket].Count;

    /// <summary>The events of a page; all pages of a bucket but the last are full.</summary>
    public ReadOnlySpan<ArrivedEvent> EventsOf(int bucket, int page)
    {
        (ArrivedEvent[] block, int start) = _pages[bucket][page];
        return block.AsSpan(start, page + 1 < _pages[bucket].Count ? _pageSize : _next[bucket] - start);
    }

    /// <summary>Deals out events. Their codes are overwritten by what they mean.</summary>
    /// <param name="events">The events, in the order of the source.</param>
    /// <param name="firstRow">The row of the first of them.</param>
    /// <param name="ranks">What their codes mean.</param>
    public void Add(Span<ArrivedEvent> events, int firstRow, NameRanks ranks)
    {
        // So many that they stay in the nearest cache between the two passes.
        const int AtOnce = 1024;
        for (int start = 0; start < events.Length; start += AtOnce)
        {
            Span<ArrivedEvent> next = events.Slice(start, Math.Min(AtOnce, events.Length - start));
            Recode(next, ranks);
            DealOut(next, firstRow + start);
        }
    }

    /// <summary>Replaces codes by places. Apart from dealing out, since look-ups at random overlap only where nothing else waits for them.</summary>
    private static void Recode(Span<ArrivedEvent> events, NameRanks ranks)
    {
        int[] customers = ranks.Customers, names = ranks.Events, channels = ranks.Channels;
        foreach (ref ArrivedEvent arrived in events)
        {
            arrived.Customer = customers[arrived.Customer];
            arrived.Event = (ushort)names[arrived.Event];
            if (arrived.Channel != LogSchema.NoChannel) arrived.Channel = (byte)channels[arrived.Channel];
        }
    }

    private void DealOut(ReadOnlySpan<ArrivedEvent> events, int firstRow)
    {
        for (int index = 0; index < events.Length; index++)
        {
            ArrivedEvent arrived = events[index];
            arrived.HasMore |= _everyRow;
            int bucket = arrived.Customer >> _shift;
            if (_next[bucket] == _end[bucket]) NewPage(bucket);
            _blocks[bucket][_next[bucket]++] = arrived;
            if (arrived.HasMore) Rows[bucket].Add(firstRow + index);
        }
    }

    /// <summary>Takes over a block that has been read, to write on.</summary>
    public void Reuse(ArrivedEvent[] block)
    {
        for (int start = block.Length - _pageSize; start >= 0; start -= _pageSize) _free.Push(new Page(block, start));
    }

    /// <summary>Lets go of a bucket.</summary>
    public void Release(int bucket)
    {
        _pages[bucket] = [];
        _blocks[bucket] = [];
        _next[bucket] = _end[bucket] = 0;
        Rows[bucket] = new GrowingColumn<int>(RowBlockBits);
    }

    /// <summary>Lets go of the blocks that nothing was written on.</summary>
    public void ReleaseFree() => _free.Clear();

    private void NewPage(int bucket)
    {
        if (_free.Count == 0) Reuse(GC.AllocateUninitializedArray<ArrivedEvent>(_blockSize));
        Page page = _free.Pop();
        _pages[bucket].Add(page);
        _blocks[bucket] = page.Block;
        (_next[bucket], _end[bucket]) = (page.Start, page.Start + _pageSize);
    }

    private readonly record struct Page(ArrivedEvent[] Block, int Start);
}
