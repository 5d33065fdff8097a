namespace CustomerJourney.Building;

internal sealed class PersonaDraft(LocalizedText? name) : NamedDraft(name)
{
    public override string Kind => "persona";

    /// <summary>Whether code added it, so that the list of personas that the map follows does not name it yet.</summary>
    public bool IsNew { get; init; }

    public LocalizedText? Headline { get; set; }

    public bool IsPrimary { get; set; }

    public double? Share { get; set; }

    public ResearchBasis? Basis { get; set; }

    public LocalizedText? Quote { get; set; }

    public Uri? Image { get; set; }

    public GeographicFacts Geographic { get; set; } = new();

    public DemographicFacts Demographic { get; set; } = new();

    public DraftList<LocalizedText?> Lifestyle { get; } = new();

    public DraftList<LocalizedText?> Values { get; } = new();

    public DraftList<LocalizedText?> Attitudes { get; } = new();

    public DraftList<LocalizedText?> Goals { get; } = new();

    public DraftList<LocalizedText?> Needs { get; } = new();

    public DraftList<LocalizedText?> PainPoints { get; } = new();

    public DraftList<LocalizedText?> LookingFor { get; } = new();

    public DraftList<LocalizedText?> BrandInteractions { get; } = new();

    public DraftList<LocalizedText?> Expectations { get; } = new();

    public DraftList<LocalizedText?> Interests { get; } = new();

    public DraftList<Reference> PreferredChannels { get; } = new();

    public DraftList<LocalizedText?> Devices { get; } = new();

    public DraftList<Reference> Evidence { get; } = new();

    public List<PersonaRule> Rules { get; } = [];
}
