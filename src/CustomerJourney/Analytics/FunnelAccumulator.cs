using CustomerJourney.Events;

namespace CustomerJourney.Analytics;

/// <summary>Finds, for each customer, the furthest step and the start that led to it.</summary>
internal sealed class FunnelAccumulator : Accumulator<FunnelResult>
{
    private const long NoStart = long.MinValue;
    private static readonly long AllOfTime = DateTimeOffset.MaxValue.Ticks;

    private readonly Funnel _definition;
    private readonly StepMatcher _matcher;
    private readonly long _window;
    private readonly bool _hasWindow;
    private readonly long[] _starts;

    /// <summary>How many customers got so many steps far and whose window has closed.</summary>
    private readonly long[] _closed;

    /// <summary>Steps taken and last instant of the window of customers whose window had not closed at the end of their log; another part of the log may end later.</summary>
    private readonly List<(int Taken, long Deadline)> _running = [];
    private readonly List<long> _times = [];
    private long _end;

    public FunnelAccumulator(Funnel definition, LogSchema schema)
        : this(definition, new StepMatcher(definition.Steps, schema), schema.ObservedTicks(definition.ObservedUntil))
    {
    }

    private FunnelAccumulator(Funnel definition, StepMatcher matcher, long end)
    {
        _definition = definition;
        _matcher = matcher;
        _hasWindow = definition.Window is not null;
        // A window longer than all of time never closes; cut to that, so that a start plus a window cannot overflow.
        _window = Math.Min(definition.Window?.Ticks ?? AllOfTime, AllOfTime);
        _starts = new long[definition.Steps.Count];
        _closed = new long[definition.Steps.Count + 1];
        _end = end;
    }

    public override void Add(in CustomerTrace trace)
    {
        if (_matcher.LooksAtStages && trace.SilenceRange is var (first, end) && first < end)
        {
            AddWithSilence(trace);
            return;
        }

        ReadOnlySpan<ushort> events = trace.Events;
        ReadOnlySpan<long> ticks = trace.StartedTicks;
        ReadOnlySpan<byte> stages = trace.Stages;
        ReadOnlySpan<byte> channels = trace.Channels;
        ReadOnlySpan<ulong> ofEvents = _matcher.OfEvents;
        bool plain = _matcher.IsPlain;
        int steps = _starts.Length;
        int taken = 0;
        Array.Fill(_starts, NoStart);
        for (int position = 0; position < events.Length; position++)
        {
            ulong match = plain ? ofEvents[events[position]] : _matcher.Match(trace, position, events[position], channels[position], stages[position]);
            if (match == 0) continue;
            taken = Math.Max(taken, Advance(match, ticks[position], taken));
            if (taken < steps) continue;
            _times.Add(ticks[position] - _starts[steps - 1]);
            break;
        }

        if (taken > 0) Settle(taken);
    }

    public override void Merge(Accumulator<FunnelResult> other)
    {
        FunnelAccumulator part = (FunnelAccumulator)other;
        for (int taken = 0; taken < _closed.Length; taken++) _closed[taken] += part._closed[taken];
        _running.AddRange(part._running);
        _times.AddRange(part._times);
        _end = Math.Max(_end, part._end);
    }

    public override FunnelResult ToResult()
    {
        int steps = _starts.Length;
        long[] closed = [.. _closed];
        long[] running = new long[steps + 1];
        foreach ((int taken, long deadline) in _running)
        {
            if (deadline >= _end) running[taken]++;
            else closed[taken]++;
        }

        FunnelStep[] rows = new FunnelStep[steps];
        long reached = 0, reachedClosed = 0;
        for (int step = steps - 1; step >= 0; step--)
        {
            reached += closed[step + 1] + running[step + 1];
            reachedClosed += closed[step + 1];
            bool last = step == steps - 1;
            rows[step] = new FunnelStep
            {
                Step = _definition.Steps[step],
                Reached = reached,
                Lost = last ? 0 : closed[step + 1],
                Open = last ? 0 : running[step + 1],
                ReachedInClosedWindows = reachedClosed,
            };
        }

        return new FunnelResult { Definition = _definition, Steps = rows, MedianTime = Median() };
    }

