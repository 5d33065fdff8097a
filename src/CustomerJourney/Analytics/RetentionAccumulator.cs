using CustomerJourney.Events;

namespace CustomerJourney.Analytics;

/// <summary>Counts, for each cohort, the customers active in each period since. Cohorts are keyed by their first day, so parts of other logs merge.</summary>
internal sealed class RetentionAccumulator : Accumulator<RetentionResult>
{
    private readonly Retention _definition;
    private readonly StepMatcher? _start;
    private readonly StepMatcher? _return;
    private readonly PeriodTable _periods;
    private readonly long[]?[] _ofPeriod;
    private readonly SortedDictionary<DateOnly, long[]> _cohorts = [];
    private long _end;

    public RetentionAccumulator(Retention definition, LogSchema schema)
    {
        _definition = definition;
        _start = definition.Start is null ? null : new StepMatcher([definition.Start], schema);
        _return = definition.Return is null ? null : new StepMatcher([definition.Return], schema);
        TimeRange? range = schema.Range;
        _periods = new PeriodTable(range, definition.Unit, definition.Calendar);
        _ofPeriod = new long[]?[_periods.Days.Count];
        _end = schema.ObservedTicks(definition.ObservedUntil);
    }

    private RetentionAccumulator(RetentionAccumulator whole)
    {
        _definition = whole._definition;
        _start = whole._start;
        _return = whole._return;
        _periods = whole._periods;
        _ofPeriod = new long[]?[_periods.Days.Count];
        _end = whole._end;
    }

    public override void Add(in CustomerTrace trace)
    {
        ReadOnlySpan<long> ticks = trace.Ticks;
        int position = _start is null ? 0 : Next(_start, trace, 0);
        if (position == trace.Length) return;

        int cohort = _periods.IndexOf(ticks[position]);
        long[] active = _ofPeriod[cohort] ??= Row(_periods.Days[cohort]);
        active[0]++;
        if (trace.HasStarts)
        {
            AddUnordered(trace, position, cohort, active);
            return;
        }

        ReadOnlySpan<long> starts = _periods.Starts;
        int last = Math.Min(cohort + _definition.Periods, starts.Length - 1);
        if (cohort == last) return;
        // The first instant of the period after the one counted last: events before it add nothing.
        long next = starts[cohort + 1];
        for (; position < ticks.Length; position++)
        {
            long at = ticks[position];
            if (at < next || (_return is not null && !Matches(_return, trace, position))) continue;
            int period = _periods.IndexOf(at);
            if (period > last) return;
            active[period - cohort]++;
            if (period == last) return;
            next = starts[period + 1];
        }
    }

    public override void Merge(Accumulator<RetentionResult> other)
    {
        RetentionAccumulator part = (RetentionAccumulator)other;
        foreach ((DateOnly day, long[] active) in part._cohorts)
        {
            long[] row = Row(day);
            for (int period = 0; period < row.Length; period++) row[period] += active[period];
        }

        _end = Math.Max(_end, part._end);
    }

    public override RetentionResult ToResult()
    {
        List<RetentionCohort> cohorts = [];
        if (_cohorts.Count > 0)
        {
            DateOnly last = _cohorts.Keys.Last();
            for (DateOnly day = _cohorts.Keys.First(); day < last; day = ReportingCalendar.Later(day, _definition.Unit)) cohorts.Add(Cohort(day));
            cohorts.Add(Cohort(last));
        }

        return new RetentionResult { Definition = _definition, Cohorts = cohorts.AsReadOnly() };
    }

    public override void Save(BinaryWriter state)
    {
        state.Write(_end);
        state.Write(_cohorts.Count);
        foreach ((DateOnly day, long[] active) in _cohorts)
        {
            state.Write(day.DayNumber);
            foreach (long count in active) state.Write(count);
        }
    }

    public override void Load(BinaryReader state)
    {
        _end = Math.Max(_end, state.ReadInt64());
        for (int count = state.ReadInt32(); count > 0; count--)
        {
            int day = state.ReadInt32();
            if (day < 0 || day > DateOnly.MaxValue.DayNumber) throw new InvalidDataException($"{day} is not the number of a day.");
            long[] row = Row(DateOnly.FromDayNumber(day));
            for (int period = 0; period < row.Length; period++) row[period] += KeptState.Count(state.ReadInt64());
        }
    }

    internal override Accumulator CreateSibling(Analysis analysis, LogSchema schema) => new RetentionAccumulator(this);

    /// <summary>As <see cref="Add"/> for events that last: they are in the order of their starts, so their ends may step back.</summary>
    private void AddUnordered(in CustomerTrace trace, int position, int cohort, long[] active)
    {
        HashSet<int> counted = [];
        for (; position < trace.Length; position++)
        {
            int period = _periods.IndexOf(trace.Ticks[position]) - cohort;
            if (period < 1 || period > _definition.Periods || (_return is not null && !Matches(_return, trace, position))) continue;
            if (counted.Add(period)) active[period]++;
        }
    }

    private static int Next(StepMatcher matcher, in CustomerTrace trace, int position)
    {
        while (position < trace.Length && !Matches(matcher, trace, position)) position++;
        return position;
    }

    private static bool Matches(StepMatcher matcher, in CustomerTrace trace, int position) =>
        matcher.Match(trace, position, trace.Events[position], trace.Channels[position], trace.Stages[position]) != 0;

    private long[] Row(DateOnly day)
    {
        if (_cohorts.TryGetValue(day, out long[]? row)) return row;
        _cohorts.Add(day, row = new long[_definition.Periods + 1]);
        return row;
    }

    private RetentionCohort Cohort(DateOnly day)
    {
        _cohorts.TryGetValue(day, out long[]? active);
        long?[] returned = new long?[_definition.Periods + 1];
        long?[] soFar = new long?[_definition.Periods + 1];
        returned[0] = soFar[0] = active?[0] ?? 0;
        // Where a period had not begun, no later one had either: the rest stays open.
        for (int period = 1; period < returned.Length && HasBegun(day, period); period++)
        {
            soFar[period] = active?[period] ?? 0;
            if (HasEnded(day, period)) returned[period] = soFar[period];
        }

        return new RetentionCohort
        {
            Start = day,
            Name = _definition.Calendar.NameOf(day, _definition.Unit),
            Size = active?[0] ?? 0,
            Returned = returned,
            ReturnedSoFar = soFar,
        };
    }

    private bool HasBegun(DateOnly cohort, int period) => StartOf(cohort, period) < _end;

    private bool HasEnded(DateOnly cohort, int period) => StartOf(cohort, period + 1) <= _end;

    /// <summary>The first instant of a period; one that would begin after the year 9999, of which logs write "never", never begins.</summary>
    private long StartOf(DateOnly cohort, int period) => ReportingCalendar.TryLater(cohort, _definition.Unit, period, out DateOnly first)
        ? _definition.Calendar.StartOf(first).UtcTicks
        : long.MaxValue;
}
