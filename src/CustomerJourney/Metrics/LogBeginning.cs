using System.Globalization;
using CustomerJourney.Events;

namespace CustomerJourney.Metrics;

/// <summary>Whether a log began in time for what is asked: of what came before its first event nothing is known, and figures that look back further leave it out.</summary>
internal static class LogBeginning
{
    // The first event of a log that was watched all the time comes a little after the beginning of any window.
    private const double NotableShare = 0.1;

    /// <summary>The instant of the first event in UTC ticks; <see cref="long.MaxValue"/> without events.</summary>
    public static long Of(LogSchema schema) => schema.Range?.Start.UtcTicks ?? long.MaxValue;

    /// <summary>What to heed where a notable part of a span lies before the first event; <see langword="null"/> where it does not.</summary>
    /// <param name="title">The metric.</param>
    /// <param name="first">The instant of the first event.</param>
    /// <param name="from">The beginning of the span, in UTC ticks.</param>
    /// <param name="to">The end of the span.</param>
    /// <param name="effect">What that does to the figure.</param>
    public static MetricWarning? Warning(string title, long first, long from, long to, string effect)
    {
        // Who looks back to the beginning of time asks for all that there is.
        if (first == long.MaxValue || from <= 0 || first - from <= NotableShare * (to - from)) return null;
        return MetricWarnings.Warning(MetricWarningKind.Assumption, $"{title} looks back to {Text(from)}, and the first event of the log is of {Text(first)}: {effect}.");
    }

    private static string Text(long ticks) => new DateTime(ticks, DateTimeKind.Utc).ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
}
