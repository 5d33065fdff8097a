using CustomerJourney.Building;

namespace CustomerJourney;

/// <summary>What the company does for a touchpoint, on both sides of the line of visibility (G. L. Shostack, Harvard Business Review, January 1984). Equal by value.</summary>
public sealed record ServiceBlueprint
{
    /// <summary>What the customer sees people and machines do; empty when nobody said.</summary>
    public IReadOnlyList<LocalizedText> Frontstage { get; init => field = EquatableList.Of(value); } = EquatableList<LocalizedText>.Empty;

    /// <summary>What is done out of the customer's sight; empty when nobody said.</summary>
    public IReadOnlyList<LocalizedText> Backstage { get; init => field = EquatableList.Of(value); } = EquatableList<LocalizedText>.Empty;

    /// <summary>The systems that carry it; empty when nobody said.</summary>
    public IReadOnlyList<LocalizedText> Systems { get; init => field = EquatableList.Of(value); } = EquatableList<LocalizedText>.Empty;

    /// <summary>What the customer can touch or keep: signs, receipts, packaging; empty when nobody said.</summary>
    public IReadOnlyList<LocalizedText> PhysicalEvidence { get; init => field = EquatableList.Of(value); } = EquatableList<LocalizedText>.Empty;
}
