using CustomerJourney.Building.Matching;

namespace CustomerJourney.Checks;

/// <summary>How many stages and touchpoints one version of a map added, removed and renamed.</summary>
internal sealed record VersionChange(int Kept, int Added, int Removed, int Renamed)
{
    /// <summary>The stages and touchpoints of both versions together, those in both once.</summary>
    public int Parts => Kept + Added + Removed;

    /// <summary>The part of them that was added, removed or renamed, 0 to 1.</summary>
    public double Share => Parts == 0 ? 0 : (double)(Added + Removed + Renamed) / Parts;

    public static VersionChange Between(Journey before, Journey after)
    {
        MapMatches same = new(before, after);
        VersionChange stages = Of(same.Stages, stage => stage.Name);
        VersionChange touchpoints = Of(same.Touchpoints, touchpoint => touchpoint.Name);
        return new VersionChange(stages.Kept + touchpoints.Kept, stages.Added + touchpoints.Added, stages.Removed + touchpoints.Removed, stages.Renamed + touchpoints.Renamed);
    }

    private static VersionChange Of<T>(MapMatch<T> match, Func<T, string> name) where T : class
    {
        (T Before, T After)[] pairs = [.. match.Pairs];
        return new VersionChange(
            pairs.Length,
            match.Candidate.Count - pairs.Length,
            match.Baseline.Count - pairs.Length,
            pairs.Count(pair => !string.Equals(name(pair.Before), name(pair.After), StringComparison.Ordinal)));
    }
}
