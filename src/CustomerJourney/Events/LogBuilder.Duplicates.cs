namespace CustomerJourney.Events;

/// <content>Duplicates: found in the order of the log, so that which one counts as the first does not depend on arrival.</content>
internal sealed partial class LogBuilder
{
    private const int PairwiseUpTo = 8;

    /// <summary>Counts duplicates and, where the options ask for it, leaves them out of the order.</summary>
    private DuplicateCounts RemoveDuplicates(ref int[] offsets, ref int[] order)
    {
        RowEquality equality = new(this);
        HashSet<string>? ids = _ids.Count > 0 ? new(StringComparer.Ordinal) : null;
        HashSet<int> run = new(equality);
        bool leaveOut = _options.Duplicates != DuplicateEvents.Keep;
        int[] keptOffsets = leaveOut ? new int[offsets.Length] : offsets;
        // Not in place: rows that were left out are still compared with those after them.
        int[] keptOrder = leaveOut ? new int[order.Length] : order;
        int kept = 0;
        long duplicates = 0;
        for (int customer = 0; customer + 1 < offsets.Length; customer++)
        {
            int runStart = offsets[customer];
            for (int position = offsets[customer]; position < offsets[customer + 1]; position++)
            {
                int row = order[position];
                if (position > runStart && !equality.SameTime(row, order[position - 1])) runStart = position;
                bool duplicate = IsRepeatedId(row, ids) | IsRepeatedRow(order, runStart, position, equality, run);
                if (duplicate) duplicates++;
                if (!leaveOut) continue;
                if (!duplicate) keptOrder[kept++] = row;
                else if (_options.Duplicates == DuplicateEvents.Reject) RejectDuplicate(row);
            }

            if (leaveOut) keptOffsets[customer + 1] = kept;
        }

        if (!leaveOut) return new(duplicates, 0, 0);
        offsets = keptOffsets;
        order = keptOrder[..kept];
        return _options.Duplicates == DuplicateEvents.Drop ? new(duplicates, duplicates, 0) : new(duplicates, 0, duplicates);
    }

    private bool IsRepeatedId(int row, HashSet<string>? ids) =>
        ids is not null && row < _ids.Count && _ids.Span[row] is { } id && !ids.Add(id);

    private static bool IsRepeatedRow(int[] order, int runStart, int position, RowEquality equality, HashSet<int> run)
    {
        if (position == runStart)
        {
            if (run.Count > 0) run.Clear();
            return false;
        }

        int row = order[position];
        if (position - runStart > PairwiseUpTo)
        {
            // Many events at one instant: pairs would take quadratic time.
            return !run.Add(row);
        }

        bool repeated = false;
        for (int earlier = runStart; earlier < position && !repeated; earlier++) repeated = equality.Equals(order[earlier], row);
        if (position - runStart == PairwiseUpTo)
        {
            for (int earlier = runStart; earlier <= position; earlier++) run.Add(order[earlier]);
        }

        return repeated;
    }

    private void RejectDuplicate(int row)
    {
        bool hasId = row < _ids.Count && _ids.Span[row] is not null;
        string value = hasId ? _ids.Span[row]! : $"{CustomerNames.NameOf(_customers.Span[row])}, {EventNames.NameOf(_events.Span[row])}";
        Reject(_lines.Span[row], hasId ? IdColumn : EventColumn, value, "is a duplicate of another row");
    }

    private readonly record struct DuplicateCounts(long Found, long Dropped, long Rejected);

    /// <summary>Equality of rows of one customer in every field.</summary>
    private sealed class RowEquality(LogBuilder builder) : IEqualityComparer<int>
    {
        private readonly SparseRows? _feedback = builder._feedbackRows.Count > 0 ? new(builder._feedbackRows.Span, builder.EventCount) : null;
        private readonly SparseRows? _money = builder._moneyRows.Count > 0 ? new(builder._moneyRows.Span, builder.EventCount) : null;

        public bool SameTime(int x, int y) => builder._ticks.Span[x] == builder._ticks.Span[y] && builder.StartOf(x) == builder.StartOf(y);

        public bool Equals(int x, int y) =>
            builder._events.Span[x] == builder._events.Span[y]
            && SameTime(x, y)
            && At(builder._channels, x, (short)-1) == At(builder._channels, y, (short)-1)
            && At(builder._recordedAt, x, EventRow.None) == At(builder._recordedAt, y, EventRow.None)
            && At(builder._sequences, x, EventRow.None) == At(builder._sequences, y, EventRow.None)
            && At(builder._ids, x, null) == At(builder._ids, y, null)
            && SameFeedback(x, y) && SameMoney(x, y)
            && SameAttributes(builder._eventAttributes, x, y) && SameAttributes(builder._customerAttributes, x, y);

        /// <summary>Of every field but texts of answers: rows of one instant often differ in little else than their id or amount.</summary>
        public int GetHashCode(int row)
        {
            HashCode hash = default;
            hash.Add(builder._events.Span[row]);
            hash.Add(builder._ticks.Span[row]);
            hash.Add(At(builder._channels, row, (short)-1));
            hash.Add(At(builder._recordedAt, row, EventRow.None));
            hash.Add(At(builder._sequences, row, EventRow.None));
            if (At(builder._ids, row, null) is { } id) hash.Add(id, StringComparer.Ordinal);
            if (_feedback?.TryGetIndex(row, out int answer) == true) hash.Add(builder._scores.Span[answer]);
            if (_money?.TryGetIndex(row, out int amount) == true) hash.Add(builder._moneyUnits.Span[amount]);
            foreach (AttributeBuilder attribute in builder._eventAttributes) hash.Add(At(attribute.Codes, row, -1));
            foreach (AttributeBuilder attribute in builder._customerAttributes) hash.Add(At(attribute.Codes, row, -1));
            return hash.ToHashCode();
        }

        private static T At<T>(GrowingColumn<T> column, int row, T missing) => row < column.Count ? column.Span[row] : missing;

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
            if (_feedback is null) return true;
            bool hasX = _feedback.TryGetIndex(x, out int indexX), hasY = _feedback.TryGetIndex(y, out int indexY);
            return hasX == hasY && (!hasX
                || (builder._feedbackKinds.Span[indexX] == builder._feedbackKinds.Span[indexY]
                    && builder._scores.Span[indexX].Equals(builder._scores.Span[indexY])
                    && builder._questionCodes.Span[indexX] == builder._questionCodes.Span[indexY]
                    && builder._aboutCodes.Span[indexX] == builder._aboutCodes.Span[indexY]));
        }

        private bool SameMoney(int x, int y)
        {
            if (_money is null) return true;
            bool hasX = _money.TryGetIndex(x, out int indexX), hasY = _money.TryGetIndex(y, out int indexY);
            return hasX == hasY && (!hasX
                || (builder._moneyUnits.Span[indexX] == builder._moneyUnits.Span[indexY]
                    && builder._currencyCodes.Span[indexX] == builder._currencyCodes.Span[indexY]));
        }
    }
}
