using System.IO.Compression;

namespace CustomerJourney.IO;

/// <summary>A file that appears when it is whole: what fails or is canceled leaves nothing behind, and an older file stays. Compressed with gzip where the name ends in .gz.</summary>
internal static class ExportFile
{
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
                if (path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase))
                {
                    GZipStream gzip = new(file, CompressionLevel.Optimal, leaveOpen: true);
                    await using (gzip.ConfigureAwait(false)) result = await write(gzip).ConfigureAwait(false);
                }
                else
                {
                    result = await write(file).ConfigureAwait(false);
                }
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
