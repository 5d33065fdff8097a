using System.Collections;

namespace CustomerJourney.Metrics;

/// <summary>A list that is equal to another by its items, so that records which hold one are equal by value and print what they hold.</summary>
internal sealed class EqualList<T>(params T[] items) : IReadOnlyList<T>, IEquatable<EqualList<T>>
{
    private readonly T[] _items = items;

    public int Count => _items.Length;

    public T this[int index] => _items[index];

    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)_items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public bool Equals(EqualList<T>? other) => other is not null && _items.AsSpan().SequenceEqual(other._items);

    public override bool Equals(object? obj) => Equals(obj as EqualList<T>);

    public override int GetHashCode()
    {
        HashCode hash = default;
        foreach (T item in _items) hash.Add(item);
        return hash.ToHashCode();
    }

    public override string ToString() => $"[{string.Join(", ", _items)}]";
}
