using System.Text;
using System.Text.Unicode;
using CsvHelper;

namespace CustomerJourney.IO;

/// <summary>The fields of a CSV record.</summary>
internal readonly struct CsvFields(CsvReader reader) : IRowFields
{
    /// <inheritdoc/>
    public long Line => reader.LineNumber;

    /// <inheritdoc/>
    public bool IsUtf8 => Ascii.IsValid(reader.RawRecord) || Utf8.IsValid(reader.RawRecord);

    /// <inheritdoc/>
    public ReadOnlySpan<byte> Get(int place) => reader.GetSpan(place);
}
