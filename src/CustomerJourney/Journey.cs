using CustomerJourney.Building;
using CustomerJourney.Building.Documents;
using CustomerJourney.StageModels;

namespace CustomerJourney;

/// <summary>
/// A journey map: what should happen. Immutable and safe to share between threads.
/// Made by <see cref="Create"/> or <c>Parse</c>, copied and changed by <see cref="With"/>; what cannot be built throws with all its problems, so nothing half-built can be held.
/// </summary>
/// <remarks>
/// Parts are found by id or by name; names are data and are compared ordinally, ids are identities and stay when names change. An id goes before a name, here and wherever code names a part:
/// every part is found by its id, and by its name where no other part of its kind has that as its name or id.
/// Maps and their parts are equal only to themselves: two maps are compared by <c>MapComparison.Between</c>, which says what differs, and two documents by their JSON, which is the same bytes for the same map.
/// </remarks>
public sealed partial class Journey
{
    /// <summary>The most stages that a map can have; a log keeps a stage in a byte, and two values are taken for what has no stage.</summary>
    internal const int MostStages = 254;

    internal Journey(JourneyDraft draft, JourneyParts parts)
    {
        Carried = draft.Carried.Finished();
        CarriedDocument = draft.CarriedDocument.Finished();
        Id = draft.Id!;
        Names = draft.Words!;
        Language = draft.Language;
        Description = draft.About?.InMap(Language);
        Type = draft.Type;
        State = draft.State;
        CounterpartId = draft.CounterpartId;
        ParentId = draft.ParentId;
        Basis = draft.Basis;
        Status = draft.Status;
        Version = draft.Version;
        Dates = draft.Dates;
        Owner = draft.OwnerName is null && draft.OwnerDepartment is null ? null : new JourneyOwner { Name = draft.OwnerName, Department = parts.DepartmentOf(draft.OwnerDepartment) };
        Scope = draft.Scope with
        {
            Trigger = draft.Scope.Trigger?.InMap(Language),
            EndState = draft.Scope.EndState?.InMap(Language),
            Scenario = draft.Scope.Scenario?.InMap(Language),
            BusinessGoal = draft.Scope.BusinessGoal?.InMap(Language),
            Expectations = draft.Scope.Expectations.InMap(Language),
        };
        StageModelId = draft.StageModelId;
        StageModel = draft.StageModel;
        FollowedPersonas = parts.PersonasOf(draft.Followed!);
        PersonaAttribute = draft.PersonaAttribute;
        Stages = parts.Stages;
        Transitions = parts.Transitions;
        Opportunities = parts.Opportunities;
        Personas = parts.Personas;
        Channels = parts.Channels;
        Departments = parts.Departments;
        Metrics = parts.Metrics;
        Evidence = parts.Evidence;
        ReadWarnings = draft.Problems.Warnings;
        Touchpoints = [.. Stages.SelectMany(stage => stage.Touchpoints)];
    }

    /// <summary>The identity of the map; it stays when the name changes.</summary>
    public string Id { get; }

    /// <summary>The name, as it was written, in the <see cref="Language"/> of the map.</summary>
    public string Name => Names.ToString();

    /// <summary>The name in all languages of the map.</summary>
    public LocalizedText Names { get; }

    /// <summary>The language of the map's plain texts, a BCP 47 tag; <c>en</c> when nobody said.</summary>
    public string Language { get; }

    /// <summary>What the map shows; <see langword="null"/> when nobody said.</summary>
    public LocalizedText? Description { get; }

    /// <summary>What the journey is about.</summary>
    public JourneyType Type { get; }

    /// <summary>Whether the map shows the journey as it is or as it should be.</summary>
    public JourneyState State { get; }

    /// <summary>The id of the map that shows the same journey in the other <see cref="State"/> and names this one; <see langword="null"/> when there is none.</summary>
    public string? CounterpartId { get; }

    /// <summary>The id of the map of which this one shows a part; <see langword="null"/> when there is none.</summary>
    public string? ParentId { get; }

    /// <summary>What the map rests on; <see langword="null"/> when nobody said.</summary>
    public ResearchBasis? Basis { get; }

    /// <summary>Where the map is in its life.</summary>
    public JourneyStatus Status { get; }

