using System.Text;

namespace CustomerJourney.IO;

/// <summary>
/// The text of a source as UTF-8 without a byte order mark (unless the options leave the encoding alone), whatever its compression and encoding: decompressed, transcoded and freed of leading lines in a stream.
/// Everything it opens on the way it closes; the source it leaves open.
/// </summary>
internal sealed class TextInput : AsyncReadStream
{
    private readonly Stack<Stream> _opened = new();
    private Stream _text;

    private TextInput(Stream source) => _text = source;

    /// <summary>Looks at the first bytes of a source and gives its text, from its current position on.</summary>
    /// <exception cref="InvalidDataException">The source is not compressed as the options say, or is damaged.</exception>
    /// <exception cref="JourneyDefinitionException">The options do not name one entry of an archive, or name one of what is no archive.</exception>
    public static async ValueTask<TextInput> OpenAsync(Stream source, TextInputOptions options, CancellationToken cancellationToken)
    {
        TextInput input = new(source);
        try
        {
            await input.DecompressAsync(options, cancellationToken).ConfigureAwait(false);
            if (options.IsDecoded) await input.DecodeAsync(options.Encoding, cancellationToken).ConfigureAwait(false);
            if (options.SkippedLines > 0) input.Put(new SkippedLinesInput(input._text, options.SkippedLines));
            return input;
        }
        catch
        {
            await input.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <inheritdoc/>
    /// <exception cref="InvalidDataException">The compressed data are damaged, cut off, or unfold to more than the limits allow.</exception>
    /// <exception cref="DecoderFallbackException">The encoding refuses bytes that it does not know.</exception>
    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => _text.ReadAsync(buffer, cancellationToken);

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            while (_opened.TryPop(out Stream? opened)) opened.Dispose();
        }

        base.Dispose(disposing);
    }

    private async ValueTask DecompressAsync(TextInputOptions options, CancellationToken cancellationToken)
    {
        Stream source = _text;
        long start = source.CanSeek ? source.Position : 0;
        byte[] first = new byte[4];
        int count = await source.ReadAtLeastAsync(first, first.Length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
        ReadOnlyMemory<byte> head = first.AsMemory(0, count);
        TextCompression compression = options.Compression == TextCompression.Automatic ? CompressionOf(head.Span) : options.Compression;
        if (options.Entry is not null && compression != TextCompression.Zip)
            throw new JourneyDefinitionException($"The log of {options.Source}", [$"an entry '{options.Entry}' is named, but the source is no zip archive"]);
        if (compression == TextCompression.Zip)
        {
            ZipInput entry = await ZipInput.OpenAsync(source, start, options, cancellationToken).ConfigureAwait(false);
            Put(entry);
            Put(new LimitedInput(entry, () => entry.CompressedLength, options.Limits));
            return;
        }

        if (compression == TextCompression.None)
        {
            Put(new JoinedStream(head, source, ReadOnlyMemory<byte>.Empty));
            return;
        }

        CountedInput compressed = new(source, count);
        Put(compressed);
        if (compression == TextCompression.Brotli) Put(new BrotliInput(new JoinedStream(head, compressed, ReadOnlyMemory<byte>.Empty)));
        else if (head.Span is [0x1F, 0x8B, ..]) Put(GzipInput.Open(head, compressed));
        else throw new InvalidDataException("The data do not begin as gzip data do.");
        Put(new LimitedInput(_text, () => compressed.Count, options.Limits));
    }

    private static TextCompression CompressionOf(ReadOnlySpan<byte> head) => head switch
    {
        [0x1F, 0x8B, ..] => TextCompression.Gzip,
        // A file of the archive, or the end of one without files.
        [(byte)'P', (byte)'K', 3, 4] or [(byte)'P', (byte)'K', 5, 6] => TextCompression.Zip,
        _ => TextCompression.None,
    };

    private async ValueTask DecodeAsync(Encoding? encoding, CancellationToken cancellationToken)
    {
        byte[] preamble = encoding?.GetPreamble() ?? [];
        byte[] first = new byte[Math.Max(4, preamble.Length)];
        int count = await _text.ReadAtLeastAsync(first, first.Length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
        (Encoding? marked, int length) = ByteOrderMark.Of(first.AsSpan(0, count));
        if (marked is null && preamble.Length > 0 && first.AsSpan(0, count).StartsWith(preamble)) length = preamble.Length;

        // The encoding that was given has the fallback that is wanted. One that nobody named refuses what has no meaning: replaced, two ids could become one customer.
        if (marked is not null && marked.CodePage != encoding?.CodePage) encoding = marked is UTF8Encoding ? marked : Encoding.GetEncoding(marked.CodePage, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
        Put(new JoinedStream(first.AsMemory(length, count - length), _text, ReadOnlyMemory<byte>.Empty));

        // UTF-8 is read as it is, so that bytes that are not valid can be rejected instead of replaced.
        if (encoding is not null and not UTF8Encoding) Put(new TranscodedInput(_text, encoding));
    }

    private void Put(Stream stream)
    {
        _opened.Push(stream);
        _text = stream;
    }
}
