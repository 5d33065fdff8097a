using CustomerJourney.Events;
using CustomerJourney.IO;

namespace CustomerJourney;

/// <summary>Verbs: read a log from JSON.</summary>
public static class JourneyLogJsonExtensions
{
    extension(JourneyLog)
    {
        /// <summary>Reads a log from a file of JSON Lines (one object a line), plain, compressed with gzip or brotli, or inside of a zip archive; or from all files that match a pattern.</summary>
        /// <param name="path">
        /// The file. Whether it is compressed is seen from its first bytes; brotli, which has no mark, from the name <c>.br</c>. The text is UTF-8, or what a byte order mark says.
        /// A path with <c>*</c> or <c>?</c> that is no file is a pattern (see <see cref="FilePattern.Find"/>); its files are read as by the overload that takes several.
        /// </param>
        /// <param name="mapping">Which value is what; columns are paths, see the remarks.</param>
        /// <param name="options">Strict or lenient, duplicates, progress; lenient by default.</param>
        /// <param name="cancellationToken">Ends reading.</param>
        /// <returns>The log; its <see cref="JourneyLog.Quality"/> says what became of every line. A file without lines gives a log without events.</returns>
        /// <remarks>
        /// <para>A column is the path of a value from the object of the row:</para>
        /// <list type="bullet">
        /// <item><c>value.offer id</c>: the key <c>offer id</c> of the object at <c>value</c>;</item>
        /// <item><c>items[0].name</c>: an item of a list by its place, from 0;</item>
        /// <item><c>event_params[key=page_location].value.string_value</c>: the item of a list whose field <c>key</c> is <c>page_location</c>;</item>
        /// <item><c>device\.category</c>: a backslash before <c>. [ ] = ^ \</c> means the character itself;</item>
        /// <item><c>^.id</c>: where <see cref="EventMapping.Rows"/> names a list inside the objects of lines, a field of the object that this list lies in.</item>
        /// </list>
        /// <para>
        /// Texts are read without their escapes, numbers as they are written, <c>true</c> and <c>false</c> as these words. A missing key, a missing item and <c>null</c> mean: nothing there.
        /// A column that no line has at all is listed in <see cref="DataQualityReport.AbsentColumns"/>. Blank lines are no rows; <see cref="DataQualityReport.BlankLines"/> counts them.
        /// </para>
        /// <para>
        /// A line is rejected, and the next one read, if it is not one JSON object, is nested deeper or is longer than <see cref="ReadLimits"/> allow (64 levels, 16 MiB), or if a row is bad as in CSV.
        /// A row is also rejected if a value that is read is an object or a list, or if its key stands twice; keys that are not read may repeat.
        /// The file is never held in memory as a whole.
        /// </para>
        /// </remarks>
        /// <exception cref="ArgumentException">The path is empty.</exception>
        /// <exception cref="JourneyDefinitionException">The mapping contradicts itself or has columns that are no paths; all problems are listed.</exception>
        /// <exception cref="JourneyDataException">A row is bad and reading is strict, or the log has more different events or channels than it can hold.</exception>
        /// <exception cref="InvalidDataException">The compressed data are damaged, cut off, or unfold to more than <see cref="ReadLimits"/> allow; or a zip archive comes from a stream that cannot seek.</exception>
        /// <exception cref="IOException">The file cannot be read.</exception>
        /// <exception cref="OperationCanceledException">Reading was canceled.</exception>
        public static async Task<JourneyLog> ReadJsonLinesAsync(string path, EventMapping mapping, ReadOptions? options = null, CancellationToken cancellationToken = default)
        {
            ArgumentException.ThrowIfNullOrEmpty(path);
            ArgumentNullException.ThrowIfNull(mapping);
            if (FilePattern.IsPattern(path)) return await JourneyLog.ReadJsonLinesAsync([path], mapping, options, cancellationToken).ConfigureAwait(false);
            JsonLinesReader reader = new(mapping, JsonPlan.For(mapping), options ?? ReadOptions.Default, $"'{Path.GetFileName(path)}'");
            FileStream file = SourceFiles.Open(path);
            await using (file.ConfigureAwait(false)) return await reader.ReadAsync(file, TextInputOptions.CompressionOf(path, TextCompression.Automatic), cancellationToken).ConfigureAwait(false);
        }

