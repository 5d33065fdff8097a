using System.Text;
using CustomerJourney.Events;
using CustomerJourney.IO;

namespace CustomerJourney;

/// <summary>Verbs: read a log from files.</summary>
public static class JourneyLogReaderExtensions
{
    extension(JourneyLog)
    {
        /// <summary>Reads a log from a CSV file, plain or compressed with gzip.</summary>
        /// <param name="path">The file. Whether it is compressed is seen from its first bytes, not from its name.</param>
        /// <param name="mapping">Which column is what, by the names in the header; compared ordinally.</param>
        /// <param name="format">Separator, quote, header, encoding and culture; by default RFC 4180 in UTF-8.</param>
        /// <param name="options">Strict or lenient, duplicates, progress; lenient by default.</param>
        /// <param name="cancellationToken">Ends reading.</param>
        /// <returns>The log; its <see cref="JourneyLog.Quality"/> says what became of every row. A file with a header and no rows gives a log without events.</returns>
        /// <remarks>
        /// Fields are quoted as in RFC 4180: separators, doubled quotes and line breaks may stand inside. Blank lines are passed over.
        /// A row is rejected, with the line on which it begins, if its customer or event is empty, a time or number in it cannot be read, it begins after it ends,
        /// a name is not valid UTF-8, it has too few or too many fields, or its quotes are out of place. Empty cells of other columns mean: nothing there.
        /// The file is never held in memory as a whole.
        /// </remarks>
        /// <exception cref="ArgumentException">The path is empty, or separator and quote are the same.</exception>
        /// <exception cref="JourneyDefinitionException">The mapping contradicts itself, or the file lacks columns that it names; all problems are listed.</exception>
        /// <exception cref="JourneyDataException">A row is bad and reading is strict, a row is longer than 16 MB, or the log has more different events or channels than it can hold.</exception>
        /// <exception cref="DecoderFallbackException">The encoding of the format refuses bytes that it does not know.</exception>
        /// <exception cref="InvalidDataException">The compressed data are damaged or cut off.</exception>
        /// <exception cref="IOException">The file cannot be read.</exception>
        /// <exception cref="OperationCanceledException">Reading was canceled.</exception>
        public static async Task<JourneyLog> ReadCsvAsync(
            string path, EventMapping mapping, CsvFormat? format = null, ReadOptions? options = null, CancellationToken cancellationToken = default)
        {
            ArgumentException.ThrowIfNullOrEmpty(path);
            ArgumentNullException.ThrowIfNull(mapping);
            CsvLogReader.Check(mapping, format ??= CsvFormat.Default);
            CsvLogReader reader = new(mapping, format, options ?? ReadOptions.Default, $"'{Path.GetFileName(path)}'");
            FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.Asynchronous | FileOptions.SequentialScan);
            await using (file.ConfigureAwait(false)) return await reader.ReadAsync(file, cancellationToken).ConfigureAwait(false);
        }

        /// <summary>Reads a log from a stream of CSV text, plain or compressed with gzip. The stream is read to its end and left open.</summary>
        /// <param name="stream">The text, from the current position on.</param>
        /// <param name="mapping">Which column is what, by the names in the header; compared ordinally.</param>
        /// <param name="format">Separator, quote, header, encoding and culture; by default RFC 4180 in UTF-8.</param>
        /// <param name="options">Strict or lenient, duplicates, progress; lenient by default.</param>
        /// <param name="cancellationToken">Ends reading.</param>
        /// <returns>The log; its <see cref="JourneyLog.Quality"/> says what became of every row.</returns>
        /// <remarks>See the overload that takes a path.</remarks>
        /// <exception cref="ArgumentException">The stream cannot be read, or separator and quote are the same.</exception>
        /// <exception cref="JourneyDefinitionException">The mapping contradicts itself, or the text lacks columns that it names; all problems are listed.</exception>
        /// <exception cref="JourneyDataException">A row is bad and reading is strict, a row is longer than 16 MB, or the log has more different events or channels than it can hold.</exception>
        /// <exception cref="DecoderFallbackException">The encoding of the format refuses bytes that it does not know.</exception>
        /// <exception cref="InvalidDataException">The compressed data are damaged or cut off.</exception>
        /// <exception cref="IOException">The stream cannot be read.</exception>
        /// <exception cref="OperationCanceledException">Reading was canceled.</exception>
        public static async Task<JourneyLog> ReadCsvAsync(
            Stream stream, EventMapping mapping, CsvFormat? format = null, ReadOptions? options = null, CancellationToken cancellationToken = default)
        {
            ArgumentNullException.ThrowIfNull(stream);
            ArgumentNullException.ThrowIfNull(mapping);
            if (!stream.CanRead) throw new ArgumentException("The stream cannot be read.", nameof(stream));
            CsvLogReader.Check(mapping, format ??= CsvFormat.Default);
            CsvLogReader reader = new(mapping, format, options ?? ReadOptions.Default, "the stream");
            return await reader.ReadAsync(stream, cancellationToken).ConfigureAwait(false);
        }
    }
}
