namespace CustomerJourney.Statistics.Survival;

/// <summary>A cumulative hazard at one time with events.</summary>
public readonly record struct NelsonAalenPoint
{
    /// <summary>The time, in the unit of the sample.</summary>
    public required double Time { get; init; }

    /// <summary>How many cases were at risk at this time, positive.</summary>
    public required long AtRisk { get; init; }

    /// <summary>How many had their event at this time, positive.</summary>
    public required long Events { get; init; }

    /// <summary>The cumulative hazard up to and with this time, above 0; may exceed 1.</summary>
    public required double CumulativeHazard { get; init; }

    /// <summary>Its standard error, above 0.</summary>
    public required double StandardError { get; init; }

    /// <summary>The lower confidence limit, above 0.</summary>
    public required double Lower { get; init; }

    /// <summary>The upper confidence limit.</summary>
    public required double Upper { get; init; }
}
