using System.Collections;

namespace CustomerJourney.Statistics.Survival;

/// <summary>A list whose entries are computed when they are read: a curve of a million steps holds numbers, not objects.</summary>
internal sealed class ComputedList<T>(int count, Func<int, T> entry) : IReadOnlyList<T>
{
    public int Count => count;

    public T this[int index] => (uint)index < (uint)count ? entry(index)
        : throw new ArgumentOutOfRangeException(nameof(index), index, $"The list has {count} entries, numbered from 0.");

    public IEnumerator<T> GetEnumerator()
    {
        for (int i = 0; i < count; i++) yield return entry(i);
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
