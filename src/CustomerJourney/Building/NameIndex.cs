namespace CustomerJourney.Building;

/// <summary>
/// The finished parts of one kind, found by name or id. Ids are identities, so an id goes before a name:
/// every part is found by its id, and by its name where no other part has that as its name or id.
/// </summary>
internal sealed class NameIndex<T> where T : class
{
    private readonly Dictionary<string, List<T>> _byName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, T> _byId = new(StringComparer.Ordinal);
    /// <summary>All labels that hold an id: a part that happens to be called like one gets its own id, too.</summary>
    private readonly HashSet<string> _labels = new(StringComparer.Ordinal);
    private readonly string _kinds;
    private readonly Func<T, string> _name;
    private readonly Func<T, string> _id;

    /// <param name="kinds">What several parts are called: <c>touchpoints</c>.</param>
    /// <param name="parts">The parts, in map order.</param>
    /// <param name="name">The name of a part.</param>
    /// <param name="id">The id of a part, unique among them.</param>
    public NameIndex(string kinds, IReadOnlyList<T> parts, Func<T, string> name, Func<T, string> id)
    {
        (_kinds, _name, _id) = (kinds, name, id);
        foreach (T part in parts)
        {
            _byId.TryAdd(id(part), part);
            if (!_byName.TryGetValue(name(part), out List<T>? named)) _byName.Add(name(part), named = []);
            named.Add(part);
        }

        foreach (T part in parts) _labels.Add(WithId(part));
    }

    /// <summary>The part that is meant: the one with the id, else the one with the name. <see langword="null"/> when there is none.</summary>
    /// <exception cref="ArgumentException">No part has the id, and several have it as their name.</exception>
    public T? Find(string nameOrId)
    {
        ArgumentNullException.ThrowIfNull(nameOrId);
        if (TryFind(nameOrId) is { } found) return found;
        if (!_byName.TryGetValue(nameOrId, out List<T>? named)) return null;
        throw new ArgumentException(Phrase.Several(_kinds, nameOrId, named.Select(_id)), nameof(nameOrId));
    }

    /// <summary>The part that is meant; <see langword="null"/> where none is, or several might be. For names that stand in data, which nobody can correct.</summary>
    public T? TryFind(string nameOrId) => _byId.GetValueOrDefault(nameOrId) ?? (_byName.TryGetValue(nameOrId, out List<T>? named) && named is [var only] ? only : null);

    /// <summary>The name of a part; where others are called so, with its id: <c>Phone call (phone-call-2)</c>. No two parts have the same label.</summary>
    public string Label(T part) => _byName[_name(part)].Count > 1 || _labels.Contains(_name(part)) ? WithId(part) : _name(part);

    private string WithId(T part) => $"{_name(part)} ({_id(part)})";
}
