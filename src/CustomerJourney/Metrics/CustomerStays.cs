using CustomerJourney.Events;

namespace CustomerJourney.Metrics;

/// <summary>Who was a customer at the start and at the end of a period, and who of them was lost in between.</summary>
internal sealed class CustomerStays(TimeRange period, TimeSpan activeWithin, long firstEvent, long observedUntil)
{
    /// <summary>What is said where there is nobody at the start.</summary>
    public const string NoCustomers = "There were no customers at the start of the period.";

    private readonly long _start = period.Start.UtcTicks;
    private readonly long _end = period.End.UtcTicks;
    private readonly long _active = activeWithin.Ticks;
    private long _firstEvent = firstEvent;
    private long _observedUntil = observedUntil;

    /// <summary>The customers at the start.</summary>
    public long AtStart { get; private set; }

    /// <summary>Those of them who are customers at the end.</summary>
    public long AtEnd { get; private set; }

    /// <summary>Those of them who were none for some time in between.</summary>
    public long WonBack { get; private set; }

    /// <summary>Whether the period was not observed to its end.</summary>
    public bool IsOpen => _observedUntil < _end;

    /// <summary>What to heed where the log does not reach back as far as customers of the start are looked for; <see langword="null"/> where it does.</summary>
    /// <param name="title">The metric.</param>
    public MetricWarning? Unseen(string title) =>
        LogBeginning.Warning(title, _firstEvent, _active > _start ? 0 : _start - _active, _start, "who was a customer at the start for what came before is not counted. Ask about a later period");

    public void Add(in CustomerTrace trace)
    {
        ReadOnlySpan<long> ticks = trace.Ticks;
        if (!WasCustomer(ticks, _start)) return;
        AtStart++;
        if (!WasCustomer(ticks, _end)) return;
        AtEnd++;
        if (Lapsed(ticks, trace.HasStarts)) WonBack++;
    }

    public void Merge(CustomerStays other)
    {
        AtStart += other.AtStart;
        AtEnd += other.AtEnd;
        WonBack += other.WonBack;
        _firstEvent = Math.Min(_firstEvent, other._firstEvent);
        _observedUntil = Math.Max(_observedUntil, other._observedUntil);
    }

    public void Save(BinaryWriter state)
    {
        state.Write(_observedUntil);
        KeptNumbers.WriteFirst(state, _firstEvent);
        state.Write(AtStart);
        state.Write(AtEnd);
        state.Write(WonBack);
    }

    public void Load(BinaryReader state)
    {
        _observedUntil = Math.Max(_observedUntil, KeptNumbers.ReadInstant(state));
        _firstEvent = Math.Min(_firstEvent, KeptNumbers.ReadFirst(state));
        AtStart = KeptNumbers.ReadCount(state);
        AtEnd = KeptNumbers.ReadCount(state);
        WonBack = KeptNumbers.ReadCount(state);
        if (AtEnd > AtStart || WonBack > AtEnd) throw new InvalidDataException($"{WonBack} customers won back of {AtEnd} kept of {AtStart} is not possible.");
    }

    /// <summary>Whether an event lies in [date − active, date). Events with a start are not in order of their ends, so all are looked at.</summary>
    private bool WasCustomer(ReadOnlySpan<long> ticks, long date)
    {
        foreach (long at in ticks)
        {
            if (at < date && at >= date - _active) return true;
        }

        return false;
    }

    /// <summary>Whether two events that follow each other, from the last one before the start on, lie further apart than activity lasts. Only for who was a customer at both ends.</summary>
    private bool Lapsed(ReadOnlySpan<long> ticks, bool isUnordered)
    {
        if (isUnordered)
        {
            long[] sorted = ticks.ToArray();
            Array.Sort(sorted);
            ticks = sorted;
        }

        long last = long.MinValue;
        foreach (long at in ticks)
        {
            if (at >= _end) break;
            if (at >= _start && at - last > _active) return true;
            last = at;
        }

        return false;
    }
}
