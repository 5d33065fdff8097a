namespace CustomerJourney.Building;

/// <summary>The parts of one kind, found by name or id at once. A document may hold a hundred thousand of them.</summary>
internal sealed class PartIndex
{
    private readonly Dictionary<string, List<NamedDraft>> _byName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, NamedDraft> _byId = new(StringComparer.Ordinal);
    private readonly IReadOnlyList<NamedDraft> _parts;

    /// <param name="kind">What one part is called.</param>
    /// <param name="kinds">What several are called.</param>
    /// <param name="parts">The parts; all have ids.</param>
    public PartIndex(string kind, string kinds, IReadOnlyList<NamedDraft> parts)
    {
        (Kind, Kinds, _parts) = (kind, kinds, parts);
        foreach (NamedDraft part in parts)
        {
            _byId.TryAdd(part.Id!, part);
            if (part.Name is not { } name) continue;
            if (!_byName.TryGetValue(name, out List<NamedDraft>? named)) _byName.Add(name, named = []);
            named.Add(part);
        }
    }

    public string Kind { get; }

    public string Kinds { get; }

    /// <summary>The part that is meant; <see langword="null"/> where none is, or several might be.</summary>
    public NamedDraft? Find(Reference? reference) => reference is null ? null : Meant(reference) is [NamedDraft only] ? only : null;

    /// <summary>The parts that may be meant: the one with the id, because ids are identities; else all with the name.</summary>
    public IReadOnlyList<NamedDraft> Meant(Reference reference)
    {
        if (reference.Part is { } part) return [part];
        if (reference.Text is null) return [];
        if (_byId.TryGetValue(reference.Text, out NamedDraft? identified)) return [identified];
        return !reference.ById && _byName.TryGetValue(reference.Text, out List<NamedDraft>? named) ? named : [];
    }

    /// <summary>That nothing is meant, and what could have been.</summary>
    public string Missing(Reference reference) => $"there is no {Phrase.Of(Kind, reference.Text)}; {Phrase.Known(Kinds, _parts.Select(known => reference.ById ? known.Id : known.Name))}";
}
