using CustomerJourney;
using CustomerJourney.Events;

namespace ReadAnything.Examples;

internal static class QualityExamples
{
    public static async Task DuplicatesAsync()
    {
        // Example: duplicates
        EventMapping mapping = new() { Customer = "customer", Event = "event", Time = "time", Id = "id" };
        JourneyLog log = await JourneyLog.ReadCsvAsync("shop.csv", mapping, options: new ReadOptions { Duplicates = DuplicateEvents.Drop });
        Console.Write(log.Quality.ToText());
        // End
    }

    public static async Task StrictAsync()
    {
        EventMapping mapping = new() { Customer = "customer", Event = "event", Time = "time" };
        // Example: strict
        try
        {
            await JourneyLog.ReadCsvAsync("events.csv", mapping, options: new ReadOptions { Strict = true });
        }
        catch (JourneyDataException problem)
        {
            Console.WriteLine(problem.Message);
        }
        // End
    }

    public static async Task LimitsAsync()
    {
        EventMapping mapping = new() { Customer = "customer", Event = "event", Time = "time" };
        // Example: limits
        ReadOptions careful = new() { Limits = new ReadLimits { FieldBytes = 200, RejectedValueLength = 0 } };
        JourneyLog log = await JourneyLog.ReadCsvAsync("events.csv", mapping, options: careful);
        foreach (RejectedRow row in log.Quality.FirstRejected) Console.WriteLine(row);
        // End
    }

    public static async Task QualityAsync()
    {
        // Example: quality
        EventMapping mapping = new() { Customer = "customer", Event = "event", Time = "time", Id = "id" };
        JourneyLog log = await JourneyLog.ReadCsvAsync("shop.csv", mapping);
        DataQualityResult quality = log.CheckQuality(new DataQuality { AsOf = new DateTimeOffset(2026, 3, 31, 0, 0, 0, TimeSpan.Zero) });
        Console.Write(quality.ToText());
        // End
    }
}
