namespace CustomerJourney;

/// <summary>That the customer's opinion of the company is made or broken at a touchpoint. Equal by value.</summary>
public sealed record MomentOfTruth
{
    /// <summary>What kind of moment it is.</summary>
    public MomentOfTruthKind Kind { get; init; }

    /// <summary>Why it decides; <see langword="null"/> when nobody said.</summary>
    public LocalizedText? Why { get; init; }
}
