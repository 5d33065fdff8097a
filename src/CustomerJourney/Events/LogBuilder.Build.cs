namespace CustomerJourney.Events;

/// <content>Sorting: rows into the one order of a log, columns gathered along it.</content>
internal sealed partial class LogBuilder
{
    /// <summary>Sorts what was collected. The builder is used up afterwards.</summary>
    public JourneyLog Build(CancellationToken cancellationToken = default)
    {
        string[] customerNames = CustomerNames.ToSorted(out int[] customerRank);
        string[] eventNames = EventNames.ToSorted(out int[] eventRank);
        string[] channelNames = ChannelNames.ToSorted(out int[] channelRank);

        int[] offsets = CountByCustomer(customerRank, customerNames.Length);
        int[] order = OrderByCustomer(customerRank, offsets);
        cancellationToken.ThrowIfCancellationRequested();
        long late = SortWithinCustomers(offsets, order);
        cancellationToken.ThrowIfCancellationRequested();
        long rowsRead = RowsRead;
        DuplicateCounts duplicates = RemoveDuplicates(ref offsets, ref order);
        cancellationToken.ThrowIfCancellationRequested();

        LogColumns columns = new()
        {
            Offsets = offsets,
            Absent = LogColumns.AbsentFor(offsets),
            Ticks = Gather(order, _ticks.Span),
            Events = GatherCodes(order, _events.Span, eventRank),
            Channels = GatherChannels(order, channelRank),
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
            Late = late,
        };
        LogSchema schema = LogSchema.For(columns, eventNames, channelNames);
        return new JourneyLog(schema, columns, customerNames, quality);
    }

    private int[] CountByCustomer(int[] rank, int customers)
    {
        int[] offsets = new int[customers + 1];
        foreach (int code in _customers.Span) offsets[rank[code] + 1]++;
        for (int customer = 0; customer < customers; customer++) offsets[customer + 1] += offsets[customer];
        return offsets;
    }

    private int[] OrderByCustomer(int[] rank, int[] offsets)
    {
        int[] next = offsets.AsSpan(0, offsets.Length - 1).ToArray();
        int[] order = GC.AllocateUninitializedArray<int>(EventCount);
        ReadOnlySpan<int> customers = _customers.Span;
        for (int row = 0; row < customers.Length; row++) order[next[rank[customers[row]]]++] = row;
        return order;
    }

    /// <summary>Sorts the rows of each customer, most of which arrive in order, and counts those that came late.</summary>
    private long SortWithinCustomers(int[] offsets, int[] order)
    {
        const int InsertionSortUpTo = 32;
        long late = 0;
        ReadOnlySpan<long> ticks = _ticks.Span;
        bool plain = _startedAt.Count == 0 && _sequences.Count == 0;
        RowOrder comparer = new(_ticks, _startedAt, _sequences);
        for (int customer = 0; customer + 1 < offsets.Length; customer++)
        {
            Span<int> rows = order.AsSpan(offsets[customer], offsets[customer + 1] - offsets[customer]);
            bool sorted = true;
            long latest = long.MinValue;
            for (int index = 0; index < rows.Length; index++)
            {
                long at = ticks[rows[index]];
                if (at < latest)
                {
                    late++;
                    sorted = false;
                }
                else
                {
                    latest = at;
                }
            }

            if (sorted && plain) continue;
            if (rows.Length > InsertionSortUpTo) rows.Sort(comparer);
            else InsertionSort(rows, comparer);
        }

        return late;
    }

    private static void InsertionSort(Span<int> rows, RowOrder comparer)
    {
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
        }
    }

    private long StartOf(int row) =>
        row < _startedAt.Count && _startedAt.Span[row] is not EventRow.None and long start ? start : _ticks.Span[row];

    /// <summary>The one order of a customer's events: start, end, sequence, row. Total, so any sorting method gives the same.</summary>
    private sealed class RowOrder(GrowingColumn<long> ticks, GrowingColumn<long> startedAt, GrowingColumn<long> sequences) : IComparer<int>
    {
        public int Compare(int x, int y)
        {
            long endX = ticks.Span[x], endY = ticks.Span[y];
            int byStart = Of(startedAt, x, endX).CompareTo(Of(startedAt, y, endY));
            if (byStart != 0) return byStart;
            int byEnd = endX.CompareTo(endY);
            if (byEnd != 0) return byEnd;
            int bySequence = Of(sequences, x, x).CompareTo(Of(sequences, y, y));
            return bySequence != 0 ? bySequence : x.CompareTo(y);
        }

        private static long Of(GrowingColumn<long> column, int row, long missing) =>
            row < column.Count && column.Span[row] is not EventRow.None and long value ? value : missing;
    }
}
