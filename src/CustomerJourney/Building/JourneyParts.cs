namespace CustomerJourney.Building;

/// <summary>The finished parts of a map, all of which exist and are consistent.</summary>
internal sealed record JourneyParts
{
    public required IReadOnlyList<Stage> Stages { get; init; }

    public required IReadOnlyList<Persona> Personas { get; init; }

    public required IReadOnlyList<TouchpointChannel> Channels { get; init; }

    public required IReadOnlyList<Metric> Metrics { get; init; }

    public required IReadOnlyList<Opportunity> Opportunities { get; init; }
}
