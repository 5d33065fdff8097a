namespace CustomerJourney.Events;

/// <summary>Sorts one bucket after the other: by customer with a counting sort, and within each customer, whose events mostly arrive in order, by insertion. Used by one thread.</summary>
/// <param name="order">The order within a customer.</param>
/// <param name="mayArriveInOrder">Whether times that rise mean that the order is right already.</param>
/// <param name="target">The columns to fill.</param>
/// <param name="partitions">The events of each bucket, in the order of the source.</param>
/// <param name="largest">The number of events of the largest bucket.</param>
/// <param name="customers">The largest number of customers in a bucket.</param>
internal sealed class BucketSorter<TOrder>(TOrder order, bool mayArriveInOrder, SortTarget target, EventPartition[] partitions, int largest, int customers)
    where TOrder : struct, IEventOrder
{
    private readonly ArrivedEvent[] _events = GC.AllocateUninitializedArray<ArrivedEvent>(largest);
    private readonly int[] _next = new int[customers];
    private (ArrivedEvent Event, int Place)[] _placed = [];

    /// <summary>How many events arrived after a later one of their customer.</summary>
    public long Late { get; private set; }

    /// <summary>Sorts the events of the customers from one to just before another.</summary>
    public void Sort(int firstCustomer, int endCustomer, int bucket, int start, int rowStart)
    {
        PlaceByCustomer(firstCustomer, endCustomer, bucket, start);
        int end = start;
        for (int customer = firstCustomer; customer < endCustomer; customer++)
        {
            int from = end - start;
            end = start + _next[customer - firstCustomer];
            SortCustomer(_events.AsSpan(from, end - start - from));
        }

        WriteColumns(_events.AsSpan(0, end - start), start, rowStart);
    }

    private void PlaceByCustomer(int firstCustomer, int endCustomer, int bucket, int start)
    {
        Span<int> next = _next.AsSpan(0, endCustomer - firstCustomer);
        next.Clear();
        foreach (EventPartition partition in partitions)
        {
            for (int page = 0; page < partition.PagesOf(bucket); page++)
            {
                foreach (ref readonly ArrivedEvent arrived in partition.EventsOf(bucket, page)) next[arrived.Customer - firstCustomer]++;
            }
        }

        int place = 0;
        for (int customer = 0; customer < next.Length; customer++)
        {
            target.Offsets[firstCustomer + customer] = start + place;
            (next[customer], place) = (place, place + next[customer]);
        }

        ArrivedEvent[] events = _events;
        foreach (EventPartition partition in partitions)
        {
            GrowingColumn<int> rows = partition.Rows[bucket];
            int row = 0;
            for (int page = 0; page < partition.PagesOf(bucket); page++)
            {
                foreach (ref readonly ArrivedEvent arrived in partition.EventsOf(bucket, page))
                {
                    ref ArrivedEvent placed = ref events[next[arrived.Customer - firstCustomer]++];
                    placed = arrived;
                    if (arrived.HasMore) placed.Customer = rows[row++];
                }
            }

            partition.Release(bucket);
        }
    }

    private void SortCustomer(Span<ArrivedEvent> events)
    {
        long late = 0, latest = long.MinValue;
        foreach (ref readonly ArrivedEvent arrived in events)
        {
            if (arrived.Ticks < latest) late++;
            else latest = arrived.Ticks;
        }

        Late += late;
        if ((late > 0 || !mayArriveInOrder) && !TryInsertionSort(events)) SortByPlace(events);
    }

    /// <summary>Sorts events of which few are out of place; gives up where it would take more than linear time. Events that are equal stay in their order either way.</summary>
    private bool TryInsertionSort(Span<ArrivedEvent> events)
    {
        const int MovesPerEvent = 8;
        long moves = (long)MovesPerEvent * events.Length;
        for (int index = 1; index < events.Length; index++)
        {
            if (order.Compare(events[index - 1], events[index]) <= 0) continue;
            ArrivedEvent arrived = events[index];
            int place = index;
            while (place > 0 && order.Compare(events[place - 1], arrived) > 0)
            {
                events[place] = events[place - 1];
                place--;
            }

            events[place] = arrived;
            moves -= index - place;
            if (moves < 0) return false;
        }

        return true;
    }

    private void SortByPlace(Span<ArrivedEvent> events)
    {
        if (_placed.Length < events.Length) _placed = new (ArrivedEvent, int)[events.Length];
        Span<(ArrivedEvent Event, int Place)> placed = _placed.AsSpan(0, events.Length);
        for (int index = 0; index < placed.Length; index++) placed[index] = (events[index], index);
        placed.Sort((x, y) => order.Compare(x.Event, y.Event) is not 0 and int byOrder ? byOrder : x.Place.CompareTo(y.Place));
        for (int index = 0; index < placed.Length; index++) events[index] = placed[index].Event;
    }

    private void WriteColumns(ReadOnlySpan<ArrivedEvent> events, int start, int rowStart)
    {
        Span<long> ticks = target.Ticks.AsSpan(start, events.Length);
        Span<ushort> names = target.Events.AsSpan(start, events.Length);
        for (int index = 0; index < events.Length; index++)
        {
            ticks[index] = events[index].Ticks;
            names[index] = events[index].Event;
            if (!events[index].HasMore) continue;
            target.Rows[rowStart] = events[index].Customer;
            if (target.Positions is { } positions) positions[rowStart] = start + index;
            rowStart++;
        }

        if (target.Channels is null) return;
        Span<byte> channels = target.Channels.AsSpan(start, events.Length);
        for (int index = 0; index < events.Length; index++) channels[index] = events[index].Channel;
    }
}
