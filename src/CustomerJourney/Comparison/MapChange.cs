namespace CustomerJourney.Comparison;

/// <summary>One change from one map to another. What was renamed, moved and changed gives three.</summary>
public sealed record MapChange
{
    /// <summary>What kind of change it is.</summary>
    public required MapChangeKind Kind { get; init; }

    /// <summary>What changed, for example <c>touchpoint "Payment"</c>; with the candidate's name, or the baseline's for what was removed.</summary>
    public required string Element { get; init; }

    /// <summary>How it changed, in words, with values.</summary>
    public required string Description { get; init; }

    /// <summary>For a touchpoint whose feelings changed: mean emotion in the candidate minus that in the baseline, -4 to +4; <see langword="null"/> for other changes and where one of the maps says nothing.</summary>
    public double? EmotionGap { get; init; }
}
