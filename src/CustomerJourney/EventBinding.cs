using CustomerJourney.Building;

namespace CustomerJourney;

/// <summary>Evidence for a touchpoint: an event of the log, on any channel or on one, with or without conditions. Equal by value, ordinal; names are data and never changed.</summary>
public sealed record EventBinding
{
    /// <summary>The name of the event in the log.</summary>
    public required string Event { get; init; }

    /// <summary>The channel in the log (not the channel of the map) that the event must have; <see langword="null"/> for any channel or none.</summary>
    public string? Channel { get; init; }

    /// <summary>What else the event must have, all of it; empty when the event alone is enough.</summary>
    public IReadOnlyList<EventCondition> Conditions { get; init => field = EquatableList.Of(value); } = EquatableList<EventCondition>.Empty;
}
