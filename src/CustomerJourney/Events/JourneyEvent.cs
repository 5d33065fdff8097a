using System.Collections.ObjectModel;

namespace CustomerJourney.Events;

/// <summary>One event of one customer, as it goes into a <see cref="JourneyLog"/>. Names are data: they are compared ordinally and never trimmed.</summary>
/// <remarks>The unit need not be a person: a company account or a deal is as good a customer.</remarks>
public sealed record JourneyEvent
{
    /// <summary>The id of the customer; not empty.</summary>
    public required string Customer { get; init; }

    /// <summary>The name of the event; not empty. A log holds at most 65,535 different names.</summary>
    public required string Event { get; init; }

    /// <summary>When it happened (when it ended, if it has a <see cref="StartedAt"/>).</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>When it began, for events that last; at or before <see cref="At"/>.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>The id of the event, by which duplicates are found.</summary>
    public string? Id { get; init; }

    /// <summary>When the system learned of it, for answers "as known at".</summary>
    public DateTimeOffset? RecordedAt { get; init; }

    /// <summary>The order among events of one customer with the same begin and end: those without a sequence come first, then the others from the smallest number on; equal ones keep the order in which they are read.</summary>
    /// <remarks>Any number but <see cref="long.MinValue"/>, which is reserved.</remarks>
    public long? Sequence { get; init; }

    /// <summary>The channel, for example "mobile". A log holds at most 255 different channels.</summary>
    public string? Channel { get; init; }

    /// <summary>The survey answer that the event carries.</summary>
    public Feedback? Feedback { get; init; }

    /// <summary>An amount of money in major units, with at most four decimals; <see cref="Currency"/> says of what.</summary>
    public decimal? Value { get; init; }

    /// <summary>The currency of <see cref="Value"/>, for example "EUR"; amounts of different currencies are never added.</summary>
    public string? Currency { get; init; }

    /// <summary>Named facts about this event; empty where none are given, also by a serializer that sets <see langword="null"/>.</summary>
    public IReadOnlyDictionary<string, string> Attributes { get; init => field = value ?? ReadOnlyDictionary<string, string>.Empty; } = ReadOnlyDictionary<string, string>.Empty;

    /// <summary>Named facts about the customer (plan, segment, variant). Where events disagree, the customer's last event that has the attribute wins.</summary>
    public IReadOnlyDictionary<string, string> CustomerAttributes { get; init => field = value ?? ReadOnlyDictionary<string, string>.Empty; } = ReadOnlyDictionary<string, string>.Empty;
}
