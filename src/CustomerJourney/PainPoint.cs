using CustomerJourney.Building;

namespace CustomerJourney;

/// <summary>What hurts at a touchpoint, how badly, and for what share of customers. Immutable; a part of its map, equal only to itself.</summary>
public sealed class PainPoint
{
    internal PainPoint(PainPointDraft draft)
    {
        Id = draft.Id!;
        Text = draft.Name!;
        Severity = draft.Severity;
        AffectedShare = draft.AffectedShare;
    }

    /// <summary>The identity, unique among the pain points of the map; it stays when the text changes.</summary>
    public string Id { get; }

    /// <summary>What hurts, as it was written.</summary>
    public string Text { get; }

    /// <summary>How badly it hurts.</summary>
    public Severity Severity { get; }

    /// <summary>The share of customers that it hits, 0 to 1; <see langword="null"/> when unknown.</summary>
    public double? AffectedShare { get; }

    /// <summary>The text.</summary>
    public override string ToString() => Text;
}
