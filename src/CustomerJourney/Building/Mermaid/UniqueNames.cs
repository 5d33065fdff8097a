namespace CustomerJourney.Building.Mermaid;

/// <summary>Tells names apart that have become the same: the second gets <c>(2)</c>.</summary>
internal sealed class UniqueNames
{
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);

    public string Take(string name)
    {
        string unique = name;
        for (int copy = 2; !_taken.Add(unique); copy++) unique = $"{name} ({Phrase.Number(copy)})";
        return unique;
    }
}