    public override void Save(BinaryWriter state)
    {
        state.Write(_end);
        foreach (long count in _closed) state.Write(count);
        state.Write(_running.Count);
        foreach ((int taken, long deadline) in _running)
        {
            state.Write(taken);
            state.Write(deadline);
        }

        state.Write(_times.Count);
        foreach (long time in _times) state.Write(time);
    }

    public override void Load(BinaryReader state)
    {
        _end = Math.Max(_end, state.ReadInt64());
        for (int taken = 0; taken < _closed.Length; taken++) _closed[taken] = KeptState.Count(state.ReadInt64());
        for (int count = state.ReadInt32(); count > 0; count--)
        {
            int taken = state.ReadInt32();
            if (taken < 1 || taken >= _closed.Length) throw new InvalidDataException($"A customer cannot have taken {taken} of {_starts.Length} steps.");
            _running.Add((taken, state.ReadInt64()));
        }

        for (int count = state.ReadInt32(); count > 0; count--) _times.Add(KeptState.Count(state.ReadInt64()));
    }

    internal override Accumulator CreateSibling(Analysis analysis, LogSchema schema) => new FunnelAccumulator(_definition, _matcher, _end);

    /// <summary>As <see cref="Add"/> for a customer whom silence put into stages: that is a step, too, if the funnel asks for the stage.</summary>
    private void AddWithSilence(in CustomerTrace trace)
    {
        SilenceColumn silences = trace.Columns.Silences!;
        (int next, int end) = trace.SilenceRange;
        int taken = 0;
        Array.Fill(_starts, NoStart);
        for (int position = 0; position < trace.Length && taken < _starts.Length; position++)
        {
            taken = Take(_matcher.Match(trace, position, trace.Events[position], trace.Channels[position], trace.Stages[position]), trace.StartedTicks[position], taken);
            for (; next < end && silences.Positions[next] == trace.Start + position && taken < _starts.Length; next++)
                taken = Take(_matcher.MatchSilence(silences.Stages[next]), silences.Ticks[next], taken);
        }

        if (taken > 0) Settle(taken);
    }

    private int Take(ulong match, long at, int taken)
    {
        taken = Math.Max(taken, Advance(match, at, taken));
        if (taken == _starts.Length) _times.Add(at - _starts[^1]);
        return taken;
    }

    /// <summary>
    /// Takes an event into account and gives the number of steps that it completes. For each step the latest start of a chain that has reached it is kept:
    /// a later start leaves more of the window, so no earlier one can lead further. Later steps go first, so that one event serves one step of a chain.
    /// </summary>
    private int Advance(ulong match, long at, int taken)
    {
        int completed = 0;
        for (int step = Math.Min(taken, _starts.Length - 1); step > 0; step--)
        {
            long start = _starts[step - 1];
            if (start == NoStart || !_matcher.Includes(match, step) || at - start > _window) continue;
            _starts[step] = start;
            completed = Math.Max(completed, step + 1);
        }

        if (_matcher.Includes(match, 0))
        {
            _starts[0] = at;
            completed = Math.Max(completed, 1);
        }

        return completed;
    }

    /// <summary>Counts the customer among those whose window has closed, or keeps the deadline of one whose window still runs.</summary>
    private void Settle(int taken)
    {
        // A customer who completed is judged by the start that led there, another one by the latest try.
        long start = taken == _starts.Length ? _starts[^1] : _starts[0];
        long deadline = start + _window;
        if (_hasWindow && deadline >= _end) _running.Add((taken, deadline));
        else _closed[taken]++;
    }

    private TimeSpan? Median()
    {
        if (_times.Count == 0) return null;
        long[] sorted = [.. _times];
        Array.Sort(sorted);
        long below = sorted[(sorted.Length - 1) / 2], above = sorted[sorted.Length / 2];
        return new TimeSpan(below + ((above - below) / 2));
    }
}
