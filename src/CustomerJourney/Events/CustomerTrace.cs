namespace CustomerJourney.Events;

/// <summary>One customer's slice of a log, as spans over its columns. Cannot outlive the call that gives it; reading it allocates nothing.</summary>
/// <remarks>Positions run from 0 to <see cref="Length"/> − 1 in the order of the log. Only customers listed without events have length 0, and only analyses that ask for them see them.</remarks>
public readonly ref struct CustomerTrace
{
    private readonly LogColumns _columns;
    private readonly int _start;

    internal CustomerTrace(LogColumns columns, int customer)
    {
        _columns = columns;
        Customer = customer;
        _start = columns.Offsets[customer];
        Length = columns.Offsets[customer + 1] - _start;
    }

    /// <summary>The number of the customer: its place in <see cref="JourneyLog.CustomerIds"/>.</summary>
    public int Customer { get; }

    /// <summary>The number of events.</summary>
    public int Length { get; }

    /// <summary>When events happened, in UTC ticks.</summary>
    public ReadOnlySpan<long> Ticks => _columns.Ticks.AsSpan(_start, Length);

    /// <summary>When events began, in UTC ticks; equal to <see cref="Ticks"/> for events that do not last.</summary>
    public ReadOnlySpan<long> StartedTicks => (_columns.StartedAt ?? _columns.Ticks).AsSpan(_start, Length);

    /// <summary>The codes of the event names; see <see cref="LogSchema.Events"/>.</summary>
    public ReadOnlySpan<ushort> Events => _columns.Events.AsSpan(_start, Length);

    /// <summary>The codes of the channels, <see cref="LogSchema.NoChannel"/> where none; see <see cref="LogSchema.Channels"/>.</summary>
    public ReadOnlySpan<byte> Channels => _columns.Channels is { } channels ? channels.AsSpan(_start, Length) : _columns.Absent.AsSpan(0, Length);

    /// <summary>The codes of the stages that events are evidence for, <see cref="LogSchema.NoStage"/> where the map does not know the event, and everywhere in a log that has not been classified.</summary>
    public ReadOnlySpan<byte> Stages => _columns.Stages is { } stages ? stages.AsSpan(_start, Length) : _columns.Absent.AsSpan(0, Length);

    /// <summary>How many of the events carry a survey answer.</summary>
    public int AnswerCount => _columns.Feedback is { } feedback ? feedback.Offsets[Customer + 1] - feedback.Offsets[Customer] : 0;

    /// <summary>How many of the events carry an amount of money.</summary>
    public int ValueCount => _columns.Money is { } money ? money.Offsets[Customer + 1] - money.Offsets[Customer] : 0;

    /// <summary>Whether some events of the log last, so that <see cref="Ticks"/> need not ascend.</summary>
    internal bool HasStarts => _columns.StartedAt is not null;

    /// <summary>The first of the customer's entries in the log's column of silences, and the end of them.</summary>
    internal (int First, int End) SilenceRange => _columns.Silences is { } silences ? (silences.Offsets[Customer], silences.Offsets[Customer + 1]) : (0, 0);

    internal LogColumns Columns => _columns;

    internal int Start => _start;

    /// <summary>The event at a position.</summary>
    /// <param name="position">The position, 0…<see cref="Length"/> − 1.</param>
    public TraceEvent this[int position]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(position);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(position, Length);
            return new(_columns, Customer, _start + position, TraceEvent.Unknown, TraceEvent.Unknown);
        }
    }

    /// <summary>The event that carries the customer's survey answer of a number.</summary>
    /// <param name="number">The number of the answer in the order of the log, 0…<see cref="AnswerCount"/> − 1.</param>
    public TraceEvent Answer(int number)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(number);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(number, AnswerCount);
        int index = _columns.Feedback!.Offsets[Customer] + number;
        return new(_columns, Customer, _columns.Feedback.Positions[index], index, TraceEvent.Unknown);
    }

    /// <summary>The event that carries the customer's amount of money of a number.</summary>
    /// <param name="number">The number of the amount in the order of the log, 0…<see cref="ValueCount"/> − 1.</param>
    public TraceEvent Amount(int number)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(number);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(number, ValueCount);
        int index = _columns.Money!.Offsets[Customer] + number;
        return new(_columns, Customer, _columns.Money.Positions[index], TraceEvent.Unknown, index);
    }

    /// <summary>The value of one of the customer's attributes; <see langword="null"/> if the customer or the log does not have it.</summary>
    /// <param name="name">The name of the attribute, compared ordinally.</param>
    public string? Attribute(string name)
    {
        foreach (AttributeColumn attribute in _columns.CustomerAttributes)
        {
            if (attribute.Name == name && attribute.Codes[Customer] is >= 0 and int code) return attribute.Values[code];
        }

        return null;
    }
}
