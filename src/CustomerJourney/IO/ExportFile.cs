using System.IO.Compression;

namespace CustomerJourney.IO;

/// <summary>A file that appears when it is whole: what fails or is canceled leaves nothing behind, and an older file stays. Compressed as its name says: gzip for .gz, brotli for .br.</summary>
internal static class ExportFile
{
    /// <summary>How a file of this name is compressed.</summary>
    public static TextCompression CompressionOf(string path)
    {
        if (path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase)) return TextCompression.Gzip;
        return path.EndsWith(".br", StringComparison.OrdinalIgnoreCase) ? TextCompression.Brotli : TextCompression.None;
    }

    public static Task WriteAsync(string path, Func<Stream, Task> write) => WriteAsync(path, async stream =>
    {
        await write(stream).ConfigureAwait(false);
        return true;
    });

    public static async Task<T> WriteAsync<T>(string path, Func<Stream, Task<T>> write)
    {
        string unfinished = $"{path}.{Path.GetRandomFileName()}.tmp";
        try
        {
            T result;
            FileStream file = new(unfinished, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0, FileOptions.Asynchronous);
            await using (file.ConfigureAwait(false))
            {
                Stream text = CompressionOf(path) switch
                {
                    TextCompression.Gzip => new GZipStream(file, CompressionLevel.Optimal, leaveOpen: true),
                    TextCompression.Brotli => new BrotliStream(file, CompressionLevel.Optimal, leaveOpen: true),
                    _ => file,
                };
                await using (text.ConfigureAwait(false)) result = await write(text).ConfigureAwait(false);
            }

            File.Move(unfinished, path, overwrite: true);
            return result;
        }
        catch
        {
            File.Delete(unfinished);
            throw;
        }
    }
}
