using System.Data.Common;
using System.Globalization;
using System.Text.Unicode;
using CustomerJourney.Events;

namespace CustomerJourney.IO;

/// <summary>Holds the present row of a <see cref="DbDataReader"/>, as UTF-8 text and times, in a buffer that all rows share.</summary>
/// <remarks>
/// The type of a value is asked row by row: SQLite may have another one in each row, and would turn a text into the number 0 without a word if it were asked for one.
/// Values are read by their types and not boxed.
/// </remarks>
internal sealed class DatabaseRow(int columns, ReadLimits limits)
{
    private const string NotUnicode = "is not Unicode: it holds half a surrogate pair";
    private readonly DatabaseCell[] _cells = new DatabaseCell[columns];
    private byte[] _text = new byte[1024];
    private int _used;
    private string? _fault;
    private int _faultPlace;

    /// <summary>The number of the row.</summary>
    public long Line { get; private set; }

    /// <summary>The text of a field.</summary>
    public ReadOnlySpan<byte> Get(int place) => _text.AsSpan(_cells[place].Start, _cells[place].Length);

    /// <summary>What cannot be read, if anything.</summary>
    public string? Fault(out int place)
    {
        place = _faultPlace;
        return _fault;
    }

    /// <summary>A field that is a time.</summary>
    public bool TryGetTicks(int place, out long ticks, out bool isWallClock)
    {
        DatabaseCell cell = _cells[place];
        ticks = cell.Ticks;
        isWallClock = cell.IsWallClock;
        return cell.IsTime;
    }

    /// <summary>Forgets the last row.</summary>
    public void Begin()
    {
        Line++;
        _used = 0;
        _fault = null;
        _faultPlace = -1;
        _cells.AsSpan().Clear();
    }

    /// <summary>Keeps a value that writes itself: numbers, Guid.</summary>
    public void Set<T>(int place, T value, string? format = null)
        where T : IUtf8SpanFormattable
    {
        int written;
        while (!value.TryFormat(_text.AsSpan(_used), out written, format, CultureInfo.InvariantCulture)) Array.Resize(ref _text, 2 * _text.Length);
        Close(place, written);
    }

    public void Set(int place, bool value) => Set(place, value ? "true" : "false");

    public void Set(int place, ReadOnlySpan<char> value)
    {
        const int MostBytesOfChar = 3, MostListed = 1024;
        if (value.Length > limits.FieldBytes)
        {
            // Of a text that is refused there is room for what a report shows of it.
            Reject(place, limits.FieldTooLong);
            value = value[..Math.Min(MostListed, value.Length)];
        }

        long most = _used + ((long)MostBytesOfChar * value.Length);
        if (most > _text.Length) Array.Resize(ref _text, (int)Math.Min(Array.MaxLength, Math.Max(2L * _text.Length, most)));
        if (Utf8.FromUtf16(value, _text.AsSpan(_used), out _, out int written, replaceInvalidSequences: false) != System.Buffers.OperationStatus.Done) Reject(place, NotUnicode);
        Close(place, written);
    }

    public void Set(int place, DateTime value)
    {
        if (value.Kind == DateTimeKind.Local) value = value.ToUniversalTime();
        SetTime(place, value.Ticks, isWallClock: value.Kind == DateTimeKind.Unspecified);
        Set(place, value, "yyyy-MM-ddTHH:mm:ss.FFFFFFFK");
    }

    public void Set(int place, DateTimeOffset value)
    {
        SetTime(place, value.UtcTicks, isWallClock: false);
        Set(place, value, "yyyy-MM-ddTHH:mm:ss.FFFFFFFzzz");
    }

    public void Set(int place, DateOnly value)
    {
        SetTime(place, value.ToDateTime(TimeOnly.MinValue).Ticks, isWallClock: true);
        Set(place, value, "O");
    }

    /// <summary>Keeps that a value cannot be read; the row is rejected for the first such.</summary>
    public void Reject(int place, string reason)
    {
        if (_fault is not null) return;
        _fault = reason;
        _faultPlace = place;
    }

    private void SetTime(int place, long ticks, bool isWallClock)
    {
        _cells[place].IsTime = true;
        _cells[place].IsWallClock = isWallClock;
        _cells[place].Ticks = ticks;
    }

    private void Close(int place, int written)
    {
        _cells[place].Start = _used;
        _cells[place].Length = written;
        if (written > limits.FieldBytes) Reject(place, limits.FieldTooLong);
        _used += written;
    }
}
