using System.IO.Compression;

namespace CustomerJourney.IO;

/// <summary>The text of a source that may be compressed with gzip, in one or several members.</summary>
/// <remarks>
/// <see cref="GZipStream"/> takes a file that was cut off for one that ends early: half an upload would be read as a smaller log, in silence.
/// So one more member that holds a mark is put behind the source. Only if all before it was whole does the mark come out again at the end.
/// </remarks>
internal sealed class GzipInput : AsyncReadStream
{
    private const int BufferSize = 128 * 1024;
    private static readonly byte[] Mark = "\0end-of-source\u0003\n"u8.ToArray();
    private static readonly byte[] MarkMember = Compress(Mark);

    private readonly GZipStream _text;
    private readonly byte[] _buffer = new byte[BufferSize];
    private int _start;
    private int _end;
    private bool _ended;

    private GzipInput(Stream compressed) => _text = new GZipStream(compressed, CompressionMode.Decompress);

    /// <summary>The text of a source of which the first bytes were read already. Leaves the source open.</summary>
    public static GzipInput Open(ReadOnlyMemory<byte> head, Stream source) => new(new JoinedStream(head, source, MarkMember));

    /// <inheritdoc/>
    /// <exception cref="InvalidDataException">The source is damaged or cut off.</exception>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (buffer.IsEmpty) return 0;

        // The last bytes are held back until it is known whether they are the mark.
        while (_end - _start <= Mark.Length && !_ended)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            _end -= _start;
            _start = 0;
            int read = await _text.ReadAsync(_buffer.AsMemory(_end), cancellationToken).ConfigureAwait(false);
            _end += read;
            if (read > 0) continue;
            _ended = true;
            if (!_buffer.AsSpan(_start, _end - _start).EndsWith(Mark))
                throw new InvalidDataException("The gzip data are cut off or have other bytes behind their end. Fetch the file again.");
        }

        int count = Math.Min(buffer.Length, _end - _start - Mark.Length);
        _buffer.AsMemory(_start, count).CopyTo(buffer);
        _start += count;
        return count;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) _text.Dispose();
        base.Dispose(disposing);
    }

    private static byte[] Compress(byte[] bytes)
    {
        using MemoryStream member = new();
        using (GZipStream gzip = new(member, CompressionLevel.NoCompression, leaveOpen: true)) gzip.Write(bytes);
        return member.ToArray();
    }
}
