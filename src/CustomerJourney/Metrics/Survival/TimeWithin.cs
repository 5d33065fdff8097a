namespace CustomerJourney.Metrics.Survival;

/// <summary>How many cases got there within a horizon, of those that were watched to it.</summary>
public sealed record TimeWithin
{
    /// <summary>The horizon.</summary>
    public required TimeSpan Horizon { get; init; }

    /// <summary>Cases that began at least one horizon before observation ended, whatever became of them.</summary>
    public required long Cases { get; init; }

    /// <summary>Those of them that got there within the horizon. What competes ends a case without.</summary>
    public required long Hits { get; init; }
}
