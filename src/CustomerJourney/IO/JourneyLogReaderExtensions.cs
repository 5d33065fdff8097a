using System.Text;
using CustomerJourney.Events;
using CustomerJourney.IO;

namespace CustomerJourney;

/// <summary>Verbs: read a log from files.</summary>
public static class JourneyLogReaderExtensions
{
    extension(JourneyLog)
    {
        /// <summary>Reads a log from a CSV file, plain, compressed with gzip or brotli, or inside of a zip archive; or from all files that match a pattern.</summary>
        /// <param name="path">
        /// The file. Gzip and zip are seen from the first bytes, not from the name; brotli, which has no such bytes, from the name <c>.br</c>.
        /// A path with <c>*</c> or <c>?</c> that is no file is a pattern (see <see cref="FilePattern.Find"/>); its files are read as by the overload that takes several.
        /// </param>
        /// <param name="mapping">Which column is what, by the names in the header; compared ordinally.</param>
        /// <param name="format">Separator, quote, header, encoding, compression and culture; by default RFC 4180 in UTF-8.</param>
        /// <param name="options">Strict or lenient, duplicates, limits, progress; lenient by default.</param>
        /// <param name="cancellationToken">Ends reading.</param>
        /// <returns>The log; its <see cref="JourneyLog.Quality"/> says what became of every row. A file with a header and no rows gives a log without events.</returns>
        /// <remarks>
        /// Fields are quoted as in RFC 4180: separators, doubled quotes and line breaks may stand inside. Blank lines are passed over.
        /// A row is rejected, with the line on which it begins, if its customer or event is empty, a time or number in it cannot be read, it begins after it ends,
        /// a name is not valid UTF-8, it has too few or too many fields, a value is longer than <see cref="ReadLimits.FieldBytes"/>, or its quotes are out of place. Empty cells of other columns mean: nothing there.
        /// The file is never held in memory as a whole.
        /// </remarks>
        /// <exception cref="ArgumentException">The path is empty, or separator, quote or comment character are the same.</exception>
        /// <exception cref="JourneyDefinitionException">The mapping contradicts itself, the file lacks columns that it names, or the archive has not the one entry to be read; all problems are listed.</exception>
        /// <exception cref="JourneyDataException">A row is bad and reading is strict, or a limit is reached: of a row or of different names (<see cref="ReadLimits"/>), or of events or channels that a log can hold.</exception>
        /// <exception cref="DecoderFallbackException">The encoding of the format refuses bytes that it does not know, or that a byte order mark tells an encoding in which they have no meaning.</exception>
        /// <exception cref="InvalidDataException">The compressed data are damaged, cut off, or unfold to more than <see cref="ReadLimits"/> allow; or a zip archive comes from a stream that cannot seek.</exception>
        /// <exception cref="IOException">The file cannot be read.</exception>
        /// <exception cref="OperationCanceledException">Reading was canceled.</exception>
        public static async Task<JourneyLog> ReadCsvAsync(
            string path, EventMapping mapping, CsvFormat? format = null, ReadOptions? options = null, CancellationToken cancellationToken = default)
        {
            ArgumentException.ThrowIfNullOrEmpty(path);
            ArgumentNullException.ThrowIfNull(mapping);
            CsvLogReader.Check(mapping, format ??= CsvFormat.Default);
            if (FilePattern.IsPattern(path)) return await JourneyLog.ReadCsvAsync([path], mapping, format, options, cancellationToken).ConfigureAwait(false);
            CsvLogReader reader = new(mapping, CsvFilesReader.FormatOf(path, format), options ?? ReadOptions.Default, $"'{Path.GetFileName(path)}'");
            FileStream file = SourceFiles.Open(path);
            await using (file.ConfigureAwait(false)) return await reader.ReadAsync(file, cancellationToken).ConfigureAwait(false);
        }

        /// <summary>Reads a log from a stream of CSV text, plain, compressed with gzip or brotli, or inside of a zip archive. The stream is left open; but for an archive it is read to its end.</summary>
        /// <param name="stream">
        /// The text, from the current position on. Gzip and zip are seen from the first bytes; brotli must be named in <see cref="CsvFormat.Compression"/>. A zip archive needs a stream that can seek.
        /// </param>
        /// <param name="mapping">Which column is what, by the names in the header; compared ordinally.</param>
        /// <param name="format">Separator, quote, header, encoding, compression and culture; by default RFC 4180 in UTF-8.</param>
        /// <param name="options">Strict or lenient, duplicates, limits, progress; lenient by default.</param>
        /// <param name="cancellationToken">Ends reading.</param>
        /// <returns>The log; its <see cref="JourneyLog.Quality"/> says what became of every row.</returns>
        /// <remarks>See the overload that takes a path.</remarks>
        /// <exception cref="ArgumentException">The stream cannot be read, or separator, quote or comment character are the same.</exception>
        /// <exception cref="JourneyDefinitionException">The mapping contradicts itself, the text lacks columns that it names, or the archive has not the one entry to be read; all problems are listed.</exception>
        /// <exception cref="JourneyDataException">A row is bad and reading is strict, or a limit is reached: of a row or of different names (<see cref="ReadLimits"/>), or of events or channels that a log can hold.</exception>
        /// <exception cref="DecoderFallbackException">The encoding of the format refuses bytes that it does not know, or that a byte order mark tells an encoding in which they have no meaning.</exception>
        /// <exception cref="InvalidDataException">The compressed data are damaged, cut off, or unfold to more than <see cref="ReadLimits"/> allow; or a zip archive comes from a stream that cannot seek.</exception>
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
