using CustomerJourney;
using CustomerJourney.Events;

namespace ReadAnything.Examples;

internal static class JsonExamples
{
    public static async Task LinesAsync()
    {
        // Example: json lines
        JourneyLog log = await JourneyLog.ReadJsonLinesAsync("offers.jsonl", new EventMapping
        {
            Customer = "person.id",
            Event = "event",
            Time = "time",
            TimeFormat = TimeFormat.UnixSeconds,
            EventAttributes = ["value.offer id"],
            AttributeNames = [AttributeName.For("value.offer id", "offer")],
            Fallbacks = [ColumnFallback.For("value.offer id", "value.offer_id")],
        });
        Console.Write(log.Quality.ToText());
        await log.WriteCsvAsync(Console.OpenStandardOutput());
        // End
    }

    public static async Task FilesAsync()
    {
        // Example: json files
        EventMapping mapping = new() { Customer = "who", Event = "what", Time = "at" };
        JourneyLog year = await JourneyLog.ReadJsonLinesAsync("exports/2026-*/clicks.jsonl.gz", mapping);

        Console.WriteLine($"{year.EventCount} events of {year.CustomerCount} customers");
        foreach (RejectedRow row in year.Quality.FirstRejected) Console.WriteLine(row);
        // End
    }

    public static async Task DocumentAsync()
    {
        // Example: json document
        JourneyLog log = await JourneyLog.ReadJsonAsync("contacts.json", new EventMapping
        {
            Rows = "results[].history[]",
            Customer = "^.id",
            Event = "stage",
            Time = "at",
            CustomerAttributes = ["^.source"],
            AttributeNames = [AttributeName.For("^.source", "source")],
        });
        await log.WriteCsvAsync(Console.OpenStandardOutput());
        // End
    }
}
