namespace CustomerJourney.Building.Matching;

/// <summary>Which parts of two maps are the same part: those with the same id, then, of the rest, those that are alike in one way, then in the next.</summary>
internal sealed class MapMatch<T> where T : class
{
    private readonly Dictionary<T, T> _candidates = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<T, T> _baselines = new(ReferenceEqualityComparer.Instance);

    /// <summary>Matches parts.</summary>
    /// <param name="baseline">The parts of one map.</param>
    /// <param name="candidate">The parts of the other.</param>
    /// <param name="id">The id of a part, unique in its map.</param>
    /// <param name="ways">What parts must have in common to be the same although their ids differ, the surest first. Several with the same are paired in map order.</param>
    public MapMatch(IReadOnlyList<T> baseline, IReadOnlyList<T> candidate, Func<T, string> id, params ReadOnlySpan<Func<T, object>> ways)
    {
        Baseline = baseline;
        Candidate = candidate;
        Pair(id);
        foreach (Func<T, object> way in ways) Pair(way);
    }

    public IReadOnlyList<T> Baseline { get; }

    public IReadOnlyList<T> Candidate { get; }

    /// <summary>The parts that both maps have, in the candidate's order.</summary>
    public IEnumerable<(T Before, T After)> Pairs => Candidate.Where(_baselines.ContainsKey).Select(part => (_baselines[part], part));

    public IEnumerable<T> Removed => Baseline.Where(part => !_candidates.ContainsKey(part));

    public bool AreSame(T? before, T? after) => before is null || after is null ? before is null && after is null : ReferenceEquals(_candidates.GetValueOrDefault(before), after);

    /// <summary>The part of the candidate that a part of either map is, so that parts of both can be compared; itself where only its own map has it.</summary>
    public T Common(T part) => _candidates.GetValueOrDefault(part, part);

    private void Pair<TKey>(Func<T, TKey> key) where TKey : notnull
    {
        Dictionary<TKey, Queue<T>> waiting = [];
        foreach (T part in Candidate.Where(part => !_baselines.ContainsKey(part)))
        {
            TKey common = key(part);
            if (!waiting.TryGetValue(common, out Queue<T>? alike)) waiting.Add(common, alike = new Queue<T>());
            alike.Enqueue(part);
        }

        foreach (T part in Baseline.Where(part => !_candidates.ContainsKey(part)))
        {
            if (!waiting.TryGetValue(key(part), out Queue<T>? alike) || !alike.TryDequeue(out T? partner)) continue;
            _candidates.Add(part, partner);
            _baselines.Add(partner, part);
        }
    }
}
