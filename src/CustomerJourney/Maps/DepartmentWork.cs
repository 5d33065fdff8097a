namespace CustomerJourney.Maps;

/// <summary>What one department does on a map.</summary>
public sealed record DepartmentWork
{
    /// <summary>The department.</summary>
    public required Department Department { get; init; }

    /// <summary>The touchpoints that it answers for, in journey order; empty when it owns none.</summary>
    public required IReadOnlyList<Touchpoint> Owned { get; init; }

    /// <summary>The touchpoints that it works on and another answers for, or nobody, in journey order; empty when there are none. None is in <see cref="Owned"/> too.</summary>
    public required IReadOnlyList<Touchpoint> Supported { get; init; }

    /// <summary>The share of all touchpoints of the map that it owns or supports, 0 to 1; departments share touchpoints, so these need not sum to 1. <see langword="null"/> for a map without touchpoints.</summary>
    public required double? Share { get; init; }

    /// <summary>The stages that name it, in journey order, whatever their touchpoints say.</summary>
    public required IReadOnlyList<Stage> Stages { get; init; }

    /// <summary>The pain points at the touchpoints that it owns, in journey order.</summary>
    public required IReadOnlyList<PainPoint> PainPoints { get; init; }

    /// <summary>The opportunities that it would carry out, those done or rejected left out, in map order.</summary>
    public required IReadOnlyList<Opportunity> OpenOpportunities { get; init; }
}
