using System.Text;

namespace CustomerJourney.IO;

/// <summary>The mark U+FEFF at the beginning of a text, which tells its encoding (The Unicode Standard, section 23.8).</summary>
internal static class ByteOrderMark
{
    /// <summary>The encoding that the first bytes of a text tell, and the length of the mark; null and 0 if there is no mark.</summary>
    public static (Encoding? Encoding, int Length) Of(ReadOnlySpan<byte> first) => first switch
    {
        [0xEF, 0xBB, 0xBF, ..] => (Encoding.UTF8, 3),
        // That of UTF-32 begins with that of UTF-16; a text does not begin with NUL.
        [0xFF, 0xFE, 0, 0, ..] => (Encoding.UTF32, 4),
        [0, 0, 0xFE, 0xFF, ..] => (new UTF32Encoding(bigEndian: true, byteOrderMark: true), 4),
        [0xFF, 0xFE, ..] => (Encoding.Unicode, 2),
        [0xFE, 0xFF, ..] => (Encoding.BigEndianUnicode, 2),
        _ => (null, 0),
    };
}
