namespace CustomerJourney.Metrics;

/// <summary>Customers by the end of a window of their own, as long as that lies ahead: only closed windows count, and a later part of a log may close them.</summary>
internal sealed class WindowShares(long observedUntil)
{
    private readonly SortedDictionary<long, (long Hits, long Total)> _open = [];
    private long _observedUntil = observedUntil;

    /// <summary>Customers who did it within a window that is over.</summary>
    public long Hits { get; private set; }

    /// <summary>All customers whose window is over.</summary>
    public long Total { get; private set; }

    /// <summary>Customers whose window was not observed to its end.</summary>
    public long Open => _open.Values.Sum(open => open.Total);

    /// <summary>Others of the same log, without customers yet.</summary>
    public WindowShares Sibling() => new(_observedUntil);

    /// <summary>Counts customers.</summary>
    /// <param name="end">When their window ends.</param>
    /// <param name="hits">How many of them did it.</param>
    /// <param name="total">How many there are.</param>
    public void Count(long end, long hits, long total)
    {
        if (end <= _observedUntil)
        {
            Hits += hits;
            Total += total;
            return;
        }

        (long Hits, long Total) before = _open.GetValueOrDefault(end);
        _open[end] = (before.Hits + hits, before.Total + total);
    }

    public void Merge(WindowShares other)
    {
        _observedUntil = Math.Max(_observedUntil, other._observedUntil);
        Hits += other.Hits;
        Total += other.Total;
        foreach ((long end, (long hits, long total)) in other._open) Count(end, hits, total);
        long[] closed = [.. _open.Keys.TakeWhile(end => end <= _observedUntil)];
        foreach (long end in closed)
        {
            (long hits, long total) = _open[end];
            _open.Remove(end);
            Count(end, hits, total);
        }
    }

    public void Save(BinaryWriter state)
    {
        state.Write(_observedUntil);
        state.Write(Hits);
        state.Write(Total);
        state.Write(_open.Count);
        foreach ((long end, (long hits, long total)) in _open)
        {
            state.Write(end);
            state.Write(hits);
            state.Write(total);
        }
    }

    public void Load(BinaryReader state)
    {
        _observedUntil = Math.Max(_observedUntil, KeptNumbers.ReadInstant(state));
        (Hits, Total) = (KeptNumbers.ReadCount(state), KeptNumbers.ReadCount(state));
        if (Hits > Total) throw new InvalidDataException($"{Hits} customers who did it of {Total} is not possible.");
        for (int count = state.ReadInt32(); count > 0; count--)
        {
            long end = state.ReadInt64(), hits = KeptNumbers.ReadCount(state), total = KeptNumbers.ReadCount(state);
            if (hits > total || end <= _observedUntil) throw new InvalidDataException($"The state has {hits} customers who did it of {total} in a window that is open.");
            Count(end, hits, total);
        }
    }
}
