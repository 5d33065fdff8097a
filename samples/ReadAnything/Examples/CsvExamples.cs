using System.Globalization;
using System.Text;
using CustomerJourney;
using CustomerJourney.Events;
using CustomerJourney.IO;

namespace ReadAnything.Examples;

internal static class CsvExamples
{
    public static async Task CsvAsync()
    {
        // Example: csv
        JourneyLog log = await JourneyLog.ReadCsvAsync("events.csv", new EventMapping
        {
            Customer = "customer",
            Event = "event",
            Time = "time",
            Channel = "device",
            EventAttributes = ["page"],
        });
        Console.Write(log.Quality.ToText());
        await log.WriteCsvAsync(Console.OpenStandardOutput());
        // End
    }

    public static async Task FormatAsync()
    {
        // Example: csv format
        TimeZoneInfo berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");
        EventMapping mapping = new()
        {
            Customer = "Kunde",
            Event = "Vorgang",
            Time = "Zeit",
            TimeFormat = TimeFormat.Local(berlin, "dd.MM.yyyy HH:mm"),
            Value = "Betrag",
        };
        CsvFormat format = new() { Separator = ';', SkippedLines = 1, Encoding = Encoding.Latin1, Culture = CultureInfo.GetCultureInfo("de-DE") };

        JourneyLog log = await JourneyLog.ReadCsvAsync("kasse.csv", mapping, format);
        await log.WriteCsvAsync(Console.OpenStandardOutput());
        // End
    }

    public static async Task PlacesAsync()
    {
        // Example: csv places
        EventMapping places = new() { Customer = "1", Event = "2", Time = "3", TimeFormat = TimeFormat.UnixSeconds };
        JourneyLog log = await JourneyLog.ReadCsvAsync("clicks.tsv", places, CsvFormat.Tab with { HasHeader = false });
        await log.WriteCsvAsync(Console.OpenStandardOutput());
        // End
    }

    public static async Task DatesAsync()
    {
        // Example: csv dates
        JourneyLog log = await JourneyLog.ReadCsvAsync("deals.csv", new EventMapping
        {
            Customer = "deal",
            DateColumns = [DateColumn.For("entered_*", "stage: *")],
            CustomerAttributes = ["amount"],
        });
        Console.Write(log.Quality.ToText());
        await log.WriteCsvAsync(Console.OpenStandardOutput());
        // End
    }

    public static async Task FilesAsync()
    {
        // Example: csv files
        EventMapping mapping = new() { Customer = "customer", Event = "event", Time = "time" };
        JourneyLog year = await JourneyLog.ReadCsvAsync("exports/2026-*/**/events*.csv.gz", mapping);
        JourneyLog both = await JourneyLog.ReadCsvAsync(["exports/2026-01/events.csv.gz", "events.csv"], mapping);

        Console.WriteLine($"{year.EventCount} events in a year, {both.EventCount} in the two files");
        foreach (RejectedRow row in year.Quality.FirstRejected) Console.WriteLine(row);
        // End
    }
}
