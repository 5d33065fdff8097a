namespace CustomerJourney.Comparison;

/// <summary>Which parts of two maps are the same part: those with the same id, then, of the rest, those that are alike.</summary>
internal sealed class MapMatch<T> where T : class
{
    private readonly Dictionary<T, T> _candidates = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<T, T> _baselines = new(ReferenceEqualityComparer.Instance);

    /// <summary>Matches parts.</summary>
    /// <param name="baseline">The parts of one map.</param>
    /// <param name="candidate">The parts of the other.</param>
    /// <param name="id">The id of a part, unique in its map.</param>
    /// <param name="isAlike">Whether a part of the baseline and one of the candidate are the same although their ids differ; true for at most one partner of each.</param>
    public MapMatch(IReadOnlyList<T> baseline, IReadOnlyList<T> candidate, Func<T, string> id, Func<T, T, bool> isAlike)
    {
        Baseline = baseline;
        Candidate = candidate;
        Dictionary<string, T> byId = candidate.ToDictionary(id, StringComparer.Ordinal);
        foreach (T part in baseline)
        {
            if (byId.TryGetValue(id(part), out T? partner)) Pair(part, partner);
        }

        foreach (T part in baseline)
        {
            if (!_candidates.ContainsKey(part) && candidate.FirstOrDefault(other => !_baselines.ContainsKey(other) && isAlike(part, other)) is { } partner) Pair(part, partner);
        }
    }

    public IReadOnlyList<T> Baseline { get; }

    public IReadOnlyList<T> Candidate { get; }

    /// <summary>The parts that both maps have, in the candidate's order.</summary>
    public IEnumerable<(T Before, T After)> Pairs => Candidate.Where(_baselines.ContainsKey).Select(part => (_baselines[part], part));

    public IEnumerable<T> Added => Candidate.Where(part => !_baselines.ContainsKey(part));

    public IEnumerable<T> Removed => Baseline.Where(part => !_candidates.ContainsKey(part));

    public bool AreSame(T? before, T? after) => before is null || after is null ? before is null && after is null : ReferenceEquals(_candidates.GetValueOrDefault(before), after);

    public bool AreSame(IReadOnlyList<T> before, IReadOnlyList<T> after) => before.Count == after.Count && before.Zip(after).All(pair => AreSame(pair.First, pair.Second));

    private void Pair(T before, T after)
    {
        _candidates.Add(before, after);
        _baselines.Add(after, before);
    }
}
