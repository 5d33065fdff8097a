using CustomerJourney.Statistics.Survival;

namespace CustomerJourney.Metrics.Survival;

/// <summary>
/// Counts of cases by their times, and the beginnings of those that were open when the log ended: how long these were watched is known only when all parts are together,
/// since a part that was watched longer is so for all. All counts, so merging is exact.
/// </summary>
internal sealed class TimeToEventState
{
    private readonly long[] _horizons;
    private readonly long? _window;
    private readonly TimeCounts[] _ended;
    private readonly TimeCounts _outlasted = new();
    private readonly List<(long Start, long Last)> _open = [];
    private readonly List<TimeToEventCase> _running = [];
    private readonly long[] _hits;
    private long _closed;

    /// <param name="causes">In how many ways a case can end.</param>
    /// <param name="horizons">Horizons in ticks, ascending.</param>
    /// <param name="window">How long a case is followed.</param>
    /// <param name="lastSeen">Up to when it is known whether a case has ended.</param>
    public TimeToEventState(int causes, long[] horizons, long? window, long lastSeen)
    {
        (_horizons, _window, LastSeen) = (horizons, window, lastSeen);
        _ended = [.. Enumerable.Range(0, causes).Select(_ => new TimeCounts())];
        _hits = new long[horizons.Length];
    }

    public long LastSeen { get; private set; }

    /// <summary>Adds a case that ended by a cause, numbered from 1.</summary>
    public void AddEnded(long start, long elapsed, int cause)
    {
        bool outlasted = elapsed > _window;
        if (outlasted) _outlasted.Add(TimeText.Days(_window!.Value));
        else _ended[cause - 1].Add(TimeText.Days(elapsed));
        if (_horizons.Length == 0) return;
        TimeToEventCase ended = new(start, elapsed, outlasted ? 0 : cause);
        if (start <= LastSeen - _horizons[^1]) Close(ended, _hits, ref _closed);
        else _running.Add(ended);
    }

    /// <summary>Adds a case that has not ended as far as is known.</summary>
    /// <param name="start">When it began.</param>
    /// <param name="last">When it turns out to have ended once it is known that nothing came after that instant; <see cref="long.MaxValue"/> where that says nothing.</param>
    public void AddOpen(long start, long last = long.MaxValue) => _open.Add((start, last));

    public void Merge(TimeToEventState other)
    {
        for (int cause = 0; cause < _ended.Length; cause++) _ended[cause].Merge(other._ended[cause]);
        _outlasted.Merge(other._outlasted);
        _open.AddRange(other._open);
        _running.AddRange(other._running);
        for (int index = 0; index < _hits.Length; index++) _hits[index] += other._hits[index];
        _closed += other._closed;
        LastSeen = Math.Max(LastSeen, other.LastSeen);
    }

    /// <summary>All cases with the times that are known of them, and how many began too late for anything to be known.</summary>
    public TimeToEventTotals ToTotals()
    {
        TimeCounts censored = new(), ended = new();
        censored.Merge(_outlasted);
        long[] counted = (long[])_hits.Clone(), closed = new long[_horizons.Length];
        Array.Fill(closed, _closed);
        long tooNew = 0;
        foreach ((long start, long last) in _open)
        {
            if (start > LastSeen) tooNew++;
            else if (last <= LastSeen) ended.Add(TimeText.Days(last - start));
            else censored.Add(TimeText.Days(Math.Min(LastSeen - start, _window ?? long.MaxValue)));
            Count(new(start, last <= LastSeen ? last - start : long.MaxValue, last <= LastSeen ? 1 : 0), counted, closed);
        }

        foreach (TimeToEventCase one in _running) Count(one, counted, closed);
        ended.Merge(_ended[0]);
        return new TimeToEventTotals
        {
            Ended = [ended.TakeSorted(), .. _ended.Skip(1).Select(times => times.ToSorted())],
            Censored = censored.TakeSorted(),
            Hits = counted,
            Closed = closed,
            TooNew = tooNew,
        };
    }

    public void Save(BinaryWriter state)
    {
        state.Write(LastSeen);
        foreach (TimeCounts times in _ended) times.Save(state);
        _outlasted.Save(state);
        _open.Sort();
        state.Write(_open.Count);
        foreach ((long start, long last) in _open)
        {
            state.Write(start);
            state.Write(last);
        }

        _running.Sort((left, right) => (left.Start, left.Elapsed, left.Cause).CompareTo((right.Start, right.Elapsed, right.Cause)));
        state.Write(_running.Count);
        foreach (TimeToEventCase one in _running)
        {
            state.Write(one.Start);
            state.Write(one.Elapsed);
            state.Write(one.Cause);
        }

        state.Write(_closed);
        foreach (long hits in _hits) state.Write(hits);
    }

    public void Load(BinaryReader state)
    {
        LastSeen = Math.Max(LastSeen, Instant(state.ReadInt64()));
        foreach (TimeCounts times in _ended) times.Merge(TimeCounts.Load(state));
        _outlasted.Merge(TimeCounts.Load(state));
        for (int left = KeptNumbers.Count(state.ReadInt32()); left > 0; left--)
        {
            (long start, long last) = (state.ReadInt64(), state.ReadInt64());
            if (start > last || start < 0) throw new InvalidDataException($"An open case cannot begin at {start} and be seen last at {last}.");
            _open.Add((start, last));
        }

        for (int left = KeptNumbers.Count(state.ReadInt32()); left > 0; left--)
        {
            TimeToEventCase one = new(state.ReadInt64(), state.ReadInt64(), state.ReadInt32());
            if (one.Start < 0 || one.Elapsed < 0 || one.Cause < 0 || one.Cause > _ended.Length) throw new InvalidDataException($"{one} cannot be a case: times are not negative and there are {_ended.Length} ways to end.");
            _running.Add(one);
        }

        _closed = KeptNumbers.ReadCount(state);
        for (int index = 0; index < _hits.Length; index++)
        {
            _hits[index] = KeptNumbers.ReadCount(state);
            if (_hits[index] > _closed) throw new InvalidDataException($"{_hits[index]} of {_closed} cases cannot have ended within a horizon.");
        }
    }

    private static long Instant(long ticks) => ticks <= DateTimeOffset.MaxValue.UtcTicks ? ticks : throw new InvalidDataException($"{ticks} is not the ticks of an instant.");

    /// <summary>Counts a case at those horizons that were over when it was seen last.</summary>
    private void Count(TimeToEventCase one, long[] hits, long[] closed)
    {
        for (int index = 0; index < _horizons.Length && one.Start <= LastSeen - _horizons[index]; index++)
        {
            closed[index]++;
            if (one.Cause == 1 && one.Elapsed <= _horizons[index]) hits[index]++;
        }
    }

    /// <summary>Counts a case all of whose horizons were over.</summary>
    private void Close(TimeToEventCase one, long[] hits, ref long closed)
    {
        closed++;
        for (int index = 0; index < hits.Length; index++)
        {
            if (one.Cause == 1 && one.Elapsed <= _horizons[index]) hits[index]++;
        }
    }
}
