namespace CustomerJourney.Statistics.Survival;

/// <summary>A cumulative incidence at one time.</summary>
public readonly record struct CumulativeIncidencePoint
{
    /// <summary>The time, in the unit of the sample.</summary>
    public required double Time { get; init; }

    /// <summary>How many cases were still going on just before this time.</summary>
    public required long AtRisk { get; init; }

    /// <summary>How many ended by the cause at exactly this time.</summary>
    public required long Events { get; init; }

    /// <summary>The estimated share 0…1 of all cases that have ended by the cause by this time.</summary>
    public required double Incidence { get; init; }

    /// <summary>The standard error of <see cref="Incidence"/>, at least 0.</summary>
    public required double StandardError { get; init; }

    /// <summary>The lower confidence limit, 0…1; <see langword="null"/> where the incidence is 0 or 1 or does not vary.</summary>
    public required double? Lower { get; init; }

    /// <summary>The upper confidence limit, 0…1; <see langword="null"/> where the incidence is 0 or 1 or does not vary.</summary>
    public required double? Upper { get; init; }
}
