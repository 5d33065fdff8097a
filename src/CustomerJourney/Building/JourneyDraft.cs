using CustomerJourney.Building.Documents;
using CustomerJourney.StageModels;

namespace CustomerJourney.Building;

/// <summary>A whole map while it is being filled. Code, documents and copies of maps all fill one of these; <see cref="JourneyAssembler"/> checks it and makes the map.</summary>
internal sealed class JourneyDraft(LocalizedText? name, DefinitionProblems problems) : NamedDraft(name)
{
    public const string DefaultLanguage = "en";

    public override string Kind => "journey";

    /// <summary>What the document says beside the journey and the model does not hold.</summary>
    public Carried CarriedDocument { get; init; } = new();

    public string Language { get; set; } = DefaultLanguage;

    public LocalizedText? About { get; set; }

    public JourneyType Type { get; set; }

    public JourneyState State { get; set; }

    public string? CounterpartId { get; set; }

    public string? ParentId { get; set; }

    public ResearchBasis? Basis { get; set; }

    public JourneyStatus Status { get; set; }

    public int Version { get; set; } = 1;

    /// <summary>Whether code gave a version or a status, so that none is chosen for it.</summary>
    public bool HasVersion { get; set; }

    public bool HasStatus { get; set; }

    public JourneyDates Dates { get; set; } = new();

    public string? OwnerName { get; set; }

    public Reference? OwnerDepartment { get; set; }

    public JourneyScope Scope { get; set; } = new();

    public string? StageModelId { get; set; }

    /// <summary>The model of that id; <see langword="null"/> where nobody knows it.</summary>
    public StageModel? StageModel { get; set; }

    /// <summary>The personas that the map follows; <see langword="null"/> where nobody said, which means all.</summary>
    public DraftList<Reference>? Followed { get; set; }

    /// <summary>Whether code said which personas the map follows.</summary>
    public bool HasFollowed { get; set; }

    public string? PersonaAttribute { get; set; }

    public List<StageDraft> Stages { get; } = [];

    public List<TransitionDraft> Transitions { get; } = [];

    public List<OpportunityDraft> Opportunities { get; } = [];

    public List<PersonaDraft> Personas { get; } = [];

    public List<ChannelDraft> Channels { get; } = [];

    public List<DepartmentDraft> Departments { get; } = [];

    public List<MetricDraft> Metrics { get; } = [];

    public List<EvidenceDraft> Evidence { get; } = [];

    /// <summary>What was found to be wrong while the map was filled.</summary>
    public DefinitionProblems Problems { get; } = problems;

    public IEnumerable<TouchpointDraft> Touchpoints => Stages.SelectMany(stage => stage.Touchpoints);

    public IEnumerable<PainPointDraft> PainPoints => Touchpoints.SelectMany(touchpoint => touchpoint.PainPoints);

    /// <summary>All parts with a name, kind by kind; ids are unique in each.</summary>
    public IReadOnlyList<IReadOnlyList<NamedDraft>> Parts =>
        [[this], [.. Stages], [.. Touchpoints], [.. PainPoints], [.. Personas], [.. Channels], [.. Departments], [.. Metrics], [.. Evidence], [.. Opportunities]];

    /// <summary>The pain points that are meant: the one with the id, else all with the text.</summary>
    public IReadOnlyList<PainPointDraft> PainPointsOf(Reference reference) => reference.FindAll<PainPointDraft>([.. PainPoints]);
}
