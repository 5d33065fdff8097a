using CustomerJourney.Statistics.Survival;

namespace CustomerJourney.Metrics.Survival;

/// <summary>Cases by their times when everything is together.</summary>
internal sealed class TimeToEventTotals
{
    /// <summary>Times in days of the cases that ended, by cause.</summary>
    public required SortedTimes[] Ended { get; init; }

    /// <summary>Times in days of those still going on.</summary>
    public required SortedTimes Censored { get; init; }

    /// <summary>At each horizon, how many of <see cref="Closed"/> had ended by the first cause.</summary>
    public required long[] Hits { get; init; }

    /// <summary>At each horizon, how many cases were watched to it or would have been, had they not ended.</summary>
    public required long[] Closed { get; init; }

    /// <summary>Cases that began so late that nothing can be known of them yet.</summary>
    public required long TooNew { get; init; }
}