    /// <summary>The version, from 1. An edited copy of a published map is the next version.</summary>
    public int Version { get; }

    /// <summary>When the map was made, changed and looked at.</summary>
    public JourneyDates Dates { get; }

    /// <summary>Who looks after the map; <see langword="null"/> when nobody does.</summary>
    public JourneyOwner? Owner { get; }

    /// <summary>Where the journey begins and ends and what it is mapped for.</summary>
    public JourneyScope Scope { get; }

    /// <summary>The id of the stage model that the map is cut by; <see langword="null"/> when there is none. It need not be known here: <see cref="StageModel"/>.</summary>
    public string? StageModelId { get; }

    /// <summary>
    /// The stage model of <see cref="StageModelId"/>: a published one, or one's own that was given to the builder or stands in <see cref="JourneyReadOptions.StageModels"/>.
    /// <see langword="null"/> when the map names none, or one that is not known; its id is kept and written all the same.
    /// </summary>
    public StageModel? StageModel { get; }

    /// <summary>The personas whose way the map shows, in the order given; those made in code all are followed unless someone says otherwise. Empty when it shows nobody's.</summary>
    public IReadOnlyList<Persona> FollowedPersonas { get; }

    /// <summary>The customer attribute in the log whose value is a persona's id or name, asked before the personas' own rules; <see langword="null"/> when there is none.</summary>
    public string? PersonaAttribute { get; }

    /// <summary>The stages in journey order; 1 to 254.</summary>
    public IReadOnlyList<Stage> Stages { get; }

    /// <summary>The ways from stage to stage, in the order given; empty when nobody said.</summary>
    public IReadOnlyList<StageTransition> Transitions { get; }

    /// <summary>The kinds of customer, in map order; empty when none is known.</summary>
    public IReadOnlyList<Persona> Personas { get; }

    /// <summary>The channels on which touchpoints take place; empty when none is known.</summary>
    public IReadOnlyList<TouchpointChannel> Channels { get; }

    /// <summary>The departments that work on the journey; empty when none is known.</summary>
    public IReadOnlyList<Department> Departments { get; }

    /// <summary>The figures that the map promises to watch; empty when there are none.</summary>
    public IReadOnlyList<Metric> Metrics { get; }

    /// <summary>What the map's statements rest on; empty when nothing is named.</summary>
    public IReadOnlyList<Evidence> Evidence { get; }

    /// <summary>The ideas for improvements; empty when there are none.</summary>
    public IReadOnlyList<Opportunity> Opportunities { get; }

    /// <summary>All touchpoints in journey order: stage by stage, each in map order.</summary>
    public IReadOnlyList<Touchpoint> Touchpoints { get; }

    /// <summary>What lenient reading let pass, each with JSON path and line (<see cref="JourneyReadOptions.Lenient"/>); empty for a map that was read strictly, made in code or copied.</summary>
    public IReadOnlyList<string> ReadWarnings { get; }

    /// <summary>What the document says of the journey and the model does not hold; written back as it was.</summary>
    internal Carried Carried { get; }

    /// <summary>What the document says beside the journey and the model does not hold; written back as it was.</summary>
    internal Carried CarriedDocument { get; }

    // Made when they are first asked for; two threads may make equal ones, of which either serves.

    /// <summary>The stages by name and id.</summary>
    internal NameIndex<Stage> StageNames => field ??= new("stages", Stages, stage => stage.Name, stage => stage.Id);

    /// <summary>The touchpoints by name and id.</summary>
    internal NameIndex<Touchpoint> TouchpointNames => field ??= new("touchpoints", Touchpoints, touchpoint => touchpoint.Name, touchpoint => touchpoint.Id);

    /// <summary>The personas by name and id.</summary>
    internal NameIndex<Persona> PersonaNames => field ??= new("personas", Personas, persona => persona.Name, persona => persona.Id);

    /// <summary>The channels by name and id.</summary>
    internal NameIndex<TouchpointChannel> ChannelNames => field ??= new("channels", Channels, channel => channel.Name, channel => channel.Id);

    /// <summary>The departments by name and id.</summary>
    internal NameIndex<Department> DepartmentNames => field ??= new("departments", Departments, department => department.Name, department => department.Id);

