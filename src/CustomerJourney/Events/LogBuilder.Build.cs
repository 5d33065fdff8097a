namespace CustomerJourney.Events;

/// <content>Sorting: rows into the one order of a log, columns gathered along it.</content>
internal sealed partial class LogBuilder
{
    private const int CustomersInChunk = 4096;

    /// <summary>Sorts what was collected. The builder is used up afterwards.</summary>
    public JourneyLog Build(CancellationToken cancellationToken = default)
    {
        ResolveIdentity();
        RankSequences();
        string[] customerNames = CustomerNames.ToSorted(out int[] customerRank);
        LeaveOutLinkedIds(ref customerNames, ref customerRank);
        string[] eventNames = EventNames.ToSorted(out int[] eventRank);
        string[] channelNames = ChannelNames.ToSorted(out int[] channelRank);

        int[] offsets = CountByCustomer(customerRank, customerNames.Length);
        int[] order = OrderByCustomer(customerRank, offsets);
        cancellationToken.ThrowIfCancellationRequested();
        SortedEvents sorted = SortWithinCustomers(offsets, order, eventRank, channelRank);
        cancellationToken.ThrowIfCancellationRequested();
        long rowsRead = RowsRead;
        DuplicateCounts duplicates = RemoveDuplicates(ref offsets, ref order, sorted.Ticks);
        long brokenChanges = CountBrokenChanges(offsets, order);
        long collapsed = CollapseRepeats(ref offsets, ref order);
        // Leaving rows out moves the others: those left are in order already.
        if (order.Length < EventCount) sorted = SortWithinCustomers(offsets, order, eventRank, channelRank) with { Late = sorted.Late };
        cancellationToken.ThrowIfCancellationRequested();

        LogColumns columns = new()
        {
            Offsets = offsets,
            Absent = LogColumns.AbsentFor(offsets),
            Ticks = sorted.Ticks,
            Events = sorted.Events,
            Channels = sorted.Channels,
            StartedAt = GatherStarts(order),
            RecordedAt = GatherOptional(order, _recordedAt, EventRow.None),
            Sequences = GatherOptional(order, _sequences, EventRow.None),
            Ids = GatherOptional(order, _ids, null),
            Feedback = GatherFeedback(offsets, order),
            Money = GatherMoney(offsets, order),
            EventAttributes = [.. _eventAttributes.OrderBy(attribute => attribute.Name, StringComparer.Ordinal).Select(attribute => GatherEventAttribute(attribute, order))],
            CustomerAttributes = GatherCustomerAttributes(offsets, order, customerRank),
        };
        DataQualityReport quality = new()
        {
            RowsRead = rowsRead,
            Accepted = EventCount - duplicates.Rejected,
            Rejected = _rejections.Count,
            RejectedByReason = _rejections.ByReason,
            FirstRejected = _rejections.First,
            Duplicates = duplicates.Found,
            DroppedDuplicates = duplicates.Dropped,
            Late = sorted.Late,
            SourceCounts = SourceCounts,
            Skipped = Skipped,
            FurtherEvents = FurtherEvents,
            Collapsed = collapsed,
            BrokenChanges = brokenChanges,
            LinkedIds = _resolution?.Linked ?? 0,
            IdentityConflicts = _resolution?.Conflicts.Count ?? 0,
            FirstIdentityConflicts = [.. (_resolution?.Conflicts ?? []).Take(_options.MaxListedRows)],
            BlankLines = BlankLines,
            AbsentColumns = AbsentColumns,
        };
        LogSchema schema = LogSchema.For(columns, eventNames, channelNames);
        return new JourneyLog(schema, columns, customerNames, quality);
    }

    private int[] CountByCustomer(int[] rank, int customers)
    {
        int[] offsets = new int[customers + 1];
        for (int row = 0; row < EventCount; row++) offsets[rank[_arrived[row].Customer] + 1]++;
        for (int customer = 0; customer < customers; customer++) offsets[customer + 1] += offsets[customer];
        return offsets;
    }

    private int[] OrderByCustomer(int[] rank, int[] offsets)
    {
        int[] next = [.. offsets];
        int[] order = GC.AllocateUninitializedArray<int>(EventCount);
        for (int row = 0; row < order.Length; row++) order[next[rank[_arrived[row].Customer]]++] = row;
        return order;
    }

