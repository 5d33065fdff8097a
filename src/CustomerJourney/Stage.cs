using CustomerJourney.Building;

namespace CustomerJourney;

/// <summary>
/// One step of the map, with its goal, expected duration and touchpoints. Customers may skip stages, return to them and repeat them.
/// Immutable; a part of its map, equal only to itself. Stages of two maps are matched by <see cref="Id"/>.
/// </summary>
public sealed class Stage
{
    internal Stage(StageDraft draft, int position, IReadOnlyList<Metric> metrics, IReadOnlyList<Touchpoint> touchpoints)
    {
        Id = draft.Id!;
        Name = draft.Name!;
        Position = position;
        CustomerGoal = draft.CustomerGoal;
        ExpectedDuration = draft.ExpectedDuration;
        Metrics = metrics;
        Touchpoints = touchpoints;
        foreach (Touchpoint touchpoint in touchpoints) touchpoint.PlaceIn(this);
    }

    /// <summary>The identity, unique among the stages of the map; it stays when the name or the place changes.</summary>
    public string Id { get; }

    /// <summary>The name, unique among the stages of the map, as it was written.</summary>
    public string Name { get; }

    /// <summary>The place in the journey, from 0.</summary>
    public int Position { get; }

    /// <summary>What the customer wants to reach; <see langword="null"/> when nobody said.</summary>
    public string? CustomerGoal { get; }

    /// <summary>How long customers should take at most, in whole seconds; <see langword="null"/> when nobody said.</summary>
    public TimeSpan? ExpectedDuration { get; }

    /// <summary>The metrics of the map that show how this stage does; empty when none is named.</summary>
    public IReadOnlyList<Metric> Metrics { get; }

    /// <summary>The touchpoints in map order; empty when none is known.</summary>
    public IReadOnlyList<Touchpoint> Touchpoints { get; }

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
