namespace CustomerJourney.Events;

/// <summary>One event inside a <see cref="CustomerTrace"/>.</summary>
public readonly ref struct TraceEvent
{
    /// <summary>The index of a sparse value has not been looked up.</summary>
    internal const int Unknown = -2;

    private readonly LogColumns _columns;
    private readonly int _index;
    private readonly int _feedback;
    private readonly int _money;

    internal TraceEvent(LogColumns columns, int customer, int index, int feedback, int money)
    {
        _columns = columns;
        Customer = customer;
        _index = index;
        _feedback = feedback;
        _money = money;
    }

    /// <summary>The number of the customer: its place in <see cref="JourneyLog.CustomerIds"/>.</summary>
    public int Customer { get; }

    /// <summary>The position of the event in its trace.</summary>
    public int Position => _index - _columns.Offsets[Customer];

    /// <summary>When the event happened, in UTC ticks.</summary>
    public long Ticks => _columns.Ticks[_index];

    /// <summary>The code of the event name; see <see cref="LogSchema.Events"/>.</summary>
    public int Event => _columns.Events[_index];

    /// <summary>The code of the channel, <see cref="LogSchema.NoChannel"/> where none.</summary>
    public byte Channel => _columns.Channels is { } channels ? channels[_index] : LogSchema.NoChannel;

    /// <summary>
    /// The code of the stage: the one that the event is evidence for; for a survey answer the one that it is about, else the one in which the customer was.
    /// <see cref="LogSchema.NoStage"/> where there is none, and everywhere in a log that has not been classified.
    /// </summary>
    public byte Stage
    {
        get
        {
            if (_columns.Stages is not { } stages) return LogSchema.NoStage;
            int feedback = FeedbackIndex;
            return feedback >= 0 ? _columns.Feedback!.Stages![feedback] : stages[_index];
        }
    }

    /// <summary>The survey answer that the event carries; <see langword="null"/> if it carries none.</summary>
    public Feedback? Feedback
    {
        get
        {
            int index = FeedbackIndex;
            if (index < 0) return null;
            FeedbackColumn feedback = _columns.Feedback!;
            return new(feedback.Kinds[index], feedback.Scores[index], feedback.Question(index), feedback.AboutName(index));
        }
    }

    /// <summary>The amount of money in major units; <see langword="null"/> if the event carries none.</summary>
    public double? Value => MoneyIndex is >= 0 and int index ? MoneyUnits.ToDouble(_columns.Money!.Units[index]) : null;

    /// <summary><see cref="Value"/> without the rounding of a double, for sums of money that must be exact.</summary>
    public decimal? ExactValue => MoneyIndex is >= 0 and int index ? MoneyUnits.ToDecimal(_columns.Money!.Units[index]) : null;

    /// <summary>The currency of <see cref="Value"/>; <see langword="null"/> if none is named.</summary>
    public string? Currency => MoneyIndex is >= 0 and int index ? _columns.Money!.Currency(index) : null;

    /// <summary>The kind of answer; <see cref="FeedbackKind.None"/> also where the event carries none.</summary>
    internal FeedbackKind Kind => FeedbackIndex is >= 0 and int index ? _columns.Feedback!.Kinds[index] : FeedbackKind.None;

    /// <summary>The score of the answer; only for an event that carries one.</summary>
    internal double Score => _columns.Feedback!.Scores[FeedbackIndex];

    internal LogColumns Columns => _columns;

    internal int Index => _index;

    internal int FeedbackIndex => _feedback != Unknown ? _feedback
        : _columns.Feedback is { } column ? IndexIn(column.Positions, column.Offsets) : -1;

    /// <summary>The place of the event's amount in the log's column of money; below 0 where it carries none.</summary>
    internal int MoneyIndex => _money != Unknown ? _money
        : _columns.Money is { } column ? IndexIn(column.Positions, column.Offsets) : -1;

    /// <summary>The value of one of the event's attributes; <see langword="null"/> if the event or the log does not have it.</summary>
    /// <param name="name">The name of the attribute, compared ordinally.</param>
    public string? Attribute(string name)
    {
        foreach (AttributeColumn attribute in _columns.EventAttributes)
        {
            if (attribute.Name == name && attribute.Codes[_index] is >= 0 and int code) return attribute.Values[code];
        }

        return null;
    }

    private int IndexIn(int[] positions, int[] offsets)
    {
        int start = offsets[Customer];
        return Math.Max(-1, Array.BinarySearch(positions, start, offsets[Customer + 1] - start, _index));
    }
}
