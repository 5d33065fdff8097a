using CustomerJourney.Events;

namespace CustomerJourney.Metrics;

/// <summary>Counts who came back in a window that each customer's own first event opens.</summary>
internal sealed class ReturnRateAccumulator : Accumulator<ShareResult>
{
    private readonly ReturnRate _definition;
    private readonly int _start;
    private readonly int _return;
    private readonly PeriodTable? _days;

    // The window of those who began on a day of the calendar, for each day of the log; null until the first of them comes.
    private readonly Window?[] _ofDay;
    private readonly WindowShares _shares;

    public ReturnRateAccumulator(ReturnRate definition, LogSchema schema)
    {
        _definition = definition;
        _start = definition.StartEvent is null ? -1 : schema.EventCode(definition.StartEvent);
        _return = definition.ReturnEvent is null ? -1 : schema.EventCode(definition.ReturnEvent);
        _days = definition.Clock == ReturnClock.CalendarDays ? new PeriodTable(schema.Range, CalendarUnit.Day, definition.Calendar) : null;
        _ofDay = new Window?[_days?.Days.Count ?? 0];
        _shares = new WindowShares(schema.ObservedTicks(definition.ObservedUntil));
    }

    private ReturnRateAccumulator(ReturnRateAccumulator whole)
    {
        (_definition, _start, _return, _days) = (whole._definition, whole._start, whole._return, whole._days);
        _ofDay = new Window?[whole._ofDay.Length];
        _shares = whole._shares.Sibling();
    }

    public override void Add(in CustomerTrace trace)
    {
        ReadOnlySpan<long> ticks = trace.Ticks;
        ReadOnlySpan<ushort> events = trace.Events;

        // Events that last are in the order of their starts, not of their ends, so all are looked at.
        long first = long.MaxValue;
        for (int position = 0; position < ticks.Length; position++)
        {
            if (ticks[position] < first && (_definition.StartEvent is null || events[position] == _start)) first = ticks[position];
        }

        if (first == long.MaxValue) return;
        Window window = WindowOf(first);
        bool isBack = false;
        for (int position = 0; position < ticks.Length && !isBack; position++)
        {
            long at = ticks[position];
            isBack = at >= first && at >= window.Start && at < window.End && (_definition.ReturnEvent is null || events[position] == _return);
        }

        _shares.Count(window.Complete, isBack ? 1 : 0, 1);
    }

    public override void Merge(Accumulator<ShareResult> other) => _shares.Merge(((ReturnRateAccumulator)other)._shares);

    public override ShareResult ToResult() => new()
    {
        Definition = _definition,
        Name = $"Return {_definition.DaysText}",
        Level = _definition.Level,
        Hits = _shares.Hits,
        Total = _shares.Total,
        FurtherCounts = [new("Open", _shares.Open)],
        WhyNoCustomers = _shares.Open == 0 ? NoValueReason.NoData : NoValueReason.StillOpen,
        NoCustomers = _shares.Open == 0 ? "There are no customers with an event that begins their time." : $"No customer was observed to the end of day {_definition.LastDay ?? _definition.FirstDay} yet.",
    };

    public override void Save(BinaryWriter state) => _shares.Save(state);

    public override void Load(BinaryReader state) => _shares.Load(state);

    internal override Accumulator CreateSibling(Analysis analysis, LogSchema schema) => new ReturnRateAccumulator(this);

    private Window WindowOf(long first)
    {
        int from = _definition.FirstDay, complete = _definition.LastDay ?? from;
        if (_days is null)
        {
            long end = After(first, complete + 1);
            return new Window(After(first, from), _definition.LastDay is null ? long.MaxValue : end, end);
        }

        int day = _days.IndexOf(first);
        return _ofDay[day] ??= OfCalendar(_days.Days[day], from, complete);
    }

    private Window OfCalendar(DateOnly day, int from, int complete)
    {
        long end = StartOf(day, complete + 1);
        return new Window(StartOf(day, from), _definition.LastDay is null ? long.MaxValue : end, end);
    }

    /// <summary>The first instant of a day; one after the year 9999 never begins.</summary>
    private long StartOf(DateOnly day, int later) =>
        ReportingCalendar.TryLater(day, CalendarUnit.Day, later, out DateOnly that) ? _definition.Calendar.StartOf(that).UtcTicks : long.MaxValue;

    private static long After(long first, int days) => first > long.MaxValue - (days * TimeSpan.TicksPerDay) ? long.MaxValue : first + (days * TimeSpan.TicksPerDay);

    /// <param name="Start">From when on coming back counts.</param>
    /// <param name="End">From when on it does not count any more.</param>
    /// <param name="Complete">From when on the customer stands below the line.</param>
    private sealed record Window(long Start, long End, long Complete);
}
