using CustomerJourney.Building;
using CustomerJourney.Building.Documents;

namespace CustomerJourney;

/// <summary>What hurts at a touchpoint, how badly, and for what share of customers. Immutable; a part of its map, equal only to itself.</summary>
public sealed class PainPoint
{
    internal PainPoint(PainPointDraft draft, JourneyParts parts)
    {
        Carried = draft.Carried.Finished();
        Id = draft.Id!;
        Texts = draft.Words!;
        Severity = draft.Severity;
        Category = draft.Category;
        AffectedShare = draft.AffectedShare;
        Personas = parts.PersonasOf(draft.Personas);
        Evidence = parts.EvidenceOf(draft.Evidence);
    }

    /// <summary>The identity, unique among the pain points of the map; it stays when the text changes.</summary>
    public string Id { get; }

    /// <summary>What hurts, as it was written, in the language of the map.</summary>
    public string Text => Texts.ToString();

    /// <summary>What hurts, in all languages of the map.</summary>
    public LocalizedText Texts { get; }

    /// <summary>How badly it hurts.</summary>
    public Severity Severity { get; }

    /// <summary>What kind of thing hurts; <see langword="null"/> when nobody said.</summary>
    public PainPointCategory? Category { get; }

    /// <summary>The share of customers that it hits, 0 to 1; <see langword="null"/> when unknown.</summary>
    public double? AffectedShare { get; }

    /// <summary>The personas that it hits; empty when it hits all that come here.</summary>
    public IReadOnlyList<Persona> Personas { get; }

    /// <summary>What shows that it hurts; empty when nothing does.</summary>
    public IReadOnlyList<Evidence> Evidence { get; }

    /// <summary>What the document says of this part and the model does not hold; written back as it was.</summary>
    internal Carried Carried { get; }

    /// <summary>The text.</summary>
    public override string ToString() => Text;
}
