using CustomerJourney;
using CustomerJourney.Events;
using CustomerJourney.IO;

namespace ReadAnything.Examples;

internal static class ExportExamples
{
    public static async Task ExportAsync()
    {
        EventMapping mapping = new() { Customer = "customer", Event = "event", Time = "time", Channel = "device", EventAttributes = ["page"] };
        JourneyLog log = await JourneyLog.ReadCsvAsync("events.csv", mapping);
        // Example: export
        LogExport csv = await log.WriteCsvAsync("out.csv.gz", options: new LogExportOptions { FormulaSafe = true });
        LogExport lines = await log.WriteJsonLinesAsync("out.jsonl");
        await log.WriteXesAsync("out.xes");
        await log.WriteSnapshotAsync("out.cjlog");

        JourneyLog again = await JourneyLog.ReadJsonLinesAsync("out.jsonl", lines.Mapping);
        Console.WriteLine($"{again.EventCount} events read back; lossless: {lines.IsLossless}; cells made safe for spreadsheets: {csv.CellsMadeSafe}");
        Console.Write(await File.ReadAllTextAsync("out.jsonl"));
        // End
    }
}
