using CustomerJourney.Events;

namespace CustomerJourney.IO;

/// <summary>
/// The bytes of a document on their way to the XML reader, which keeps a tag or an attribute in memory however long it is: so the bytes from one <c>&lt;</c> to the next are limited here.
/// Attributes and names cannot hold that character. Comments can, but are never kept.
/// </summary>
internal sealed class XesInput(Stream bytes, ReadLimits limits, CancellationToken stop) : AsyncReadStream
{
    private long _line = 1;
    private long _sinceElement;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        stop.ThrowIfCancellationRequested();
        int count = await bytes.ReadAsync(buffer, stop).ConfigureAwait(false);
        Look(buffer.Span[..count]);
        return count;
    }

    private void Look(ReadOnlySpan<byte> read)
    {
        int first = read.IndexOf((byte)'<');
        if (_sinceElement + (first < 0 ? read.Length : first) > limits.RecordBytes)
            throw JourneyDataException.For(_line, "element", $"{limits.RecordTooLong}");
        _sinceElement = first < 0 ? _sinceElement + read.Length : read.Length - 1 - read.LastIndexOf((byte)'<');
        _line += read.Count((byte)'\n');
    }
}
