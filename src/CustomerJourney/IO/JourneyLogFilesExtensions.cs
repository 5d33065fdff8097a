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
        /// <exception cref="DecoderFallbackException">The encoding of the format refuses bytes that it does not know, or that a byte order mark tells an encoding in which they have no meaning.</exception>
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
            return await reader.ReadAsync(SourceFiles.Expand(paths), cancellationToken).ConfigureAwait(false);
        }

        /// <summary>Reads one log from several files of JSON Lines, such as those that a warehouse unloads.</summary>
        /// <param name="paths">
        /// The files, each plain or compressed, in the order in which events of one instant come; a path may also be a pattern (<see cref="FilePattern.Find"/>), whose files come in the order of their paths.
        /// </param>
        /// <param name="mapping">Which value is what; columns are paths, see the overload that takes a path.</param>
        /// <param name="options">Strict or lenient, duplicates, limits, progress; lenient by default.</param>
        /// <param name="cancellationToken">Ends reading.</param>
        /// <returns>The log; <see cref="RejectedRow.Source"/> says which file a rejected row is from. <see cref="DataQualityReport.AbsentColumns"/> are those that no line of any file has.</returns>
        /// <remarks>
        /// The log is the same as that of one file with all their lines, one file after the other. Of a customer's events at one instant, and without a sequence, those of an earlier file come first.
        /// Limits of lines, values and compression are of each file, that of different names is of the log.
        /// </remarks>
        /// <exception cref="ArgumentException">There are no paths, a path is empty, or a file is named twice.</exception>
        /// <exception cref="FileNotFoundException">A file does not exist, or no file matches a pattern.</exception>
        /// <exception cref="JourneyDefinitionException">The mapping contradicts itself or has columns that are no paths; all problems are listed.</exception>
        /// <exception cref="JourneyDataException">A row is bad and reading is strict, or the log has more different names than it can hold; the message names the file.</exception>
        /// <exception cref="InvalidDataException">The compressed data of a file are damaged, cut off, or unfold to more than <see cref="ReadLimits"/> allow; the message names the file.</exception>
        /// <exception cref="IOException">A file cannot be read.</exception>
        /// <exception cref="OperationCanceledException">Reading was canceled.</exception>
        public static async Task<JourneyLog> ReadJsonLinesAsync(IEnumerable<string> paths, EventMapping mapping, ReadOptions? options = null, CancellationToken cancellationToken = default)
        {
            ArgumentNullException.ThrowIfNull(paths);
            ArgumentNullException.ThrowIfNull(mapping);
            JsonLinesReader reader = new(mapping, JsonPlan.For(mapping), options ?? ReadOptions.Default, SourceFiles.Several);
            return await reader.ReadAsync(SourceFiles.Expand(paths), cancellationToken).ConfigureAwait(false);
        }

        /// <summary>Reads one log from several JSON files, such as the pages of an API.</summary>
        /// <param name="paths">
        /// The files, each plain or compressed, in the order in which events of one instant come; a path may also be a pattern (<see cref="FilePattern.Find"/>), whose files come in the order of their paths.
        /// </param>
        /// <param name="mapping">Which value is what; columns are paths, see <c>ReadJsonLinesAsync</c>.</param>
        /// <param name="options">Strict or lenient, duplicates, limits, progress; lenient by default.</param>
        /// <param name="cancellationToken">Ends reading.</param>
        /// <returns>
        /// The log; <see cref="RejectedRow.Source"/> says which file a rejected row is from, and its line is its place among the rows of that file.
        /// <see cref="DataQualityReport.AbsentColumns"/> are those that no row of any file has.
        /// </returns>
        /// <remarks>
        /// Each file is a whole document. The log is the same as that of one list with all their records, one file after the other. Of a customer's events at one instant, and without a sequence, those of an earlier file come first.
        /// Limits of records, values and compression are of each file, that of different names is of the log.
        /// </remarks>
        /// <exception cref="ArgumentException">There are no paths, a path is empty, or a file is named twice.</exception>
        /// <exception cref="FileNotFoundException">A file does not exist, or no file matches a pattern.</exception>
        /// <exception cref="JourneyDefinitionException">The mapping contradicts itself or has columns that are no paths; all problems are listed.</exception>
        /// <exception cref="JourneyDataException">The text of a file is empty, is not JSON or is over a limit, a row is bad and reading is strict, or the log has more different names than it can hold; the message names the file.</exception>
        /// <exception cref="InvalidDataException">The compressed data of a file are damaged, cut off, or unfold to more than <see cref="ReadLimits"/> allow; the message names the file.</exception>
        /// <exception cref="IOException">A file cannot be read.</exception>
        /// <exception cref="OperationCanceledException">Reading was canceled.</exception>
        public static async Task<JourneyLog> ReadJsonAsync(IEnumerable<string> paths, EventMapping mapping, ReadOptions? options = null, CancellationToken cancellationToken = default)
        {
            ArgumentNullException.ThrowIfNull(paths);
            ArgumentNullException.ThrowIfNull(mapping);
            JsonDocumentReader reader = new(mapping, JsonPlan.For(mapping), options ?? ReadOptions.Default, SourceFiles.Several);
            return await reader.ReadAsync(SourceFiles.Expand(paths), cancellationToken).ConfigureAwait(false);
        }

        /// <summary>Reads one log from several XES documents (IEEE 1849).</summary>
        /// <param name="paths">
        /// The files, each plain or compressed, in the order in which events of one instant come; a path may also be a pattern (<see cref="FilePattern.Find"/>), whose files come in the order of their paths.
        /// </param>
        /// <param name="format">Which attribute is what in all files; by default a trace is a customer, and the keys are those of the standard.</param>
        /// <param name="options">Strict or lenient, duplicates, limits, progress; lenient by default.</param>
        /// <param name="cancellationToken">Ends reading.</param>
        /// <returns>The log; <see cref="RejectedRow.Source"/> says which file a rejected event is from.</returns>
        /// <remarks>
        /// The log is the same as that of one document with all their traces, one file after the other; traces of one name are one customer, in several files, too, but start and completion are joined within a trace.
        /// Classifiers and global attributes are those of each file. Of a customer's events at one instant, and without a sequence, those of an earlier file come first.
        /// Limits of the text are of each file, those of different names and attributes are of the log.
        /// </remarks>
        /// <exception cref="ArgumentException">There are no paths, a path is empty, or a file is named twice.</exception>
        /// <exception cref="FileNotFoundException">A file does not exist, or no file matches a pattern.</exception>
        /// <exception cref="JourneyDefinitionException">The format contradicts itself, or a file does not have its classifier; the message names the file.</exception>
        /// <exception cref="JourneyDataException">A file is not well-formed XML or not XES, or over a limit; an event is bad and reading is strict; or the log has more different names than it can hold; the message names the file.</exception>
        /// <exception cref="InvalidDataException">The compressed data of a file are damaged, cut off, or unfold to more than <see cref="ReadLimits"/> allow; the message names the file.</exception>
        /// <exception cref="IOException">A file cannot be read.</exception>
        /// <exception cref="OperationCanceledException">Reading was canceled.</exception>
        public static async Task<JourneyLog> ReadXesAsync(IEnumerable<string> paths, XesFormat? format = null, ReadOptions? options = null, CancellationToken cancellationToken = default)
        {
            ArgumentNullException.ThrowIfNull(paths);
            XesLogReader.Check(format ??= XesFormat.Default);
            XesLogReader reader = new(format, options ?? ReadOptions.Default, SourceFiles.Several);
            return await reader.ReadAsync(SourceFiles.Expand(paths), cancellationToken).ConfigureAwait(false);
        }
    }
}
