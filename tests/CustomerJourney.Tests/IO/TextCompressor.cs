using System.IO.Compression;
using System.Text;

namespace CustomerJourney.Tests.IO;

/// <summary>Compresses texts of tests.</summary>
internal static class TextCompressor
{
    public static byte[] Gzip(ReadOnlySpan<byte> text)
    {
        using MemoryStream compressed = new();
        using (GZipStream gzip = new(compressed, CompressionLevel.Fastest)) gzip.Write(text);
        return compressed.ToArray();
    }

    public static byte[] Brotli(ReadOnlySpan<byte> text)
    {
        using MemoryStream compressed = new();
        using (BrotliStream brotli = new(compressed, CompressionLevel.Fastest)) brotli.Write(text);
        return compressed.ToArray();
    }

    public static byte[] Zip(params (string Name, byte[] Text)[] entries) => Zip(CompressionLevel.Fastest, entries);

    public static byte[] Zip(CompressionLevel level, params (string Name, byte[] Text)[] entries)
    {
        using MemoryStream compressed = new();
        using (ZipArchive archive = new(compressed, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8))
        {
            foreach ((string name, byte[] text) in entries)
            {
                using Stream entry = archive.CreateEntry(name, level).Open();
                entry.Write(text);
            }
        }

        return compressed.ToArray();
    }
}
