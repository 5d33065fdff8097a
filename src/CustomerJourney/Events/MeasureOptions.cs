namespace CustomerJourney.Events;

/// <summary>How to run an analysis: threads and progress. Never changes a result.</summary>
public sealed record MeasureOptions
{
    /// <summary>The options that are used where none are given: all cores, no progress.</summary>
    public static MeasureOptions Default { get; } = new();

    /// <summary>How many threads to use at most; all cores by default.</summary>
    public int? MaxDegreeOfParallelism
    {
        get;
        init
        {
            if (value is int threads) ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
            field = value;
        }
    }

    /// <summary>Is told the share of events visited so far, 0…1, rising, from time to time and at the end.</summary>
    public IProgress<double>? Progress { get; init; }
}
