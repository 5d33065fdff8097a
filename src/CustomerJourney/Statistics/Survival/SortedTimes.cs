namespace CustomerJourney.Statistics.Survival;

/// <summary>Times with how many cases have each: ascending, distinct, counts above 0. Immutable.</summary>
internal sealed class SortedTimes
{
    // How many cases have one of the first i times: one entry more than there are times.
    private readonly long[] _before;

    /// <summary>Takes over arrays of which the first <paramref name="length"/> entries count.</summary>
    public SortedTimes(double[] times, long[] counts, int length)
    {
        (Times, Counts) = (times.AsMemory(0, length), counts.AsMemory(0, length));
        _before = new long[length + 1];
        for (int i = 0; i < length; i++) _before[i + 1] = _before[i] + counts[i];
    }

    public ReadOnlyMemory<double> Times { get; }

    public ReadOnlyMemory<long> Counts { get; }

    public int Length => Times.Length;

    public long Total => _before[^1];

    public double? Largest => Length == 0 ? null : Times.Span[^1];

    /// <summary>How many cases have a time below this one.</summary>
    public long Before(double time)
    {
        int index = Times.Span.BinarySearch(time);
        return _before[index < 0 ? ~index : index];
    }

    public bool SameAs(SortedTimes other) => Times.Span.SequenceEqual(other.Times.Span) && Counts.Span.SequenceEqual(other.Counts.Span);
}
