using CustomerJourney.Building;

namespace CustomerJourney;

/// <summary>An improvement that answers pain points. Immutable; a part of its map, equal only to itself.</summary>
public sealed class Opportunity
{
    internal Opportunity(OpportunityDraft draft, IReadOnlyList<PainPoint> painPoints)
    {
        Id = draft.Id!;
        Title = draft.Name!;
        Impact = draft.Impact;
        Effort = draft.Effort;
        Confidence = draft.Confidence;
        PainPoints = painPoints;
    }

    /// <summary>The identity, unique among the opportunities of the map; it stays when the title changes.</summary>
    public string Id { get; }

    /// <summary>What to do, unique among the opportunities of the map, as it was written.</summary>
    public string Title { get; }

    /// <summary>How much it would help, 1 to 5; <see langword="null"/> when not rated.</summary>
    public int? Impact { get; }

    /// <summary>How much work it is, 1 to 5; <see langword="null"/> when not rated.</summary>
    public int? Effort { get; }

    /// <summary>How sure the impact is, 0 to 1; <see langword="null"/> when not rated.</summary>
    public double? Confidence { get; }

    /// <summary>Impact × confidence / effort, 0 to 5, like the ICE score of Sean Ellis with effort in place of ease; <see langword="null"/> unless all three are rated.</summary>
    public double? Priority => Impact * Confidence / Effort;

    /// <summary>The pain points that it would relieve; empty when none is named.</summary>
    public IReadOnlyList<PainPoint> PainPoints { get; }

    /// <summary>The title.</summary>
    public override string ToString() => Title;
}
