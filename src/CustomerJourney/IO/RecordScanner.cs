using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace CustomerJourney.IO;

/// <summary>Finds where the last whole record of a piece of CSV text ends, by the very rules of the tokenizer. The piece must begin with a record.</summary>
/// <remarks>
/// A quote at the beginning of a field opens it; it is closed by the next quote that no other follows, and then, or without an opening quote, further quotes up to the end
/// of the field stand for themselves. A record ends with LF, CR or CR LF outside of an open field.
/// As long as every opening quote stands behind a separator, a line break or another quote, being open is the parity of quotes, found for 64 bytes at a time;
/// the first quote elsewhere sends the piece to the slower walk from quote to quote.
/// </remarks>
internal sealed class RecordScanner(byte separator, byte quote)
{
    private const byte LineFeed = (byte)'\n';
    private const byte Return = (byte)'\r';

    /// <summary>Scans a piece of text.</summary>
    /// <param name="text">The piece.</param>
    public RecordScan Scan(ReadOnlySpan<byte> text)
    {
        // More text may follow: a carriage return at the end may be half of a line break.
        ReadOnlySpan<byte> known = text.Length > 0 && text[^1] == Return ? text[..^1] : text;
        int end = FastEnd(known);
        if (end < 0) end = SlowEnd(known);
        return new RecordScan(end, LineBreaksIn(known[..end]));
    }

    /// <summary>The number of line breaks: CR, LF and CR LF each count once.</summary>
    public static long LineBreaksIn(ReadOnlySpan<byte> text)
    {
        int returns = text.Count(Return);
        long breaks = (long)text.Count(LineFeed) + returns;
        return returns == 0 ? breaks : breaks - text.Count("\r\n"u8);
    }

    /// <summary>The end of the last record; -1 where a quote stands out of place.</summary>
    private int FastEnd(ReadOnlySpan<byte> text)
    {
        Vector512<byte> quotes = Vector512.Create(quote), separators = Vector512.Create(separator), feeds = Vector512.Create(LineFeed), returns = Vector512.Create(Return);
        int end = 0;
        ulong open = 0;
        // Behind the beginning of the text a quote may open a field.
        ulong mayOpen = 1;
        int place = 0;
        for (; place + Vector512<byte>.Count <= text.Length; place += Vector512<byte>.Count)
        {
            Vector512<byte> bytes = Vector512.LoadUnsafe(ref MemoryMarshal.GetReference(text), (nuint)place);
            ulong quote64 = Vector512.Equals(bytes, quotes).ExtractMostSignificantBits();
            ulong break64 = (Vector512.Equals(bytes, feeds) | Vector512.Equals(bytes, returns)).ExtractMostSignificantBits();
            ulong before64 = Vector512.Equals(bytes, separators).ExtractMostSignificantBits() | break64 | quote64;
            if (!Step(quote64, break64, before64, place, ref open, ref mayOpen, ref end)) return -1;
        }

        ulong lastQuotes = 0, lastBreaks = 0, lastBefore = 0;
        for (int index = place; index < text.Length; index++)
        {
            ulong bit = 1UL << (index - place);
            byte character = text[index];
            if (character == quote) lastQuotes |= bit;
            if (character is LineFeed or Return) lastBreaks |= bit;
            if (character == quote || character == separator || character is LineFeed or Return) lastBefore |= bit;
        }

        return Step(lastQuotes, lastBreaks, lastBefore, place, ref open, ref mayOpen, ref end) ? end : -1;
    }

    /// <summary>Goes on by 64 bytes; false where a quote stands out of place.</summary>
    /// <param name="quotes">Which of the bytes are quotes.</param>
    /// <param name="breaks">Which are line feeds or carriage returns.</param>
    /// <param name="before">Behind which of them a quote may open a field or make a pair.</param>
    /// <param name="place">Where the bytes stand.</param>
    /// <param name="open">All bits, where the bytes begin inside quotes; none otherwise.</param>
    /// <param name="mayOpen">Whether the first of the bytes, if it is a quote, may open a field: 1 or 0.</param>
    /// <param name="end">The end of the last record.</param>
    private static bool Step(ulong quotes, ulong breaks, ulong before, int place, ref ulong open, ref ulong mayOpen, ref int end)
    {
        if (quotes != 0)
        {
            // Bit by bit, whether the number of quotes up to here is odd.
            ulong inside = quotes ^ (quotes << 1);
            inside ^= inside << 2;
            inside ^= inside << 4;
            inside ^= inside << 8;
            inside ^= inside << 16;
            inside ^= inside << 32;
            inside ^= open;
            if ((quotes & inside & ~((before << 1) | mayOpen)) != 0) return false;
            breaks &= ~inside;
            open = unchecked(0UL - (inside >> 63));
        }
        else
        {
            breaks &= ~open;
        }

        mayOpen = before >> 63;
        if (breaks != 0) end = place + 64 - BitOperations.LeadingZeroCount(breaks);
        return true;
    }

    /// <summary>The end of the last record, found from quote to quote.</summary>
    private int SlowEnd(ReadOnlySpan<byte> text)
    {
        int end = 0, place = 0;
        while (place < text.Length)
        {
            // Outside of quoted fields.
            int next = text[place..].IndexOf(quote);
            int stop = next < 0 ? text.Length : place + next;
            int lastBreak = text[place..stop].LastIndexOfAny(LineFeed, Return);
            if (lastBreak >= 0) end = place + lastBreak + 1;
            if (next < 0) return end;
            place = stop + 1;
            if (stop > 0 && text[stop - 1] != separator && text[stop - 1] is not (LineFeed or Return)) continue;

            // Inside one: to the first quote that no other follows.
            while (true)
            {
                int closing = text[place..].IndexOf(quote);
                if (closing < 0) return end;
                place += closing + 1;
                if (place == text.Length || text[place] != quote) break;
                place++;
            }

            // What follows up to the end of the field is text, quotes too.
            int rest = text[place..].IndexOfAny(separator, LineFeed, Return);
            if (rest < 0) return end;
            place += rest;
            if (text[place] != separator) end = place + 1;
            place++;
        }

        return end;
    }
}
