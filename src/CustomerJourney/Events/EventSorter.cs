namespace CustomerJourney.Events;

/// <summary>Sorts events into the one order of a log in two levels: dealt out to buckets of neighboring customers, then counted and sorted within each, where everything lies in the cache.</summary>
/// <remarks>
/// Dealing out writes on blocks that have been read, so it needs no second copy of the events. All steps are stable, and threads share out the work, never the result:
/// any number of them gives the same bits.
/// </remarks>
internal sealed class EventSorter
{
    /// <summary>About a megabyte of events in a bucket: what a core's own cache holds.</summary>
    private const int BucketBits = 16;
    private const int MostBuckets = 256;

    private readonly IReadOnlyList<ArrivedRun> _runs;
    private readonly int _customers;
    private readonly bool _hasChannels;
    private readonly bool _everyRow;
    private readonly int _degree;
    private readonly CancellationToken _cancellationToken;
    private readonly int _count;
    private readonly int _shift;
    private readonly int _buckets;

    public EventSorter(IReadOnlyList<ArrivedRun> runs, int customers, bool hasChannels, bool everyRow, int degree, CancellationToken cancellationToken)
    {
        _runs = runs;
        _customers = customers;
        _hasChannels = hasChannels;
        _everyRow = everyRow;
        _cancellationToken = cancellationToken;
        _count = runs.Sum(run => run.Count);
        _degree = _count < ArrivedEvents.BlockSize ? 1 : degree;
        while (_customers >> _shift > Math.Clamp(_count >> BucketBits, 1, MostBuckets)) _shift++;
        _buckets = (Math.Max(_customers - 1, 0) >> _shift) + 1;
    }

    public SortedEvents Sort<TOrder>(TOrder order, bool mayArriveInOrder)
        where TOrder : struct, IEventOrder
    {
        EventPartition[] partitions = DealOut();
        int[] starts = new int[_buckets + 1], rowStarts = new int[_buckets + 1];
        int largest = 0;
        for (int bucket = 0; bucket < _buckets; bucket++)
        {
            int events = partitions.Sum(partition => partition.CountOf(bucket));
            largest = Math.Max(largest, events);
            starts[bucket + 1] = starts[bucket] + events;
            rowStarts[bucket + 1] = rowStarts[bucket] + partitions.Sum(partition => partition.Rows[bucket].Count);
        }

        int rows = rowStarts[_buckets];
        SortTarget target = new()
        {
            Offsets = new int[_customers + 1],
            Ticks = GC.AllocateUninitializedArray<long>(_count),
            Events = GC.AllocateUninitializedArray<ushort>(_count),
            Channels = _hasChannels ? GC.AllocateUninitializedArray<byte>(_count) : null,
            Positions = rows == _count ? null : new int[rows],
            Rows = new int[rows],
        };
        target.Offsets[_customers] = _count;
        long late = 0;
        int next = -1;
        Parallel.For(0, _degree, Threads(), _ =>
        {
            BucketSorter<TOrder> sorter = new(order, mayArriveInOrder, target, partitions, largest, 1 << _shift);
            int bucket;
            while ((bucket = Interlocked.Increment(ref next)) < _buckets)
            {
                _cancellationToken.ThrowIfCancellationRequested();
                sorter.Sort(bucket << _shift, Math.Min(_customers, (bucket + 1) << _shift), bucket, starts[bucket], rowStarts[bucket]);
            }

            Interlocked.Add(ref late, sorter.Late);
        });
        return new SortedEvents
        {
            Offsets = target.Offsets,
            Ticks = target.Ticks,
            Events = target.Events,
            Channels = target.Channels,
            Rows = new SortedRows(target.Positions, target.Rows),
            Late = late,
        };
    }

    private ParallelOptions Threads() => new() { MaxDegreeOfParallelism = _degree, CancellationToken = _cancellationToken };

    /// <summary>Each thread deals out one stretch of the source, so that a bucket is its stretches one after the other.</summary>
    private EventPartition[] DealOut()
    {
        Dictionary<ArrivedEvents, int[]> unread = new(ReferenceEqualityComparer.Instance);
        foreach (ArrivedRun run in _runs)
        {
            if (unread.ContainsKey(run.Events)) continue;
            int[] left = new int[run.Events.Blocks];
            for (int block = 0; block < left.Length; block++) left[block] = Math.Min(ArrivedEvents.BlockSize, run.Events.Count - (block << ArrivedEvents.BlockBits));
            unread.Add(run.Events, left);
        }

        int blockSize = Math.Clamp(_count, 1, ArrivedEvents.BlockSize);
        EventPartition[] partitions = new EventPartition[_degree];
        Parallel.For(0, _degree, Threads(), thread =>
        {
            EventPartition partition = partitions[thread] = new(_buckets, _shift, blockSize, _everyRow);
            int from = (int)((long)_count * thread / _degree), to = (int)((long)_count * (thread + 1) / _degree);
            int row = 0;
            foreach (ArrivedRun run in _runs)
            {
                int first = Math.Max(from, row), last = Math.Min(to, row + run.Count);
                if (first < last) DealOut(partition, run, run.FirstRow + (first - row), last - first, first, unread[run.Events]);
                row += run.Count;
            }

            partition.ReleaseFree();
        });
        return partitions;
    }

    private void DealOut(EventPartition partition, ArrivedRun run, int first, int count, int row, int[] unread)
    {
        while (count > 0)
        {
            _cancellationToken.ThrowIfCancellationRequested();
            int block = first >> ArrivedEvents.BlockBits, place = first & (ArrivedEvents.BlockSize - 1);
            int length = Math.Min(count, ArrivedEvents.BlockSize - place);
            ArrivedEvent[] events = run.Events.Block(block);
            partition.Add(events.AsSpan(place, length), row, run.Ranks);
            if (Interlocked.Add(ref unread[block], -length) == 0)
            {
                run.Events.Release(block);
                partition.Reuse(events);
            }

            first += length;
            row += length;
            count -= length;
        }
    }
}