        /// <summary>Reads a log from a stream of JSON Lines, plain, compressed with gzip, or inside of a zip archive. The stream is read to its end and left open.</summary>
        /// <param name="stream">The text, from the current position on.</param>
        /// <param name="mapping">Which value is what; columns are paths, see the overload that takes a path.</param>
        /// <param name="options">Strict or lenient, duplicates, progress; lenient by default.</param>
        /// <param name="cancellationToken">Ends reading.</param>
        /// <returns>The log; its <see cref="JourneyLog.Quality"/> says what became of every line.</returns>
        /// <remarks>See the overload that takes a path.</remarks>
        /// <exception cref="ArgumentException">The stream cannot be read.</exception>
        /// <exception cref="JourneyDefinitionException">The mapping contradicts itself or has columns that are no paths; all problems are listed.</exception>
        /// <exception cref="JourneyDataException">A row is bad and reading is strict, or the log has more different events or channels than it can hold.</exception>
        /// <exception cref="InvalidDataException">The compressed data are damaged, cut off, or unfold to more than <see cref="ReadLimits"/> allow; or a zip archive comes from a stream that cannot seek.</exception>
        /// <exception cref="IOException">The stream cannot be read.</exception>
        /// <exception cref="OperationCanceledException">Reading was canceled.</exception>
        public static async Task<JourneyLog> ReadJsonLinesAsync(Stream stream, EventMapping mapping, ReadOptions? options = null, CancellationToken cancellationToken = default)
        {
            CheckReadable(stream);
            ArgumentNullException.ThrowIfNull(mapping);
            JsonLinesReader reader = new(mapping, JsonPlan.For(mapping), options ?? ReadOptions.Default, "the stream");
            return await reader.ReadAsync(stream, TextCompression.Automatic, cancellationToken).ConfigureAwait(false);
        }

