using CustomerJourney.Events;

namespace CustomerJourney.Metrics.Trends;

/// <summary>A calendar period: its first day, its name and its instants.</summary>
internal sealed record TrendPeriod(DateOnly First, string Name, TimeRange Range)
{
    public static TrendPeriod Of(DateOnly first, CalendarUnit unit, ReportingCalendar calendar)
    {
        DateTimeOffset start = calendar.StartOf(first);
        DateTimeOffset end = ReportingCalendar.TryLater(first, unit, 1, out DateOnly next) ? calendar.StartOf(next) : DateTimeOffset.MaxValue;
        return new(first, calendar.NameOf(first, unit), new TimeRange(start, end));
    }

    /// <summary>The periods that a span touches.</summary>
    public static IReadOnlyList<TrendPeriod> Of(TimeRange? span, CalendarUnit unit, ReportingCalendar calendar) =>
        [.. new PeriodTable(span, unit, calendar).Days.Select(day => Of(day, unit, calendar))];

    /// <summary>Which season the period is of; 0 where all are alike.</summary>
    public int SeasonOf(TrendSeason season) => season switch
    {
        TrendSeason.DayOfWeek => (int)First.DayOfWeek,
        TrendSeason.MonthOfYear => First.Month,
        TrendSeason.QuarterOfYear => (First.Month - 1) / 3,
        _ => 0,
    };
}
