namespace CustomerJourney.Events;

/// <content>Duplicates: found in the order of the log, so that which one counts as the first does not depend on arrival.</content>
internal sealed partial class LogBuilder
{
    private const int PairwiseUpTo = 8;

    /// <summary>Counts duplicates and, where the options ask for it, leaves them out.</summary>
    private DuplicateCounts RemoveDuplicates(ref SortedEvents sorted, Lazy<string[]> customerNames, string[] eventNames, int degree)
    {
        List<int> duplicates = FindDuplicates(sorted, degree);
        if (_options.Duplicates == DuplicateEvents.Keep || duplicates.Count == 0) return new(duplicates.Count, 0, 0);
        if (_options.Duplicates == DuplicateEvents.Reject)
        {
            foreach (int position in duplicates)
            {
                int row = sorted.Rows.RowOf(position);
                string? id = row < _ids.Count ? _ids[row] : null;
                string value = id ?? $"{customerNames.Value[sorted.CustomerAt(position)]}, {eventNames[sorted.Events[position]]}";
                _rejections.Add(SourceOf(row), _lines[row], id is null ? EventColumn : IdColumn, value, "is a duplicate of another row");
            }
        }

        sorted = Without(sorted, duplicates);
        return _options.Duplicates == DuplicateEvents.Drop ? new(duplicates.Count, duplicates.Count, 0) : new(duplicates.Count, 0, duplicates.Count);
    }

    /// <summary>The positions of duplicates, ascending. An event can only equal one of its customer, so threads share out the customers; an id may be anyone's.</summary>
    private List<int> FindDuplicates(SortedEvents sorted, int degree)
    {
        const int FewEvents = 65_536, CustomersAtOnce = 4096;
        RowEquality equality = new(this, sorted);
        int customers = sorted.Offsets.Length - 1;
        if (_ids.Count > 0) return FindDuplicates(sorted, 0, customers, equality, new(StringComparer.Ordinal));
        if (degree == 1 || sorted.Count < FewEvents) return FindDuplicates(sorted, 0, customers, equality, ids: null);
        List<int>[] found = new List<int>[(customers / CustomersAtOnce) + 1];
        Parallel.For(0, found.Length, new ParallelOptions { MaxDegreeOfParallelism = degree }, stretch =>
            found[stretch] = FindDuplicates(sorted, stretch * CustomersAtOnce, Math.Min(customers, (stretch + 1) * CustomersAtOnce), equality, ids: null));
        return [.. found.SelectMany(positions => positions)];
    }

    /// <summary>The positions of duplicates among the events of the customers from one to just before another.</summary>
    private List<int> FindDuplicates(SortedEvents sorted, int firstCustomer, int endCustomer, RowEquality equality, HashSet<string>? ids)
    {
        HashSet<int> run = new(equality);
        List<int> duplicates = [];
        ReadOnlySpan<int> offsets = sorted.Offsets;
        ReadOnlySpan<long> ticks = sorted.Ticks;
        for (int customer = firstCustomer; customer < endCustomer; customer++)
        {
            int runStart = offsets[customer], end = offsets[customer + 1];
            for (int position = runStart; position < end; position++)
            {
                bool isRepeated = ids is not null && IsRepeatedId(sorted.Rows.RowOf(position), ids);
                if (position > runStart && ticks[position] == ticks[position - 1] && equality.SameStart(position, position - 1))
                {
                    isRepeated |= IsRepeatedEvent(runStart, position, equality, run);
                }
                else
                {
                    runStart = position;
                    if (run.Count > 0) run.Clear();
                }

                if (isRepeated) duplicates.Add(position);
            }
        }

        return duplicates;
    }

    private static SortedEvents Without(SortedEvents sorted, List<int> left)
    {
        int[] offsets = new int[sorted.Offsets.Length];
        int passed = 0;
        for (int customer = 0; customer < offsets.Length; customer++)
        {
            while (passed < left.Count && left[passed] < sorted.Offsets[customer]) passed++;
            offsets[customer] = sorted.Offsets[customer] - passed;
        }

        return sorted with
        {
            Offsets = offsets,
            Ticks = Without(sorted.Ticks, left),
            Events = Without(sorted.Events, left),
            Channels = sorted.Channels is { } channels ? Without(channels, left) : null,
            Rows = sorted.Rows.Without(left),
        };
    }

    private static T[] Without<T>(T[] column, List<int> left)
    {
        T[] kept = new T[column.Length - left.Count];
        int from = 0, count = 0;
        foreach (int position in left)
        {
            column.AsSpan(from, position - from).CopyTo(kept.AsSpan(count));
            count += position - from;
            from = position + 1;
        }

        column.AsSpan(from).CopyTo(kept.AsSpan(count));
        return kept;
    }

    private bool IsRepeatedId(int row, HashSet<string> ids) => row >= 0 && row < _ids.Count && _ids[row] is { } id && !ids.Add(id);