        /// <summary>Reads a log from a JSON file, plain, compressed with gzip or brotli, or inside of a zip archive: a list of objects, one object after the other in any layout, or a document in which <see cref="EventMapping.Rows"/> names the list of rows.</summary>
        /// <param name="path">
        /// The file. Whether it is compressed is seen from its first bytes; brotli, which has no mark, from the name <c>.br</c>. The text is UTF-8, or what a byte order mark says.
        /// A path with <c>*</c> or <c>?</c> that is no file is a pattern (see <see cref="FilePattern.Find"/>); its files are read as by the overload that takes several.
        /// </param>
        /// <param name="mapping">Which value is what; columns are paths, see <c>ReadJsonLinesAsync</c>.</param>
        /// <param name="options">Strict or lenient, duplicates, progress; lenient by default.</param>
        /// <param name="cancellationToken">Ends reading.</param>
        /// <returns>The log; its <see cref="JourneyLog.Quality"/> says what became of every row. An empty list gives a log without events.</returns>
        /// <remarks>
        /// <para>
        /// Records are the items of a list that is the whole document, else the values in it. Each is a row, or, with <see cref="EventMapping.Rows"/>, holds lists of rows at that path
        /// (which may itself begin with <c>[]</c> for the list that is the document). Only what the columns of one row need is held in memory at a time: with
        /// <c>results[].history[]</c> and <c>^.id</c> one item of <c>results</c>, of <see cref="ReadLimits.RecordBytes"/> at most.
        /// </para>
        /// <para>Rows are rejected as in JSON Lines; the line of a rejected row is its place among the rows, from 1, since whole documents often stand on one line. Text that is not JSON ends reading.</para>
        /// </remarks>
        /// <exception cref="ArgumentException">The path is empty.</exception>
        /// <exception cref="JourneyDefinitionException">The mapping contradicts itself or has columns that are no paths; all problems are listed.</exception>
        /// <exception cref="JourneyDataException">The text is empty, is not JSON (line and byte are named) or is nested deeper than <see cref="ReadLimits.JsonDepth"/>, a record is longer than <see cref="ReadLimits.RecordBytes"/>, a row is bad and reading is strict, or the log has more different events or channels than it can hold.</exception>
        /// <exception cref="InvalidDataException">The compressed data are damaged, cut off, or unfold to more than <see cref="ReadLimits"/> allow; or a zip archive comes from a stream that cannot seek.</exception>
        /// <exception cref="IOException">The file cannot be read.</exception>
        /// <exception cref="OperationCanceledException">Reading was canceled.</exception>
        public static async Task<JourneyLog> ReadJsonAsync(string path, EventMapping mapping, ReadOptions? options = null, CancellationToken cancellationToken = default)
        {
            ArgumentException.ThrowIfNullOrEmpty(path);
            ArgumentNullException.ThrowIfNull(mapping);
            if (FilePattern.IsPattern(path)) return await JourneyLog.ReadJsonAsync([path], mapping, options, cancellationToken).ConfigureAwait(false);
            JsonDocumentReader reader = new(mapping, JsonPlan.For(mapping), options ?? ReadOptions.Default, $"'{Path.GetFileName(path)}'");
            FileStream file = SourceFiles.Open(path);
            await using (file.ConfigureAwait(false)) return await reader.ReadAsync(file, TextInputOptions.CompressionOf(path, TextCompression.Automatic), cancellationToken).ConfigureAwait(false);
        }

        /// <summary>Reads a log from a stream of JSON, plain, compressed with gzip, or inside of a zip archive. The stream is read to its end and left open.</summary>
        /// <param name="stream">The text, from the current position on.</param>
        /// <param name="mapping">Which value is what; columns are paths, see <c>ReadJsonLinesAsync</c>.</param>
        /// <param name="options">Strict or lenient, duplicates, progress; lenient by default.</param>
        /// <param name="cancellationToken">Ends reading.</param>
        /// <returns>The log; its <see cref="JourneyLog.Quality"/> says what became of every row.</returns>
        /// <remarks>See the overload that takes a path.</remarks>
        /// <exception cref="ArgumentException">The stream cannot be read.</exception>
        /// <exception cref="JourneyDefinitionException">The mapping contradicts itself or has columns that are no paths; all problems are listed.</exception>
        /// <exception cref="JourneyDataException">The text is empty, is not JSON (line and byte are named) or is nested deeper than <see cref="ReadLimits.JsonDepth"/>, a record is longer than <see cref="ReadLimits.RecordBytes"/>, a row is bad and reading is strict, or the log has more different events or channels than it can hold.</exception>
        /// <exception cref="InvalidDataException">The compressed data are damaged, cut off, or unfold to more than <see cref="ReadLimits"/> allow; or a zip archive comes from a stream that cannot seek.</exception>
        /// <exception cref="IOException">The stream cannot be read.</exception>
        /// <exception cref="OperationCanceledException">Reading was canceled.</exception>
        public static async Task<JourneyLog> ReadJsonAsync(Stream stream, EventMapping mapping, ReadOptions? options = null, CancellationToken cancellationToken = default)
        {
            CheckReadable(stream);
            ArgumentNullException.ThrowIfNull(mapping);
            JsonDocumentReader reader = new(mapping, JsonPlan.For(mapping), options ?? ReadOptions.Default, "the stream");
            return await reader.ReadAsync(stream, TextCompression.Automatic, cancellationToken).ConfigureAwait(false);
        }
    }

    private static void CheckReadable(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        if (!stream.CanRead) throw new ArgumentException("The stream cannot be read.", nameof(stream));
    }
}
