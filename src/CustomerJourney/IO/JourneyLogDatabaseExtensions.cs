using System.Data.Common;
using CustomerJourney.Events;
using CustomerJourney.IO;

namespace CustomerJourney;

/// <summary>Verbs: read a log from a database.</summary>
public static class JourneyLogDatabaseExtensions
{
    extension(JourneyLog)
    {
        /// <summary>Reads a log from the rows of a query, of any database that has an ADO.NET provider.</summary>
        /// <param name="reader">The rows: the present result of the reader is read to its end, further results are not. The reader is left open.</param>
        /// <param name="mapping">Which column is what, by the names that the query gives them; compared ordinally.</param>
        /// <param name="options">Strict or lenient, duplicates, progress; lenient by default.</param>
        /// <param name="cancellationToken">Ends reading.</param>
        /// <returns>The log; its <see cref="JourneyLog.Quality"/> says what became of every row, whose line is its number from 1. A query without rows gives a log without events.</returns>
        /// <remarks>
        /// <para>
        /// Values are taken by their types: texts; numbers, also for Unix times, as the mapping's <see cref="EventMapping.TimeFormat"/> says; truth values as <c>true</c> and <c>false</c>; Guids with hyphens, in lower case.
        /// <see cref="DBNull"/> and the empty text mean: nothing there.
        /// </para>
        /// <para>
        /// Columns of a date type are times whatever the time format says: <see cref="DateTimeOffset"/> and <see cref="DateTime"/> of the kinds Utc and Local are instants,
        /// a <see cref="DateTime"/> of the kind Unspecified and a <see cref="DateOnly"/> (midnight) are read by the clocks of the format's <see cref="TimeFormat.Zone"/>, UTC by default.
        /// </para>
        /// <para>
        /// A row is rejected as in CSV, and if a value that is read has no text (bytes, lists) or is none that .NET can hold.
        /// Rows are read with <see cref="DbDataReader.ReadAsync(CancellationToken)"/>; the values of a row, which lie in memory then, synchronously, unless the reader refuses that with <see cref="NotSupportedException"/>.
        /// </para>
        /// </remarks>
        /// <exception cref="ArgumentException">The reader is closed.</exception>
        /// <exception cref="JourneyDefinitionException">The mapping contradicts itself, or the query lacks columns that it names; all problems are listed.</exception>
        /// <exception cref="JourneyDataException">A row is bad and reading is strict, or the log has more different events or channels than it can hold.</exception>
        /// <exception cref="DbException">The database ended the query.</exception>
        /// <exception cref="OperationCanceledException">Reading was canceled.</exception>
        public static async Task<JourneyLog> ReadDatabaseAsync(DbDataReader reader, EventMapping mapping, ReadOptions? options = null, CancellationToken cancellationToken = default)
        {
            ArgumentNullException.ThrowIfNull(reader);
            ArgumentNullException.ThrowIfNull(mapping);
            if (reader.IsClosed) throw new ArgumentException("The reader is closed.", nameof(reader));
            List<string> problems = MappingProblems.OfTable(mapping);
            if (problems.Count > 0) throw new JourneyDefinitionException("The event mapping", problems);
            cancellationToken.ThrowIfCancellationRequested();
            return await new DatabaseLogReader(reader, mapping, options ?? ReadOptions.Default).ReadAsync(cancellationToken).ConfigureAwait(false);
        }
    }
}
