using System.Text;
using CustomerJourney.Events;

namespace CustomerJourney.IO;

/// <summary>How a source gives its text.</summary>
internal sealed record TextInputOptions
{
    /// <summary>What messages call the source.</summary>
    public required string Source { get; init; }

    public TextCompression Compression { get; init; }

    /// <summary>The entry of a zip archive that is read; null for its only one.</summary>
    public string? Entry { get; init; }

    /// <summary>Whether the text is given in UTF-8; otherwise its bytes are left as they are, for documents that tell their encoding themselves.</summary>
    public bool IsDecoded { get; init; } = true;

    /// <summary>The encoding of text without a byte order mark; null for UTF-8.</summary>
    public Encoding? Encoding { get; init; }

    /// <summary>How many lines at the beginning are made empty.</summary>
    public int SkippedLines { get; init; }

    public ReadLimits Limits { get; init; } = ReadLimits.Default;

    /// <summary>The compression of a file: brotli by its name.</summary>
    public static TextCompression CompressionOf(string path, TextCompression compression) =>
        compression == TextCompression.Automatic && path.EndsWith(".br", StringComparison.OrdinalIgnoreCase) ? TextCompression.Brotli : compression;
}
