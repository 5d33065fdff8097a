using CustomerJourney.StageModels;

namespace CustomerJourney.Building;

/// <summary>The finished parts of a map while it is being made: those that exist are found by the references of the others. All references have been checked.</summary>
internal sealed class JourneyParts(JourneyIndex index, string language, StageModel? stageModel)
{
    private readonly Dictionary<NamedDraft, object> _made = new(ReferenceEqualityComparer.Instance);

    /// <summary>The language that texts are bound to.</summary>
    public string Language => language;

    /// <summary>The model that the map is cut by, where it is known.</summary>
    public StageModel? StageModel => stageModel;

    public IReadOnlyList<Stage> Stages { get; set; } = [];

    public IReadOnlyList<StageTransition> Transitions { get; set; } = [];

    public IReadOnlyList<Opportunity> Opportunities { get; set; } = [];

    public IReadOnlyList<Persona> Personas { get; set; } = [];

    public IReadOnlyList<TouchpointChannel> Channels { get; set; } = [];

    public IReadOnlyList<Department> Departments { get; set; } = [];

    public IReadOnlyList<Metric> Metrics { get; set; } = [];

    public IReadOnlyList<Evidence> Evidence { get; set; } = [];

    public T Keep<T>(NamedDraft part, T made) where T : class
    {
        _made.Add(part, made);
        return made;
    }

    /// <summary>The finished parts of drafts.</summary>
    public IReadOnlyList<T> Of<T>(IEnumerable<NamedDraft> parts) where T : class => new EquatableList<T>([.. parts.Select(part => (T)_made[part])]);

    public Stage StageOf(Reference reference) => Find<Stage>(reference, index.Stages)!;

    public IReadOnlyList<Stage> StagesOf(IReadOnlyList<Reference> references) => FindAll<Stage>(references, index.Stages);

    public IReadOnlyList<Touchpoint> TouchpointsOf(IReadOnlyList<Reference> references) => FindAll<Touchpoint>(references, index.Touchpoints);

    public IReadOnlyList<PainPoint> PainPointsOf(IReadOnlyList<Reference> references) =>
        new EquatableList<PainPoint>([.. references.SelectMany(index.PainPoints.Meant).Distinct().Select(pain => (PainPoint)_made[pain])]);

    public Persona? PersonaOf(Reference? reference) => Find<Persona>(reference, index.Personas);

    public IReadOnlyList<Persona> PersonasOf(IReadOnlyList<Reference> references) => FindAll<Persona>(references, index.Personas);

    public TouchpointChannel? ChannelOf(Reference? reference) => Find<TouchpointChannel>(reference, index.Channels);

    public IReadOnlyList<TouchpointChannel> ChannelsOf(IReadOnlyList<Reference> references) => FindAll<TouchpointChannel>(references, index.Channels);

    public Department? DepartmentOf(Reference? reference) => Find<Department>(reference, index.Departments);

    public IReadOnlyList<Department> DepartmentsOf(IReadOnlyList<Reference> references) => FindAll<Department>(references, index.Departments);

    public IReadOnlyList<Metric> MetricsOf(IReadOnlyList<Reference> references) => FindAll<Metric>(references, index.Metrics);

    public IReadOnlyList<Evidence> EvidenceOf(IReadOnlyList<Reference> references) => FindAll<Evidence>(references, index.Evidence);

    private T? Find<T>(Reference? reference, PartIndex among) where T : class => among.Find(reference) is { } part ? (T)_made[part] : null;

    private EquatableList<T> FindAll<T>(IReadOnlyList<Reference> references, PartIndex among) where T : class =>
        references.Count == 0 ? EquatableList<T>.Empty : new([.. references.Select(reference => Find<T>(reference, among)!)]);
}
