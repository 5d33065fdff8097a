using System.Globalization;

namespace CustomerJourney.Events;

/// <summary>A half-open span of instants, [<see cref="Start"/>, <see cref="End"/>). The default value is the empty span at the year 1.</summary>
public readonly record struct TimeRange
{
    private static readonly string[] Formats =
    [
        "yyyy-MM-dd",
        "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK",
        "yyyy-MM-dd HH:mmK", "yyyy-MM-dd HH:mm:ssK", "yyyy-MM-dd HH:mm:ss.FFFFFFFK",
    ];

    /// <summary>Makes a span.</summary>
    /// <param name="start">The first instant inside.</param>
    /// <param name="end">The first instant after it; not before <paramref name="start"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="end"/> lies before <paramref name="start"/>.</exception>
    public TimeRange(DateTimeOffset start, DateTimeOffset end)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(end, start);
        Start = start;
        End = end;
    }

    /// <summary>The first instant inside.</summary>
    public DateTimeOffset Start { get; }

    /// <summary>The first instant after the span.</summary>
    public DateTimeOffset End { get; }

    /// <summary>The length of the span.</summary>
    public TimeSpan Length => End - Start;

    /// <summary>Whether an instant lies inside.</summary>
    /// <param name="instant">The instant asked about.</param>
    public bool Contains(DateTimeOffset instant) => instant >= Start && instant < End;

    /// <summary>Reads an ISO 8601 interval such as <c>2026-01-01T00:00Z/2026-04-01T00:00Z</c>; times without a zone are UTC.</summary>
    /// <param name="isoInterval">Two instants with a slash between them.</param>
    /// <exception cref="FormatException">The text is not two instants with a slash between them.</exception>
    public static TimeRange Parse(string isoInterval)
    {
        ArgumentNullException.ThrowIfNull(isoInterval);
        int slash = isoInterval.IndexOf('/', StringComparison.Ordinal);
        if (slash > 0 && TryInstant(isoInterval.AsSpan(0, slash), out DateTimeOffset start)
            && TryInstant(isoInterval.AsSpan(slash + 1), out DateTimeOffset end) && start <= end)
            return new(start, end);
        throw new FormatException($"'{isoInterval}' is not a time range; write the start and the end in ISO 8601, the earlier first: 2026-01-01T00:00Z/2026-04-01T00:00Z.");
    }

    /// <summary>A calendar month in a zone, UTC by default.</summary>
    /// <param name="year">The year, 1…9998.</param>
    /// <param name="month">The month, 1…12.</param>
    /// <param name="zone">The zone whose midnight begins the month.</param>
    public static TimeRange Month(int year, int month, TimeZoneInfo? zone = null) => Months(new DateOnly(year, month, 1), 1, zone);

    /// <summary>A calendar quarter in a zone, UTC by default.</summary>
    /// <param name="year">The year, 1…9998.</param>
    /// <param name="quarter">The quarter, 1…4.</param>
    /// <param name="zone">The zone whose midnight begins the quarter.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such quarter.</exception>
    public static TimeRange Quarter(int year, int quarter, TimeZoneInfo? zone = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(quarter, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(quarter, 4);
        return Months(new DateOnly(year, (3 * quarter) - 2, 1), 3, zone);
    }

    /// <summary>The span in ISO 8601, in UTC.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Start.UtcDateTime:yyyy-MM-ddTHH:mm:ss.FFFFFFFZ}/{End.UtcDateTime:yyyy-MM-ddTHH:mm:ss.FFFFFFFZ}");

    private static TimeRange Months(DateOnly first, int months, TimeZoneInfo? zone)
    {
        zone ??= TimeZoneInfo.Utc;
        return new(ReportingCalendar.Midnight(first, zone), ReportingCalendar.Midnight(first.AddMonths(months), zone));
    }

    // Not TryParse: it takes a missing date from the clock.
    private static bool TryInstant(ReadOnlySpan<char> text, out DateTimeOffset instant) =>
        DateTimeOffset.TryParseExact(text, Formats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out instant);
}
