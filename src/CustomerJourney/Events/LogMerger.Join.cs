namespace CustomerJourney.Events;

/// <content>Columns end to end, codes made those of all logs. What one log lacks and another has is filled with what stands for none.</content>
internal sealed partial class LogMerger
{
    private int Total => _bases[^1];

    private LogColumns Joined() => new()
    {
        Offsets = [0, Total],
        Absent = [],
        Ticks = Join(columns => columns.Ticks, 0) ?? [],
        Events = JoinEvents(),
        Channels = JoinChannels(),
        StartedAt = _logs.Any(log => log.Columns.StartedAt is not null) ? Join(columns => columns.StartedAt ?? columns.Ticks, 0) : null,
        RecordedAt = Join(columns => columns.RecordedAt, EventRow.None),
        Sequences = Join(columns => columns.Sequences, EventRow.None),
        Ids = Join(columns => columns.Ids, null),
        Feedback = JoinFeedback(),
        Money = JoinMoney(),
        EventAttributes = [.. new NameUnion([.. _logs.Select(log => log.Schema.EventAttributes)]).Names.Select(JoinEventAttribute)],
    };

    /// <summary>A column of all logs; null where none has it.</summary>
    private T[]? Join<T>(Func<LogColumns, T[]?> columnOf, T missing)
    {
        if (_logs.All(log => columnOf(log.Columns) is null)) return null;
        T[] joined = new T[Total];
        for (int log = 0; log < _logs.Length; log++)
        {
            Span<T> own = joined.AsSpan(_bases[log], _bases[log + 1] - _bases[log]);
            if (columnOf(_logs[log].Columns) is { } column) column.CopyTo(own);
            else own.Fill(missing);
        }

        return joined;
    }

    private ushort[] JoinEvents()
    {
        ushort[] joined = Join<ushort>(columns => columns.Events, 0) ?? [];
        for (int log = 0; log < _logs.Length; log++)
        {
            int[] places = _events.Places[log];
            if (places.Length == _events.Names.Length) continue;
            foreach (ref ushort code in joined.AsSpan(_bases[log].._bases[log + 1])) code = (ushort)places[code];
        }

        return joined;
    }

    private byte[]? JoinChannels()
    {
        byte[]? joined = Join(columns => columns.Channels, LogSchema.NoChannel);
        for (int log = 0; joined is not null && log < _logs.Length; log++)
        {
            int[] places = _channels.Places[log];
            foreach (ref byte code in joined.AsSpan(_bases[log].._bases[log + 1]))
            {
                if (code != LogSchema.NoChannel) code = (byte)places[code];
            }
        }

        return joined;
    }

    private AttributeColumn JoinEventAttribute(string name)
    {
        AttributeColumn?[] columns = [.. _logs.Select(log => Array.Find(log.Columns.EventAttributes, column => column.Name == name))];
        NameUnion values = new([.. columns.Select(column => column?.Values ?? [])]);
        int[] codes = new int[Total];
        Array.Fill(codes, -1);
        for (int log = 0; log < columns.Length; log++)
        {
            if (columns[log] is { } column) CopyCodes(column.Codes, codes.AsSpan(_bases[log]), values.Places[log]);
        }

        return new AttributeColumn { Name = name, Values = values.Names, Codes = codes };
    }

    private FeedbackColumn? JoinFeedback()
    {
        FeedbackColumn?[] columns = [.. _logs.Select(log => log.Columns.Feedback)];
        if (columns.All(column => column is null)) return null;
        NameUnion questions = new([.. columns.Select(column => column?.QuestionNames ?? [])]), about = new([.. columns.Select(column => column?.AboutNames ?? [])]);
        return new FeedbackColumn
        {
            Positions = JoinPositions(columns, column => column.Positions),
            Offsets = [],
            Kinds = [.. columns.SelectMany(column => column?.Kinds ?? [])],
            Scores = [.. columns.SelectMany(column => column?.Scores ?? [])],
            Questions = JoinSparse(columns, column => column.Positions.Length, column => column.Questions, questions),
            QuestionNames = questions.Names,
            About = JoinSparse(columns, column => column.Positions.Length, column => column.About, about),
            AboutNames = about.Names,
        };
    }

    private MoneyColumn? JoinMoney()
    {
        MoneyColumn?[] columns = [.. _logs.Select(log => log.Columns.Money)];
        if (columns.All(column => column is null)) return null;
        NameUnion currencies = new([.. columns.Select(column => column?.CurrencyNames ?? [])]);
        return new MoneyColumn
        {
            Positions = JoinPositions(columns, column => column.Positions),
            Offsets = [],
            Units = [.. columns.SelectMany(column => column?.Units ?? [])],
            Currencies = JoinSparse(columns, column => column.Positions.Length, column => column.Currencies, currencies),
            CurrencyNames = currencies.Names,
        };
    }

    private int[] JoinPositions<TColumn>(TColumn?[] columns, Func<TColumn, int[]> positionsOf)
        where TColumn : class =>
        [.. columns.SelectMany((column, log) => column is null ? [] : positionsOf(column).Select(position => position + _bases[log]))];

    /// <summary>The codes of a sparse column; null where no log names anything.</summary>
    private static int[]? JoinSparse<TColumn>(TColumn?[] columns, Func<TColumn, int> countOf, Func<TColumn, int[]?> codesOf, NameUnion names)
        where TColumn : class
    {
        if (columns.All(column => column is null || codesOf(column) is null)) return null;
        int[] joined = new int[columns.Sum(column => column is null ? 0 : countOf(column))];
        Array.Fill(joined, -1);
        int next = 0;
        for (int log = 0; log < columns.Length; log++)
        {
            if (columns[log] is not { } column) continue;
            if (codesOf(column) is { } codes) CopyCodes(codes, joined.AsSpan(next), names.Places[log]);
            next += countOf(column);
        }

        return joined;
    }

    private static void CopyCodes(int[] codes, Span<int> target, int[] places)
    {
        for (int index = 0; index < codes.Length; index++) target[index] = codes[index] < 0 ? -1 : places[codes[index]];
    }
}
