namespace CustomerJourney.Events;

/// <content>Duplicates: found in the order of the log, so that which one counts as the first does not depend on arrival.</content>
internal sealed partial class LogBuilder
{
    private const int PairwiseUpTo = 8;

    /// <summary>Counts duplicates and, where the options ask for it, leaves them out of the order.</summary>
    private DuplicateCounts RemoveDuplicates(ref int[] offsets, ref int[] order, long[] ticks)
    {
        List<int> duplicates = FindDuplicates(offsets, order, ticks);
        if (_options.Duplicates == DuplicateEvents.Keep || duplicates.Count == 0) return new(duplicates.Count, 0, 0);
        if (_options.Duplicates == DuplicateEvents.Reject)
        {
            foreach (int position in duplicates) RejectDuplicate(order[position]);
        }

        LeaveOut(duplicates, ref offsets, ref order);
        return _options.Duplicates == DuplicateEvents.Drop ? new(duplicates.Count, duplicates.Count, 0) : new(duplicates.Count, 0, duplicates.Count);
    }

    /// <summary>The positions of duplicates, ascending.</summary>
    private List<int> FindDuplicates(int[] offsets, int[] order, long[] ticks)
    {
        RowEquality equality = new(this);
        HashSet<string>? ids = _ids.Count > 0 ? new(StringComparer.Ordinal) : null;
        HashSet<int> run = new(equality);
        List<int> duplicates = [];
        for (int customer = 0; customer + 1 < offsets.Length; customer++)
        {
            int runStart = offsets[customer];
            for (int position = runStart; position < offsets[customer + 1]; position++)
            {
                bool isRepeated = ids is not null && IsRepeatedId(order[position], ids);
                if (position > runStart && ticks[position] == ticks[position - 1] && StartOf(order[position]) == StartOf(order[position - 1]))
                {
                    isRepeated |= IsRepeatedRow(order, runStart, position, equality, run);
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

    private static void LeaveOut(List<int> positions, ref int[] offsets, ref int[] order)
    {
        int[] kept = new int[order.Length - positions.Count];
        int[] starts = new int[offsets.Length];
        int next = 0, count = 0;
        for (int customer = 0; customer + 1 < offsets.Length; customer++)
        {
            for (int position = offsets[customer]; position < offsets[customer + 1]; position++)
            {
                if (next < positions.Count && positions[next] == position) next++;
                else kept[count++] = order[position];
            }

            starts[customer + 1] = count;
        }

        offsets = starts;
        order = kept;
    }

    private bool IsRepeatedId(int row, HashSet<string> ids) => row < _ids.Count && _ids[row] is { } id && !ids.Add(id);

    /// <summary>Whether a row equals one before it in a run of rows of one instant.</summary>
    private static bool IsRepeatedRow(int[] order, int runStart, int position, RowEquality equality, HashSet<int> run)
    {
        int row = order[position];
        // Many events at one instant: pairs would take quadratic time.
        if (position - runStart > PairwiseUpTo) return !run.Add(row);
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
        bool hasId = row < _ids.Count && _ids[row] is not null;
        string value = hasId ? _ids[row]! : $"{CustomerNames.NameOf(_arrived[row].Customer)}, {EventNames.NameOf(_arrived[row].Event)}";
        _rejections.Add(SourceOf(row), _lines[row], hasId ? IdColumn : EventColumn, value, "is a duplicate of another row");
    }

    private readonly record struct DuplicateCounts(long Found, long Dropped, long Rejected);

    /// <summary>Equality of rows of one customer in every field.</summary>
    private sealed class RowEquality(LogBuilder builder) : IEqualityComparer<int>
    {
        private readonly SparseRows? _feedback = builder._feedbackRows.Count > 0 ? new(builder._feedbackRows, builder.EventCount) : null;
        private readonly SparseRows? _money = builder._moneyRows.Count > 0 ? new(builder._moneyRows, builder.EventCount) : null;

        public bool Equals(int x, int y) =>
            builder._arrived[x] == builder._arrived[y]
            && builder.StartOf(x) == builder.StartOf(y)
            && At(builder._recordedAt, x, EventRow.None) == At(builder._recordedAt, y, EventRow.None)
            && At(builder._sequences, x, EventRow.None) == At(builder._sequences, y, EventRow.None)
            && At(builder._ids, x, null) == At(builder._ids, y, null)
            && SameFeedback(x, y) && SameMoney(x, y)
            && SameAttributes(builder._eventAttributes, x, y) && SameAttributes(builder._customerAttributes, x, y);

        /// <summary>Of every field but texts of answers: rows of one instant often differ in little else than their id or amount.</summary>
        public int GetHashCode(int row)
        {
            HashCode hash = default;
            hash.Add(builder._arrived[row]);
            hash.Add(At(builder._recordedAt, row, EventRow.None));
            hash.Add(At(builder._sequences, row, EventRow.None));
            if (At(builder._ids, row, null) is { } id) hash.Add(id, StringComparer.Ordinal);
            if (_feedback?.TryGetIndex(row, out int answer) == true) hash.Add(builder._scores[answer]);
            if (_money?.TryGetIndex(row, out int amount) == true) hash.Add(builder._moneyUnits[amount]);
            foreach (AttributeBuilder attribute in builder._eventAttributes) hash.Add(At(attribute.Codes, row, -1));
            foreach (AttributeBuilder attribute in builder._customerAttributes) hash.Add(At(attribute.Codes, row, -1));
            return hash.ToHashCode();
        }

        private static T At<T>(GrowingColumn<T> column, int row, T missing) => row < column.Count ? column[row] : missing;

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
                || (builder._feedbackKinds[indexX] == builder._feedbackKinds[indexY]
                    && builder._scores[indexX].Equals(builder._scores[indexY])
                    && builder._questionCodes[indexX] == builder._questionCodes[indexY]
                    && builder._aboutCodes[indexX] == builder._aboutCodes[indexY]));
        }

        private bool SameMoney(int x, int y)
        {
            if (_money is null) return true;
            bool hasX = _money.TryGetIndex(x, out int indexX), hasY = _money.TryGetIndex(y, out int indexY);
            return hasX == hasY && (!hasX
                || (builder._moneyUnits[indexX] == builder._moneyUnits[indexY]
                    && builder._currencyCodes[indexX] == builder._currencyCodes[indexY]));
        }
    }
}
