using System.Collections;

namespace CustomerJourney.Statistics;

/// <summary>Values as a list, of which only the distinct ones and their counts are held.</summary>
internal sealed class OrderedValues(double[] distinct, long[] upTo) : IReadOnlyList<double>
{
    public int Count => checked((int)upTo[^1]);

    public double this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(index);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, upTo[^1]);
            return distinct[PlaceOf(upTo, index)];
        }
    }

    /// <summary>Among distinct values with so many values up to each, that of a place among all values.</summary>
    public static int PlaceOf(long[] upTo, long place)
    {
        if (upTo.Length == upTo[^1]) return (int)place;
        int found = Array.BinarySearch(upTo, place + 1);
        return found < 0 ? ~found : found;
    }

    public IEnumerator<double> GetEnumerator()
    {
        long given = 0;
        for (int place = 0; place < distinct.Length; place++)
        {
            for (; given < upTo[place]; given++) yield return distinct[place];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
