using System.Numerics;
using System.Runtime.InteropServices;

namespace CustomerJourney.Events;

/// <summary>The names behind the codes of a log. Codes are places in ordinal order, so they do not depend on how a log was read.</summary>
public sealed class LogSchema
{
    /// <summary>How many different event names a log holds at most.</summary>
    public const int MaxEvents = 65_535;

    /// <summary>How many different channels a log holds at most.</summary>
    public const int MaxChannels = 255;

    /// <summary>The code in <see cref="CustomerTrace.Channels"/> of an event without a channel.</summary>
    public const byte NoChannel = byte.MaxValue;

    /// <summary>The code in <see cref="CustomerTrace.Stages"/> of an event that is evidence for no stage.</summary>
    public const byte NoStage = byte.MaxValue;

    /// <summary>What stands in the place of a stage where a customer becomes dormant; no map has a stage of this place.</summary>
    internal const byte Dormant = Journey.MostStages;

    private readonly string[] _events;
    private readonly string[] _channels;

    internal LogSchema(string[] events, string[] channels)
    {
        _events = events;
        _channels = channels;
        Events = events.AsReadOnly();
        Channels = channels.AsReadOnly();
    }

    /// <summary>The event names, in ordinal order; the code of an event is its index here.</summary>
    public IReadOnlyList<string> Events { get; }

    /// <summary>The channels, in ordinal order; the code of a channel is its index here.</summary>
    public IReadOnlyList<string> Channels { get; }

    /// <summary>The names of the attributes of events, in ordinal order.</summary>
    public IReadOnlyList<string> EventAttributes { get; internal init; } = [];

    /// <summary>The names of the attributes of customers, in ordinal order.</summary>
    public IReadOnlyList<string> CustomerAttributes { get; internal init; } = [];

    /// <summary>The currencies of amounts, in ordinal order.</summary>
    public IReadOnlyList<string> Currencies { get; internal init; } = [];

    /// <summary>The questions of survey answers, in ordinal order.</summary>
    public IReadOnlyList<string> Questions { get; internal init; } = [];

    /// <summary>From the first event's instant to just after the last one's; <see langword="null"/> for a log without events.</summary>
    public TimeRange? Range { get; internal init; }

    /// <summary>
    /// Until when the customers were observed, by which windows and periods are judged open: just after the last event. A log that was cut from another keeps what that one had
    /// (those who did nothing more were watched all the same), or the end of the span that was cut out. <see langword="null"/> for a log without events.
    /// </summary>
    public DateTimeOffset? ObservedUntil { get; internal init; }

    /// <summary>The tick until which customers were observed: by the log, or by what a definition says where that is later; 0 where neither says anything.</summary>
    internal long ObservedTicks(DateTimeOffset? later) => Math.Max(ObservedUntil?.UtcTicks ?? 0, later?.UtcTicks ?? 0);

    /// <summary>The map through which the log was read; <see langword="null"/> before it is classified.</summary>
    public Journey? Journey { get; internal init; }

    /// <summary>The stages of the map, in journey order; the code of a stage is its index here. Empty before the log is classified.</summary>
    public IReadOnlyList<string> Stages { get; internal init; } = [];

    /// <summary>How the log was read through the map; null before it is classified.</summary>
    internal StageReading? Reading { get; init; }

    internal AttributeColumn[] EventAttributeColumns { get; init; } = [];

    internal AttributeColumn[] CustomerAttributeColumns { get; init; } = [];

    /// <summary>The ids of the log's customers by their numbers, for answers that name some; empty where there is no log.</summary>
    internal Lazy<string[]> CustomerNames { get; private set; } = new([]);

    /// <summary>Whether there is no log behind the schema: accumulators made for it only merge states that were gathered elsewhere.</summary>
    internal bool IsDetached { get; private init; }

    internal static LogSchema Detached { get; } = new([], []) { IsDetached = true };

    /// <summary>The code of an event name; -1 if the log does not have it.</summary>
    /// <param name="name">The name, compared ordinally.</param>
    public int EventCode(string name) => CodeOf(_events, name);

    /// <summary>The code of a channel; -1 if the log does not have it.</summary>
    /// <param name="name">The channel, compared ordinally.</param>
    public int ChannelCode(string name) => CodeOf(_channels, name);

