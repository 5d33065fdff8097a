namespace CustomerJourney.Events;

/// <summary>One part of a log that was split: the customers or events of one group.</summary>
/// <typeparam name="TLog">The kind of log.</typeparam>
public sealed record LogPart<TLog>
    where TLog : JourneyLog
{
    /// <summary>The name of the group.</summary>
    public required string Name { get; init; }

    /// <summary>Whether the part holds what has no value, apart from a value that may have the same name.</summary>
    public bool IsNone { get; init; }

    /// <summary>Whether the part holds the groups that <see cref="CustomerDimension.Top"/> leaves out.</summary>
    public bool IsOther { get; init; }

    /// <summary>The part as a log of its own.</summary>
    public required TLog Log { get; init; }
}
