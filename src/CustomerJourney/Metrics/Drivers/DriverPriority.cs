namespace CustomerJourney.Metrics.Drivers;

/// <summary>What importance and performance of a driver say together.</summary>
public enum DriverPriority
{
    /// <summary>Important, and those who have it fare worse than the mean: concentrate here.</summary>
    Improve,

    /// <summary>Important, and those who have it fare no worse than the mean: keep up the good work.</summary>
    KeepUp,

    /// <summary>Not important, and those who have it fare worse than the mean.</summary>
    LowPriority,

    /// <summary>Not important, and those who have it fare no worse than the mean: more effort would change little.</summary>
    Sufficient,
}
