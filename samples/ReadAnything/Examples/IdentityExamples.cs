using System.Security.Cryptography;
using CustomerJourney;
using CustomerJourney.Events;

namespace ReadAnything.Examples;

internal static class IdentityExamples
{
    private static readonly EventMapping Columns = new() { Customer = "customer", Event = "event", Time = "time" };

    public static async Task InRowsAsync()
    {
        // Example: identity
        JourneyLog log = await JourneyLog.ReadCsvAsync("visits.csv", new EventMapping
        {
            Customer = "user",
            Fallbacks = [ColumnFallback.For("user", "cookie")],   // the user where there is one, else the cookie
            Anonymous = "cookie",                                 // a row with both says who the cookie is
            Event = "event",
            Time = "time",
        });
        Console.Write(log.Quality.ToText());
        await log.WriteCsvAsync(Console.OpenStandardOutput());
        // End
    }

    public static async Task LinksAsync()
    {
        // Example: identity links
        EventMapping mapping = new() { Customer = "user", Fallbacks = [ColumnFallback.For("user", "cookie")], Event = "event", Time = "time" };
        JourneyLog log = await JourneyLog.ReadCsvAsync("visits.csv", mapping, options: new ReadOptions
        {
            IdentityLinks =
            [
                new() { Id = "c-1", Customer = "anna" },
                new() { Id = "c-2", Customer = "ben", At = new DateTimeOffset(2026, 3, 5, 8, 0, 0, TimeSpan.Zero) },
                new() { Id = "ben", Customer = "benjamin", Kind = IdentityLinkKind.Alias },
            ],
        });
        Console.WriteLine(string.Join(", ", log.CustomerIds));
        // End
    }

    public static async Task ErasureAsync()
    {
        JourneyLog log = await JourneyLog.ReadCsvAsync("events.csv", Columns);
        // Example: erasure
        JourneyLog rest = log.WithoutCustomers(["anna"]);
        byte[] key = RandomNumberGenerator.GetBytes(32);   // keep it secret; throw it away, and nobody finds the customers again
        JourneyLog safe = rest.Pseudonymize(key);

        Console.WriteLine($"{string.Join(", ", rest.CustomerIds)}, now under a name of {safe.CustomerIds[0].Length} characters");
        // End
    }
}
