using CustomerJourney.Building;
using CustomerJourney.Building.Documents;

namespace CustomerJourney;

/// <summary>A figure that the map promises to watch. Immutable; a part of its map, equal only to itself.</summary>
public sealed class Metric
{
    internal Metric(MetricDraft draft, JourneyParts parts)
    {
        Carried = draft.Carried.Finished();
        Id = draft.Id!;
        Names = draft.Words!;
        Kind = draft.MetricKind;
        Unit = draft.Unit ?? MetricKindFacts.Of(Kind)!.Unit;
        Currency = draft.Currency;
        Direction = draft.Direction ?? MetricKindFacts.Of(Kind)!.Direction;
        Category = draft.Category;
        Formula = draft.Formula;
        Range = draft.Range;
        Baseline = draft.Baseline;
        Target = draft.Target;
        Observations = [.. draft.Observations.Select(observation => new MetricObservation(observation, parts))];
    }

    /// <summary>The identity, unique among the metrics of the map; it stays when the name changes.</summary>
    public string Id { get; }

    /// <summary>The name, as it was written, in the language of the map. It is no identity: several may have the same.</summary>
    public string Name => Names.ToString();

    /// <summary>The name in all languages of the map.</summary>
    public LocalizedText Names { get; }

    /// <summary>What it measures.</summary>
    public MetricKind Kind { get; }

    /// <summary>The unit of all values; what its kind usually has when nobody said.</summary>
    public MetricUnit Unit { get; }

    /// <summary>The currency of values in money, ISO 4217: three capital letters; <see langword="null"/> when nobody said.</summary>
    public string? Currency { get; }

    /// <summary>Which values are good; what is usual for its kind when nobody said.</summary>
    public MetricDirection Direction { get; }

    /// <summary>Where the values come from; <see langword="null"/> when nobody said.</summary>
    public MetricCategory? Category { get; }

    /// <summary>How the values are computed, in the words of the map; <see langword="null"/> when nobody said.</summary>
    public string? Formula { get; }

    /// <summary>The values that are possible; <see langword="null"/> when nobody said.</summary>
    public MetricRange? Range { get; }

    /// <summary>Where it stands, in the metric's unit (rates are whole percent); <see langword="null"/> when unknown.</summary>
    public double? Baseline { get; }

    /// <summary>Where it should get, in the metric's unit; <see langword="null"/> when nobody said.</summary>
    public double? Target { get; }

    /// <summary>What was measured, in order of date; at most one value a day for everyone and for each persona. Empty when nothing was.</summary>
    public IReadOnlyList<MetricObservation> Observations { get; }

    /// <summary>What the document says of this part and the model does not hold; written back as it was.</summary>
    internal Carried Carried { get; }

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
