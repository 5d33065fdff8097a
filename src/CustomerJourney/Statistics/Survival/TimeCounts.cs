namespace CustomerJourney.Statistics.Survival;

/// <summary>Counts cases by their times: new ones wait unsorted, and are sorted into the counted ones when there are as many.</summary>
internal sealed class TimeCounts
{
    private const int LeastWaiting = 1024;

    // No log has as many cases, and sums of a few such totals still fit.
    private const long MostCases = 1L << 60;

    private double[] _times = [];
    private long[] _counts = [];
    private int _length;
    private double[] _waiting = [];
    private int _waitingLength;

    /// <summary>Counts that start with those of another.</summary>
    public static TimeCounts From(SortedTimes sorted) => new() { _times = sorted.Times.ToArray(), _counts = sorted.Counts.ToArray(), _length = sorted.Length };

    public void Add(double time)
    {
        if (_waitingLength == _waiting.Length)
        {
            if (_waitingLength >= Math.Max(LeastWaiting, _length)) Sort();

            // Sorting for the first time takes the array over.
            if (_waitingLength == _waiting.Length) Array.Resize(ref _waiting, Math.Max(16, 2 * _waitingLength));
        }

        // −0 is a time of 0.
        _waiting[_waitingLength++] = time + 0.0;
    }

    /// <summary>Makes room, so that as many can be added before any are sorted.</summary>
    public void Reserve(int count)
    {
        if (_waiting.Length < _waitingLength + count) Array.Resize(ref _waiting, _waitingLength + count);
    }

    public void Merge(TimeCounts other)
    {
        Sort();
        other.Sort();
        Unite(other._times.AsSpan(0, other._length), other._counts.AsSpan(0, other._length));
    }

    /// <summary>A copy of the counts as they are now.</summary>
    public SortedTimes ToSorted()
    {
        Sort();
        return new SortedTimes(_times.AsSpan(0, _length).ToArray(), _counts.AsSpan(0, _length).ToArray(), _length);
    }

    /// <summary>The counts without a copy; nothing may be added after that.</summary>
    public SortedTimes TakeSorted()
    {
        Sort();
        return new SortedTimes(_times, _counts, _length);
    }

    public void Save(BinaryWriter writer)
    {
        Sort();
        writer.Write(_length);
        for (int i = 0; i < _length; i++)
        {
            writer.Write(_times[i]);
            writer.Write(_counts[i]);
        }
    }

    public static TimeCounts Load(BinaryReader reader)
    {
        int length = reader.ReadInt32();
        if (length < 0) throw new InvalidDataException($"The state of survival counts names {length} times.");
        List<double> times = [];
        List<long> counts = [];
        long total = 0;
        for (int i = 0; i < length; i++)
        {
            double time = reader.ReadDouble();
            long count = reader.ReadInt64();
            if (!SurvivalTime.IsValid(time) || count < 1 || count > MostCases - total || (i > 0 && time <= times[i - 1]))
                throw new InvalidDataException(FormattableString.Invariant($"Entry {i + 1} of the state of survival counts is {count} cases at time {time}; times ascend from 0 and counts are above 0."));
            times.Add(time);
            counts.Add(count);
            total += count;
        }

        return new TimeCounts { _times = [.. times], _counts = [.. counts], _length = length };
    }

    private void Sort()
    {
        if (_waitingLength == 0) return;
        Span<double> waiting = _waiting.AsSpan(0, _waitingLength);
        TimeSorter.Sort(waiting);
        long[] counts = new long[_waitingLength];
        int last = 0;
        counts[0] = 1;
        for (int i = 1; i < waiting.Length; i++)
        {
            if (waiting[i] != waiting[last]) waiting[++last] = waiting[i];
            counts[last]++;
        }

        int distinct = last + 1;
        _waitingLength = 0;
        if (_length == 0) (_times, _counts, _length, _waiting) = (_waiting, counts, distinct, []);
        else Unite(waiting[..distinct], counts.AsSpan(0, distinct));
    }

    private void Unite(ReadOnlySpan<double> times, ReadOnlySpan<long> counts)
    {
        double[] unitedTimes = new double[_length + times.Length];
        long[] unitedCounts = new long[unitedTimes.Length];
        int mine = 0, theirs = 0, length = 0;
        while (mine < _length || theirs < times.Length)
        {
            bool takeMine = theirs == times.Length || (mine < _length && _times[mine] <= times[theirs]);
            bool takeTheirs = mine == _length || (theirs < times.Length && times[theirs] <= _times[mine]);
            unitedTimes[length] = takeMine ? _times[mine] : times[theirs];
            if (takeMine) unitedCounts[length] = _counts[mine++];
            if (takeTheirs) unitedCounts[length] += counts[theirs++];
            length++;
        }

        (_times, _counts, _length) = (unitedTimes, unitedCounts, length);
    }
}
