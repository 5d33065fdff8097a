using CustomerJourney.Events;

namespace CustomerJourney.Metrics;

/// <summary>Counts customers by period and by what they did before. Periods are keyed by their first day, so that parts of other logs merge; who went dormant follows from the counts.</summary>
internal sealed class CustomerLifecycleAccumulator : Accumulator<CustomerLifecycleResult>
{
    private readonly CustomerLifecycle _definition;
    private readonly int _eventCode;
    private readonly PeriodTable _periods;
    private readonly SortedDictionary<DateOnly, Counts> _counts = [];
    private readonly List<int> _active = [];
    private long _observedUntil;

    public CustomerLifecycleAccumulator(CustomerLifecycle definition, LogSchema schema)
    {
        _definition = definition;
        _eventCode = definition.EventName is null ? -1 : schema.EventCode(definition.EventName);
        _observedUntil = schema.ObservedTicks(definition.ObservedUntil);
        TimeRange? range = schema.Range is { } span && span.End.UtcTicks < _observedUntil ? new TimeRange(span.Start, new DateTimeOffset(_observedUntil, TimeSpan.Zero)) : schema.Range;
        _periods = new PeriodTable(range, definition.Unit, definition.Calendar);
    }

    private CustomerLifecycleAccumulator(CustomerLifecycleAccumulator whole)
    {
        _definition = whole._definition;
        _eventCode = whole._eventCode;
        _observedUntil = whole._observedUntil;
        _periods = whole._periods;
    }

    public override void Add(in CustomerTrace trace)
    {
        ReadOnlySpan<long> ticks = trace.Ticks;
        ReadOnlySpan<ushort> events = trace.Events;
        int last = -1;
        for (int position = 0; position < ticks.Length; position++)
        {
            if (_definition.EventName is not null && events[position] != _eventCode) continue;
            int period = _periods.IndexOf(ticks[position]);
            if (period != last) _active.Add(period);
            last = period;
        }

        // Events that last are in the order of their starts, not of their ends.
        if (trace.HasStarts) _active.Sort();
        int before = -1;
        foreach (int period in _active)
        {
            if (period == before) continue;
            Counts counts = At(_periods.Days[period]);
            if (before < 0) counts.New++;
            else if (before == period - 1) counts.Returning++;
            else counts.Resurrected++;
            before = period;
        }

        _active.Clear();
    }

    public override void Merge(Accumulator<CustomerLifecycleResult> other)
    {
        CustomerLifecycleAccumulator part = (CustomerLifecycleAccumulator)other;
        _observedUntil = Math.Max(_observedUntil, part._observedUntil);
        foreach ((DateOnly day, Counts counts) in part._counts)
        {
            Counts own = At(day);
            own.New += counts.New;
            own.Returning += counts.Returning;
            own.Resurrected += counts.Resurrected;
        }
    }

    public override CustomerLifecycleResult ToResult()
    {
        List<CustomerLifecyclePeriod> periods = [];
        long before = 0;
        foreach (DateOnly day in _counts.Count == 0 ? [] : _definition.Calendar.PeriodsBetween(_counts.Keys.First(), LastPeriod(), _definition.Unit))
        {
            Counts counts = _counts.GetValueOrDefault(day) ?? new Counts();
            periods.Add(new CustomerLifecyclePeriod
            {
                Start = day,
                Name = _definition.Calendar.NameOf(day, _definition.Unit),
                New = counts.New,
                Returning = counts.Returning,
                Resurrected = counts.Resurrected,
                Dormant = before - counts.Returning,
                IsOpen = !ReportingCalendar.TryLater(day, _definition.Unit, 1, out DateOnly next) || _definition.Calendar.StartOf(next).UtcTicks > _observedUntil,
            });
            before = periods[^1].Active;
        }

        return new CustomerLifecycleResult { Definition = _definition, Periods = periods.AsReadOnly() };
    }

    public override void Save(BinaryWriter state)
    {
        state.Write(_observedUntil);
        state.Write(_counts.Count);
        foreach ((DateOnly day, Counts counts) in _counts)
        {
            state.Write(day.DayNumber);
            state.Write(counts.New);
            state.Write(counts.Returning);
            state.Write(counts.Resurrected);
        }
    }

    public override void Load(BinaryReader state)
    {
        _observedUntil = Math.Max(_observedUntil, KeptNumbers.ReadInstant(state));
        long before = 0;
        DateOnly? last = null;
        for (int count = state.ReadInt32(); count > 0; count--)
        {
            int number = state.ReadInt32();
            if (number < 0 || number > DateOnly.MaxValue.DayNumber) throw new InvalidDataException($"{number} is not the number of a day.");
            DateOnly day = DateOnly.FromDayNumber(number);
            if (_definition.Calendar.FirstDayOf(day, _definition.Unit) != day) throw new InvalidDataException($"{day:O} does not begin a {_definition.Unit}.");
            Counts counts = At(day);
            (counts.New, counts.Returning, counts.Resurrected) = (KeptNumbers.ReadCount(state), KeptNumbers.ReadCount(state), KeptNumbers.ReadCount(state));
            if (last is { } earlier && day <= earlier) throw new InvalidDataException("The periods of the state are not in order.");
            if (last is null || !FollowsOn(last.Value, day)) before = 0;
            if (counts.Returning > before) throw new InvalidDataException($"{counts.Returning} customers return in the period of {day:O}, and {before} were active in the one before.");
            before = counts.New + counts.Returning + counts.Resurrected;
            last = day;
        }
    }

    internal override Accumulator CreateSibling(Analysis analysis, LogSchema schema) => new CustomerLifecycleAccumulator(this);

    private bool FollowsOn(DateOnly before, DateOnly day) => _definition.Calendar.PeriodsBetween(before, day, _definition.Unit).ElementAt(1) == day;

    private Counts At(DateOnly day)
    {
        if (!_counts.TryGetValue(day, out Counts? counts)) _counts.Add(day, counts = new Counts());
        return counts;
    }

    /// <summary>The period that holds the last instant observed.</summary>
    private DateOnly LastPeriod()
    {
        DateOnly last = _definition.Calendar.PeriodOf(new DateTimeOffset(Math.Max(0, _observedUntil - 1), TimeSpan.Zero), _definition.Unit);
        return _counts.Keys.Last() > last ? _counts.Keys.Last() : last;
    }

    private sealed class Counts
    {
        public long New { get; set; }

        public long Returning { get; set; }

        public long Resurrected { get; set; }
    }
}
