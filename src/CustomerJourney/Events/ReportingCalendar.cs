using System.Globalization;

namespace CustomerJourney.Events;

/// <summary>Where days and weeks begin: a time zone and a first day of the week. Equal by value.</summary>
public sealed record ReportingCalendar
{
    /// <summary>UTC, weeks from Monday.</summary>
    public static ReportingCalendar Utc { get; } = new();

    /// <summary>The zone whose midnights begin days; UTC by default.</summary>
    public TimeZoneInfo TimeZone
    {
        get;
        init
        {
            ArgumentNullException.ThrowIfNull(value);
            field = value;
        }
    } = TimeZoneInfo.Utc;

    /// <summary>The first day of a week; Monday by default, as in ISO 8601.</summary>
    public DayOfWeek FirstDayOfWeek
    {
        get;
        init
        {
            if (!Enum.IsDefined(value)) throw new ArgumentOutOfRangeException(nameof(value), value, "Unknown day of the week.");
            field = value;
        }
    } = DayOfWeek.Monday;

    /// <summary>The first day of the period that holds an instant.</summary>
    /// <param name="instant">The instant.</param>
    /// <param name="unit">The length of the period.</param>
    public DateOnly PeriodOf(DateTimeOffset instant, CalendarUnit unit) =>
        FirstDayOf(DayThatHolds(instant), unit);

    /// <summary>The instant at which a day begins. Where the zone skips midnight, the first instant of that day; where it skips the whole day, that of the next one.</summary>
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

    /// <summary>As <see cref="Later"/> for periods not before <paramref name="first"/>; false for one that would begin after the last day that there is.</summary>
    internal static bool TryLater(DateOnly first, CalendarUnit unit, int count, out DateOnly later)
    {
        const int MonthsInYear = 12;
        long most = unit switch
        {
            CalendarUnit.Day => DateOnly.MaxValue.DayNumber - first.DayNumber,
            CalendarUnit.Week => (DateOnly.MaxValue.DayNumber - first.DayNumber) / 7,
            CalendarUnit.Month => (MonthsInYear * (DateOnly.MaxValue.Year - first.Year)) + MonthsInYear - first.Month,
            CalendarUnit.Quarter => ((MonthsInYear * (DateOnly.MaxValue.Year - first.Year)) + MonthsInYear - first.Month) / 3,
            _ => DateOnly.MaxValue.Year - first.Year,
        };
        later = count <= most ? Later(first, unit, count) : DateOnly.MaxValue;
        return count <= most;
    }

    /// <summary>The periods from one to another, both included; a day that the zone skipped is none.</summary>
    internal IEnumerable<DateOnly> PeriodsBetween(DateOnly first, DateOnly last, CalendarUnit unit)
    {
        for (DateOnly day = first; ; day = Later(day, unit))
        {
            if (unit != CalendarUnit.Day || day == last || StartOf(day) < StartOf(day.AddDays(1))) yield return day;
            if (day >= last) yield break;
        }
    }

    internal static DateTimeOffset Midnight(DateOnly day, TimeZoneInfo zone)
    {
        DateTime local = day.ToDateTime(default);
        // Where midnight comes twice the day begins with the first of the two, the one with the larger offset.
        TimeSpan offset = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local);
        long start = Math.Clamp(local.Ticks - offset.Ticks, 0, DateTime.MaxValue.Ticks);
        if (IsIn(start) && (start == 0 || !IsIn(start - 1))) return At(start);

        // Some zones skip midnight or the whole day, and not all of their past is in their rules of daylight: search.
        long before = Math.Max(0, local.Ticks - TimeSpan.TicksPerDay), after = Math.Min(DateTime.MaxValue.Ticks, local.Ticks + TimeSpan.TicksPerDay);
        while (before < after)
        {
            long middle = before + ((after - before) / 2);
            if (IsIn(middle)) after = middle;
            else before = middle + 1;
        }

        return At(after);

        bool IsIn(long ticks) => DayOf(new DateTimeOffset(ticks, TimeSpan.Zero), zone) >= day;

        DateTimeOffset At(long ticks) => TimeZoneInfo.ConvertTime(new DateTimeOffset(ticks, TimeSpan.Zero), zone);
    }

    internal DateOnly FirstDayOf(DateOnly day, CalendarUnit unit) => unit switch
    {
        CalendarUnit.Day => day,
        // The week of the first day of all may begin before there are days.
        CalendarUnit.Week => DateOnly.FromDayNumber(Math.Max(0, day.DayNumber - (((int)day.DayOfWeek - (int)FirstDayOfWeek + 7) % 7))),
        CalendarUnit.Month => new DateOnly(day.Year, day.Month, 1),
        CalendarUnit.Quarter => new DateOnly(day.Year, (3 * ((day.Month - 1) / 3)) + 1, 1),
        CalendarUnit.Year => new DateOnly(day.Year, 1, 1),
        _ => throw new ArgumentOutOfRangeException(nameof(unit), unit, "Unknown calendar unit."),
    };

    // Where a clock goes back over midnight, the day that has begun goes on: days are the time from their start to that of the next one. Not all clocks that have are in the rules of daylight, and some went
    // back by little more than a day: the offset of the days before tells.
    private DateOnly DayThatHolds(DateTimeOffset instant)
    {
        DateOnly day = DayOf(instant, TimeZone);
        if (instant.UtcTicks < 2 * TimeSpan.TicksPerDay || TimeZone.GetUtcOffset(instant.AddDays(-2)) <= TimeZone.GetUtcOffset(instant)) return day;
        while (day < DateOnly.MaxValue && StartOf(day.AddDays(1)) <= instant) day = day.AddDays(1);
        return day;
    }

    private static DateOnly DayOf(DateTimeOffset instant, TimeZoneInfo zone) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, zone).DateTime);
}
