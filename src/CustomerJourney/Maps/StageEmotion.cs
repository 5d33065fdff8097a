namespace CustomerJourney.Maps;

/// <summary>How one stage feels and how far it is from its target.</summary>
public sealed record StageEmotion
{
    /// <summary>The stage.</summary>
    public required Stage Stage { get; init; }

    /// <summary>How many touchpoints of the stage are on the curve.</summary>
    public required int Moments { get; init; }

    /// <summary>Of how many of them it is known how they feel.</summary>
    public required int KnownMoments { get; init; }

    /// <summary>The stage emotion, Σ(value × importance) / Σ importance over its moments, -2 to +2; <see langword="null"/> when none is known.</summary>
    public required double? Score { get; init; }

    /// <summary>The mean gap, Σ(gap × importance) / Σ importance over its moments, -4 to +4; <see langword="null"/> when none is known.</summary>
    public required double? Gap { get; init; }

    /// <summary>The sum of the gaps of its moments; <see langword="null"/> when none is known.</summary>
    public required double? TotalGap { get; init; }
}