    /// <summary>Whether an event equals one before it in a run of events of one instant.</summary>
    private static bool IsRepeatedEvent(int runStart, int position, RowEquality equality, HashSet<int> run)
    {
        // Many events at one instant: pairs would take quadratic time.
        if (position - runStart > PairwiseUpTo) return !run.Add(position);
        bool repeated = false;
        for (int earlier = runStart; earlier < position && !repeated; earlier++) repeated = equality.Equals(earlier, position);
        if (position - runStart == PairwiseUpTo)
        {
            for (int earlier = runStart; earlier <= position; earlier++) run.Add(earlier);
        }

        return repeated;
    }

    private readonly record struct DuplicateCounts(long Found, long Dropped, long Rejected);

    /// <summary>Equality of events of one customer in every field, by their places in the log. Used by several threads at a time.</summary>
    private sealed class RowEquality(LogBuilder builder, SortedEvents sorted) : IEqualityComparer<int>
    {
        // Made for the first events that are equal in everything else: most logs have none. Several threads may come across one.
        private readonly Lazy<SparseRows?> _feedback = new(() => builder._feedbackRows.Count > 0 ? new(builder._feedbackRows, sorted.Count) : null);
        private readonly Lazy<SparseRows?> _money = new(() => builder._moneyRows.Count > 0 ? new(builder._moneyRows, sorted.Count) : null);

        public bool Equals(int x, int y)
        {
            if (sorted.Ticks[x] != sorted.Ticks[y] || sorted.Events[x] != sorted.Events[y] || sorted.Channels?[x] != sorted.Channels?[y] || !SameStart(x, y)) return false;
            int rowX = sorted.Rows.RowOf(x), rowY = sorted.Rows.RowOf(y);
            return At(builder._recordedAt, rowX, EventRow.None) == At(builder._recordedAt, rowY, EventRow.None)
                && At(builder._sequences, rowX, EventRow.None) == At(builder._sequences, rowY, EventRow.None)
                && At(builder._ids, rowX, null) == At(builder._ids, rowY, null)
                && SameFeedback(rowX, rowY) && SameMoney(rowX, rowY)
                && SameAttributes(builder._eventAttributes, rowX, rowY) && SameAttributes(builder._customerAttributes, rowX, rowY);
        }

        /// <summary>Whether events that end together also begin together.</summary>
        public bool SameStart(int x, int y) => builder._startedAt.Count == 0 || builder.StartOf(sorted, x) == builder.StartOf(sorted, y);

        /// <summary>Of every field but texts of answers: events of one instant often differ in little else than their id or amount.</summary>
        public int GetHashCode(int position)
        {
            HashCode hash = default;
            hash.Add(sorted.Ticks[position]);
            hash.Add(sorted.Events[position]);
            hash.Add(sorted.Channels?[position]);
            int row = sorted.Rows.RowOf(position);
            hash.Add(At(builder._recordedAt, row, EventRow.None));
            hash.Add(At(builder._sequences, row, EventRow.None));
            if (At(builder._ids, row, null) is { } id) hash.Add(id, StringComparer.Ordinal);
            if (HasFeedback(row, out int answer)) hash.Add(builder._scores[answer]);
            if (HasMoney(row, out int amount)) hash.Add(builder._moneyUnits[amount]);
            foreach (AttributeBuilder attribute in builder._eventAttributes) hash.Add(At(attribute.Codes, row, -1));
            foreach (AttributeBuilder attribute in builder._customerAttributes) hash.Add(At(attribute.Codes, row, -1));
            return hash.ToHashCode();
        }

        private bool HasFeedback(int row, out int index)
        {
            index = -1;
            return row >= 0 && _feedback.Value is { } sparse && sparse.TryGetIndex(row, out index);
        }

        private bool HasMoney(int row, out int index)
        {
            index = -1;
            return row >= 0 && _money.Value is { } sparse && sparse.TryGetIndex(row, out index);
        }

        private static T At<T>(GrowingColumn<T> column, int row, T missing) => row >= 0 && row < column.Count ? column[row] : missing;

        private static bool SameAttributes(List<AttributeBuilder> attributes, int x, int y)
        {
            foreach (AttributeBuilder attribute in attributes)
            {
                if (At(attribute.Codes, x, -1) != At(attribute.Codes, y, -1)) return false;
            }

            return true;
        }

        private bool SameFeedback(int x, int y)
        {
            bool hasX = HasFeedback(x, out int indexX), hasY = HasFeedback(y, out int indexY);
            return hasX == hasY && (!hasX
                || (builder._feedbackKinds[indexX] == builder._feedbackKinds[indexY]
                    && builder._scores[indexX].Equals(builder._scores[indexY])
                    && At(builder._questionCodes, indexX, -1) == At(builder._questionCodes, indexY, -1)
                    && At(builder._aboutCodes, indexX, -1) == At(builder._aboutCodes, indexY, -1)));
        }

        private bool SameMoney(int x, int y)
        {
            bool hasX = HasMoney(x, out int indexX), hasY = HasMoney(y, out int indexY);
            return hasX == hasY && (!hasX
                || (builder._moneyUnits[indexX] == builder._moneyUnits[indexY]
                    && builder._currencyCodes[indexX] == builder._currencyCodes[indexY]));
        }
    }
}
