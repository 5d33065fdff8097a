using CustomerJourney.Building.Documents;
using CustomerJourney.Checks;

namespace CustomerJourney;

/// <summary>Verbs: check a map, check a document.</summary>
public static class CheckExtensions
{
    extension(Journey)
    {
        /// <summary>
        /// Checks a journey document, also one from which no map can be built: then the report holds the findings of CJ001 to CJ003, which are about documents, and says in <see cref="CheckReport.Unreadable"/> why the other rules could not be asked.
        /// </summary>
        /// <param name="json">The document.</param>
        /// <param name="asOf">The day of the check, from which the age of the map is counted.</param>
        /// <param name="options">Suppressions, own rules and thresholds; the standard ones when left out.</param>
        /// <param name="reading">How strictly and how much is read; strictly when left out.</param>
        /// <exception cref="ArgumentException">The options suppress a rule that does not exist, or hold a rule without an id of its own.</exception>
        public static CheckReport CheckDocument(string json, DateOnly asOf, CheckOptions? options = null, JourneyReadOptions? reading = null)
        {
            ArgumentNullException.ThrowIfNull(json);
            reading ??= JourneyReadOptions.Strict;
            return CheckRun.OfDocument(() => DocumentInput.Of(json, reading), asOf, options ?? new CheckOptions(), reading);
        }

        /// <summary>Checks a journey document in UTF-8 as <see cref="CheckDocument(string, DateOnly, CheckOptions?, JourneyReadOptions?)"/> does, and reads the stream to its end, or until it is too large. The stream stays open.</summary>
        /// <param name="stream">The document.</param>
        /// <param name="asOf">The day of the check, from which the age of the map is counted.</param>
        /// <param name="options">Suppressions, own rules and thresholds; the standard ones when left out.</param>
        /// <param name="reading">How strictly and how much is read; strictly when left out.</param>
        /// <exception cref="ArgumentException">The options suppress a rule that does not exist, or hold a rule without an id of its own.</exception>
        /// <exception cref="IOException">The stream cannot be read.</exception>
        public static CheckReport CheckDocument(Stream stream, DateOnly asOf, CheckOptions? options = null, JourneyReadOptions? reading = null)
        {
            ArgumentNullException.ThrowIfNull(stream);
            reading ??= JourneyReadOptions.Strict;
            return CheckRun.OfDocument(() => DocumentInput.Read(stream, reading), asOf, options ?? new CheckOptions(), reading);
        }

        /// <summary>Checks a journey document in UTF-8 as <see cref="CheckDocument(Stream, DateOnly, CheckOptions?, JourneyReadOptions?)"/> does, without blocking while the stream is read.</summary>
        /// <param name="stream">The document.</param>
        /// <param name="asOf">The day of the check, from which the age of the map is counted.</param>
        /// <param name="options">Suppressions, own rules and thresholds; the standard ones when left out.</param>
        /// <param name="reading">How strictly and how much is read; strictly when left out.</param>
        /// <param name="cancellationToken">Stops the reading.</param>
        /// <exception cref="ArgumentException">The options suppress a rule that does not exist, or hold a rule without an id of its own.</exception>
        /// <exception cref="IOException">The stream cannot be read.</exception>
        public static async Task<CheckReport> CheckDocumentAsync(Stream stream, DateOnly asOf, CheckOptions? options = null, JourneyReadOptions? reading = null, CancellationToken cancellationToken = default)
        {
            ArgumentNullException.ThrowIfNull(stream);
            reading ??= JourneyReadOptions.Strict;
            ReadOnlyMemory<byte> utf8 = await DocumentInput.ReadAsync(stream, reading, cancellationToken).ConfigureAwait(false);
            return CheckRun.OfDocument(() => utf8, asOf, options ?? new CheckOptions(), reading);
        }
    }

    /// <summary>Checks a map by the rules of <see cref="CheckRules.All"/> and those of the options. The same map, day and options give the same report.</summary>
    /// <param name="journey">The map.</param>
    /// <param name="asOf">The day of the check, from which the age of the map is counted.</param>
    /// <param name="options">Suppressions, own rules and thresholds; the standard ones when left out.</param>
    /// <exception cref="ArgumentException">The options suppress a rule that does not exist, or hold a rule without an id of its own.</exception>
    /// <exception cref="InvalidOperationException">A rule of the options gives findings that are not its own, or that lack an element or a message.</exception>
    public static CheckReport Check(this Journey journey, DateOnly asOf, CheckOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(journey);
        return CheckRun.OfMap(journey, asOf, options ?? new CheckOptions());
    }
}
