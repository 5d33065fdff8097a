using System.Globalization;
using CustomerJourney.Events;

namespace CustomerJourney.Tests.Support;

/// <summary>A log as lines that a test can spell out: <c>customer time event</c>, then channel, amount and attributes where there are any.</summary>
internal static class LogLines
{
    public static string[] Of(JourneyLog log, params string[] attributes)
    {
        List<string> lines = [];
        for (int customer = 0; customer < log.CustomerCount; customer++)
        {
            CustomerTrace trace = log.TraceOf(customer);
            for (int position = 0; position < trace.Length; position++)
            {
                TraceEvent e = trace[position];
                string line = $"{log.CustomerIds[customer]} {Time(e.Ticks)} {log.Schema.Events[e.Event]}";
                if (e.Channel != LogSchema.NoChannel) line += $" on {log.Schema.Channels[e.Channel]}";
                if (e.ExactValue is decimal value) line += string.Create(CultureInfo.InvariantCulture, $" {value}{e.Currency}");
                if (e.Feedback is Feedback answer) line += string.Create(CultureInfo.InvariantCulture, $" {answer.Kind}={answer.Score}");
                foreach (string attribute in attributes)
                {
                    if (e.Attribute(attribute) is { } text) line += $" {attribute}={text}";
                }

                lines.Add(line);
            }
        }

        return [.. lines];
    }

    /// <summary>The names of the events of a customer, in order.</summary>
    public static string[] NamesOf(JourneyLog log, string customer)
    {
        string[] names = new string[log.TraceOf(log.IndexOf(customer)).Length];
        for (int position = 0; position < names.Length; position++) names[position] = log.Schema.Events[log.TraceOf(log.IndexOf(customer))[position].Event];
        return names;
    }

    /// <summary>Every count of a report must add up, whatever the source.</summary>
    public static void AddsUp(JourneyLog log)
    {
        DataQualityReport quality = log.Quality;
        Assert.Equal(quality.RowsRead, quality.Accepted + quality.Rejected + quality.Skipped);
        Assert.Equal(quality.Accepted, log.EventCount + quality.DroppedDuplicates + quality.Collapsed);
        Assert.Equal(quality.SourceRows, quality.RowsRead - quality.FurtherEvents);
    }

    private static string Time(long ticks)
    {
        DateTime time = new(ticks);
        string format = time.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : time.Ticks % TimeSpan.TicksPerMinute == 0 ? "yyyy-MM-dd'T'HH:mm" : "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF";
        return time.ToString(format, CultureInfo.InvariantCulture);
    }
}
