using CustomerJourney.Events;

namespace CustomerJourney.IO;

/// <content>The log that the sections make up, after each was checked against the laws that a log keeps.</content>
internal sealed partial class SnapshotContents
{
    /// <exception cref="InvalidDataException">A section is missing, left over or breaks a law.</exception>
    public JourneyLog ToLog()
    {
        SnapshotCheck check = new(_faults);
        string[] customers = TakeNames(SnapshotSection.Customers, check);
        if (customers.Length != _counts.Customers) throw _faults.In(SnapshotSection.Customers, $"there are {customers.Length} and should be {_counts.Customers}");
        string[] eventNames = TakeNames(SnapshotSection.EventNames, check);
        if (eventNames.Length > LogSchema.MaxEvents) throw _faults.In(SnapshotSection.EventNames, $"there are {eventNames.Length}; a log holds {LogSchema.MaxEvents}");
        string[] channelNames = TakeNames(SnapshotSection.ChannelNames, check);
        if (channelNames.Length > LogSchema.MaxChannels) throw _faults.In(SnapshotSection.ChannelNames, $"there are {channelNames.Length}; a log holds {LogSchema.MaxChannels}");
        string[] questions = TakeNames(SnapshotSection.QuestionNames, check), currencies = TakeNames(SnapshotSection.CurrencyNames, check);
        int[] offsets = Take<int>(SnapshotSection.Offsets);
        check.Offsets(offsets, (int)_counts.Events);
        LogColumns columns = new()
        {
            Offsets = offsets,
            Absent = LogColumns.AbsentFor(offsets),
            Ticks = Take<long>(SnapshotSection.Ticks),
            Events = Take<ushort>(SnapshotSection.Events),
            Channels = TryTake<byte>(SnapshotSection.Channels),
            StartedAt = TryTake<long>(SnapshotSection.StartedAt),
            RecordedAt = TryTake<long>(SnapshotSection.RecordedAt),
            Sequences = TryTake<long>(SnapshotSection.Sequences),
            Ids = TryTake<string?>(SnapshotSection.Ids),
            Feedback = TakeAnswers(offsets, questions, check),
            Money = TakeAmounts(offsets, currencies, check),
            EventAttributes = TakeAttributes(SnapshotSection.EventAttributeNames, SnapshotSection.EventAttributeValues, SnapshotSection.EventAttributeCodes, check),
            CustomerAttributes = WithIdAttributes(TakeAttributes(SnapshotSection.CustomerAttributeNames, SnapshotSection.CustomerAttributeValues, SnapshotSection.CustomerAttributeCodes, check), check),
        };
        check.Codes(SnapshotSection.Events, columns.Events, eventNames.Length);
        if (columns.Channels is { } channels) check.Codes(SnapshotSection.Channels, channels, channelNames.Length);
        TimeRange? range = check.Times(columns);
        if (columns.Ids is { } ids) check.Ids(ids, columns.EventCount);
        DataQualityReport quality = TakeQuality();
        foreach ((SnapshotSection section, int index) in _sections.Keys) throw _faults.In(section, $"number {index} belongs to nothing");
        LogSchema schema = new(eventNames, channelNames)
        {
            EventAttributes = [.. columns.EventAttributes.Select(attribute => attribute.Name)],
            CustomerAttributes = [.. columns.CustomerAttributes.Select(attribute => attribute.Name)],
            EventAttributeColumns = columns.EventAttributes,
            CustomerAttributeColumns = columns.CustomerAttributes,
            Questions = questions,
            Currencies = currencies,
            Range = range,
            ObservedUntil = _counts.ObservedUntil == EventRow.None ? null : new DateTimeOffset(_counts.ObservedUntil, TimeSpan.Zero),
        };
        return new JourneyLog(schema, columns, customers, quality);
    }

