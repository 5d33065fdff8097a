namespace CustomerJourney.Statistics.Survival;

/// <summary>The mean time without the event up to a horizon.</summary>
public sealed record RestrictedMean
{
    /// <summary>The horizon up to which time counts, above 0, in the unit of the sample.</summary>
    public required double Horizon { get; init; }

    /// <summary>The mean with its normal interval, all between 0 and <see cref="Horizon"/>.</summary>
    public required Estimate Estimate { get; init; }

    /// <summary>The standard error of the mean, at least 0; 0 where nothing varied before the horizon.</summary>
    public required double StandardError { get; init; }

    /// <summary>Whether the horizon lies beyond the largest observed time, so that the last value of the curve was taken to hold up to it: the mean is then a guess from there on.</summary>
    public required bool IsCarriedForward { get; init; }
}
