using CustomerJourney;
using CustomerJourney.Events;

namespace ReadAnything.Examples;

internal static class CutExamples
{
    private static readonly EventMapping Columns = new() { Customer = "customer", Event = "event", Time = "time", Channel = "device", CustomerAttributes = ["plan"] };

    public static async Task CutsAsync()
    {
        JourneyLog log = await JourneyLog.ReadCsvAsync("shop.csv", Columns);
        // Example: cuts
        JourneyLog march = log.Within(TimeRange.Month(2026, 3));
        JourneyLog buyers = log.Where(trace => trace.Events.Contains((ushort)log.Schema.EventCode("order_paid")));
        JourneyLog beforeBuying = log.TruncateAfter("order_paid", keepEvent: false);

        Console.WriteLine($"{march.EventCount} events in March, {buyers.CustomerCount} buyers, {beforeBuying.EventCount} events before buying");
        foreach (LogPart<JourneyLog> part in log.SplitBy(Dimension.Attribute("plan")))
            Console.WriteLine($"{part.Name}: {part.Log.CustomerCount} customers");
        // End
    }

    public static async Task SessionsAsync()
    {
        JourneyLog log = await JourneyLog.ReadCsvAsync("shop.csv", Columns);
        // Example: sessions
        JourneyLog sessions = log.BySession(TimeSpan.FromMinutes(30));
        Console.WriteLine(string.Join(", ", sessions.CustomerIds));
        // End
    }

    public static async Task MergeAsync()
    {
        JourneyLog log = await JourneyLog.ReadCsvAsync("shop.csv", Columns), more = JourneyLog.From([new() { Customer = "anna", Event = "ticket_opened", At = DateTimeOffset.UnixEpoch.AddYears(56) }]);
        // Example: merge
        JourneyLog all = log.Append(more);   // JourneyLog.Merge(january, february, march) for several
        Console.WriteLine($"{log.EventCount} + {more.EventCount} = {all.EventCount} events of {all.CustomerCount} customers");
        // End
    }
}
