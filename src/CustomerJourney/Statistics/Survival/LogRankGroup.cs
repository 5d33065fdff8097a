namespace CustomerJourney.Statistics.Survival;

/// <summary>One group of a comparison of survival curves.</summary>
public sealed record LogRankGroup
{
    /// <summary>How many cases the group has, over all strata.</summary>
    public required long N { get; init; }

    /// <summary>The events of the group, weighted; a whole number with equal weights.</summary>
    public required double Observed { get; init; }

    /// <summary>The events that it would have if all groups had the same curve, weighted alike. The sums over groups of observed and expected events are equal.</summary>
    public required double Expected { get; init; }
}
