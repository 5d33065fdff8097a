namespace CustomerJourney.Metrics.Trends;

/// <summary>By which rules a trend raises alerts. Every further rule is a further chance of a false alarm, so the error rate is shared among those that are on.</summary>
[Flags]
public enum TrendRules
{
    /// <summary>No alerts: values, limits and warnings only.</summary>
    None = 0,

    /// <summary>
    /// A single period lies beyond its control limits and its difference from the (rest of the) baseline is significant. On by default: it finds what happened once.
    /// W. A. Shewhart (1931).
    /// </summary>
    BeyondLimits = 1,

    /// <summary>
    /// The level changed from one period on and stayed. The p-value accounts for the search over all places where it could have changed, and the change is none that a single period makes.
    /// On by default: it finds what lasts, small shifts too, and tells since when.
    /// </summary>
    ChangePoint = 2,

    /// <summary>
    /// Eight or more finished periods in a row on one side of what was expected (Western Electric, 1956). Off by default: it finds little that <see cref="ChangePoint"/> does not,
    /// and does not say since when.
    /// </summary>
    RunOnOneSide = 4,

    /// <summary>The exponentially weighted moving average of the deviations (S. W. Roberts, 1959; weight 0.2) lies beyond its limits. Off by default: an alternative to <see cref="ChangePoint"/> for watching period by period.</summary>
    MovingAverage = 8,

    /// <summary>The cumulative sum of the deviations (E. S. Page, 1954; slack 0.5, decision interval 5) is a signal. Off by default, as <see cref="MovingAverage"/>.</summary>
    CumulativeSum = 16,
}
