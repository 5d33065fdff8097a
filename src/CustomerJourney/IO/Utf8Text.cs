using System.Text;

namespace CustomerJourney.IO;

/// <summary>A text in any encoding as UTF-8.</summary>
internal static class Utf8Text
{
    private const int LongestMark = 4;
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Looks at the first bytes of a text and gives it as UTF-8: as it is, or transcoded while it is read. Leaves the source open.</summary>
    /// <param name="source">The text.</param>
    /// <param name="encoding">Its encoding where no byte order mark of UTF-16 or UTF-32 says another; <see langword="null"/> means UTF-8.</param>
    /// <param name="cancellationToken">Ends reading.</param>
    public static async ValueTask<Stream> OpenAsync(Stream source, Encoding? encoding, CancellationToken cancellationToken)
    {
        byte[] first = new byte[LongestMark];
        int count = await source.ReadAtLeastAsync(first, first.Length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
        ReadOnlyMemory<byte> head = first.AsMemory(0, count);
        Encoding? used = MarkedBy(head.Span) ?? encoding;
        JoinedStream text = new(head, source, ReadOnlyMemory<byte>.Empty);

        // UTF-8 is read as it is, so that bytes that are not valid can be rejected instead of replaced.
        return used is null or UTF8Encoding ? text : Encoding.CreateTranscodingStream(text, used, Utf8);
    }

    private static Encoding? MarkedBy(ReadOnlySpan<byte> head) => head switch
    {
        [0xFF, 0xFE, 0, 0] => Encoding.UTF32,
        [0, 0, 0xFE, 0xFF] => new UTF32Encoding(bigEndian: true, byteOrderMark: true),
        [0xFF, 0xFE, ..] => Encoding.Unicode,
        [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode,
        _ => null,
    };
}
