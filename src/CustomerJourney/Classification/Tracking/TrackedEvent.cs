using System.Collections.ObjectModel;
using CustomerJourney.Events;

namespace CustomerJourney.Classification.Tracking;

/// <summary>An event inside the horizon, with the keys by which a log orders it.</summary>
internal readonly struct TrackedEvent(JourneyEvent source, long arrival)
{
    public JourneyEvent Source { get; } = source;

    /// <summary>When the event began, in UTC ticks.</summary>
    public long Started { get; } = (source.StartedAt ?? source.At).UtcTicks;

    /// <summary>The id by which the event is known when it comes again; null if it has none.</summary>
    public string? Id => string.IsNullOrEmpty(Source.Id) ? null : Source.Id;

    /// <summary>A hash of the id, 0 if there is none, so that most ids are told apart without looking at the events.</summary>
    public int IdHash { get; } = string.IsNullOrEmpty(source.Id) ? 0 : source.Id.GetHashCode(StringComparison.Ordinal);

    /// <summary>The number of the event in the order in which the customer's events arrived: what decides between events that a log could order either way.</summary>
    public long Arrival { get; } = arrival;

    /// <summary>The order of a log: begin, end, sequence (none before any), arrival.</summary>
    public int CompareTo(in TrackedEvent other)
    {
        int order = Started.CompareTo(other.Started);
        if (order == 0) order = Source.At.UtcTicks.CompareTo(other.Source.At.UtcTicks);
        if (order == 0) order = (Source.Sequence ?? long.MinValue).CompareTo(other.Source.Sequence ?? long.MinValue);
        return order != 0 ? order : Arrival.CompareTo(other.Arrival);
    }

    /// <summary>Whether both are the same in every field that a log looks at for duplicates.</summary>
    public bool IsSameAs(in TrackedEvent other)
    {
        JourneyEvent x = Source, y = other.Source;
        // First that in which events of one instant mostly differ. A currency without an amount says nothing.
        return x.Event == y.Event && Id == other.Id && x.Value == y.Value && (x.Value is null || Same(x.Currency, y.Currency))
            && IsAtOnceWith(other) && x.RecordedAt?.UtcTicks == y.RecordedAt?.UtcTicks && Same(x.Channel, y.Channel) && Same(x.Feedback, y.Feedback)
            && Same(x.Attributes, y.Attributes) && Same(x.CustomerAttributes, y.CustomerAttributes);
    }

    /// <summary>Whether both begin and end together and have the same sequence, so that only their arrival orders them.</summary>
    public bool IsAtOnceWith(in TrackedEvent other) => Started == other.Started && Source.At.UtcTicks == other.Source.At.UtcTicks && Source.Sequence == other.Source.Sequence;

    /// <summary>The event with dictionaries of its own: what is kept must not change when the owner of a dictionary changes it, and names are compared ordinally, whatever the owner's dictionary does.</summary>
    public static TrackedEvent Keep(JourneyEvent source, long arrival) => new(
        source.Attributes.Count + source.CustomerAttributes.Count == 0 ? source : source with { Attributes = Own(source.Attributes), CustomerAttributes = Own(source.CustomerAttributes) },
        arrival);

    private static IReadOnlyDictionary<string, string> Own(IReadOnlyDictionary<string, string> given)
    {
        if (given.Count == 0) return ReadOnlyDictionary<string, string>.Empty;
        Dictionary<string, string> own = new(given.Count, StringComparer.Ordinal);
        foreach ((string name, string value) in given) own[name] = value;
        return own;
    }

    private static bool Same(Feedback? x, Feedback? y) =>
        x is { } one && y is { } other ? one.Kind == other.Kind && one.Score.Equals(other.Score) && Same(one.Question, other.Question) && Same(one.About, other.About) : x is null && y is null;

    /// <summary>An empty name is none.</summary>
    private static bool Same(string? x, string? y) => x == y || (string.IsNullOrEmpty(x) && string.IsNullOrEmpty(y));

    private static bool Same(IReadOnlyDictionary<string, string> x, IReadOnlyDictionary<string, string> y)
    {
        if (x.Count != y.Count) return false;
        foreach ((string name, string value) in x)
        {
            if (!y.TryGetValue(name, out string? other) || other != value) return false;
        }

        return true;
    }
}
