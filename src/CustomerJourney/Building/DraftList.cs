using System.Collections;

namespace CustomerJourney.Building;

/// <summary>
/// A list of facts while a map is being filled. What code says adds up; the first that it says in an edit replaces what the map said before, as it does for facts of one value.
/// </summary>
internal sealed class DraftList<T> : IReadOnlyList<T>
{
    // Most lists of most parts stay empty.
    private List<T>? _items;
    private bool _isInherited;

    public int Count => _items?.Count ?? 0;

    public T this[int index] => (_items ?? [])[index];

    /// <summary>Adds what a document or an earlier map says.</summary>
    public void Inherit(IEnumerable<T> items)
    {
        foreach (T item in items) (_items ??= []).Add(item);
        _isInherited = true;
    }

    /// <summary>Adds what code says.</summary>
    public void Say(ReadOnlySpan<T> items)
    {
        if (_isInherited) _items?.Clear();
        _isInherited = false;
        foreach (T item in items) (_items ??= []).Add(item);
    }

    public void RemoveAll(Predicate<T> match) => _items?.RemoveAll(match);

    public IEnumerator<T> GetEnumerator() => (_items ?? Enumerable.Empty<T>()).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
