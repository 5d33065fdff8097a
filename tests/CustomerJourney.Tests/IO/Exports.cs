using CustomerJourney.Events;
using CustomerJourney.Tests.Support;

namespace CustomerJourney.Tests.IO;

/// <summary>Reads the sample exports in <c>Data/Exports</c>, duplicates dropped, and checks what must hold for each.</summary>
internal static class Exports
{
    private static readonly ReadOptions Options = new() { Duplicates = DuplicateEvents.Drop };

    public static string FileOf(string name) => Repository.File("tests", "CustomerJourney.Tests", "Data", "Exports", name);

    public static async Task<JourneyLog> CsvAsync(string name, EventMapping mapping, ReadOptions? options = null) =>
        Checked(await JourneyLog.ReadCsvAsync(FileOf(name), mapping, options: options ?? Options), mapping);

    public static async Task<JourneyLog> JsonAsync(string name, EventMapping mapping) =>
        Checked(await JourneyLog.ReadJsonAsync(FileOf(name), mapping, Options), mapping);

    public static async Task<JourneyLog> LinesAsync(string name, EventMapping mapping) =>
        Checked(await JourneyLog.ReadJsonLinesAsync(FileOf(name), mapping, Options), mapping);

    /// <summary>What became of the rows: read, accepted, rejected, skipped, duplicates dropped, collapsed.</summary>
    public static (long Read, long Accepted, long Rejected, long Skipped, long Dropped, long Collapsed) Counts(JourneyLog log) =>
        (log.Quality.RowsRead, log.Quality.Accepted, log.Quality.Rejected, log.Quality.Skipped, log.Quality.DroppedDuplicates, log.Quality.Collapsed);

    private static JourneyLog Checked(JourneyLog log, EventMapping mapping)
    {
        LogLines.AddsUp(log);
        Assert.Equal(mapping, mapping with { });
        return log;
    }
}
