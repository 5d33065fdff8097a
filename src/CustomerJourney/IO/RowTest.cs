using System.Text;
using CustomerJourney.Events;

namespace CustomerJourney.IO;

/// <summary>A filter of rows over the places of its column.</summary>
internal sealed class RowTest(ColumnPlaces places, RowFilter filter)
{
    private readonly byte[][] _values = [.. filter.Values.Select(Encoding.UTF8.GetBytes)];

    /// <summary>Whether a row has one of the values.</summary>
    public bool Passes<TFields>(in TFields fields)
        where TFields : struct, IRowFields
    {
        ReadOnlySpan<byte> text = places.TextIn(fields);
        foreach (byte[] value in _values)
        {
            if (text.SequenceEqual(value)) return true;
        }

        return false;
    }
}
