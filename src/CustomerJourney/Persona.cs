using CustomerJourney.Building;
using CustomerJourney.Building.Documents;

namespace CustomerJourney;

/// <summary>A kind of customer: who they are, what they look for, their share of all customers, and how data shows them. Immutable; a part of its map, equal only to itself.</summary>
public sealed class Persona
{
    internal Persona(PersonaDraft draft, JourneyParts parts)
    {
        Carried = draft.Carried.Finished();
        Id = draft.Id!;
        Names = draft.Words!;
        Headline = draft.Headline?.InMap(parts.Language);
        IsPrimary = draft.IsPrimary;
        Share = draft.Share;
        Basis = draft.Basis;
        Quote = draft.Quote?.InMap(parts.Language);
        Image = draft.Image;
        Geographic = PersonaFacts.Geographic(draft, parts);
        Demographic = PersonaFacts.Demographic(draft, parts);
        Psychographic = PersonaFacts.Psychographic(draft, parts);
        Behavioral = PersonaFacts.Behavioral(draft, parts);
        Evidence = parts.EvidenceOf(draft.Evidence);
        ObservationRules = [.. draft.Rules];
    }

    /// <summary>The identity, unique among the personas of the map; it stays when the name changes.</summary>
    public string Id { get; }

    /// <summary>The name, as it was written, in the language of the map. It is no identity: several may have the same.</summary>
    public string Name => Names.ToString();

    /// <summary>The name in all languages of the map.</summary>
    public LocalizedText Names { get; }

    /// <summary>Who this is in a few words; <see langword="null"/> when nobody said.</summary>
    public LocalizedText? Headline { get; }

    /// <summary>Whether the map is drawn for this persona first; true for at most one.</summary>
    public bool IsPrimary { get; }

    /// <summary>The share of all customers, more than 0 and at most 1; <see langword="null"/> when unknown.</summary>
    public double? Share { get; }

    /// <summary>What the persona rests on; <see langword="null"/> when nobody said.</summary>
    public ResearchBasis? Basis { get; }

    /// <summary>What the persona would say; <see langword="null"/> when nobody wrote it.</summary>
    public LocalizedText? Quote { get; }

    /// <summary>A picture, absolute or relative; <see langword="null"/> when there is none. It comes from outside: who shows it decides which addresses to trust.</summary>
    public Uri? Image { get; }

    /// <summary>Where the persona lives; <see langword="null"/> when nobody said anything.</summary>
    public GeographicFacts? Geographic { get; }

    /// <summary>Age, work and the like; <see langword="null"/> when nobody said anything.</summary>
    public DemographicFacts? Demographic { get; }

    /// <summary>What the persona thinks and wants; <see langword="null"/> when nobody said anything.</summary>
    public PsychographicFacts? Psychographic { get; }

    /// <summary>What the persona does; <see langword="null"/> when nobody said anything.</summary>
    public BehavioralFacts? Behavioral { get; }

    /// <summary>What this persona looks for, of <see cref="Behavioral"/>; empty when nobody said.</summary>
    public IReadOnlyList<LocalizedText> LookingFor => Behavioral?.LookingFor ?? [];

    /// <summary>What the persona is drawn from; empty when it is drawn from nothing.</summary>
    public IReadOnlyList<Evidence> Evidence { get; }

    /// <summary>How the persona is recognized in data: a customer matches when any rule holds. Among the personas of a map, in map order, the first that matches is taken. Empty when data does not show it.</summary>
    public IReadOnlyList<PersonaRule> ObservationRules { get; }

    /// <summary>What the document says of this part and the model does not hold; written back as it was.</summary>
    internal Carried Carried { get; }

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
