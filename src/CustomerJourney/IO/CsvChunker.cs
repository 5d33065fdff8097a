using System.Buffers;
using System.Text;
using CustomerJourney.Events;

namespace CustomerJourney.IO;

/// <summary>Cuts a CSV text into chunks of whole records. Used by one thread at a time; each brings the buffer that its chunk shall lie in.</summary>
/// <param name="text">The text, in UTF-8.</param>
/// <param name="separator">The character between fields.</param>
/// <param name="quote">The character around fields.</param>
/// <param name="chunkSize">The bytes of a chunk, unless a record needs more.</param>
/// <param name="longestRecord">The bytes of the longest record that is allowed.</param>
internal sealed class CsvChunker(Stream text, byte separator, byte quote, int chunkSize, int longestRecord)
{
    private const byte LineBreak = (byte)'\n';
    private readonly RecordScanner _scanner = new(separator, quote);
    private byte[] _rest = [];
    private int _restLength;
    private long _number;
    private long _line = 1;
    private bool _ended;

    /// <summary>The number of the chunk that is read next.</summary>
    public long Next => _number;

    /// <summary>Whether the text has been read to its end.</summary>
    public bool HasEnded => _ended && _restLength == 0;

    /// <summary>Reads the next records; <see cref="CsvChunk.None"/> at the end of the text.</summary>
    /// <param name="buffer">Where they shall lie; replaced by a larger one where a record needs it.</param>
    /// <param name="cancellationToken">Ends reading.</param>
    /// <exception cref="JourneyDataException">A record is longer than allowed.</exception>
    public async ValueTask<(CsvChunk Chunk, byte[] Buffer)> NextAsync(byte[] buffer, CancellationToken cancellationToken)
    {
        if (HasEnded) return (CsvChunk.None, buffer);

        // A line break before the records: what looks like a byte order mark there is none.
        int start = _number == 0 ? 0 : 1;
        int most = start + chunkSize;
        if (buffer.Length < start + Math.Max(chunkSize, _restLength)) buffer = Larger(buffer, start + Math.Max(chunkSize, _restLength));
        if (start == 1) buffer[0] = LineBreak;
        _rest.AsSpan(0, _restLength).CopyTo(buffer.AsSpan(start));
        int length = start + _restLength;
        _restLength = 0;
        while (true)
        {
            while (length < most && !_ended)
            {
                int read = await text.ReadAsync(buffer.AsMemory(length, most - length), cancellationToken).ConfigureAwait(false);
                length += read;
                _ended = read == 0;
            }

            int mark = _number == 0 && buffer.AsSpan(0, length).StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : 0;
            int first = start + mark;
            RecordScan scan = _ended ? new RecordScan(length - first, 0) : _scanner.Scan(buffer.AsSpan(first, length - first));
            if (_ended || scan.End > 0)
            {
                int end = first + scan.End;
                Keep(buffer.AsSpan(end, length - end));
                CsvChunk chunk = new(_number++, buffer.AsMemory(mark, end - mark), _line - start);
                _line += scan.LineBreaks;
                return (chunk, buffer);
            }

            // One record fills the buffer. A carriage return at the end may be half of its line break.
            if (length - start > longestRecord + 1) throw TooLong(_line, longestRecord);
            most = (int)Math.Min(Array.MaxLength, Math.Max(2L * most, length + 1));
            if (buffer.Length < most) buffer = Larger(buffer, most);
        }
    }

    /// <summary>Says that a record is longer than allowed.</summary>
    public static JourneyDataException TooLong(long line, int longestRecord) =>
        JourneyDataException.For(line, "row", "", $"is longer than {longestRecord:N0} bytes; look for a quote that is never closed");

    private static byte[] Larger(byte[] buffer, int length)
    {
        byte[] larger = ArrayPool<byte>.Shared.Rent(length);
        buffer.CopyTo(larger, 0);
        if (buffer.Length > 0) ArrayPool<byte>.Shared.Return(buffer);
        return larger;
    }

    private void Keep(ReadOnlySpan<byte> rest)
    {
        if (_rest.Length < rest.Length) _rest = new byte[Math.Max(rest.Length, 2 * _rest.Length)];
        rest.CopyTo(_rest);
        _restLength = rest.Length;
    }
}
