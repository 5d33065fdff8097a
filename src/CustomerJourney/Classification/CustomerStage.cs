namespace CustomerJourney.Classification;

/// <summary>Where one customer is and was.</summary>
public sealed record CustomerStage
{
    /// <summary>The id of the customer.</summary>
    public required string Customer { get; init; }

    /// <summary>The persona that the map assigns; <see langword="null"/> if none fits.</summary>
    public required Persona? Persona { get; init; }

    /// <summary>The stage of the latest visit; <see langword="null"/> if no event is evidence for any stage.</summary>
    public required Stage? Current { get; init; }

    /// <summary>The latest stage of the map that the customer has ever been in; <see langword="null"/> if none.</summary>
    public required Stage? Furthest { get; init; }

    /// <summary>The visits, in the order of time; neighboring visits are in different stages.</summary>
    public required IReadOnlyList<StageVisit> Visits { get; init; }
}
