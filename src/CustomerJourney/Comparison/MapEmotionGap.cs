namespace CustomerJourney.Comparison;

/// <summary>How one touchpoint feels on two maps.</summary>
public sealed record MapEmotionGap
{
    /// <summary>The touchpoint on the baseline.</summary>
    public required Touchpoint Baseline { get; init; }

    /// <summary>The same touchpoint on the candidate.</summary>
    public required Touchpoint Candidate { get; init; }

    /// <summary>Mean emotion on the candidate minus that on the baseline, -4 to +4; <see langword="null"/> where one of the maps says nothing. How far one map is from its own target is <see cref="Touchpoint.EmotionGap"/>.</summary>
    public double? Gap => Candidate.MeanEmotion - Baseline.MeanEmotion;
}
