using System.Globalization;
using System.Text;
using CustomerJourney.Events;
using CustomerJourney.IO;

namespace CustomerJourney.Tests.IO;

/// <summary>Ways to read XES text in tests, and logs as lines that can be compared and read.</summary>
internal static class XesText
{
    public static async Task<JourneyLog> ReadAsync(string text, XesFormat? format = null, ReadOptions? options = null) =>
        await JourneyLog.ReadXesAsync(new MemoryStream(Encoding.UTF8.GetBytes(text)), format, options);

    /// <summary>A document of one trace, "c".</summary>
    public static string Trace(string events) => Log($"<trace><string key=\"concept:name\" value=\"c\"/>{events}</trace>");

    public static string Log(string inside) => $"<log xes.version=\"1849.2016\" xmlns=\"http://www.xes-standard.org/\">{inside}</log>";

    /// <summary>An event on 1 March 2026 at a time such as 12:00, with further attributes such as <c>org:resource=Ann</c>.</summary>
    public static string Event(string name, string time, string? transition = null, params string[] attributes)
    {
        StringBuilder xml = new($"<event><string key=\"concept:name\" value=\"{name}\"/><date key=\"time:timestamp\" value=\"2026-03-01T{time}:00Z\"/>");
        if (transition is not null) xml.Append(CultureInfo.InvariantCulture, $"<string key=\"lifecycle:transition\" value=\"{transition}\"/>");
        foreach (string attribute in attributes)
        {
            string[] parts = attribute.Split('=');
            xml.Append(CultureInfo.InvariantCulture, $"<string key=\"{parts[0]}\" value=\"{parts[1]}\"/>");
        }

        return xml.Append("</event>").ToString();
    }

    /// <summary>Each event as <c>customer name start-end attribute=value</c>, times in hours and minutes.</summary>
    public static string[] Lines(JourneyLog log)
    {
        List<string> lines = [];
        for (int customer = 0; customer < log.CustomerCount; customer++)
        {
            CustomerTrace trace = log.TraceOf(customer);
            for (int position = 0; position < trace.Length; position++)
            {
                string start = trace.StartedTicks[position] == trace.Ticks[position] ? "" : $"{new DateTime(trace.StartedTicks[position]):HH:mm}-";
                StringBuilder line = new($"{log.CustomerIds[customer]} {log.Schema.Events[trace.Events[position]]} {start}{new DateTime(trace.Ticks[position]):HH:mm}");
                foreach (string name in log.Schema.EventAttributes)
                {
                    if (trace[position].Attribute(name) is { } value) line.Append(CultureInfo.InvariantCulture, $" {name}={value}");
                }

                lines.Add(line.ToString());
            }
        }

        return [.. lines];
    }

    /// <summary>What the reader counted besides rows.</summary>
    public static string Counts(JourneyLog log) => string.Join("; ", log.Quality.SourceCounts.Select(count => $"{count.Count} {count.Name}"));
}
