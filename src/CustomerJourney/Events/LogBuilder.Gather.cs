namespace CustomerJourney.Events;

/// <content>Gathering: each column along the order of the log, its codes made canonical.</content>
internal sealed partial class LogBuilder
{
    private static T[] Gather<T>(int[] order, GrowingColumn<T> column)
    {
        T[] gathered = GC.AllocateUninitializedArray<T>(order.Length);
        for (int position = 0; position < order.Length; position++) gathered[position] = column[order[position]];
        return gathered;
    }

    private static T[]? GatherOptional<T>(int[] order, GrowingColumn<T> column, T missing)
    {
        if (column.Count == 0) return null;
        T[] gathered = new T[order.Length];
        for (int position = 0; position < order.Length; position++)
            gathered[position] = order[position] < column.Count ? column[order[position]] : missing;
        return gathered;
    }

    private long[]? GatherStarts(int[] order)
    {
        if (_startedAt.Count == 0) return null;
        long[] gathered = new long[order.Length];
        for (int position = 0; position < order.Length; position++) gathered[position] = StartOf(order[position]);
        return gathered;
    }

    private FeedbackColumn? GatherFeedback(int[] offsets, int[] order)
    {
        if (_feedbackRows.Count == 0) return null;
        string[] questions = Questions.ToSorted(out int[] questionRank);
        string[] abouts = AboutNames.ToSorted(out int[] aboutRank);
        (int[] positions, int[] indexes, int[] starts) = Place(_feedbackRows, offsets, order);
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

    private MoneyColumn? GatherMoney(int[] offsets, int[] order)
    {
        if (_moneyRows.Count == 0) return null;
        string[] currencies = Currencies.ToSorted(out int[] currencyRank);
        (int[] positions, int[] indexes, int[] starts) = Place(_moneyRows, offsets, order);
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
    private (int[] Positions, int[] Indexes, int[] Starts) Place(GrowingColumn<int> rows, int[] offsets, int[] order)
    {
        SparseRows sparse = new(rows, EventCount);
        int[] positions = new int[rows.Count];
        int[] indexes = new int[rows.Count];
        int[] starts = new int[offsets.Length];
        int count = 0;
        for (int customer = 0; customer + 1 < offsets.Length; customer++)
        {
            for (int position = offsets[customer]; position < offsets[customer + 1]; position++)
            {
                if (!sparse.TryGetIndex(order[position], out int index)) continue;
                positions[count] = position;
                indexes[count++] = index;
            }

            starts[customer + 1] = count;
        }

        // Fewer than there were rows where duplicates have been left out.
        return (positions[..count], indexes[..count], starts);
    }

    /// <summary>Canonical codes of an optional dictionary column; null where no row has one.</summary>
    private static int[]? Recode(int[] indexes, GrowingColumn<int> codes, int[] rank)
    {
        if (rank.Length == 0) return null;
        int[] recoded = new int[indexes.Length];
        for (int index = 0; index < indexes.Length; index++)
        {
            int code = codes[indexes[index]];
            recoded[index] = code < 0 ? -1 : rank[code];
        }

        return recoded;
    }

    private static AttributeColumn GatherEventAttribute(AttributeBuilder attribute, int[] order)
    {
        string[] values = attribute.Values.ToSorted(out int[] rank);
        GrowingColumn<int> codes = attribute.Codes;
        int[] gathered = new int[order.Length];
        for (int position = 0; position < order.Length; position++)
        {
            int row = order[position];
            gathered[position] = row < codes.Count && codes[row] >= 0 ? rank[codes[row]] : -1;
        }

        return new AttributeColumn { Name = attribute.Name, Values = values, Codes = gathered };
    }

    /// <summary>One value a customer: that of the last event that has one, else that of the profile.</summary>
    private AttributeColumn[] GatherCustomerAttributes(int[] offsets, int[] order, int[] customerRank)
    {
        AttributeColumn[] columns = new AttributeColumn[_customerAttributes.Count];
        for (int attribute = 0; attribute < columns.Length; attribute++)
        {
            AttributeBuilder builder = _customerAttributes[attribute];
            string[] values = builder.Values.ToSorted(out int[] rank);
            int[] codes = new int[offsets.Length - 1];
            Array.Fill(codes, -1);
            foreach ((int customer, int of, int value) in _profileValues)
            {
                if (of == attribute) codes[customerRank[customer]] = rank[value];
            }

            GrowingColumn<int> rows = builder.Codes;
            for (int customer = 0; customer < codes.Length; customer++)
            {
                for (int position = offsets[customer + 1] - 1; position >= offsets[customer]; position--)
                {
                    int row = order[position];
                    if (row >= rows.Count || rows[row] < 0) continue;
                    codes[customer] = rank[rows[row]];
                    break;
                }
            }

            columns[attribute] = new AttributeColumn { Name = builder.Name, Values = values, Codes = codes };
        }

        Array.Sort(columns, (a, b) => string.CompareOrdinal(a.Name, b.Name));
        return columns;
    }
}
