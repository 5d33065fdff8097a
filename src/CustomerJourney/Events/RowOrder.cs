namespace CustomerJourney.Events;

/// <summary>The one order of a customer's events: start, end, sequence (none before any), row. While a bucket is sorted, <see cref="ArrivedEvent.Customer"/> holds the row.</summary>
internal readonly struct RowOrder(GrowingColumn<long> startedAt, GrowingColumn<long> sequences) : IEventOrder
{
    /// <inheritdoc/>
    public int Compare(in ArrivedEvent x, in ArrivedEvent y)
    {
        int rowX = x.Customer, rowY = y.Customer;
        int byStart = Of(startedAt, rowX, x.Ticks).CompareTo(Of(startedAt, rowY, y.Ticks));
        if (byStart != 0) return byStart;
        int byEnd = x.Ticks.CompareTo(y.Ticks);
        if (byEnd != 0) return byEnd;
        int bySequence = Of(sequences, rowX, EventRow.None).CompareTo(Of(sequences, rowY, EventRow.None));
        return bySequence != 0 ? bySequence : rowX.CompareTo(rowY);
    }

    private static long Of(GrowingColumn<long> column, int row, long missing) =>
        row < column.Count && column[row] is not EventRow.None and long value ? value : missing;
}
