using System.Data.Common;
using CustomerJourney;
using CustomerJourney.Events;
using CustomerJourney.IO;
using Microsoft.Data.Sqlite;

namespace ReadAnything.Examples;

internal static class OtherExamples
{
    public static async Task XesAsync()
    {
        // Example: xes
        JourneyLog log = await JourneyLog.ReadXesAsync("claims.xes", new XesFormat { Channel = "region" });
        Console.Write(log.Quality.ToText());
        await log.WriteCsvAsync(Console.OpenStandardOutput());
        // End
    }

    public static async Task DatabaseAsync()
    {
        // Example: database
        await using SqliteConnection connection = new("Data Source=:memory:");
        await connection.OpenAsync();
        await using (DbCommand fill = connection.CreateCommand())
        {
            fill.CommandText = """
                CREATE TABLE visits (visitor TEXT, what TEXT, at INTEGER, paid REAL);
                INSERT INTO visits VALUES ('anna', 'view', 1772355600, NULL), ('anna', 'order_paid', 1772356320, 19.9), (NULL, 'view', 1772356400, NULL);
                """;
            await fill.ExecuteNonQueryAsync();
        }

        await using DbCommand command = connection.CreateCommand();
        command.CommandText = "SELECT visitor AS customer, what AS event, at AS time, paid AS value FROM visits";
        await using DbDataReader reader = await command.ExecuteReaderAsync();

        EventMapping mapping = new() { Customer = "customer", Event = "event", Time = "time", TimeFormat = TimeFormat.UnixSeconds, Value = "value" };
        JourneyLog log = await JourneyLog.ReadDatabaseAsync(reader, mapping);
        Console.Write(log.Quality.ToText());
        await log.WriteCsvAsync(Console.OpenStandardOutput());
        // End
    }

    public static async Task SnapshotAsync()
    {
        // Example: snapshot
        EventMapping mapping = new() { Customer = "customer", Event = "event", Time = "time" };
        JourneyLog log = await JourneyLog.ReadCsvAsync("events.csv", mapping);
        await log.WriteSnapshotAsync("events.cjlog");

        JourneyLog again = await JourneyLog.ReadSnapshotAsync("events.cjlog");
        Console.WriteLine($"{again.EventCount} events of {again.CustomerCount} customers, {again.Quality.Rejected} rows rejected when they were read");
        // End
    }
}
