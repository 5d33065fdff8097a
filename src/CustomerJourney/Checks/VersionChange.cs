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
        VersionChange stages = Between(before.Stages, after.Stages, stage => stage.Id, stage => stage.Name);
        VersionChange touchpoints = Between(before.Touchpoints, after.Touchpoints, touchpoint => touchpoint.Id, touchpoint => touchpoint.Name);
        return new VersionChange(stages.Kept + touchpoints.Kept, stages.Added + touchpoints.Added, stages.Removed + touchpoints.Removed, stages.Renamed + touchpoints.Renamed);
    }

    /// <summary>A part is the same by its id; of the rest, by its name. Ids and names are unique in a map.</summary>
    private static VersionChange Between<T>(IReadOnlyList<T> before, IReadOnlyList<T> after, Func<T, string> id, Func<T, string> name)
    {
        Dictionary<string, T> byId = before.ToDictionary(id, StringComparer.Ordinal);
        int kept = after.Count(part => byId.ContainsKey(id(part)));
        int renamed = after.Count(part => byId.TryGetValue(id(part), out T? same) && !string.Equals(name(part), name(same), StringComparison.Ordinal));
        HashSet<string> idsAfter = new(after.Select(id), StringComparer.Ordinal);
        HashSet<string> namesGone = new(before.Where(part => !idsAfter.Contains(id(part))).Select(name), StringComparer.Ordinal);
        kept += after.Count(part => !byId.ContainsKey(id(part)) && namesGone.Contains(name(part)));
        return new VersionChange(kept, after.Count - kept, before.Count - kept, renamed);
    }
}
