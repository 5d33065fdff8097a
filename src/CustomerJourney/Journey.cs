using CustomerJourney.Building;

namespace CustomerJourney;

/// <summary>
/// A journey map: what should happen. Immutable and safe to share between threads.
/// Made by <see cref="Create"/> or <c>Parse</c>, copied and changed by <see cref="With"/>; what cannot be built throws with all its problems, so nothing half-built can be held.
/// </summary>
/// <remarks>
/// Parts are found by name or by id; names are data and are compared ordinally, ids are identities and stay when names change.
/// Maps and their parts are equal only to themselves: two maps are compared by <c>MapComparison.Between</c>, which says what differs, and two documents by their JSON, which is the same bytes for the same map.
/// </remarks>
public sealed partial class Journey
{
    /// <summary>The most stages that a map can have; a log keeps a stage in a byte, and two values are taken for what has no stage.</summary>
    internal const int MostStages = 254;

    private readonly Dictionary<string, Stage> _stages = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Touchpoint> _touchpoints = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Persona> _personas = new(StringComparer.Ordinal);

    internal Journey(JourneyDraft draft, JourneyParts parts)
    {
        Id = draft.Id!;
        Name = draft.Name!;
        State = draft.State;
        PersonaAttribute = draft.PersonaAttribute;
        Stages = parts.Stages;
        Personas = parts.Personas;
        Channels = parts.Channels;
        Metrics = parts.Metrics;
        Opportunities = parts.Opportunities;
        Touchpoints = [.. Stages.SelectMany(stage => stage.Touchpoints)];
        Index(_stages, Stages, stage => stage.Name, stage => stage.Id);
        Index(_touchpoints, Touchpoints, touchpoint => touchpoint.Name, touchpoint => touchpoint.Id);
        Index(_personas, Personas, persona => persona.Name, persona => persona.Id);
    }

    /// <summary>The identity of the map; it stays when the name changes.</summary>
    public string Id { get; }

    /// <summary>The name, as it was written.</summary>
    public string Name { get; }

    /// <summary>Whether the map shows the journey as it is or as it should be.</summary>
    public JourneyState State { get; }

    /// <summary>The customer attribute in the log whose value is a persona's id or name, asked before the personas' own rules; <see langword="null"/> when there is none.</summary>
    public string? PersonaAttribute { get; }

    /// <summary>The stages in journey order; 1 to 254.</summary>
    public IReadOnlyList<Stage> Stages { get; }

    /// <summary>The kinds of customer, in map order; empty when none is known.</summary>
    public IReadOnlyList<Persona> Personas { get; }

    /// <summary>The channels on which touchpoints take place; empty when none is known.</summary>
    public IReadOnlyList<TouchpointChannel> Channels { get; }

    /// <summary>The figures that the map promises to watch; empty when there are none.</summary>
    public IReadOnlyList<Metric> Metrics { get; }

    /// <summary>The ideas for improvements; empty when there are none.</summary>
    public IReadOnlyList<Opportunity> Opportunities { get; }

    /// <summary>All touchpoints in journey order: stage by stage, each in map order.</summary>
    public IReadOnlyList<Touchpoint> Touchpoints { get; }

    /// <summary>Finds a stage by name or id, ordinally; where one stage has the name that is another's id, the name counts.</summary>
    /// <exception cref="KeyNotFoundException">The map has no such stage; the message lists the stages that it has.</exception>
    public Stage this[string stage] => FindStage(stage)
        ?? throw new KeyNotFoundException($"The journey {Phrase.Quote(Name)} has no stage {Phrase.Quote(stage)}; {Phrase.Known("stages", Stages.Select(known => known.Name))}.");

    /// <summary>Fills and builds a map.</summary>
    /// <param name="name">The name of the map.</param>
    /// <param name="configure">Fills the map; it needs at least one stage.</param>
    /// <exception cref="JourneyDefinitionException">The map cannot be built; all its problems are listed.</exception>
    public static Journey Create(string name, Action<JourneyBuilder> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        JourneyDraft draft = new(name);
        configure(new JourneyBuilder(draft));
        return JourneyAssembler.Assemble(draft);
    }

    /// <summary>Copies the map and changes the copy; this one stays as it is. Every part that stays keeps its id.</summary>
    /// <param name="change">Changes the copy.</param>
    /// <exception cref="JourneyDefinitionException">The changed map cannot be built; all its problems are listed.</exception>
    public Journey With(Action<JourneyBuilder> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        JourneyDraft draft = JourneyCopier.ToDraft(this);
        change(new JourneyBuilder(draft));
        return JourneyAssembler.Assemble(draft);
    }

    /// <summary>Finds a stage by name or id, ordinally, a name before an id; <see langword="null"/> when there is none.</summary>
    public Stage? FindStage(string nameOrId) => Find(_stages, nameOrId);

    /// <summary>Finds a touchpoint by name or id, ordinally, a name before an id; <see langword="null"/> when there is none.</summary>
    public Touchpoint? FindTouchpoint(string nameOrId) => Find(_touchpoints, nameOrId);

    /// <summary>Finds a persona by name or id, ordinally, a name before an id; <see langword="null"/> when there is none.</summary>
    public Persona? FindPersona(string nameOrId) => Find(_personas, nameOrId);

    /// <summary>The name.</summary>
    public override string ToString() => Name;

    private static T? Find<T>(Dictionary<string, T> index, string nameOrId) where T : class
    {
        ArgumentNullException.ThrowIfNull(nameOrId);
        return index.GetValueOrDefault(nameOrId);
    }

    private static void Index<T>(Dictionary<string, T> index, IReadOnlyList<T> parts, Func<T, string> name, Func<T, string> id)
    {
        foreach (T part in parts) index.Add(name(part), part);
        foreach (T part in parts) index.TryAdd(id(part), part);
    }
}
