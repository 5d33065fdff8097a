using System.Globalization;

namespace CustomerJourney.Events;

/// <summary>Where days and weeks begin: a time zone and a first day of the week. Equal by value.</summary>
public sealed record ReportingCalendar
{
    /// <summary>UTC, weeks from Monday.</summary>
    public static ReportingCalendar Utc { get; } = new();

    /// <summary>The zone whose midnights begin days; UTC by default.</summary>
    public TimeZoneInfo TimeZone { get; init; } = TimeZoneInfo.Utc;

    /// <summary>The first day of a week; Monday by default, as in ISO 8601.</summary>
    public DayOfWeek FirstDayOfWeek { get; init; } = DayOfWeek.Monday;

    /// <summary>The first day of the period that holds an instant.</summary>
    /// <param name="instant">The instant.</param>
    /// <param name="unit">The length of the period.</param>
    public DateOnly PeriodOf(DateTimeOffset instant, CalendarUnit unit) =>
        FirstDayOf(DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, TimeZone).DateTime), unit);

    /// <summary>The instant at which a day begins. Where the zone skips midnight, the first instant of that day.</summary>
    /// <param name="day">The day.</param>
    public DateTimeOffset StartOf(DateOnly day) => Midnight(day, TimeZone);

    /// <summary>The first day of the period after the one that begins on a day.</summary>
    /// <param name="first">The first day of a period.</param>
    /// <param name="unit">The length of the period.</param>
    /// <param name="count">How many periods later; may be negative.</param>
    public static DateOnly Later(DateOnly first, CalendarUnit unit, int count = 1) => unit switch
    {
        CalendarUnit.Day => first.AddDays(count),
        CalendarUnit.Week => first.AddDays(7 * count),
        CalendarUnit.Month => first.AddMonths(count),
        CalendarUnit.Quarter => first.AddMonths(3 * count),
        CalendarUnit.Year => first.AddYears(count),
        _ => throw new ArgumentOutOfRangeException(nameof(unit), unit, "Unknown calendar unit."),
    };

    /// <summary>The name of a period: <c>2026-03-01</c> (day), <c>2026-W09</c> (week from Monday, ISO 8601; otherwise the first day), <c>2026-03</c>, <c>2026-Q1</c>, <c>2026</c>.</summary>
    /// <param name="first">The first day of the period.</param>
    /// <param name="unit">The length of the period.</param>
    public string NameOf(DateOnly first, CalendarUnit unit) => unit switch
    {
        CalendarUnit.Week when FirstDayOfWeek == DayOfWeek.Monday =>
            string.Create(CultureInfo.InvariantCulture, $"{ISOWeek.GetYear(first.ToDateTime(default)):D4}-W{ISOWeek.GetWeekOfYear(first.ToDateTime(default)):D2}"),
        CalendarUnit.Month => string.Create(CultureInfo.InvariantCulture, $"{first:yyyy-MM}"),
        CalendarUnit.Quarter => string.Create(CultureInfo.InvariantCulture, $"{first:yyyy}-Q{((first.Month - 1) / 3) + 1}"),
        CalendarUnit.Year => string.Create(CultureInfo.InvariantCulture, $"{first:yyyy}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{first:yyyy-MM-dd}"),
    };

    internal static DateTimeOffset Midnight(DateOnly day, TimeZoneInfo zone)
    {
        DateTime local = day.ToDateTime(default);
        // Some zones move their clocks at midnight: the day then begins at the first local time that exists.
        while (zone.IsInvalidTime(local)) local = local.AddMinutes(1);
        // Where midnight comes twice the day begins with the first of the two, the one with the larger offset.
        TimeSpan offset = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset);
    }

    internal DateOnly FirstDayOf(DateOnly day, CalendarUnit unit) => unit switch
    {
        CalendarUnit.Day => day,
        CalendarUnit.Week => day.AddDays(-(((int)day.DayOfWeek - (int)FirstDayOfWeek + 7) % 7)),
        CalendarUnit.Month => new DateOnly(day.Year, day.Month, 1),
        CalendarUnit.Quarter => new DateOnly(day.Year, (3 * ((day.Month - 1) / 3)) + 1, 1),
        CalendarUnit.Year => new DateOnly(day.Year, 1, 1),
        _ => throw new ArgumentOutOfRangeException(nameof(unit), unit, "Unknown calendar unit."),
    };
}
