using CustomerJourney.Events;

namespace CustomerJourney.Metrics.Survival;

/// <summary>Finds the cases of each customer and adds them to the counts.</summary>
internal sealed class TimeBetweenAccumulator : Accumulator<TimeToEventResult>
{
    private const int Any = -2;
    private readonly TimeBetween _definition;
    private readonly TimeToEventState _state;
    private readonly int _from;
    private readonly int _to;
    private readonly int _competing;
    private readonly AttributeColumn? _cases;

    // The positions of the events that matter, where cases have names in the order of these; the same arrays for every customer.
    private int[] _positions = [];
    private long[] _named = [];
    private long _customers;
    private long _invalid;

    public TimeBetweenAccumulator(TimeBetween definition, LogSchema schema, long lastSeen)
    {
        _definition = definition;
        _from = definition.From is null ? Any : schema.EventCode(definition.From);
        _to = schema.EventCode(definition.To);
        _competing = definition.CompetingEvent is null ? -1 : schema.EventCode(definition.CompetingEvent);
        _cases = definition.CaseAttribute is null || schema.IsDetached ? null : schema.EventAttributeColumn(definition.CaseAttribute);
        _state = Fresh(lastSeen);
    }

    private TimeBetweenAccumulator(TimeBetweenAccumulator whole)
    {
        (_definition, _from, _to, _competing, _cases) = (whole._definition, whole._from, whole._to, whole._competing, whole._cases);
        _state = Fresh(whole._state.LastSeen);
    }

    public override void Add(in CustomerTrace trace)
    {
        int count = Gather(trace);
        if (count == 0) return;
        long invalid = _invalid;
        bool any = false;
        if (_cases is null)
        {
            any = AddCases(trace, _positions.AsSpan(0, count));
        }
        else
        {
            // By case, then by position: one sort of whole numbers.
            if (_named.Length < count) _named = new long[_positions.Length];
            int named = 0;
            for (int index = 0; index < count; index++)
            {
                int code = _cases.Codes[trace.Start + _positions[index]];
                if (code >= 0) _named[named++] = ((long)code << 32) | (uint)_positions[index];
                else _invalid++;
            }

            Span<long> sorted = _named.AsSpan(0, named);
            sorted.Sort();
            for (int start = 0; start < named;)
            {
                int end = start;
                for (; end < named && sorted[end] >> 32 == sorted[start] >> 32; end++) _positions[end - start] = (int)(sorted[end] & uint.MaxValue);
                any |= AddCases(trace, _positions.AsSpan(0, end - start));
                start = end;
            }
        }

        if (any || _invalid > invalid) _customers++;
    }

    public override void Merge(Accumulator<TimeToEventResult> other)
    {
        TimeBetweenAccumulator part = (TimeBetweenAccumulator)other;
        _state.Merge(part._state);
        _customers += part._customers;
        _invalid += part._invalid;
    }

    public override TimeToEventResult ToResult() => new(_definition, _state.ToTotals(), _customers) { Invalid = _invalid };

    public override void Save(BinaryWriter state)
    {
        _state.Save(state);
        state.Write(_customers);
        state.Write(_invalid);
    }

    public override void Load(BinaryReader state)
    {
        _state.Load(state);
        _customers = KeptNumbers.ReadCount(state);
        _invalid = KeptNumbers.ReadCount(state);
    }

    internal override Accumulator CreateSibling(Analysis analysis, LogSchema schema) => new TimeBetweenAccumulator(this);

    private TimeToEventState Fresh(long lastSeen) =>
        new(_definition.CompetingEvent is null ? 1 : 2, [.. _definition.Horizons.Select(horizon => horizon.Ticks)], _definition.Window?.Ticks, lastSeen);

    private int Gather(in CustomerTrace trace)
    {
        if (_positions.Length < trace.Length) _positions = new int[Math.Max(trace.Length, 2 * _positions.Length)];
        ReadOnlySpan<ushort> events = trace.Events;
        int count = 0;
        for (int position = 0; position < events.Length; position++)
        {
            int code = events[position];
            if (code == _from || code == _to || code == _competing || _from == Any) _positions[count++] = position;
        }

        return count;
    }

    /// <summary>Adds the cases among events that belong together.</summary>
    private bool AddCases(in CustomerTrace trace, ReadOnlySpan<int> positions)
    {
        if (_definition.Cases == TimeBetweenCases.Every) return AddEvery(trace, positions);
        if (_from == Any && positions is [int first, ..] && CauseOf(trace.Events[first]) is > 0 and int atOnce) return AddEnded(trace, first, first, atOnce);
        int open = -1, begun = 0;
        bool any = false, endedBefore = false;
        foreach (int position in positions)
        {
            int cause = CauseOf(trace.Events[position]);
            if (open >= 0 && cause > 0)
            {
                any = AddEnded(trace, open, position, cause) || any;
                if (_definition.Cases == TimeBetweenCases.First) return any;
                open = -1;
            }

            if (open >= 0) continue;
            if (IsFrom(trace.Events[position])) (open, begun) = (position, begun + 1);
            else endedBefore |= cause > 0;
        }

        if (open < 0)
        {
            // A named case whose beginning was never seen; a customer without one has no case.
            if (_cases is not null && begun == 0) _invalid++;
            return any;
        }

        if (_cases is not null && endedBefore && begun == 1)
        {
            _invalid++;
            return false;
        }

        _state.AddOpen(trace.Ticks[open]);
        return true;
    }

    private bool AddEvery(in CustomerTrace trace, ReadOnlySpan<int> positions)
    {
        int end = -1;
        bool any = false;
        for (int index = positions.Length - 1; index >= 0; index--)
        {
            int position = positions[index];
            if (IsFrom(trace.Events[position]))
            {
                if (end < 0)
                {
                    _state.AddOpen(trace.Ticks[position]);
                    any = true;
                }
                else
                {
                    any |= AddEnded(trace, position, end, CauseOf(trace.Events[end]));
                }
            }

            if (CauseOf(trace.Events[position]) > 0) end = position;
        }

        return any;
    }

    /// <summary>Events that last stand in the order of their beginnings, so that the later one may have happened first.</summary>
    private bool AddEnded(in CustomerTrace trace, int from, int to, int cause)
    {
        long start = trace.Ticks[from], elapsed = trace.Ticks[to] - start;
        if (elapsed < 0) _invalid++;
        else _state.AddEnded(start, elapsed, cause);
        return elapsed >= 0;
    }

    private bool IsFrom(int code) => code == _from || _from == Any;

    private int CauseOf(int code) => code == _to ? 1 : code == _competing ? 2 : 0;
}
