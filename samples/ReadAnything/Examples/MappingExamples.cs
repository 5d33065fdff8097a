using CustomerJourney;
using CustomerJourney.Events;
using CustomerJourney.IO;

namespace ReadAnything.Examples;

internal static class MappingExamples
{
    public static async Task ReadyAsync()
    {
        // Example: ready mapping
        JourneyLog log = await JourneyLog.ReadJsonLinesAsync("segment.jsonl", EventMappings.Segment, new ReadOptions { Duplicates = DuplicateEvents.Drop });
        Console.Write(log.Quality.ToText());
        // End
    }

    public static async Task ChangedAsync()
    {
        // Example: changed mapping
        EventMapping mine = EventMappings.Segment with
        {
            EventAttributes = [.. EventMappings.Segment.EventAttributes, "properties.plan"],
            AttributeNames = [.. EventMappings.Segment.AttributeNames, AttributeName.For("properties.plan", "plan")],
            Filters = [RowFilter.OneOf("type", "track")],
        };
        JourneyLog log = await JourneyLog.ReadJsonLinesAsync("segment.jsonl", mine);
        await log.WriteCsvAsync(Console.OpenStandardOutput());
        // End
    }

    public static Task WrittenAsync()
    {
        // Example: written mapping
        Console.Write((EventMappings.CloudEvents with { EventAttributes = ["data.plan"] }).ToJson());
        // End
        return Task.CompletedTask;
    }

    public static async Task SettingsAsync()
    {
        // Example: mapping of a file
        EventMapping mine = EventMapping.Parse(await File.ReadAllTextAsync("mapping.json"));
        JourneyLog log = await JourneyLog.ReadJsonLinesAsync("segment.jsonl", mine);
        await log.WriteCsvAsync(Console.OpenStandardOutput());
        // End
    }

    public static Task WrongAsync()
    {
        // Example: wrong mapping
        try
        {
            EventMapping.Parse("""
                {
                  "customer": "userId",
                  "events": "event",
                  "timeFormat": "unix"
                }
                """);
        }
        catch (JourneyDefinitionException problem)
        {
            foreach (string line in problem.Problems) Console.WriteLine(line);
        }
        // End
        return Task.CompletedTask;
    }

    public static async Task ChangesAsync()
    {
        // Example: changes
        JourneyLog log = await JourneyLog.ReadCsvAsync("history.csv", new EventMapping
        {
            Customer = "case",
            Event = "new",
            EventPrefix = "case: ",
            Previous = "old",
            Time = "at",
            Id = "id",
            Filters = [RowFilter.OneOf("field", "Status")],
            CollapseRepeats = true,
        });
        Console.Write(log.Quality.ToText());
        await log.WriteCsvAsync(Console.OpenStandardOutput());
        // End
    }
}