    /// <summary>The code of a stage by its name or id; -1 if the map does not have it.</summary>
    /// <param name="name">The stage, compared ordinally.</param>
    /// <exception cref="InvalidOperationException">The log has not been classified, so it has no stages.</exception>
    public int StageCode(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (IsDetached) return -1;
        return RequireJourney("a stage").FindStage(name)?.Position ?? -1;
    }

    internal AttributeColumn EventAttributeColumn(string name) => ColumnOf(EventAttributeColumns, name, "event");

    internal AttributeColumn CustomerAttributeColumn(string name) => ColumnOf(CustomerAttributeColumns, name, "customer");

    internal Journey RequireJourney(string question) => Journey ?? throw new InvalidOperationException(
        $"The log has not been classified, so it cannot be asked about {question}. Classify it with a map first: journey.Classify(log).");

    internal static LogSchema For(LogColumns columns, string[] events, string[] channels)
    {
        TimeRange? range = RangeOf(columns);
        return new(events, channels)
        {
            EventAttributes = [.. columns.EventAttributes.Select(attribute => attribute.Name)],
            CustomerAttributes = [.. columns.CustomerAttributes.Select(attribute => attribute.Name)],
            EventAttributeColumns = columns.EventAttributes,
            CustomerAttributeColumns = columns.CustomerAttributes,
            Questions = columns.Feedback?.QuestionNames ?? [],
            Currencies = columns.Money?.CurrencyNames ?? [],
            Range = range,
            ObservedUntil = range?.End,
        };
    }

    /// <summary>The same names for other columns; the caller says their range, which need not be looked for where no event was left out.</summary>
    internal LogSchema With(LogColumns columns, TimeRange? range, DateTimeOffset? observedUntil, Journey? journey, StageReading? reading) =>
        new(_events, _channels)
        {
            EventAttributes = EventAttributes,
            CustomerAttributes = [.. columns.CustomerAttributes.Select(attribute => attribute.Name)],
            EventAttributeColumns = columns.EventAttributes,
            CustomerAttributeColumns = columns.CustomerAttributes,
            Questions = Questions,
            Currencies = Currencies,
            Range = range,
            ObservedUntil = observedUntil,
            Journey = journey,
            Reading = reading,
            Stages = journey is null ? [] : [.. journey.Stages.Select(stage => stage.Name)],
        };

    /// <summary>The same schema for other customers.</summary>
    internal LogSchema WithCustomers(Lazy<string[]> customers)
    {
        LogSchema copy = (LogSchema)MemberwiseClone();
        copy.CustomerNames = customers;
        return copy;
    }

    private static AttributeColumn ColumnOf(AttributeColumn[] columns, string name, string level) =>
        Array.Find(columns, column => column.Name == name) ?? throw new ArgumentException(
            columns.Length == 0
                ? $"The log has no {level} attribute '{name}': it has none at all."
                : $"The log has no {level} attribute '{name}'; it has {string.Join(", ", columns.Select(column => $"'{column.Name}'"))}.");

    private static int CodeOf(string[] names, string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        int code = Array.BinarySearch(names, name, StringComparer.Ordinal);
        return code < 0 ? -1 : code;
    }

    internal static TimeRange? RangeOf(LogColumns columns)
    {
        if (columns.EventCount == 0) return null;
        (long first, long last) = FirstAndLast(columns.Ticks);
        return new TimeRange(new DateTimeOffset(first, TimeSpan.Zero), new DateTimeOffset(Math.Min(last + 1, DateTimeOffset.MaxValue.Ticks), TimeSpan.Zero));
    }

    /// <summary>The least and the greatest of at least one number, in one pass: a long column comes from memory, which takes longer than comparing.</summary>
    private static (long First, long Last) FirstAndLast(ReadOnlySpan<long> ticks)
    {
        Vector<long> least = new(ticks[0]), greatest = least;
        ReadOnlySpan<Vector<long>> vectors = MemoryMarshal.Cast<long, Vector<long>>(ticks);
        foreach (Vector<long> next in vectors)
        {
            least = Vector.Min(least, next);
            greatest = Vector.Max(greatest, next);
        }

        long first = ticks[0], last = first;
        for (int lane = 0; lane < Vector<long>.Count; lane++)
        {
            first = Math.Min(first, least[lane]);
            last = Math.Max(last, greatest[lane]);
        }

        foreach (long rest in ticks[(vectors.Length * Vector<long>.Count)..])
        {
            first = Math.Min(first, rest);
            last = Math.Max(last, rest);
        }

        return (first, last);
    }
}
