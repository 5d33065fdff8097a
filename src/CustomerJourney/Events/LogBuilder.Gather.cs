namespace CustomerJourney.Events;

/// <content>Gathering: each column along the order of the log, its codes made canonical.</content>
internal sealed partial class LogBuilder
{
    private static T[] Gather<T>(int[] indexes, GrowingColumn<T> column)
    {
        T[] gathered = GC.AllocateUninitializedArray<T>(indexes.Length);
        for (int index = 0; index < indexes.Length; index++) gathered[index] = column[indexes[index]];
        return gathered;
    }

    private static T[]? GatherOptional<T>(SortedEvents sorted, GrowingColumn<T> column, T missing)
    {
        if (column.Count == 0) return null;
        T[] gathered = new T[sorted.Count];
        Array.Fill(gathered, missing);
        for (int index = 0; index < sorted.Rows.Count; index++)
        {
            int row = sorted.Rows.RowAt(index);
            if (row < column.Count) gathered[sorted.Rows.PositionAt(index)] = column[row];
        }

        return gathered;
    }

    private long[]? GatherStarts(SortedEvents sorted)
    {
        if (_startedAt.Count == 0) return null;
        long[] gathered = new long[sorted.Count];
        for (int position = 0; position < gathered.Length; position++) gathered[position] = StartOf(sorted, position);
        return gathered;
    }

    private long StartOf(SortedEvents sorted, int position) =>
        sorted.Rows.RowOf(position) is int row && row >= 0 && row < _startedAt.Count && _startedAt[row] is not EventRow.None and long start ? start : sorted.Ticks[position];

    private FeedbackColumn? GatherFeedback(SortedEvents sorted)
    {
        if (_feedbackRows.Count == 0) return null;
        string[] questions = Questions.ToSorted(out int[] questionRank);
        string[] abouts = AboutNames.ToSorted(out int[] aboutRank);
        (int[] positions, int[] indexes, int[] starts) = Place(_feedbackRows, sorted);
        return new FeedbackColumn
        {
            Positions = positions,
            Offsets = starts,
            Kinds = Gather(indexes, _feedbackKinds),
            Scores = Gather(indexes, _scores),
            Questions = Recode(indexes, _questionCodes, questionRank),
            QuestionNames = questions,
            About = Recode(indexes, _aboutCodes, aboutRank),
            AboutNames = abouts,
        };
    }

    private MoneyColumn? GatherMoney(SortedEvents sorted)
    {
        if (_moneyRows.Count == 0) return null;
        string[] currencies = Currencies.ToSorted(out int[] currencyRank);
        (int[] positions, int[] indexes, int[] starts) = Place(_moneyRows, sorted);
        return new MoneyColumn
        {
            Positions = positions,
            Offsets = starts,
            Units = Gather(indexes, _moneyUnits),
            Currencies = Recode(indexes, _currencyCodes, currencyRank),
            CurrencyNames = currencies,
        };
    }

    /// <summary>Where the values of a sparse column come to lie: their events, their indexes in the order of arrival, and each customer's first.</summary>
    private static (int[] Positions, int[] Indexes, int[] Starts) Place(GrowingColumn<int> rows, SortedEvents sorted)
    {
        int rowCount = rows[rows.Count - 1] + 1;
        SparseRows sparse = new(rows, rowCount);
        int[] positions = new int[rows.Count];
        int[] indexes = new int[rows.Count];
        int count = 0;
        for (int index = 0; index < sorted.Rows.Count; index++)
        {
            int row = sorted.Rows.RowAt(index);
            if (row >= rowCount || !sparse.TryGetIndex(row, out int value)) continue;
            positions[count] = sorted.Rows.PositionAt(index);
            indexes[count++] = value;
        }

        // Fewer than there were rows where duplicates have been left out.
        if (count < positions.Length) (positions, indexes) = (positions[..count], indexes[..count]);
        int[] starts = new int[sorted.Offsets.Length];
        int before = 0;
        for (int customer = 0; customer < starts.Length; customer++)
        {
            while (before < count && positions[before] < sorted.Offsets[customer]) before++;
            starts[customer] = before;
        }

        return (positions, indexes, starts);
    }

    /// <summary>Canonical codes of an optional dictionary column; null where no row has one.</summary>
    private static int[]? Recode(int[] indexes, GrowingColumn<int> codes, int[] rank)
    {
        if (rank.Length == 0) return null;
        int[] recoded = new int[indexes.Length];
        for (int index = 0; index < indexes.Length; index++)
        {
            int code = indexes[index] < codes.Count ? codes[indexes[index]] : -1;
            recoded[index] = code < 0 ? -1 : rank[code];
        }

        return recoded;
    }

    private static AttributeColumn GatherEventAttribute(AttributeBuilder attribute, SortedEvents sorted)
    {
        string[] values = attribute.Values.ToSorted(out int[] rank);
        GrowingColumn<int> codes = attribute.Codes;
        int[] gathered = new int[sorted.Count];
        Array.Fill(gathered, -1);
        for (int index = 0; index < sorted.Rows.Count; index++)
        {
            int row = sorted.Rows.RowAt(index);
            if (row < codes.Count && codes[row] >= 0) gathered[sorted.Rows.PositionAt(index)] = rank[codes[row]];
        }

        return new AttributeColumn { Name = attribute.Name, Values = values, Codes = gathered };
    }

    /// <summary>One value a customer: that of the last event that has one, else that of the profile.</summary>
    private AttributeColumn[] GatherCustomerAttributes(SortedEvents sorted, int[] customerRank)
    {
        AttributeColumn[] columns = new AttributeColumn[_customerAttributes.Count];
        for (int attribute = 0; attribute < columns.Length; attribute++)
        {
            AttributeBuilder builder = _customerAttributes[attribute];
            string[] values = builder.Values.ToSorted(out int[] rank);
            int[] codes = new int[sorted.Offsets.Length - 1];
            Array.Fill(codes, -1);
            foreach ((int customer, int of, int value) in _profileValues)
            {
                if (of == attribute) codes[customerRank[customer]] = rank[value];
            }

            GrowingColumn<int> rows = builder.Codes;
            int at = 0;
            for (int index = 0; index < sorted.Rows.Count; index++)
            {
                int row = sorted.Rows.RowAt(index);
                if (row >= rows.Count || rows[row] < 0) continue;
                while (sorted.Offsets[at + 1] <= sorted.Rows.PositionAt(index)) at++;
                codes[at] = rank[rows[row]];
            }

            columns[attribute] = new AttributeColumn { Name = builder.Name, Values = values, Codes = codes };
        }

        Array.Sort(columns, (a, b) => string.CompareOrdinal(a.Name, b.Name));
        return columns;
    }
}
