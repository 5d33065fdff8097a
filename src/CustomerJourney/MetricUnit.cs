namespace CustomerJourney;

/// <summary>The unit of a metric's values.</summary>
public enum MetricUnit
{
    /// <summary>Points on a scale.</summary>
    Score,

    /// <summary>Whole percent, 0 to 100, as people write them; never 0 to 1.</summary>
    Percent,

    /// <summary>How many.</summary>
    Count,

    /// <summary>Days.</summary>
    Days,

    /// <summary>Hours.</summary>
    Hours,

    /// <summary>Minutes.</summary>
    Minutes,

    /// <summary>Seconds.</summary>
    Seconds,

    /// <summary>Money; the metric names the currency.</summary>
    Currency,
}
