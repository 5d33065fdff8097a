namespace CustomerJourney.Maps;

/// <summary>Where an <see cref="EmotionCurve"/> falls: two moments that follow each other, gaps between them passed over. A large one is a candidate for a moment of truth.</summary>
public sealed record EmotionDrop
{
    /// <summary>The moment before the fall.</summary>
    public required EmotionMoment From { get; init; }

    /// <summary>The moment after it.</summary>
    public required EmotionMoment To { get; init; }

    /// <summary>By how much it feels worse, the later value minus the earlier, -4 to below 0.</summary>
    public required double Change { get; init; }
}
