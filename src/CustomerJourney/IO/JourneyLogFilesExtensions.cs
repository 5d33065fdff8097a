using System.Text;
using CustomerJourney.Events;
using CustomerJourney.IO;

namespace CustomerJourney;

/// <summary>Verbs: read one log from several files.</summary>
public static class JourneyLogFilesExtensions
{
    extension(JourneyLog)
    {
        /// <summary>Reads one log from several CSV files, such as an export of every month.</summary>
        /// <param name="paths">
        /// The files, each plain or compressed, in the order in which events of one instant come; a path may also be a pattern (<see cref="FilePattern.Find"/>), whose files come in the order of their paths.
        /// </param>
        /// <param name="mapping">Which column is what. Each file has a header of its own, so the columns may stand in another order in each.</param>
        /// <param name="format">Separator, quote, header, encoding and culture of all files; by default RFC 4180 in UTF-8.</param>
        /// <param name="options">Strict or lenient, duplicates, limits, progress; lenient by default.</param>
        /// <param name="cancellationToken">Ends reading.</param>
        /// <returns>The log; <see cref="RejectedRow.Source"/> says which file a rejected row is from.</returns>
        /// <remarks>
        /// The log is the same as that of one file with all their rows, one file after the other. Of a customer's events at one instant, and without a sequence, those of an earlier file come first.
        /// See the overload that takes a path.
        /// </remarks>
        /// <exception cref="ArgumentException">There are no paths, a path is empty, a file is named twice, or characters of the format are the same.</exception>
        /// <exception cref="FileNotFoundException">A file does not exist, or no file matches a pattern.</exception>
        /// <exception cref="JourneyDefinitionException">The mapping contradicts itself, or a file lacks columns that it names; the message names the file.</exception>
        /// <exception cref="JourneyDataException">A row is bad and reading is strict, or a limit is reached; the message names the file.</exception>
        /// <exception cref="DecoderFallbackException">The encoding of the format refuses bytes that it does not know.</exception>
        /// <exception cref="InvalidDataException">The compressed data of a file are damaged, cut off, or unfold to more than the limits allow; the message names the file.</exception>
        /// <exception cref="IOException">A file cannot be read.</exception>
        /// <exception cref="OperationCanceledException">Reading was canceled.</exception>
        public static async Task<JourneyLog> ReadCsvAsync(
            IEnumerable<string> paths, EventMapping mapping, CsvFormat? format = null, ReadOptions? options = null, CancellationToken cancellationToken = default)
        {
            ArgumentNullException.ThrowIfNull(paths);
            ArgumentNullException.ThrowIfNull(mapping);
            CsvLogReader.Check(mapping, format ??= CsvFormat.Default);
            CsvFilesReader reader = new(mapping, format, options ?? ReadOptions.Default);
            return await reader.ReadAsync(CsvFilesReader.Expand(paths), cancellationToken).ConfigureAwait(false);
        }
    }
}
