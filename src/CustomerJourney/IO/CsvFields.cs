using System.Text;
using System.Text.Unicode;
using CsvHelper;

namespace CustomerJourney.IO;

/// <summary>The fields of a CSV record.</summary>
/// <param name="reader">The reader that stands on the record.</param>
/// <param name="lines">The lines of the reader's text.</param>
/// <param name="isUtf8">Whether the whole text is known to be valid UTF-8.</param>
internal readonly struct CsvFields(CsvReader reader, ChunkLines lines, bool isUtf8) : IRowFields
{
    /// <inheritdoc/>
    public static string NotUtf8 => "is not valid UTF-8; name the encoding of the file in CsvFormat.Encoding";

    /// <inheritdoc/>
    public long Line => lines.At(reader.ByteOffset);

    /// <inheritdoc/>
    public bool IsUtf8 => isUtf8 || Ascii.IsValid(reader.RawRecord) || Utf8.IsValid(reader.RawRecord);

    /// <inheritdoc/>
    public ReadOnlySpan<byte> Get(int place) => reader.GetSpan(place);

    /// <inheritdoc/>
    public string? Fault(out int place)
    {
        place = -1;
        return null;
    }

    /// <inheritdoc/>
    public bool TryGetTicks(int place, out long ticks, out bool isWallClock)
    {
        ticks = 0;
        isWallClock = false;
        return false;
    }
}
