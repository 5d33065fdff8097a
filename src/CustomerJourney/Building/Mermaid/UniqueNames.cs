namespace CustomerJourney.Building.Mermaid;

/// <summary>Tells names apart that have become the same: the second gets <c>(2)</c>.</summary>
internal sealed class UniqueNames
{
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);

    /// <summary>The last copy of each name, so that ten thousand equal names do not try all copies again.</summary>
    private readonly Dictionary<string, int> _copies = new(StringComparer.Ordinal);

    public string Take(string name)
    {
        if (_taken.Add(name)) return name;
        int copy = _copies.GetValueOrDefault(name, 1);
        string unique;
        do unique = $"{name} ({Phrase.Number(++copy)})";
        while (!_taken.Add(unique));
        _copies[name] = copy;
        return unique;
    }
}
