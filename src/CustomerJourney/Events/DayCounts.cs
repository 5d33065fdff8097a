namespace CustomerJourney.Events;

/// <summary>How many events there are on each day of a calendar. A day begins with its first instant and ends where the next one begins.</summary>
internal sealed class DayCounts
{
    /// <summary>A century: with more, some dates stand for "never" and a table of all days between would be mostly empty.</summary>
    private const int MostInTable = 36_525;

    private readonly ReportingCalendar _calendar;
    private readonly PeriodTable? _table;
    private readonly long[] _counts = [];
    private readonly SortedDictionary<int, long> _others = [];

    // The day of the event before, which is most often that of the next one too.
    private long _start;
    private long _end;
    private int _day;

    public DayCounts(TimeRange? range, ReportingCalendar calendar)
    {
        _calendar = calendar;
        if (range is not TimeRange span || span.Length.TotalDays > MostInTable) return;
        _table = new PeriodTable(span, CalendarUnit.Day, calendar);
        _counts = new long[_table.Days.Count];
    }

    public void Add(ReadOnlySpan<long> ticks)
    {
        if (_table is null)
        {
            foreach (long instant in ticks) AddOther(DayOf(instant), 1);
            return;
        }

        foreach (long instant in ticks) _counts[_table.IndexOf(instant)]++;
    }

    public void Merge(DayCounts other)
    {
        foreach ((int day, long count) in other.ToSorted()) AddOther(day, count);
    }

    /// <summary>The days with events by their numbers, ascending.</summary>
    public SortedDictionary<int, long> ToSorted()
    {
        SortedDictionary<int, long> all = new(_others);
        for (int index = 0; index < _counts.Length; index++)
        {
            if (_counts[index] == 0) continue;
            int day = _table!.Days[index].DayNumber;
            all[day] = all.GetValueOrDefault(day) + _counts[index];
        }

        return all;
    }

    public void Save(BinaryWriter state)
    {
        SortedDictionary<int, long> days = ToSorted();
        state.Write(days.Count);
        foreach ((int day, long count) in days)
        {
            state.Write(day);
            state.Write(count);
        }
    }

    public void Load(BinaryReader state)
    {
        for (int left = state.ReadInt32(); left > 0; left--)
        {
            int day = state.ReadInt32();
            long count = state.ReadInt64();
            if (day < 0 || day > DateOnly.MaxValue.DayNumber || count < 1) throw new InvalidDataException($"{count} events on day {day} are not what a log can have.");
            AddOther(day, count);
        }
    }

    private void AddOther(int day, long count) => _others[day] = _others.GetValueOrDefault(day) + count;

    private int DayOf(long instant)
    {
        if (instant >= _start && instant < _end) return _day;
        DateOnly day = _calendar.PeriodOf(new DateTimeOffset(instant, TimeSpan.Zero), CalendarUnit.Day);
        (_start, _end, _day) = (_calendar.StartOf(day).UtcTicks, EndOf(day), day.DayNumber);
        return _day;
    }

    private long EndOf(DateOnly day) => day == DateOnly.MaxValue ? long.MaxValue : _calendar.StartOf(day.AddDays(1)).UtcTicks;
}
