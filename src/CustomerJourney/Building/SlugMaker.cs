namespace CustomerJourney.Building;

/// <summary>Makes the ids of one kind of parts that nobody gave. The same names in the same order give the same ids, on any machine.</summary>
internal sealed class SlugMaker
{
    private readonly HashSet<string> _taken;

    /// <summary>The last copy of each id, so that a hundred thousand parts of one name do not try all copies again.</summary>
    private readonly Dictionary<string, int> _copies = new(StringComparer.Ordinal);

    /// <param name="taken">The ids that somebody gave.</param>
    public SlugMaker(IEnumerable<string> taken) => _taken = new HashSet<string>(taken, StringComparer.Ordinal);

    /// <summary>Makes an id that is not yet taken and takes it; a taken one gets <c>-2</c>, <c>-3</c> …</summary>
    public string Make(string? name, string kind)
    {
        string first = Slug.Of(name, kind);
        if (_taken.Add(first)) return first;
        int copy = _copies.GetValueOrDefault(first, 1);
        string id;
        do
        {
            string suffix = $"-{Phrase.Number(++copy)}";
            id = string.Concat(first.AsSpan(0, Math.Min(first.Length, Slug.LongestId - suffix.Length)).TrimEnd('-'), suffix);
        }
        while (!_taken.Add(id));
        _copies[first] = copy;
        return id;
    }
}
