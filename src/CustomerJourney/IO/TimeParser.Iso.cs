using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace CustomerJourney.IO;

/// <content>ISO 8601: <c>yyyy-MM-dd[T ]HH:mm[:ss[.f…]][Z|±HH[:]mm]</c>.</content>
internal sealed partial class TimeParser
{
    private const int DateLength = 10;
    private const int ClockStart = 11;
    private const int MinuteLength = 16;
    private const int SecondLength = 19;
    private const int MillisecondLength = 24;

    private ulong _dateHead;
    private ushort _dateTail;
    private long _dateTicks;

    private string? ParseIso(ReadOnlySpan<byte> text, out long ticks)
    {
        ticks = 0;
        if (text.Length < DateLength) return NotIso;

        // Events of one day stand together in most files: a day that was just seen needs no calendar.
        ulong head = MemoryMarshal.Read<ulong>(text);
        ushort tail = MemoryMarshal.Read<ushort>(text[sizeof(ulong)..]);
        if (head != _dateHead || tail != _dateTail)
        {
            if (ParseDate(text) is { } reason) return reason;
            _dateHead = head;
            _dateTail = tail;
        }

        ticks = _dateTicks;
        if (text.Length == DateLength) return FromLocal(ref ticks);
        if (text.Length < MinuteLength || text[DateLength] is not ((byte)'T' or (byte)'t' or (byte)' ') || text[13] != (byte)':') return NotIso;
        if (text.Length >= SecondLength && TryClock(MemoryMarshal.Read<ulong>(text[ClockStart..]), out long clock))
        {
            ticks += clock;
            if (text.Length == SecondLength) return FromLocal(ref ticks);
            if (text.Length == MillisecondLength && (text[^1] | 0x20) == 'z' && TryMilliseconds(MemoryMarshal.Read<uint>(text[SecondLength..]), out long milliseconds))
            {
                ticks += milliseconds;
                return null;
            }

            int behind = SecondLength;
            long part = 0;
            if (text[behind] is (byte)'.' or (byte)',' && !TryFraction(text, ref behind, mostDigits: 9, out part)) return NotIso;
            ticks += part;
            return behind == text.Length ? FromLocal(ref ticks) : ParseZone(text[behind..], ref ticks);
        }

        int hours = TwoDigitsAt(text, 11), minutes = TwoDigitsAt(text, 14), seconds = 0;
        int place = MinuteLength;
        long fraction = 0;
        if (text.Length >= SecondLength && text[MinuteLength] == (byte)':')
        {
            seconds = TwoDigitsAt(text, 17);
            place = SecondLength;
            if (place < text.Length && (text[place] is (byte)'.' or (byte)',') && !TryFraction(text, ref place, mostDigits: 9, out fraction)) return NotIso;
        }

        if ((hours | minutes | seconds) < 0) return NotIso;
        if (hours > 23 || minutes > 59 || seconds > 59) return NoSuchTime;
        ticks += ((((hours * 60) + minutes) * 60) + seconds) * TimeSpan.TicksPerSecond + fraction;
        return place == text.Length ? FromLocal(ref ticks) : ParseZone(text[place..], ref ticks);
    }

    /// <summary>Reads HH:mm:ss, eight characters in one number; false if they are anything else, or no time of a day.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool TryClock(ulong text, out long ticks)
    {
        ticks = 0;
        if (!BitConverter.IsLittleEndian) return false;

        // Digits become their values and colons 0; a character that is neither leaves a high bit, itself or with 6 added.
        ulong digits = text ^ 0x30303A30303A3030;
        if (((digits | ((digits & 0x0F0F0F0F0F0F0F0F) + 0x0606060606060606)) & 0xF0F0F0F0F0F0F0F0) != 0 || (digits & 0x0000FF0000FF0000) != 0) return false;
        int hours = (int)((10 * (digits & 15)) + ((digits >> 8) & 15));
        int minutes = (int)((10 * ((digits >> 24) & 15)) + ((digits >> 32) & 15));
        int seconds = (int)((10 * ((digits >> 48) & 15)) + (digits >> 56));
        ticks = ((((hours * 60) + minutes) * 60) + seconds) * TimeSpan.TicksPerSecond;
        return hours <= 23 && minutes <= 59 && seconds <= 59;
    }

    /// <summary>Reads .fff, four characters in one number; false if they are anything else.</summary>
    private static bool TryMilliseconds(uint text, out long ticks)
    {
        ticks = 0;
        if (!BitConverter.IsLittleEndian) return false;
        uint digits = text ^ 0x3030302E;
        if (((digits | ((digits & 0x0F0F0F0F) + 0x06060606)) & 0xF0F0F0F0) != 0 || (digits & 0xFF) != 0) return false;
        ticks = ((100 * ((digits >> 8) & 15)) + (10 * ((digits >> 16) & 15)) + (digits >> 24)) * TimeSpan.TicksPerMillisecond;
        return true;
    }

    private string? ParseDate(ReadOnlySpan<byte> text)
    {
        int century = TwoDigitsAt(text, 0), yearOfCentury = TwoDigitsAt(text, 2), month = TwoDigitsAt(text, 5), day = TwoDigitsAt(text, 8);
        if ((century | yearOfCentury | month | day) < 0 || text[4] != (byte)'-' || text[7] != (byte)'-') return NotIso;
        int year = (100 * century) + yearOfCentury;
        if (year < 1 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month)) return NoSuchTime;
        _dateTicks = new DateTime(year, month, day).Ticks;
        return null;
    }

    private static string? ParseZone(ReadOnlySpan<byte> zone, ref long ticks)
    {
        const int MostMinutes = 14 * 60;
        if (zone.Length == 1 && (zone[0] | 0x20) == 'z') return null;
        if (zone[0] == (byte)' ') zone = zone[1..];
        if (zone.SequenceEqual("UTC"u8)) return null;
        if (zone.Length is not (3 or 5 or 6) || zone[0] is not ((byte)'+' or (byte)'-') || (zone.Length == 6 && zone[3] != (byte)':')) return NotIso;
        int hours = TwoDigitsAt(zone, 1), minutes = zone.Length == 3 ? 0 : TwoDigitsAt(zone, zone.Length - 2);
        if ((hours | minutes) < 0) return NotIso;
        int offset = (60 * hours) + minutes;
        if (minutes > 59 || offset > MostMinutes) return NoSuchOffset;
        return Shift(ref ticks, (zone[0] == (byte)'+' ? offset : -offset) * TimeSpan.TicksPerMinute);
    }

    /// <summary>Reads a decimal mark and the digits after it as a fraction of a second; moves the place behind them.</summary>
    private static bool TryFraction(ReadOnlySpan<byte> text, ref int place, int mostDigits, out long ticks)
    {
        int first = ++place;
        long unit = TimeSpan.TicksPerSecond;
        ticks = 0;
        for (; place < text.Length && DigitAt(text, place) is >= 0 and int digit; place++)
        {
            unit /= 10;
            ticks += digit * unit;
        }

        return place > first && place - first <= mostDigits;
    }

    /// <summary>The value of a digit, or -1.</summary>
    private static int DigitAt(ReadOnlySpan<byte> text, int place) => text[place] is >= (byte)'0' and <= (byte)'9' and byte digit ? digit - '0' : -1;

    /// <summary>The value of two digits, or -1.</summary>
    private static int TwoDigitsAt(ReadOnlySpan<byte> text, int place)
    {
        int tens = DigitAt(text, place), ones = DigitAt(text, place + 1);
        return (tens | ones) < 0 ? -1 : (10 * tens) + ones;
    }
}
