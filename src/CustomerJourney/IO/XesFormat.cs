using CustomerJourney.Building;
using CustomerJourney.Events;

namespace CustomerJourney.IO;

/// <summary>Which attribute of an XES document is what, and how much of a document is read. Keys are compared ordinally. Equal by value, the lists included.</summary>
/// <remarks>By default the keys are those of the XES extensions Concept, Time, Lifecycle and Identity, and those under which <c>log.WriteXesAsync</c> writes what XES has no key for.</remarks>
public sealed record XesFormat
{
    /// <summary>A trace is a customer, named by <c>concept:name</c>; starts and completions are joined; all attributes are read.</summary>
    public static XesFormat Default { get; } = new();

    /// <summary>The key of the trace attribute that is the customer id.</summary>
    public string Customer { get; init; } = XesKeys.Name;

    /// <summary>The key of the event name. Not used with a <see cref="Classifier"/>.</summary>
    public string Event { get; init; } = XesKeys.Name;

    /// <summary>The name of a classifier of the document that gives events their names: the values of its keys with <c>+</c> in between, an absent one as nothing. <see langword="null"/> for <see cref="Event"/>.</summary>
    public string? Classifier { get; init; }

    /// <summary>The key of the time at which the event happened.</summary>
    public string Time { get; init; } = XesKeys.Time;

    /// <summary>The zone of times that name none; UTC by default. (The standard wants every time to name its zone; not every tool does.)</summary>
    /// <exception cref="ArgumentNullException">The zone is null.</exception>
    public TimeZoneInfo Zone
    {
        get;
        init
        {
            ArgumentNullException.ThrowIfNull(value);
            field = value;
        }
    } = TimeZoneInfo.Utc;

    /// <summary>The key of the time at which the event began, for documents that write it on the event itself. A joined start counts before it.</summary>
    public string? StartedAt { get; init; }

    /// <summary>What becomes of start and completion of one activity.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such way.</exception>
    public XesLifecycle Lifecycle
    {
        get;
        init
        {
            if (!Enum.IsDefined(value)) throw new ArgumentOutOfRangeException(nameof(value), value, "Unknown way of treating transitions.");
            field = value;
        }
    }

    /// <summary>The key of the time at which the system learned of the event.</summary>
    public string? RecordedAt { get; init; } = XesKeys.RecordedAt;

    /// <summary>The key of the event id, by which duplicates are found.</summary>
    public string? Id { get; init; } = XesKeys.Id;

    /// <summary>The key of a whole number that orders the events of a customer at one instant. Without, they keep their order in the document.</summary>
    public string? Sequence { get; init; } = XesKeys.Sequence;

    /// <summary>The key of the channel: an attribute of the event or, where it has none, of its trace.</summary>
    public string? Channel { get; init; } = XesKeys.Channel;

    /// <summary>The key of a survey score.</summary>
    public string? Score { get; init; } = XesKeys.Score;

    /// <summary>What scores answer that do not say it themselves, as those of <c>log.WriteXesAsync</c> do; needed with a <see cref="Score"/> of one's own.</summary>
    public FeedbackKind ScoreKind { get; init; }

    /// <summary>The key of the question or survey of a score.</summary>
    public string? Question { get; init; } = XesKeys.Question;

    /// <summary>The key of the touchpoint that a score is about.</summary>
    public string? About { get; init; } = XesKeys.About;

    /// <summary>The key of an amount of money: a number of at most four decimals, with or without an exponent, read as <see cref="EventMapping.Value"/> is.</summary>
    public string? Value { get; init; } = XesKeys.Value;

    /// <summary>Whether an amount with more than four decimals is rounded to four, half to even, and counted in <see cref="DataQualityReport.SourceCounts"/>; by default its event is rejected.</summary>
    public bool RoundAmounts { get; init; }

    /// <summary>The key of the currency of <see cref="Value"/>: an attribute of the event or, where it has none, of its trace.</summary>
    public string? Currency { get; init; } = XesKeys.Currency;

    /// <summary>The keys that become attributes of events; <see langword="null"/> for all that have no other meaning here.</summary>
    public IReadOnlyList<string>? EventAttributes { get; init => field = value is null ? null : EquatableList.Of(value); }

    /// <summary>The keys of traces that become attributes of customers; <see langword="null"/> for all but the <see cref="Customer"/>.</summary>
    public IReadOnlyList<string>? CustomerAttributes { get; init => field = value is null ? null : EquatableList.Of(value); }

    /// <summary>
    /// Whether attributes inside of attributes, lists and containers are read: as <c>outer/inner</c>, a second one of that name as <c>outer/inner[2]</c>. By default they are passed over and counted.
    /// </summary>
    public bool NestedAttributes { get; init; }

    /// <summary>
    /// Whether an attribute that a trace or event lacks takes the value that the document's <c>global</c> gives. Not by default: these values (often "UNKNOWN" and 1970) stand for nothing known.
    /// </summary>
    public bool GlobalValues { get; init; }

    /// <summary>How deeply elements may be nested; 64 by default, at least 3 (log, trace, event, attribute).</summary>
    /// <exception cref="ArgumentOutOfRangeException">The depth is below 3.</exception>
    public int MaxDepth
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 3);
            field = value;
        }
    } = 64;

    /// <summary>How many characters a document may have once it is decompressed; 2^36 by default (some 150 million events), at least 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is below 1.</exception>
    public long MaxCharacters
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            field = value;
        }
    } = 1L << 36;

    /// <summary>How many attributes one event or trace may have, and how many different ones all events and all customers; 1,000 by default, at least 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is below 1.</exception>
    public int MaxAttributes
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            field = value;
        }
    } = 1_000;
}
