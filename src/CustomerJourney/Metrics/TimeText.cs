using System.Globalization;

namespace CustomerJourney.Metrics;

/// <summary>Lengths of time in words.</summary>
internal static class TimeText
{
    /// <summary>In the largest unit of which it is a whole number: "7 days", "36 hours", "1 minute"; else as the clock shows it.</summary>
    public static string Of(TimeSpan time) =>
        In(time, TimeSpan.TicksPerDay, "day") ?? In(time, TimeSpan.TicksPerHour, "hour") ?? In(time, TimeSpan.TicksPerMinute, "minute") ?? In(time, TimeSpan.TicksPerSecond, "second")
        ?? time.ToString("c", CultureInfo.InvariantCulture);

    public static double Days(TimeSpan time) => Days(time.Ticks);

    public static double Days(long ticks) => ticks / (double)TimeSpan.TicksPerDay;

    private static string? In(TimeSpan time, long unit, string name) => time.Ticks % unit != 0 || (time == TimeSpan.Zero && unit != TimeSpan.TicksPerDay) ? null
        : string.Create(CultureInfo.InvariantCulture, $"{time.Ticks / unit} {name}{(time.Ticks / unit == 1 ? "" : "s")}");
}
