using CustomerJourney.Events;
using CustomerJourney.IO;

namespace CustomerJourney;

/// <summary>Verbs: read a log from XES (IEEE 1849), the format of process mining, and write it.</summary>
public static class JourneyLogXesExtensions
{
    extension(JourneyLog)
    {
        /// <summary>Reads a log from an XES document (IEEE 1849), plain, compressed with gzip or brotli, or inside of a zip archive; or from all files that match a pattern.</summary>
        /// <param name="path">
        /// The file. Whether it is compressed is seen from its first bytes; brotli, which has no mark, from the name <c>.br</c>. The encoding is the one that the document names.
        /// A path with <c>*</c> or <c>?</c> that is no file is a pattern (see <see cref="FilePattern.Find"/>); its files are read as by the overload that takes several.
        /// </param>
        /// <param name="format">Which attribute is what; by default a trace is a customer, and the keys are those of the standard.</param>
        /// <param name="options">Strict or lenient, duplicates, progress; lenient by default.</param>
        /// <param name="cancellationToken">Ends reading.</param>
        /// <returns>The log; its <see cref="JourneyLog.Quality"/> says what became of every event. A document without traces gives a log without customers.</returns>
        /// <remarks>
        /// <para>Every trace is a customer, with events or without; traces of one name are one customer. Attributes of the trace become attributes of the customer, all others attributes of the event,
        /// as the text that the document has: types are not checked, but for what is read as a time, a number or a kind of score. Attributes of the log itself, and extensions, are not needed.</para>
        /// <para>Start and completion (<c>lifecycle:transition</c>, capital letters or not) become one event, which counts as one row: a completion belongs to the first open start before it in its trace that has the
        /// same activity and the same <c>concept:instance</c> (or none, as it has none) and lies no later. It keeps its own attributes and gets those that only the start has. A start or completion that stays alone,
        /// and every other transition (<c>schedule</c>, <c>suspend</c>, <c>ate_abort</c> …), stays an event with its transition as an attribute. <see cref="DataQualityReport.SourceCounts"/> tells how many.</para>
        /// <para>An event is rejected, with its line, if it lacks its name or time, a time or number in it cannot be read, a key stands twice with different values, an attribute has no key or no value, or it has no trace or
        /// its trace no customer. A trace without events is rejected, and counts as a row, if it has no customer. Elements that XES does not have at a place are passed over and counted.</para>
        /// <para>The document is never held in memory as a whole, only what follows an open start in its trace. DTDs are refused, nothing is fetched from elsewhere, and the limits of the format and of <see cref="ReadOptions.Limits"/> hold: an event or trace with a value that is too long is rejected, one that is too long as a whole ends reading.</para>
        /// </remarks>
        /// <exception cref="ArgumentException">The path is empty.</exception>
        /// <exception cref="JourneyDefinitionException">The format contradicts itself, or the document does not have its classifier; all problems are listed.</exception>
        /// <exception cref="JourneyDataException">The document is not well-formed XML or not XES, or over a limit; an event is bad and reading is strict; or the log has more different events or channels than it can hold.</exception>
        /// <exception cref="InvalidDataException">The compressed data are damaged, cut off, or unfold to more than <see cref="ReadLimits"/> allow; or a zip archive comes from a stream that cannot seek.</exception>
        /// <exception cref="IOException">The file cannot be read.</exception>
        /// <exception cref="OperationCanceledException">Reading was canceled.</exception>
        public static async Task<JourneyLog> ReadXesAsync(
            string path, XesFormat? format = null, ReadOptions? options = null, CancellationToken cancellationToken = default)
        {
            ArgumentException.ThrowIfNullOrEmpty(path);
            XesLogReader.Check(format ??= XesFormat.Default);
            if (FilePattern.IsPattern(path)) return await JourneyLog.ReadXesAsync([path], format, options, cancellationToken).ConfigureAwait(false);
            XesLogReader reader = new(format, options ?? ReadOptions.Default, $"'{Path.GetFileName(path)}'");
            FileStream file = SourceFiles.Open(path);
            await using (file.ConfigureAwait(false)) return await reader.ReadAsync(file, TextInputOptions.CompressionOf(path, TextCompression.Automatic), cancellationToken).ConfigureAwait(false);
        }

