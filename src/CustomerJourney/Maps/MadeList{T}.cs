using System.Collections;

namespace CustomerJourney.Maps;

/// <summary>
/// A list whose items are made when they are asked for and not kept: touchpoints times personas may be more than fit into memory, and few of them are looked at.
/// </summary>
internal sealed class MadeList<T>(int count, Func<int, T> make) : IReadOnlyList<T>
{
    public int Count => count;

    public T this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(index);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, count);
            return make(index);
        }
    }

    public IEnumerator<T> GetEnumerator()
    {
        for (int index = 0; index < count; index++) yield return make(index);
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
