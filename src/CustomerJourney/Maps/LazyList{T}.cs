using System.Collections;

namespace CustomerJourney.Maps;

/// <summary>A list whose items are made when they are first asked for, and then kept. Safe to share between threads: all see the same item.</summary>
internal sealed class LazyList<T>(int count, Func<int, T> make) : IReadOnlyList<T> where T : class
{
    private readonly T?[] _items = new T?[count];

    public int Count => _items.Length;

    public T this[int index] => Volatile.Read(ref _items[index]) ?? Keep(index);

    public IEnumerator<T> GetEnumerator()
    {
        for (int index = 0; index < _items.Length; index++) yield return this[index];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private T Keep(int index)
    {
        T made = make(index);
        return Interlocked.CompareExchange(ref _items[index], made, null) ?? made;
    }
}
