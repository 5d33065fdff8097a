namespace CustomerJourney.Statistics.Survival;

/// <summary>The time by which a share of the cases has had its event. What the curve or a limit does not reach within the observed time is <see langword="null"/>, never the last time.</summary>
public sealed record SurvivalQuantile
{
    /// <summary>The share that has had its event, between 0 and 1: 0.5 for the median.</summary>
    public required double Probability { get; init; }

    /// <summary>The time; <see langword="null"/> when fewer than that share are known to have had their event.</summary>
    public required double? Value { get; init; }

    /// <summary>The lower confidence limit: where the lower limit of the curve crosses; <see langword="null"/> when it does not.</summary>
    public required double? Lower { get; init; }

    /// <summary>The upper confidence limit: where the upper limit of the curve crosses; <see langword="null"/> when it does not, so that no upper limit is known.</summary>
    public required double? Upper { get; init; }

    /// <summary>The confidence level of the limits, between 0 and 1.</summary>
    public required double Level { get; init; }
}
