using CustomerJourney.Building.Documents;

namespace CustomerJourney.Building;

/// <summary>How one part points to another before the map is built: by name or id, as people write, or by id alone, as documents do.</summary>
internal sealed record Reference(string? Text, bool ById)
{
    /// <summary>Where it stands in a document; <see langword="null"/> for code.</summary>
    public DocumentValue? Source { get; init; }

    /// <summary>The part itself, where it is known before it has an id; it goes before <see cref="Text"/>.</summary>
    public NamedDraft? Part { get; init; }

    /// <summary>The part that is meant, <see langword="null"/> where none is or several might be.</summary>
    public TDraft? Find<TDraft>(IReadOnlyList<TDraft> among) where TDraft : NamedDraft => FindAll(among) is [var only] ? only : null;

    /// <summary>
    /// The parts that may be meant: the one with the id, because ids are identities; else all with the name.
    /// </summary>
    public IReadOnlyList<TDraft> FindAll<TDraft>(IReadOnlyList<TDraft> among) where TDraft : NamedDraft
    {
        if (Part is TDraft part) return [part];
        if (Text is null) return [];
        if (among.FirstOrDefault(candidate => string.Equals(candidate.Id, Text, StringComparison.Ordinal)) is { } identified) return [identified];
        return ById ? [] : [.. among.Where(candidate => candidate.IsNamed(Text))];
    }

    /// <summary>The part that is meant to be changed; where none is, or several might be, that is a problem.</summary>
    /// <param name="among">The parts of which one is meant.</param>
    /// <param name="kind">What one part is called.</param>
    /// <param name="kinds">What several are called.</param>
    /// <param name="tell">Takes the problem.</param>
    public TDraft? FindToChange<TDraft>(IReadOnlyList<TDraft> among, string kind, string kinds, Action<string> tell) where TDraft : NamedDraft
    {
        IReadOnlyList<TDraft> found = FindAll(among);
        if (found.Count == 0) tell($"{Phrase.Of(kind, Text)} is not there to change; {Phrase.Known(kinds, among.Select(part => part.Name))}");
        if (found.Count > 1) tell(Phrase.Several(kinds, Text, found.Select(part => part.Id)));
        return found.Count == 1 ? found[0] : null;
    }
}
