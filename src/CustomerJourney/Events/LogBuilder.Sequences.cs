namespace CustomerJourney.Events;

/// <content>Sequences of several numbers: compared one after the other, and kept as their places among all that there are.</content>
internal sealed partial class LogBuilder
{
    private readonly List<GrowingColumn<long>> _sequenceDetails = [];

    /// <summary>Sets a further number of the sequence of the event added last.</summary>
    public void SetSequenceDetail(int detail, long value)
    {
        while (_sequenceDetails.Count <= detail) _sequenceDetails.Add(new());
        _sequenceDetails[detail].AddAt(EventCount - 1, value, EventRow.None);
        _arrived.Last.HasMore = true;
    }

    /// <summary>Turns sequences of several numbers into single ones. To be called before rows are sorted.</summary>
    /// <param name="rowCount">The number of rows of all parts.</param>
    private void RankSequences(int rowCount)
    {
        if (_sequenceDetails.Count == 0) return;
        SequenceOrder comparer = new([_sequences, .. _sequenceDetails]);
        List<int> rows = [];
        for (int row = 0; row < rowCount; row++)
        {
            if (comparer.HasAny(row)) rows.Add(row);
        }

        rows.Sort(comparer);
        long[] ranks = new long[rowCount];
        Array.Fill(ranks, EventRow.None);
        long rank = 0;
        for (int index = 0; index < rows.Count; index++)
        {
            if (index > 0 && comparer.Compare(rows[index - 1], rows[index]) != 0) rank++;
            ranks[rows[index]] = rank;
        }

        for (int row = 0; row < ranks.Length; row++)
        {
            if (row < _sequences.Count) _sequences.Set(row, ranks[row]);
            else _sequences.Add(ranks[row]);
        }
    }

    /// <summary>Compares rows by several numbers, one after the other; a number that is missing comes first.</summary>
    private sealed class SequenceOrder(GrowingColumn<long>[] numbers) : IComparer<int>
    {
        public bool HasAny(int row) => Array.Exists(numbers, column => At(column, row) != EventRow.None);

        public int Compare(int x, int y)
        {
            foreach (GrowingColumn<long> column in numbers)
            {
                if (At(column, x).CompareTo(At(column, y)) is not 0 and int order) return order;
            }

            return 0;
        }

        private static long At(GrowingColumn<long> column, int row) => row < column.Count ? column[row] : EventRow.None;
    }
}