    private FeedbackColumn? TakeAnswers(int[] offsets, string[] questions, SnapshotCheck check)
    {
        if (TryTake<int>(SnapshotSection.AnswerPositions) is not { } positions) return null;
        byte[] kinds = Take<byte>(SnapshotSection.AnswerKinds);
        double[] scores = Take<double>(SnapshotSection.AnswerScores);
        string[] abouts = TakeNames(SnapshotSection.AboutNames, check);
        int[]? questionCodes = TryTake<int>(SnapshotSection.AnswerQuestions), aboutCodes = TryTake<int>(SnapshotSection.AnswerAbout);
        check.Positions(SnapshotSection.AnswerPositions, positions, offsets[^1]);
        check.Answers(kinds, scores, positions.Length);
        check.SparseCodes(SnapshotSection.AnswerQuestions, questionCodes, positions.Length, questions.Length);
        check.SparseCodes(SnapshotSection.AnswerAbout, aboutCodes, positions.Length, abouts.Length);
        return new FeedbackColumn
        {
            Positions = positions,
            Offsets = StartsOf(positions, offsets),
            Kinds = Array.ConvertAll(kinds, kind => (FeedbackKind)kind),
            Scores = scores,
            Questions = questionCodes,
            QuestionNames = questions,
            About = aboutCodes,
            AboutNames = abouts,
        };
    }

    private MoneyColumn? TakeAmounts(int[] offsets, string[] currencies, SnapshotCheck check)
    {
        if (TryTake<int>(SnapshotSection.MoneyPositions) is not { } positions) return null;
        long[] units = Take<long>(SnapshotSection.MoneyUnits);
        int[]? codes = TryTake<int>(SnapshotSection.MoneyCurrencies);
        check.Positions(SnapshotSection.MoneyPositions, positions, offsets[^1]);
        check.Amounts(units, positions.Length);
        check.SparseCodes(SnapshotSection.MoneyCurrencies, codes, positions.Length, currencies.Length);
        return new MoneyColumn { Positions = positions, Offsets = StartsOf(positions, offsets), Units = units, Currencies = codes, CurrencyNames = currencies };
    }

    private AttributeColumn[] TakeAttributes(SnapshotSection namesSection, SnapshotSection valuesSection, SnapshotSection codesSection, SnapshotCheck check)
    {
        string[] names = TakeNames(namesSection, check);
        AttributeColumn[] attributes = new AttributeColumn[names.Length];
        for (int index = 0; index < names.Length; index++)
        {
            string[] values = Take<string>(valuesSection, index);
            int[] codes = Take<int>(codesSection, index);
            check.Names(valuesSection, values, mayBeEmpty: true);
            check.SparseCodes(codesSection, codes, codes.Length, values.Length);
            attributes[index] = new AttributeColumn { Name = names[index], Values = values, Codes = codes };
        }

        return attributes;
    }

    /// <summary>Marks the attributes whose values are ids of customers.</summary>
    private AttributeColumn[] WithIdAttributes(AttributeColumn[] attributes, SnapshotCheck check)
    {
        if (TryTake<string>(SnapshotSection.CustomerIdAttributes) is not { } names) return attributes;
        check.Names(SnapshotSection.CustomerIdAttributes, names, mayBeEmpty: false);
        foreach (string name in names)
        {
            int index = Array.FindIndex(attributes, attribute => attribute.Name == name);
            if (index < 0) throw _faults.In(SnapshotSection.CustomerIdAttributes, "it names an attribute that there is not");
            attributes[index] = attributes[index] with { HoldsCustomerIds = true };
        }

        return attributes;
    }

    private DataQualityReport TakeQuality()
    {
        byte[] bytes = Take<byte>(SnapshotSection.Quality);
        try
        {
            return SnapshotQuality.FromBytes(bytes);
        }
        catch (InvalidDataException fault)
        {
            throw _faults.In(SnapshotSection.Quality, fault.Message, fault);
        }
    }

    private string[] TakeNames(SnapshotSection section, SnapshotCheck check)
    {
        string[] names = Take<string>(section);
        check.Names(section, names, mayBeEmpty: false);
        return names;
    }

    private T[] Take<T>(SnapshotSection section, int index = 0) => TryTake<T>(section, index) ?? throw _faults.In(section, index == 0 ? "it is missing" : $"number {index} is missing");

    /// <summary>Gives a section away, so that what is left at the end belonged to nothing.</summary>
    private T[]? TryTake<T>(SnapshotSection section, int index = 0) => _sections.Remove((section, index), out Array? column) ? (T[])column : null;

    /// <summary>For each customer, the index of the first of the sparse values; one more entry at the end.</summary>
    private static int[] StartsOf(int[] positions, int[] offsets)
    {
        int[] starts = new int[offsets.Length];
        int next = 0;
        for (int customer = 0; customer < offsets.Length; customer++)
        {
            while (next < positions.Length && positions[next] < offsets[customer]) next++;
            starts[customer] = next;
        }

        return starts;
    }
}
