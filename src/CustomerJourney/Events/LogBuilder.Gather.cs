namespace CustomerJourney.Events;

/// <content>Gathering: each column along the order of the log, its codes made canonical.</content>
internal sealed partial class LogBuilder
{
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
        SparsePlaces places = new(_feedbackRows, sorted);
        return new FeedbackColumn
        {
            Positions = places.Positions,
            Offsets = places.Starts(),
            Kinds = places.Gather(_feedbackKinds, kind => (FeedbackKind)kind),
            Scores = places.Gather(_scores, score => score),
            Questions = places.Recode(_questionCodes, questionRank),
            QuestionNames = questions,
            About = places.Recode(_aboutCodes, aboutRank),
            AboutNames = abouts,
        };
    }

    private MoneyColumn? GatherMoney(SortedEvents sorted)
    {
        if (_moneyRows.Count == 0) return null;
        string[] currencies = Currencies.ToSorted(out int[] currencyRank);
        SparsePlaces places = new(_moneyRows, sorted);
        return new MoneyColumn
        {
            Positions = places.Positions,
            Offsets = places.Starts(),
            Units = places.Gather(_moneyUnits, units => units),
            Currencies = places.Recode(_currencyCodes, currencyRank),
            CurrencyNames = currencies,
        };
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
