using CustomerJourney.Building;

namespace CustomerJourney;

/// <summary>A figure that the map promises to watch. Immutable; a part of its map, equal only to itself.</summary>
public sealed class Metric
{
    internal Metric(MetricDraft draft)
    {
        Id = draft.Id!;
        Name = draft.Name!;
        Kind = draft.MetricKind;
        Baseline = draft.Baseline;
        Target = draft.Target;
    }

    /// <summary>The identity, unique among the metrics of the map; it stays when the name changes.</summary>
    public string Id { get; }

    /// <summary>The name, unique among the metrics of the map, as it was written.</summary>
    public string Name { get; }

    /// <summary>What it measures.</summary>
    public MetricKind Kind { get; }

    /// <summary>Where it stands, in the unit of its kind (rates are whole percent); <see langword="null"/> when unknown.</summary>
    public double? Baseline { get; }

    /// <summary>Where it should get, in the unit of its kind; <see langword="null"/> when nobody said.</summary>
    public double? Target { get; }

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
