using System.Text;

namespace CustomerJourney.Building.Documents;

/// <summary>Brings a document into memory as UTF-8, and no more of it than may be read.</summary>
internal static class DocumentInput
{
    private const int BufferSize = 81_920;

    /// <summary>The most bytes that stand before the text: a byte order mark, which does not count.</summary>
    private const int MarkLength = 3;

    /// <summary>What a document is called that has no name.</summary>
    public const string Unnamed = "The journey document";

    /// <summary>The bytes of a text.</summary>
    /// <exception cref="JourneyDefinitionException">The text is larger than the options allow, or no Unicode.</exception>
    public static ReadOnlyMemory<byte> Of(string json, JourneyReadOptions options)
    {
        if (json.Length > options.MaximumBytes) throw new JourneyDefinitionException(Unnamed, [DocumentParser.TooLarge(options)]);
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetBytes(json);
        }
        catch (EncoderFallbackException error)
        {
            throw new JourneyDefinitionException(Unnamed, [$"it holds half of a surrogate pair at position {error.Index}; allowed is any valid Unicode text"]);
        }
    }

    /// <summary>The bytes of a stream. Of one that is too large it takes just so many that the parser refuses it.</summary>
    public static ReadOnlyMemory<byte> Read(Stream stream, JourneyReadOptions options)
    {
        using MemoryStream held = new();
        byte[] buffer = new byte[BufferSize];
        for (int read; MayGrow(held, options) && (read = stream.Read(buffer, 0, buffer.Length)) > 0;) held.Write(buffer, 0, read);
        return Content(held);
    }

    /// <inheritdoc cref="Read"/>
    public static async Task<ReadOnlyMemory<byte>> ReadAsync(Stream stream, JourneyReadOptions options, CancellationToken cancellationToken)
    {
        using MemoryStream held = new();
        byte[] buffer = new byte[BufferSize];
        for (int read; MayGrow(held, options) && (read = await stream.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0;) held.Write(buffer, 0, read);
        return Content(held);
    }

    private static bool MayGrow(MemoryStream held, JourneyReadOptions options) => held.Length <= (long)options.MaximumBytes + MarkLength;

    private static ReadOnlyMemory<byte> Content(MemoryStream held) => held.GetBuffer().AsMemory(0, (int)held.Length);
}
