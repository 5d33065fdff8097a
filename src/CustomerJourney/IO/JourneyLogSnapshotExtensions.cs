using CustomerJourney.Events;
using CustomerJourney.IO;

namespace CustomerJourney;

/// <summary>Verbs: keep a log as a snapshot, and read it back at the speed of the disk.</summary>
/// <remarks>
/// A snapshot holds the facts of a log, whole and in order: what is read back equals what was written, bit for bit, its <see cref="JourneyLog.Quality"/> included.
/// Of a classified log it holds the facts alone: stages are found again by classifying what was read, with the map of that day.
/// </remarks>
public static class JourneyLogSnapshotExtensions
{
    extension(JourneyLog)
    {
        /// <summary>Reads a log from a file that <c>WriteSnapshotAsync</c> wrote.</summary>
        /// <param name="path">The file.</param>
        /// <param name="options">Progress.</param>
        /// <param name="cancellationToken">Ends reading.</param>
        /// <remarks>The bytes are not trusted: every length, checksum, code, time and order is checked before the log is made, and no more memory is taken than the file has bytes for.</remarks>
        /// <exception cref="ArgumentException">The path is empty.</exception>
        /// <exception cref="InvalidDataException">The file is not a snapshot, is damaged or cut off, or was written by a newer version of the library; the message says which section and what is wrong.</exception>
        /// <exception cref="IOException">The file cannot be read.</exception>
        /// <exception cref="OperationCanceledException">Reading was canceled.</exception>
        public static async Task<JourneyLog> ReadSnapshotAsync(string path, SnapshotOptions? options = null, CancellationToken cancellationToken = default)
        {
            ArgumentException.ThrowIfNullOrEmpty(path);
            return await Task.Run(() => ReadFileAsync(path, options, cancellationToken), cancellationToken).ConfigureAwait(false);
        }

        /// <summary>Reads a log from a stream, from its current position to the end of the snapshot. The stream is left open; what follows in it is left unread.</summary>
        /// <param name="stream">The bytes that <c>WriteSnapshotAsync</c> wrote.</param>
        /// <param name="options">Progress.</param>
        /// <param name="cancellationToken">Ends reading.</param>
        /// <remarks>See the overload that takes a path.</remarks>
        /// <exception cref="ArgumentException">The stream cannot be read.</exception>
        /// <exception cref="InvalidDataException">The bytes are not a snapshot, are damaged or cut off, or were written by a newer version of the library; the message says which section and what is wrong.</exception>
        /// <exception cref="IOException">The stream cannot be read.</exception>
        /// <exception cref="OperationCanceledException">Reading was canceled.</exception>
        public static async Task<JourneyLog> ReadSnapshotAsync(Stream stream, SnapshotOptions? options = null, CancellationToken cancellationToken = default)
        {
            ArgumentNullException.ThrowIfNull(stream);
            if (!stream.CanRead) throw new ArgumentException("The stream cannot be read.", nameof(stream));
            return await new SnapshotReader(stream, "the stream", isFile: false, options?.Progress, cancellationToken).ReadAsync().ConfigureAwait(false);
        }
    }

    /// <summary>Writes a log to a file. The file takes its name only when it is whole: whoever reads meanwhile finds the old one or the new one, never half of one.</summary>
    /// <param name="log">The log; of a classified one the facts are written, without its stages.</param>
    /// <param name="path">The file; one that is there is replaced. While it is written it stands beside it under a name that ends in <c>.tmp</c>.</param>
    /// <param name="options">Whether the disk must have it before it takes its name, and progress.</param>
    /// <param name="cancellationToken">Ends writing and leaves what was at <paramref name="path"/> as it was.</param>
    /// <remarks>The same log gives the same bytes, on any machine. The format is described in docs/snapshot.md.</remarks>
    /// <exception cref="ArgumentException">The path is empty.</exception>
    /// <exception cref="NotSupportedException">The log has some fifty thousand attributes or more.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="OperationCanceledException">Writing was canceled.</exception>
    public static async Task WriteSnapshotAsync(this JourneyLog log, string path, SnapshotOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(log);
        ArgumentException.ThrowIfNullOrEmpty(path);
        options ??= SnapshotOptions.Default;
        await Task.Run(() => WriteFileAsync(log, path, options, cancellationToken), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Writes a log to a stream, which is flushed and left open.</summary>
    /// <param name="log">The log; of a classified one the facts are written, without its stages.</param>
    /// <param name="stream">Where to write; it need not be able to seek.</param>
    /// <param name="options">Progress.</param>
    /// <param name="cancellationToken">Ends writing.</param>
    /// <remarks>See the overload that takes a path.</remarks>
    /// <exception cref="ArgumentException">The stream cannot be written.</exception>
    /// <exception cref="NotSupportedException">The log has some fifty thousand attributes or more.</exception>
    /// <exception cref="IOException">The stream cannot be written.</exception>
    /// <exception cref="OperationCanceledException">Writing was canceled.</exception>
    public static async Task WriteSnapshotAsync(this JourneyLog log, Stream stream, SnapshotOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(log);
        ArgumentNullException.ThrowIfNull(stream);
        if (!stream.CanWrite) throw new ArgumentException("The stream cannot be written.", nameof(stream));
        await new SnapshotWriter(log).WriteAsync(stream, blocks: false, options?.Progress, cancellationToken).ConfigureAwait(false);
        await stream.FlushAsync(cancellationToken).ConfigureAwait(false);
    }

    private static async Task<JourneyLog> ReadFileAsync(string path, SnapshotOptions? options, CancellationToken cancellationToken)
    {
        using FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, bufferSize: 0, FileOptions.SequentialScan);
        return await new SnapshotReader(file, $"'{Path.GetFileName(path)}'", isFile: true, options?.Progress, cancellationToken).ReadAsync().ConfigureAwait(false);
    }

    private static async Task WriteFileAsync(JourneyLog log, string path, SnapshotOptions options, CancellationToken cancellationToken)
    {
        SnapshotWriter writer = new(log);
        string unfinished = $"{path}.{Path.GetRandomFileName()}.tmp";
        try
        {
            using (FileStream file = new(unfinished, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0))
            {
                await writer.WriteAsync(file, blocks: true, options.Progress, cancellationToken).ConfigureAwait(false);
                file.Flush(options.FlushToDisk);
            }

            File.Move(unfinished, path, overwrite: true);
        }
        catch
        {
            File.Delete(unfinished);
            throw;
        }
    }
}
