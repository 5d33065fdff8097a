using CustomerJourney.Building;
using CustomerJourney.Events;

namespace CustomerJourney.Comparison;

/// <summary>
/// What differs between two maps, for example the journey as it is and as it should be, or two versions of one map.
/// Parts are the same when they have the same id; of the rest, touchpoints are the same when they have the same name on the same channel in stages whose weightiest canonical phase is the same,
/// pain points when they have the same text at the same touchpoint, other parts when they have the same name or title: first as it is written, then without regard to case, punctuation and spacing.
/// Every fact that the document of a map holds is compared, but for ids.
/// </summary>
public sealed class MapComparison : IJourneyResult
{
    private static readonly ResultColumn[] Columns =
    [
        new() { Name = "Change", Kind = ResultColumnKind.Text },
        new() { Name = "Element", Kind = ResultColumnKind.Text },
        new() { Name = "Description", Kind = ResultColumnKind.Text },
        new() { Name = "Emotion gap", Kind = ResultColumnKind.Number },
    ];

    private MapComparison(Journey baseline, Journey candidate)
    {
        Baseline = baseline;
        Candidate = candidate;
        MapDifferences differences = new(baseline, candidate);
        Changes = [.. differences.Changes];
        EmotionGaps = [.. differences.EmotionGaps];
        int changed = differences.Changes.Count(change => change.Kind is not (MapChangeKind.Added or MapChangeKind.Removed));
        Similarity = 2 * (differences.Matched - (changed / 4.0)) / differences.Parts;
    }

    /// <summary>The map that was compared with.</summary>
    public Journey Baseline { get; }

    /// <summary>The map that was compared.</summary>
    public Journey Candidate { get; }

    /// <summary>All changes: of the map itself, then of its stages, touchpoints, pain points, personas, channels, departments, metrics, evidence and opportunities; of each kind first what is new, renamed or changed in the candidate's order, then what is gone, then what moved. Empty for equal maps.</summary>
    public IReadOnlyList<MapChange> Changes { get; }

    /// <summary>How the touchpoints that both maps have feel on each, in the candidate's order.</summary>
    public IReadOnlyList<MapEmotionGap> EmotionGaps { get; }

    /// <summary>
    /// How alike the maps are, more than 0 and at most 1; 1 exactly when there are no changes. It does not depend on which map is the baseline.
    /// </summary>
    /// <remarks>
    /// Dice's coefficient (1945) with partial matches: 2 × (matched − changes / 4) / (parts of the baseline + parts of the candidate). Parts are the map itself, stages, touchpoints, pain points, personas, channels, departments, metrics, evidence and opportunities;
    /// <c>changes</c> counts those that are moved, renamed or changed, so that a matched part with all three still counts a quarter.
    /// </remarks>
    public double Similarity { get; }

    /// <inheritdoc/>
    public string Title => $"Changes from {Phrase.Quote(Baseline.Name)} to {Phrase.Quote(Candidate.Name)}";

    /// <summary>Compares two maps.</summary>
    /// <param name="baseline">The map to compare with, such as the journey as it is.</param>
    /// <param name="candidate">The map to compare, such as the journey as it should be.</param>
    public static MapComparison Between(Journey baseline, Journey candidate)
    {
        ArgumentNullException.ThrowIfNull(baseline);
        ArgumentNullException.ThrowIfNull(candidate);
        return new MapComparison(baseline, candidate);
    }

    /// <summary>One row a change; no rows for equal maps.</summary>
    public ResultTable ToTable() => new()
    {
        Columns = Columns,
        Rows = [.. Changes.Select(IReadOnlyList<object?> (change) => [change.Kind.ToString(), change.Element, change.Description, change.EmotionGap])],
    };
}
