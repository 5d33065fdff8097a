namespace CustomerJourney.Maps;

/// <summary>How many touchpoints of a map take place on a channel, in a medium or under an ownership.</summary>
/// <typeparam name="T">What the touchpoints are counted by.</typeparam>
public sealed record ChannelShare<T>
{
    /// <summary>The channel, medium or ownership; for the ownership that nobody stated, <see langword="null"/>.</summary>
    public required T Of { get; init; }

    /// <summary>The touchpoints, in journey order; empty for a channel that the map names and does not use.</summary>
    public required IReadOnlyList<Touchpoint> Touchpoints { get; init; }

    /// <summary>Their share of all touchpoints that have a channel, 0 to 1; <see langword="null"/> when none has.</summary>
    public required double? Share { get; init; }

    /// <summary>Their mean emotion weighted by importance, -2 to +2; <see langword="null"/> when none is known.</summary>
    public required double? Score { get; init; }
}