    /// <summary>Sorts the rows of each customer, most of which arrive in order, counts those that came late, and gathers what every event has; on all cores.</summary>
    private SortedEvents SortWithinCustomers(int[] offsets, int[] order, int[] eventRank, int[] channelRank)
    {
        SortedEvents sorted = new()
        {
            Ticks = GC.AllocateUninitializedArray<long>(order.Length),
            Events = GC.AllocateUninitializedArray<ushort>(order.Length),
            Channels = channelRank.Length == 0 ? null : GC.AllocateUninitializedArray<byte>(order.Length),
        };
        int customers = offsets.Length - 1;
        long late = 0;
        RowOrder comparer = new(_arrived, _startedAt, _sequences);
        Parallel.For(0, (customers + CustomersInChunk - 1) / CustomersInChunk, chunk =>
        {
            int end = Math.Min(customers, (chunk + 1) * CustomersInChunk);
            long lateInChunk = 0;
            for (int customer = chunk * CustomersInChunk; customer < end; customer++)
            {
                Span<int> rows = order.AsSpan(offsets[customer], offsets[customer + 1] - offsets[customer]);
                lateInChunk += SortCustomer(rows, sorted.Ticks.AsSpan(offsets[customer], rows.Length), comparer);
                GatherCodes(rows, offsets[customer], sorted, eventRank, channelRank);
            }

            Interlocked.Add(ref late, lateInChunk);
        });
        return sorted with { Late = late };
    }

    /// <summary>Sorts the rows of one customer, gathers their ticks, and gives how many came after a later one.</summary>
    private long SortCustomer(Span<int> rows, Span<long> ticks, RowOrder comparer)
    {
        long late = 0, latest = long.MinValue;
        for (int index = 0; index < rows.Length; index++)
        {
            long at = ticks[index] = _arrived[rows[index]].Ticks;
            if (at < latest) late++;
            else latest = at;
        }

        if (late == 0 && _startedAt.Count == 0 && _sequences.Count == 0) return 0;
        if (!TryInsertionSort(rows, comparer)) rows.Sort(comparer);
        for (int index = 0; index < rows.Length; index++) ticks[index] = _arrived[rows[index]].Ticks;
        return late;
    }

    private void GatherCodes(ReadOnlySpan<int> rows, int start, SortedEvents sorted, int[] eventRank, int[] channelRank)
    {
        Span<ushort> events = sorted.Events.AsSpan(start, rows.Length);
        for (int index = 0; index < rows.Length; index++) events[index] = (ushort)eventRank[_arrived[rows[index]].Event];
        if (sorted.Channels is null) return;
        Span<byte> channels = sorted.Channels.AsSpan(start, rows.Length);
        for (int index = 0; index < rows.Length; index++)
        {
            byte code = _arrived[rows[index]].Channel;
            channels[index] = code == LogSchema.NoChannel ? code : (byte)channelRank[code];
        }
    }

    /// <summary>Sorts rows of which few are out of place; gives up, with the rows in any order, where it would take more than linear time.</summary>
    private static bool TryInsertionSort(Span<int> rows, RowOrder comparer)
    {
        const int MovesPerRow = 8;
        int moves = MovesPerRow * rows.Length;
        for (int index = 1; index < rows.Length; index++)
        {
            int row = rows[index];
            int place = index;
            while (place > 0 && comparer.Compare(rows[place - 1], row) > 0)
            {
                rows[place] = rows[place - 1];
                place--;
            }

            rows[place] = row;
            moves -= index - place;
            if (moves < 0) return false;
        }

        return true;
    }

    private long StartOf(int row) =>
        row < _startedAt.Count && _startedAt[row] is not EventRow.None and long start ? start : _arrived[row].Ticks;

    /// <summary>The columns that every log has, in the order of the log.</summary>
    private sealed record SortedEvents
    {
        public required long[] Ticks { get; init; }

        public required ushort[] Events { get; init; }

        public required byte[]? Channels { get; init; }

        /// <summary>How many events arrived after a later one of their customer.</summary>
        public long Late { get; init; }
    }

    /// <summary>The one order of a customer's events: start, end, sequence, row. Total, so any sorting method gives the same.</summary>
    private sealed class RowOrder(GrowingColumn<ArrivedEvent> arrived, GrowingColumn<long> startedAt, GrowingColumn<long> sequences) : IComparer<int>
    {
        public int Compare(int x, int y)
        {
            long endX = arrived[x].Ticks, endY = arrived[y].Ticks;
            int byStart = Of(startedAt, x, endX).CompareTo(Of(startedAt, y, endY));
            if (byStart != 0) return byStart;
            int byEnd = endX.CompareTo(endY);
            if (byEnd != 0) return byEnd;
            int bySequence = Of(sequences, x, x).CompareTo(Of(sequences, y, y));
            return bySequence != 0 ? bySequence : x.CompareTo(y);
        }

        private static long Of(GrowingColumn<long> column, int row, long missing) =>
            row < column.Count && column[row] is not EventRow.None and long value ? value : missing;
    }
}
