namespace CustomerJourney.Events;

/// <summary>The calendar periods of a span of time: found by search over their first instants, since days are not all 24 hours long.</summary>
internal sealed class PeriodTable
{
    private readonly long[] _starts;

    public PeriodTable(TimeRange? range, CalendarUnit unit, ReportingCalendar calendar)
    {
        List<DateOnly> days = [];
        List<long> starts = [];
        if (range is TimeRange span)
        {
            for (DateOnly day = calendar.PeriodOf(span.Start, unit); ; day = ReportingCalendar.Later(day, unit))
            {
                DateTimeOffset start = calendar.StartOf(day);
                if (start >= span.End) break;
                days.Add(day);
                starts.Add(start.UtcTicks);
            }
        }

        Days = days;
        Names = [.. days.Select(day => calendar.NameOf(day, unit))];
        _starts = [.. starts];
    }

    /// <summary>The first day of each period, ascending, without gaps.</summary>
    public IReadOnlyList<DateOnly> Days { get; }

    public IReadOnlyList<string> Names { get; }

    /// <summary>The first instant of each period, in UTC ticks, ascending.</summary>
    public ReadOnlySpan<long> Starts => _starts;

    /// <summary>The period that holds an instant of the span.</summary>
    public int IndexOf(long ticks)
    {
        int index = Array.BinarySearch(_starts, ticks);
        return index < 0 ? ~index - 1 : index;
    }
}
