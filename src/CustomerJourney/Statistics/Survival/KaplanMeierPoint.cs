namespace CustomerJourney.Statistics.Survival;

/// <summary>A survival curve at one time.</summary>
public readonly record struct KaplanMeierPoint
{
    /// <summary>The time, in the unit of the sample.</summary>
    public required double Time { get; init; }

    /// <summary>How many cases were at risk at this time.</summary>
    public required long AtRisk { get; init; }

    /// <summary>How many had their event at exactly this time.</summary>
    public required long Events { get; init; }

    /// <summary>The estimated share 0…1 of cases that go on beyond this time: S(t).</summary>
    public required double Survival { get; init; }

    /// <summary>The standard error of <see cref="Survival"/> by Greenwood's formula; <see langword="null"/> where the curve has fallen to 0, as nothing is known of its variance there.</summary>
    public required double? StandardError { get; init; }

    /// <summary>The lower confidence limit, 0…1; <see langword="null"/> where the curve is 1 or 0, never a limit of 0 out of nothing.</summary>
    public required double? Lower { get; init; }

    /// <summary>The upper confidence limit, 0…1; <see langword="null"/> where the curve is 1 or 0.</summary>
    public required double? Upper { get; init; }
}
