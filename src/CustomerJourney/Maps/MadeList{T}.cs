using System.Collections;
using CustomerJourney.Building;

namespace CustomerJourney.Maps;

/// <summary>
/// A list whose items are made when they are asked for and not kept: touchpoints times personas may be more than fit into memory, and few of them are looked at.
/// </summary>
internal sealed class MadeList<T>(long count, Func<long, T> make) : IReadOnlyList<T>
{
    /// <exception cref="InvalidOperationException">There are more items than a number of 32 bits can count; they can be enumerated all the same.</exception>
    public int Count => count <= int.MaxValue
        ? (int)count
        : throw new InvalidOperationException($"There are {Phrase.Number(count)} items, more than a list can count ({Phrase.Number(int.MaxValue)}); take single ones, or enumerate as many as are needed.");

    public T this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(index);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, count, nameof(index));
            return make(index);
        }
    }

    public IEnumerator<T> GetEnumerator()
    {
        for (long index = 0; index < count; index++) yield return make(index);
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
