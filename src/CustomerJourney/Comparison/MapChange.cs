using CustomerJourney.Building;

namespace CustomerJourney.Comparison;

/// <summary>One change from one map to another. What was renamed, moved and changed gives three. Equal by value.</summary>
public sealed record MapChange
{
    /// <summary>What kind of change it is.</summary>
    public required MapChangeKind Kind { get; init; }

    /// <summary>What changed, for example <c>touchpoint "Payment"</c>; with the candidate's name, or the baseline's for what was removed.</summary>
    public required string Element { get; init; }

    /// <summary>What kind of part changed: <c>journey</c>, <c>stage</c>, <c>touchpoint</c>, <c>pain point</c>, <c>persona</c>, <c>channel</c>, <c>department</c>, <c>metric</c>, <c>evidence</c> or <c>opportunity</c>.</summary>
    public required string ElementKind { get; init; }

    /// <summary>The id of what changed, in the candidate, or in the baseline for what was removed.</summary>
    public required string ElementId { get; init; }

    /// <summary>How it changed, in words, with values.</summary>
    public required string Description { get; init; }

    /// <summary>The facts that differ, where the kind is <see cref="MapChangeKind.Changed"/>; else empty.</summary>
    public IReadOnlyList<MapFieldChange> Fields { get; init => field = EquatableList.Of(value); } = EquatableList<MapFieldChange>.Empty;

    /// <summary>For a touchpoint whose feelings changed: mean emotion in the candidate minus that in the baseline, -4 to +4; <see langword="null"/> for other changes and where one of the maps says nothing.</summary>
    public double? EmotionGap { get; init; }
}
