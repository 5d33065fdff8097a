namespace CustomerJourney;

/// <summary>Which values of a metric are good.</summary>
public enum MetricDirection
{
    /// <summary>Values near the target.</summary>
    OnTarget,

    /// <summary>High values.</summary>
    HigherIsBetter,

    /// <summary>Low values.</summary>
    LowerIsBetter,
}