        /// <summary>Reads a log from a stream of XES (IEEE 1849), plain, compressed with gzip, or inside of a zip archive. The stream is read to its end and left open.</summary>
        /// <param name="stream">The document, from the current position on.</param>
        /// <param name="format">Which attribute is what; by default a trace is a customer, and the keys are those of the standard.</param>
        /// <param name="options">Strict or lenient, duplicates, progress; lenient by default.</param>
        /// <param name="cancellationToken">Ends reading.</param>
        /// <returns>The log; its <see cref="JourneyLog.Quality"/> says what became of every event.</returns>
        /// <remarks>See the overload that takes a path.</remarks>
        /// <exception cref="ArgumentException">The stream cannot be read.</exception>
        /// <exception cref="JourneyDefinitionException">The format contradicts itself, or the document does not have its classifier; all problems are listed.</exception>
        /// <exception cref="JourneyDataException">The document is not well-formed XML or not XES, or over a limit; an event is bad and reading is strict; or the log has more different events or channels than it can hold.</exception>
        /// <exception cref="InvalidDataException">The compressed data are damaged, cut off, or unfold to more than <see cref="ReadLimits"/> allow; or a zip archive comes from a stream that cannot seek.</exception>
        /// <exception cref="IOException">The stream cannot be read.</exception>
        /// <exception cref="OperationCanceledException">Reading was canceled.</exception>
        public static async Task<JourneyLog> ReadXesAsync(
            Stream stream, XesFormat? format = null, ReadOptions? options = null, CancellationToken cancellationToken = default)
        {
            ArgumentNullException.ThrowIfNull(stream);
            if (!stream.CanRead) throw new ArgumentException("The stream cannot be read.", nameof(stream));
            XesLogReader.Check(format ??= XesFormat.Default);
            XesLogReader reader = new(format, options ?? ReadOptions.Default, "the stream");
            return await reader.ReadAsync(stream, TextCompression.Automatic, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Writes a log as XES (IEEE 1849-2016), a trace a customer in the order of the log; compressed where the path ends in <c>.gz</c> (gzip) or <c>.br</c> (brotli).</summary>
    /// <param name="log">The log; of a classified one the facts are written, without its stages.</param>
    /// <param name="path">The file. It appears when it is whole; one that was there before is replaced.</param>
    /// <param name="cancellationToken">Ends writing.</param>
    /// <remarks>
    /// <para>Customers without events are traces without events. An event that lasts is written as its start and, right behind it, its completion. Attributes have the narrowest type (int, float, boolean, date, id, else string)
    /// in which all values of that name stand exactly as they are. Ids are <c>identity:id</c>; what XES has no key for has one of the extension <c>journey</c>
    /// (<c>journey:channel</c>, <c>recorded_at</c>, <c>sequence</c>, <c>score</c>, <c>score_kind</c>, <c>question</c>, <c>about</c>, <c>value</c>, <c>currency</c>), which <c>ReadXesAsync</c> reads by default. The same log gives the same bytes.</para>
    /// <para>Reading back gives the same log bit for bit, but for names, attributes and attribute values that no event has (a log that was cut keeps them), <see cref="LogSchema.ObservedUntil"/> of a log that was cut,
    /// starts all of which are the times of their events, events that have an attribute <c>lifecycle:transition</c> of their own, which are read as what it says, and <see cref="JourneyLog.Quality"/>.</para>
    /// </remarks>
    /// <exception cref="ArgumentException">The path is empty.</exception>
    /// <exception cref="JourneyDefinitionException">XML cannot hold a name of the log (characters such as U+0000 have no form in XML 1.0), or an attribute has a key that means something else; all problems are listed, and nothing is written.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="OperationCanceledException">Writing was canceled; nothing is written.</exception>
    public static async Task WriteXesAsync(this JourneyLog log, string path, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(log);
        ArgumentException.ThrowIfNullOrEmpty(path);
        XesLogWriter.Check(log);
        await ExportFile.WriteAsync(path, file => XesLogWriter.WriteAsync(log, file, cancellationToken)).ConfigureAwait(false);
    }

    /// <summary>Writes a log as XES (IEEE 1849-2016) to a stream, which is left open.</summary>
    /// <param name="log">The log; of a classified one the facts are written, without its stages.</param>
    /// <param name="stream">Where to write; it need not be able to seek.</param>
    /// <param name="cancellationToken">Ends writing.</param>
    /// <remarks>See the overload that takes a path. What fails on the way leaves a part in the stream.</remarks>
    /// <exception cref="ArgumentException">The stream cannot be written.</exception>
    /// <exception cref="JourneyDefinitionException">XML cannot hold a name of the log, or an attribute has a key that means something else; all problems are listed, and nothing is written.</exception>
    /// <exception cref="IOException">The stream cannot be written.</exception>
    /// <exception cref="OperationCanceledException">Writing was canceled.</exception>
    public static async Task WriteXesAsync(this JourneyLog log, Stream stream, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(log);
        ArgumentNullException.ThrowIfNull(stream);
        if (!stream.CanWrite) throw new ArgumentException("The stream cannot be written.", nameof(stream));
        XesLogWriter.Check(log);
        await XesLogWriter.WriteAsync(log, stream, cancellationToken).ConfigureAwait(false);
    }
}