    /// <summary>The metrics by name and id.</summary>
    internal NameIndex<Metric> MetricNames => field ??= new("metrics", Metrics, metric => metric.Name, metric => metric.Id);

    /// <summary>The pieces of evidence by title and id.</summary>
    internal NameIndex<Evidence> EvidenceNames => field ??= new("pieces of evidence", Evidence, evidence => evidence.Title, evidence => evidence.Id);

    /// <summary>The pain points of all touchpoints by text and id.</summary>
    internal NameIndex<PainPoint> PainPointNames => field ??= new("pain points", [.. Touchpoints.SelectMany(touchpoint => touchpoint.PainPoints)], pain => pain.Text, pain => pain.Id);

    /// <summary>The opportunities by title and id.</summary>
    internal NameIndex<Opportunity> OpportunityNames => field ??= new("opportunities", Opportunities, opportunity => opportunity.Title, opportunity => opportunity.Id);

    /// <summary>Finds a stage by id or name, ordinally, an id before a name.</summary>
    /// <exception cref="ArgumentException">Several stages have the name, and it is the id of none; the message lists their ids.</exception>
    /// <exception cref="KeyNotFoundException">The map has no such stage; the message lists the stages that it has.</exception>
    public Stage this[string stage] => FindStage(stage)
        ?? throw new KeyNotFoundException($"The journey {Phrase.Quote(Name)} has no stage {Phrase.Quote(stage)}; {Phrase.Known("stages", Stages.Select(known => known.Name))}.");

    /// <summary>Fills and builds a map.</summary>
    /// <param name="name">The name of the map.</param>
    /// <param name="configure">Fills the map; it needs at least one stage.</param>
    /// <exception cref="JourneyDefinitionException">The map cannot be built; all its problems are listed.</exception>
    public static Journey Create(LocalizedText name, Action<JourneyBuilder> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        JourneyDraft draft = new(name, new DefinitionProblems());
        configure(new JourneyBuilder(draft));
        return JourneyAssembler.Assemble(draft);
    }

    /// <summary>Copies the map and changes the copy; this one stays as it is. Every part that stays keeps its id.</summary>
    /// <param name="change">Changes the copy.</param>
    /// <remarks>
    /// A published map is not edited: where <see cref="Status"/> is <see cref="JourneyStatus.Published"/> and the copy differs in more than status, version and dates, the copy is a draft of the next version,
    /// unless <paramref name="change"/> gives another status or a higher version.
    /// </remarks>
    /// <exception cref="JourneyDefinitionException">The changed map cannot be built; all its problems are listed.</exception>
    public Journey With(Action<JourneyBuilder> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        JourneyDraft draft = DocumentReader.Copy(this);
        change(new JourneyBuilder(draft));
        return Publishing.Assemble(this, draft);
    }

    /// <summary>Finds a stage by id or name, ordinally, an id before a name; <see langword="null"/> when there is none.</summary>
    /// <exception cref="ArgumentException">Several stages have the name, and it is the id of none; the message lists their ids.</exception>
    public Stage? FindStage(string nameOrId) => StageNames.Find(nameOrId);

    /// <summary>Finds a touchpoint by id or name, ordinally, an id before a name; <see langword="null"/> when there is none.</summary>
    /// <exception cref="ArgumentException">Several touchpoints have the name, and it is the id of none; the message lists their ids.</exception>
    public Touchpoint? FindTouchpoint(string nameOrId) => TouchpointNames.Find(nameOrId);

    /// <summary>Finds a persona by id or name, ordinally, an id before a name; <see langword="null"/> when there is none.</summary>
    /// <exception cref="ArgumentException">Several personas have the name, and it is the id of none; the message lists their ids.</exception>
    public Persona? FindPersona(string nameOrId) => PersonaNames.Find(nameOrId);

    /// <summary>Whether this map and another show the same journey as it is and as it should be: they have different states, and each names the other as its counterpart.</summary>
    /// <param name="other">The other map.</param>
    public bool IsCounterpartOf(Journey other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return State != other.State && string.Equals(CounterpartId, other.Id, StringComparison.Ordinal) && string.Equals(other.CounterpartId, Id, StringComparison.Ordinal);
    }

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
