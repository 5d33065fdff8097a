using System.Text;
using CustomerJourney.Events;
using CustomerJourney.IO;

namespace CustomerJourney;

/// <summary>Verbs: export a log as a table of its events.</summary>
public static class JourneyLogExportExtensions
{
    /// <summary>Writes a log as CSV, a row an event in the order of the log; compressed where the path ends in <c>.gz</c> (gzip) or <c>.br</c> (brotli).</summary>
    /// <param name="log">The log; of a classified one the facts are written, without its stages.</param>
    /// <param name="path">The file. It appears when it is whole; one that was there before is replaced.</param>
    /// <param name="format">Separator, quote, encoding and culture; by default RFC 4180 in UTF-8. Reading back needs the same.</param>
    /// <param name="options">Formula-safe or exact, progress; exact by default.</param>
    /// <param name="cancellationToken">Ends writing.</param>
    /// <returns>What was written, the mapping that reads it back, and what of the log a table cannot carry.</returns>
    /// <remarks>
    /// The columns are <c>customer</c>, <c>event</c>, <c>time</c>, <c>started_at</c>, <c>recorded_at</c>, <c>id</c>, <c>sequence</c>, <c>channel</c>, <c>score</c>, <c>score_kind</c>, <c>question</c>,
    /// <c>about</c>, <c>value</c>, <c>currency</c>, then the event attributes and the customer attributes in ordinal order of their names; those that the log does not have are left out.
    /// An attribute whose name is one of these, or that of an attribute before, stands in a column <c>event.name</c> or <c>customer.name</c>; the mapping gives it its name again.
    /// Times are ISO 8601 in UTC, exact; an event without a start of its own starts at its time. Scores and amounts are exact, in the format's culture. Customer attributes stand in every row of the customer.
    /// The same log gives the same bytes.
    /// Reading back gives the same log bit for bit, but for what <see cref="LogExport"/> counts, for names and attribute values that no event has (a log that was cut keeps them), for
    /// <see cref="LogSchema.ObservedUntil"/> of a log that was cut, and for <see cref="JourneyLog.Quality"/>. A snapshot keeps those too.
    /// </remarks>
    /// <exception cref="ArgumentException">The path is empty, separator and quote are the same, or the format has no header, skips lines, names an entry of an archive, or another compression than the path.</exception>
    /// <exception cref="EncoderFallbackException">The encoding of the format does not have a character of the log; nothing is written.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="OperationCanceledException">Writing was canceled; nothing is written.</exception>
    public static async Task<LogExport> WriteCsvAsync(
        this JourneyLog log, string path, CsvFormat? format = null, LogExportOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(log);
        ArgumentException.ThrowIfNullOrEmpty(path);
        CsvLogWriter.Check(format ??= CsvFormat.Default, path);
        return await ExportFile.WriteAsync(path, file => CsvLogWriter.WriteAsync(log, file, format, options ?? LogExportOptions.Default, cancellationToken)).ConfigureAwait(false);
    }

    /// <summary>Writes a log as CSV to a stream, which is left open.</summary>
    /// <param name="log">The log; of a classified one the facts are written, without its stages.</param>
    /// <param name="stream">Where to write, such as a <see cref="System.IO.Compression.GZipStream"/>; it need not be able to seek.</param>
    /// <param name="format">Separator, quote, encoding and culture; by default RFC 4180 in UTF-8. Reading back needs the same.</param>
    /// <param name="options">Formula-safe or exact, progress; exact by default.</param>
    /// <param name="cancellationToken">Ends writing.</param>
    /// <returns>What was written, the mapping that reads it back, and what of the log a table cannot carry.</returns>
    /// <remarks>See the overload that takes a path. What fails on the way leaves a part in the stream.</remarks>
    /// <exception cref="ArgumentException">The stream cannot be written, separator and quote are the same, or the format has no header, skips lines, or names an entry of an archive.</exception>
    /// <exception cref="EncoderFallbackException">The encoding of the format does not have a character of the log.</exception>
    /// <exception cref="IOException">The stream cannot be written.</exception>
    /// <exception cref="OperationCanceledException">Writing was canceled.</exception>
    public static async Task<LogExport> WriteCsvAsync(
        this JourneyLog log, Stream stream, CsvFormat? format = null, LogExportOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(log);
        CheckStream(stream);
        CsvLogWriter.Check(format ??= CsvFormat.Default);
        return await CsvLogWriter.WriteAsync(log, stream, format, options ?? LogExportOptions.Default, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Writes a log as JSON Lines, an object an event in the order of the log; compressed where the path ends in <c>.gz</c> (gzip) or <c>.br</c> (brotli).</summary>
    /// <param name="log">The log; of a classified one the facts are written, without its stages.</param>
    /// <param name="path">The file. It appears when it is whole; one that was there before is replaced.</param>
    /// <param name="options">Progress; formulas mean nothing in JSON.</param>
    /// <param name="cancellationToken">Ends writing.</param>
    /// <returns>What was written, the mapping that reads it back, and what of the log it does not carry.</returns>
    /// <remarks>
    /// The fields have the names and the order of the CSV export (see <c>WriteCsvAsync</c>), but that attributes stand in an object <c>attributes</c> and those of the customer in <c>customer_attributes</c>,
    /// under their own names. Scores, amounts and sequences are numbers. What an event does not have is left out. Lines end in a line feed; the text is UTF-8. The same log gives the same bytes.
    /// </remarks>
    /// <exception cref="ArgumentException">The path is empty.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="OperationCanceledException">Writing was canceled; nothing is written.</exception>
    public static async Task<LogExport> WriteJsonLinesAsync(this JourneyLog log, string path, LogExportOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(log);
        ArgumentException.ThrowIfNullOrEmpty(path);
        return await ExportFile.WriteAsync(path, file => new JsonLinesLogWriter(log, options ?? LogExportOptions.Default, file).WriteAsync(cancellationToken)).ConfigureAwait(false);
    }

    /// <summary>Writes a log as JSON Lines to a stream, which is left open.</summary>
    /// <param name="log">The log; of a classified one the facts are written, without its stages.</param>
    /// <param name="stream">Where to write; it need not be able to seek.</param>
    /// <param name="options">Progress; formulas mean nothing in JSON.</param>
    /// <param name="cancellationToken">Ends writing.</param>
    /// <returns>What was written, the mapping that reads it back, and what of the log it does not carry.</returns>
    /// <remarks>See the overload that takes a path. What fails on the way leaves a part in the stream.</remarks>
    /// <exception cref="ArgumentException">The stream cannot be written.</exception>
    /// <exception cref="IOException">The stream cannot be written.</exception>
    /// <exception cref="OperationCanceledException">Writing was canceled.</exception>
    public static async Task<LogExport> WriteJsonLinesAsync(this JourneyLog log, Stream stream, LogExportOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(log);
        CheckStream(stream);
        return await new JsonLinesLogWriter(log, options ?? LogExportOptions.Default, stream).WriteAsync(cancellationToken).ConfigureAwait(false);
    }

    private static void CheckStream(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        if (!stream.CanWrite) throw new ArgumentException("The stream cannot be written.", nameof(stream));
    }
}
