using System.Buffers;
using System.Globalization;
using System.Text;

namespace CustomerJourney.IO;

/// <summary>UTF-8 text on its way to a stream: rows are put together in memory, without a string each, and written in large pieces. A row may be of any length.</summary>
internal sealed class TextOutput(Stream stream) : IBufferWriter<byte>
{
    private const int PieceSize = 64 * 1024;
    private byte[] _bytes = new byte[2 * PieceSize];
    private int _count;

    public void Add(byte character)
    {
        Reserve(1);
        _bytes[_count++] = character;
    }

    public void Add(ReadOnlySpan<byte> utf8)
    {
        Reserve(utf8.Length);
        utf8.CopyTo(_bytes.AsSpan(_count));
        _count += utf8.Length;
    }

    public void Add(ReadOnlySpan<char> text)
    {
        Reserve(Encoding.UTF8.GetMaxByteCount(text.Length));
        _count += Encoding.UTF8.GetBytes(text, _bytes.AsSpan(_count));
    }

    public void Add<T>(T value, ReadOnlySpan<char> format, IFormatProvider? culture)
        where T : IUtf8SpanFormattable
    {
        const int Longest = 400;
        Reserve(Longest);
        if (!value.TryFormat(_bytes.AsSpan(_count), out int written, format, culture)) throw new InvalidOperationException("A number takes more room than numbers do.");
        _count += written;
    }

    /// <summary>Adds an instant as ISO 8601 in UTC, exactly: with as many decimals (none, three or seven) as it has.</summary>
    public void AddInstant(long ticks) => Add(new DateTime(ticks), InstantFormat(ticks), CultureInfo.InvariantCulture);

    /// <summary>The same instant as a text of its own.</summary>
    public static string InstantText(long ticks) => new DateTime(ticks).ToString(InstantFormat(ticks), CultureInfo.InvariantCulture);

    /// <summary>Writes what has come together if it is enough for a piece. To be called between rows.</summary>
    public ValueTask FlushPieceAsync(CancellationToken cancellationToken) => _count < PieceSize ? ValueTask.CompletedTask : FlushAsync(cancellationToken);

    /// <summary>Writes all that has come together.</summary>
    public async ValueTask FlushAsync(CancellationToken cancellationToken)
    {
        await stream.WriteAsync(_bytes.AsMemory(0, _count), cancellationToken).ConfigureAwait(false);
        _count = 0;
    }

    void IBufferWriter<byte>.Advance(int count) => _count += count;

    Memory<byte> IBufferWriter<byte>.GetMemory(int sizeHint)
    {
        Reserve(Math.Max(1, sizeHint));
        return _bytes.AsMemory(_count);
    }

    Span<byte> IBufferWriter<byte>.GetSpan(int sizeHint)
    {
        Reserve(Math.Max(1, sizeHint));
        return _bytes.AsSpan(_count);
    }

    private static string InstantFormat(long ticks) =>
        ticks % TimeSpan.TicksPerSecond == 0 ? "yyyy-MM-dd'T'HH:mm:ss'Z'"
        : ticks % TimeSpan.TicksPerMillisecond == 0 ? "yyyy-MM-dd'T'HH:mm:ss.fff'Z'"
        : "yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'";

    private void Reserve(int count)
    {
        if (_bytes.Length - _count < count) Array.Resize(ref _bytes, (int)Math.Min(Array.MaxLength, Math.Max(2L * _bytes.Length, (long)_count + count)));
    }
}
