using System.Globalization;
using System.Text;
using CustomerJourney.Events;

namespace CustomerJourney.IO;

/// <summary>Times from UTF-8 text to UTC ticks, in one <see cref="TimeFormat"/>. Remembers the last day, hour and text, so it is used by one thread.</summary>
/// <remarks>ISO 8601 is read in its extended form, with up to nine decimals of a second of which those below 100 ns are cut off.</remarks>
internal sealed partial class TimeParser
{
    private const string NotIso = "is not an ISO 8601 time such as 2026-03-01T12:00:00Z, 2026-03-01 12:00:00.123+01:00 or 2026-03-01";
    private const string NoSuchTime = "is not a time that exists: days as in the calendar, hours 00 to 23, minutes and seconds 00 to 59 (neither 24:00 nor leap seconds)";
    private const string NoSuchOffset = "has an offset from UTC that is not between -14:00 and +14:00";
    private const string OutOfRange = "lies outside the years 1 to 9999; check the unit of the time format";
    private const long UnixEpochTicks = 621_355_968_000_000_000;

    private readonly TimeFormat _format;
    private readonly bool _isUtc;
    private readonly string _skipped;
    private readonly string _notUnix;
    private readonly string _notPattern;

    private byte[] _lastText = [];
    private bool _hasLastText;
    private long _lastTicks;

    private long _hour = -1;
    private long _hourOffset;

    public TimeParser(TimeFormat format)
    {
        _format = format;
        _isUtc = format.Zone.HasSameRules(TimeZoneInfo.Utc);
        _skipped = $"does not exist in {format.Zone.Id}, where clocks went forward over it";
        _notPattern = $"is not a time of the pattern '{format.Pattern}'";
        _notUnix = format.Kind switch
        {
            TimeFormatKind.UnixSeconds => "is not a number of seconds since 1970-01-01 such as 1767225600 or 1767225600.5",
            TimeFormatKind.UnixMilliseconds => "is not a whole number of milliseconds since 1970-01-01 such as 1767225600000",
            _ => "is not a whole number of microseconds since 1970-01-01 such as 1767225600000000",
        };

        // So that the remembered day is a real one from the beginning.
        ParseIso("0001-01-01"u8, out _);
    }

    /// <summary>Reads a time; the reason says why it could not, and what is allowed.</summary>
    public bool TryParse(ReadOnlySpan<byte> text, out long ticks, out string? reason)
    {
        reason = _format.Kind switch
        {
            TimeFormatKind.Iso8601 => ParseIso(text, out ticks),
            TimeFormatKind.Pattern => ParsePattern(text, out ticks),
            TimeFormatKind.UnixSeconds => ParseUnix(text, TimeSpan.TicksPerSecond, out ticks),
            TimeFormatKind.UnixMilliseconds => ParseUnix(text, TimeSpan.TicksPerMillisecond, out ticks),
            _ => ParseUnix(text, TimeSpan.TicksPerMicrosecond, out ticks),
        };
        return reason is null;
    }

    /// <summary>Turns ticks of the zone's wall clock into UTC; the reason says why that clock never showed them.</summary>
    public bool TryFromWallClock(ref long ticks, out string? reason)
    {
        reason = FromLocal(ref ticks);
        return reason is null;
    }

    private string? ParsePattern(ReadOnlySpan<byte> text, out long ticks)
    {
        ticks = _lastTicks;
        if (_hasLastText && text.SequenceEqual(_lastText)) return null;
        const DateTimeStyles Styles = DateTimeStyles.AdjustToUniversal | DateTimeStyles.NoCurrentDateDefault;
        if (!DateTime.TryParseExact(Encoding.UTF8.GetString(text), _format.Pattern, CultureInfo.InvariantCulture, Styles, out DateTime time)) return _notPattern;
        ticks = time.Ticks;
        if (time.Kind == DateTimeKind.Unspecified && FromLocal(ref ticks) is { } reason) return reason;
        _lastText = text.ToArray();
        _hasLastText = true;
        _lastTicks = ticks;
        return null;
    }

    private string? ParseUnix(ReadOnlySpan<byte> text, long ticksPerUnit, out long ticks)
    {
        const int MostDigits = 18, MostDecimals = 9;
        ticks = 0;
        bool negative = text.Length > 0 && text[0] == (byte)'-';
        int place = negative ? 1 : 0;
        int first = place;
        long whole = 0;
        for (; place < text.Length && DigitAt(text, place) is >= 0 and int digit; place++)
        {
            if (place - first == MostDigits) return OutOfRange;
            whole = (10 * whole) + digit;
        }

        if (place == first) return _notUnix;
        long fraction = 0;
        if (place < text.Length)
        {
            int point = place;
            if (text[point] != (byte)'.' || ticksPerUnit != TimeSpan.TicksPerSecond) return _notUnix;
            if (!TryFraction(text, ref place, MostDecimals, out fraction) || place < text.Length) return _notUnix;
        }

        Int128 sinceEpoch = ((Int128)whole * ticksPerUnit) + fraction;
        Int128 at = UnixEpochTicks + (negative ? -sinceEpoch : sinceEpoch);
        if (at < DateTime.MinValue.Ticks || at > DateTime.MaxValue.Ticks) return OutOfRange;
        ticks = (long)at;
        return null;
    }

    /// <summary>Turns ticks of the zone's wall clock into UTC; gives the reason if that clock never showed them.</summary>
    private string? FromLocal(ref long ticks)
    {
        if (_isUtc) return null;
        long hour = ticks / TimeSpan.TicksPerHour;
        if (hour != _hour && !RememberHour(hour))
        {
            DateTime local = new(ticks);
            if (_format.Zone.IsInvalidTime(local)) return _skipped;
            return Shift(ref ticks, _format.Zone.GetUtcOffset(local).Ticks);
        }

        return Shift(ref ticks, _hourOffset);
    }

    /// <summary>Remembers the offset of an hour in which the zone's clock does not jump.</summary>
    private bool RememberHour(long hour)
    {
        DateTime first = new(hour * TimeSpan.TicksPerHour);
        DateTime last = first.AddTicks(TimeSpan.TicksPerHour - 1);
        TimeZoneInfo zone = _format.Zone;
        if (zone.IsInvalidTime(first) || zone.IsInvalidTime(last) || zone.IsAmbiguousTime(first) || zone.IsAmbiguousTime(last)) return false;
        long offset = zone.GetUtcOffset(first).Ticks;
        if (offset != zone.GetUtcOffset(last).Ticks) return false;
        _hour = hour;
        _hourOffset = offset;
        return true;
    }

    private static string? Shift(ref long ticks, long offset)
    {
        ticks -= offset;
        return ticks < DateTime.MinValue.Ticks || ticks > DateTime.MaxValue.Ticks ? OutOfRange : null;
    }
}
