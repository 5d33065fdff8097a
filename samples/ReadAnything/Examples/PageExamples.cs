using CustomerJourney;
using CustomerJourney.Classification;
using CustomerJourney.Events;
using CustomerJourney.Reporting;

namespace ReadAnything.Examples;

/// <summary>The examples of docs/snapshot.md and docs/quality.md.</summary>
internal static class PageExamples
{
    private static readonly EventMapping Columns = new() { Customer = "customer", Event = "event", Time = "time", Id = "id", Channel = "device" };

    public static async Task SnapshotAsync()
    {
        Journey journey = Journey.Create("Shop", map => map.AddStage("Purchase", stage => stage.AddTouchpoint("Payment", touch => touch.ObservedAs("order_paid"))));
        // Example: snapshot.md
        JourneyLog log = await JourneyLog.ReadCsvAsync("shop.csv", new EventMapping { Customer = "customer", Event = "event", Time = "time" });
        await log.WriteSnapshotAsync("shop.cjlog");

        JourneyLog again = await JourneyLog.ReadSnapshotAsync("shop.cjlog");
        StagedLog staged = journey.Classify(again);
        // End
        if (staged.EventCount != log.EventCount) throw new InvalidOperationException("The snapshot has another number of events.");
    }

    public static async Task QualityAsync()
    {
        JourneyLog log = await JourneyLog.ReadCsvAsync("shop.csv", Columns);
        // Example: quality.md
        DataQualityResult quality = log.CheckQuality(new DataQuality
        {
            AsOf = new DateTimeOffset(2026, 3, 31, 0, 0, 0, TimeSpan.Zero),   // what lies after it lies in the future
            Calendar = new ReportingCalendar { TimeZone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin") },   // where days begin
            MostEventsPerMinute = 60,   // more than that in any 60 seconds,
            MostEventsPerDay = 1_440,   // or in any 24 hours: a suspected bot
        });

        string text = quality.ToText();   // or ToMarkdown(), ToJson(); these name suspected bots
        if (quality.TiesShare > 0.2) Console.WriteLine("One event in five shares its instant: the order within an instant is that of the source.");
        JourneyReport page = JourneyReport.Create("Our data", report => report.Add(quality));   // names no customer
        // End
        if (text.Length == 0 || page.Sections.Count == 0) throw new InvalidOperationException("The report is empty.");
    }

    public static async Task GroupsAsync()
    {
        JourneyLog log = await JourneyLog.ReadCsvAsync("shop.csv", Columns);
        // Example: quality.md groups
        foreach (var (device, quality) in log.Measure(new DataQuality().By(Dimension.Channel.First)))
            Console.WriteLine($"{device}: {quality.Customers} customers, {quality.RepeatedEvents} events repeated, {quality.CustomersWithOneEvent} customers with one event");
        // End
    }
}
