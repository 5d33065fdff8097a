namespace CustomerJourney.Events;

/// <summary>A stretch of the source, dealt out to buckets of customers. Rows of a bucket stay in the order of the source. Used by one thread.</summary>
internal sealed class EventPartition
{
    private readonly int _shift;
    private readonly bool _everyRow;
    private readonly int _pageSize;
    private readonly Stack<ArrivedEvent[]> _free = new();
    private readonly ArrivedEvent[][] _pages;
    private readonly int[] _filled;

    /// <param name="buckets">The number of buckets.</param>
    /// <param name="shift">The bucket of a customer is its number without these low bits.</param>
    /// <param name="pageSize">How many events a page holds.</param>
    /// <param name="everyRow">Whether the row of each event is kept, not only of those that have more.</param>
    public EventPartition(int buckets, int shift, int pageSize, bool everyRow)
    {
        _shift = shift;
        _pageSize = pageSize;
        _everyRow = everyRow;
        _pages = new ArrivedEvent[buckets][];
        _filled = new int[buckets];
        Array.Fill(_filled, pageSize);
        Full = new List<ArrivedEvent[]>[buckets];
        Rows = new GrowingColumn<int>[buckets];
        for (int bucket = 0; bucket < buckets; bucket++)
        {
            Full[bucket] = [];
            Rows[bucket] = new GrowingColumn<int>();
        }
    }

    /// <summary>The rows of those events of each bucket that have more, in their order.</summary>
    public GrowingColumn<int>[] Rows { get; }

    private List<ArrivedEvent[]>[] Full { get; }

    /// <summary>The number of events of a bucket.</summary>
    public int CountOf(int bucket) => _pages[bucket] is null ? 0 : (Full[bucket].Count * _pageSize) + _filled[bucket];

    /// <summary>The pages of a bucket in their order.</summary>
    public int PagesOf(int bucket) => _pages[bucket] is null ? 0 : Full[bucket].Count + 1;

    public ReadOnlySpan<ArrivedEvent> Page(int bucket, int page) => page < Full[bucket].Count ? Full[bucket][page] : _pages[bucket].AsSpan(0, _filled[bucket]);

    /// <summary>Deals out events.</summary>
    /// <param name="events">The events, in the order of the source.</param>
    /// <param name="firstRow">The row of the first of them.</param>
    /// <param name="ranks">What their codes mean.</param>
    public void Add(ReadOnlySpan<ArrivedEvent> events, int firstRow, NameRanks ranks)
    {
        int[] customers = ranks.Customers, names = ranks.Events, channels = ranks.Channels;
        for (int index = 0; index < events.Length; index++)
        {
            ArrivedEvent arrived = events[index];
            arrived.Customer = customers[arrived.Customer];
            arrived.Event = (ushort)names[arrived.Event];
            if (arrived.Channel != LogSchema.NoChannel) arrived.Channel = (byte)channels[arrived.Channel];
            arrived.HasMore |= _everyRow;
            int bucket = arrived.Customer >> _shift;
            int place = _filled[bucket];
            if (place == _pageSize)
            {
                NewPage(bucket);
                place = 0;
            }

            _pages[bucket][place] = arrived;
            _filled[bucket] = place + 1;
            if (arrived.HasMore) Rows[bucket].Add(firstRow + index);
        }
    }

    /// <summary>Takes over a block that has been read, to write on.</summary>
    public void Reuse(ArrivedEvent[] block)
    {
        if (block.Length == _pageSize) _free.Push(block);
    }

    /// <summary>Lets go of a bucket.</summary>
    public void Release(int bucket)
    {
        Full[bucket] = [];
        _pages[bucket] = [];
        Rows[bucket] = new GrowingColumn<int>();
    }

    /// <summary>Lets go of the blocks that nothing was written on.</summary>
    public void ReleaseFree() => _free.Clear();

    private void NewPage(int bucket)
    {
        if (_pages[bucket] is { } full) Full[bucket].Add(full);
        _pages[bucket] = _free.TryPop(out ArrivedEvent[]? page) ? page : GC.AllocateUninitializedArray<ArrivedEvent>(_pageSize);
        _filled[bucket] = 0;
    }
}
