namespace CustomerJourney.Events;

/// <content>Gathering: each column along the order of the log, its codes made canonical.</content>
internal sealed partial class LogBuilder
{
    private static T[] Gather<T>(int[] order, ReadOnlySpan<T> column)
    {
        T[] gathered = GC.AllocateUninitializedArray<T>(order.Length);
        for (int position = 0; position < order.Length; position++) gathered[position] = column[order[position]];
        return gathered;
    }

    private static T[]? GatherOptional<T>(int[] order, GrowingColumn<T> column, T missing)
    {
        if (column.Count == 0) return null;
        ReadOnlySpan<T> values = column.Span;
        T[] gathered = new T[order.Length];
        for (int position = 0; position < order.Length; position++)
            gathered[position] = order[position] < values.Length ? values[order[position]] : missing;
        return gathered;
    }

    private static ushort[] GatherCodes(int[] order, ReadOnlySpan<int> codes, int[] rank)
    {
        ushort[] gathered = GC.AllocateUninitializedArray<ushort>(order.Length);
        for (int position = 0; position < order.Length; position++) gathered[position] = (ushort)rank[codes[order[position]]];
        return gathered;
    }

    private byte[]? GatherChannels(int[] order, int[] rank)
    {
        if (_channels.Count == 0) return null;
        ReadOnlySpan<short> codes = _channels.Span;
        byte[] gathered = GC.AllocateUninitializedArray<byte>(order.Length);
        for (int position = 0; position < order.Length; position++)
        {
            int row = order[position];
            gathered[position] = row < codes.Length && codes[row] >= 0 ? (byte)rank[codes[row]] : LogSchema.NoChannel;
        }

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
        (int[] positions, int[] indexes, int[] starts) = Place(_feedbackRows.Span, offsets, order);
        return new FeedbackColumn
        {
            Positions = positions,
            Offsets = starts,
            Kinds = Gather(indexes, _feedbackKinds.Span),
            Scores = Gather(indexes, _scores.Span),
            Questions = Recode(indexes, _questionCodes.Span, questionRank),
            QuestionNames = questions,
            About = Recode(indexes, _aboutCodes.Span, aboutRank),
            AboutNames = abouts,
        };
    }

    private MoneyColumn? GatherMoney(int[] offsets, int[] order)
    {
        if (_moneyRows.Count == 0) return null;
        string[] currencies = Currencies.ToSorted(out int[] currencyRank);
        (int[] positions, int[] indexes, int[] starts) = Place(_moneyRows.Span, offsets, order);
        return new MoneyColumn
        {
            Positions = positions,
            Offsets = starts,
            Units = Gather(indexes, _moneyUnits.Span),
            Currencies = Recode(indexes, _currencyCodes.Span, currencyRank),
            CurrencyNames = currencies,
        };
    }

    /// <summary>Where the values of a sparse column come to lie: their events, their indexes in the order of arrival, and each customer's first.</summary>
    private (int[] Positions, int[] Indexes, int[] Starts) Place(ReadOnlySpan<int> rows, int[] offsets, int[] order)
    {
        SparseRows sparse = new(rows, EventCount);
        int[] positions = new int[rows.Length];
        int[] indexes = new int[rows.Length];
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
    private static int[]? Recode(int[] indexes, ReadOnlySpan<int> codes, int[] rank)
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
        ReadOnlySpan<int> codes = attribute.Codes.Span;
        int[] gathered = new int[order.Length];
        for (int position = 0; position < order.Length; position++)
        {
            int row = order[position];
            gathered[position] = row < codes.Length && codes[row] >= 0 ? rank[codes[row]] : -1;
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

            ReadOnlySpan<int> rows = builder.Codes.Span;
            for (int customer = 0; customer < codes.Length; customer++)
            {
                for (int position = offsets[customer + 1] - 1; position >= offsets[customer]; position--)
                {
                    int row = order[position];
                    if (row >= rows.Length || rows[row] < 0) continue;
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
