namespace CustomerJourney.Building;

/// <summary>Makes the ids of one kind of parts that nobody gave. The same names in the same order give the same ids, on any machine.</summary>
internal sealed class SlugMaker
{
    private readonly HashSet<string> _taken;
    private readonly HashSet<string> _names;

    /// <summary>
    /// The next copy to be tried of each beginning of ids, by the digits that follow it. The beginning counts, not the whole: of long ids that differ at the end alone, all copies begin alike,
    /// and a hundred thousand of them must not try all copies again.
    /// </summary>
    private readonly Dictionary<(string Beginning, int Digits), int> _next = [];

    /// <param name="parts">All parts of the kind: the ids that somebody gave are taken, and an id that is made is no other part's name, so that a name goes on meaning who has it.</param>
    public SlugMaker(IReadOnlyCollection<NamedDraft> parts)
    {
        _taken = new HashSet<string>(parts.Select(part => part.Id).OfType<string>(), StringComparer.Ordinal);
        _names = new HashSet<string>(parts.Select(part => part.Name).OfType<string>(), StringComparer.Ordinal);
    }

    /// <summary>Makes an id that is not yet taken and takes it; a taken one gets <c>-2</c>, <c>-3</c> …</summary>
    public string Make(string? name, string kind)
    {
        string first = Slug.Of(name, kind);
        if (Take(first, name)) return first;
        int lowest = 2;
        for (int digits = 1; ; digits++)
        {
            string beginning = first[..Math.Min(first.Length, Slug.LongestId - 1 - digits)].TrimEnd('-');
            int beyond = (int)Math.Pow(10, digits);
            int copy = _next.GetValueOrDefault((beginning, digits), lowest);
            string? made = null;
            while (made is null && copy < beyond)
            {
                string id = $"{beginning}-{Phrase.Number(copy++)}";
                if (Take(id, name)) made = id;
            }

            _next[(beginning, digits)] = copy;
            if (made is not null) return made;
            lowest = beyond;
        }
    }

    private bool Take(string id, string? name) => (string.Equals(id, name, StringComparison.Ordinal) || !_names.Contains(id)) && _taken.Add(id);
}
