namespace CustomerJourney.Building;

/// <summary>
/// Fills a map, inside the lambda of <see cref="Journey.Create"/> or <see cref="Journey.With"/>. Methods may be called in any order: names are resolved when the map is built.
/// Nothing that a user can pass throws here, except a missing delegate; all problems come together in one <see cref="JourneyDefinitionException"/> at the end.
/// </summary>
public sealed class JourneyBuilder
{
    private readonly JourneyDraft _journey;

    internal JourneyBuilder(JourneyDraft journey) => _journey = journey;

    /// <summary>Gives the map an id: lower-case letters, digits and single hyphens, at most 64 characters. Without one it is made from the name once.</summary>
    public JourneyBuilder Id(string id)
    {
        _journey.Identify(id, _journey.Problems);
        return this;
    }

    /// <summary>Gives the map another name; the id stays.</summary>
    public JourneyBuilder Renamed(string name)
    {
        _journey.Name = name;
        return this;
    }

    /// <summary>The map shows the journey as it is; so does a map of which nothing is said.</summary>
    public JourneyBuilder Current()
    {
        _journey.State = JourneyState.Current;
        return this;
    }

    /// <summary>The map shows the journey as it should be.</summary>
    public JourneyBuilder Ideal()
    {
        _journey.State = JourneyState.Ideal;
        return this;
    }

    /// <summary>Names the customer attribute in the log whose value is a persona's id or name. It is asked first; where it says nothing, the rules of <see cref="PersonaBuilder.ObservedAs"/> are asked.</summary>
    public JourneyBuilder PersonasFrom(string attribute)
    {
        if (string.IsNullOrEmpty(attribute)) _journey.Problems.Add(_journey, "the attribute that names the persona is empty; name a customer attribute of the log");
        _journey.PersonaAttribute = attribute;
        return this;
    }

    /// <summary>Adds a kind of customer. The order counts: the first persona whose rule matches a customer is taken.</summary>
    public JourneyBuilder AddPersona(string name, Action<PersonaBuilder>? configure = null)
    {
        PersonaDraft persona = new(name);
        _journey.Personas.Add(persona);
        configure?.Invoke(new PersonaBuilder(persona, _journey.Problems));
        return this;
    }

    /// <summary>Changes a persona, found by name or id.</summary>
    public JourneyBuilder EditPersona(string name, Action<PersonaBuilder> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        if (Find(name, _journey.Personas, "persona", "personas") is { } persona) change(new PersonaBuilder(persona, _journey.Problems));
        return this;
    }

    /// <summary>Adds a channel on which touchpoints can take place.</summary>
    public JourneyBuilder AddChannel(string name, ChannelCategory category = default, string? id = null)
    {
        _journey.Channels.Add(new ChannelDraft(name) { Category = category, Id = id });
        return this;
    }

    /// <summary>Adds a figure that the map promises to watch. NPS is -100 to 100; rates and CSAT are whole percent, 0 to 100.</summary>
    public JourneyBuilder AddMetric(string name, MetricKind kind, double? baseline = null, double? target = null, string? id = null)
    {
        _journey.Metrics.Add(new MetricDraft(name) { MetricKind = kind, Baseline = baseline, Target = target, Id = id });
        return this;
    }

    /// <summary>Adds a stage after those that are there.</summary>
    public JourneyBuilder AddStage(string name, Action<StageBuilder>? configure = null)
    {
        StageDraft stage = new(name);
        _journey.Stages.Add(stage);
        configure?.Invoke(new StageBuilder(stage, _journey));
        return this;
    }

    /// <summary>Changes a stage, found by name or id.</summary>
    public JourneyBuilder EditStage(string name, Action<StageBuilder> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        if (Find(name, _journey.Stages, "stage", "stages") is { } stage) change(new StageBuilder(stage, _journey));
        return this;
    }

    /// <summary>Removes a stage, found by name or id, with its touchpoints; what pointed to them points to them no more.</summary>
    public JourneyBuilder RemoveStage(string name)
    {
        if (Find(name, _journey.Stages, "stage", "stages") is { } stage)
        {
            _journey.Stages.Remove(stage);
            _journey.Forget(stage.Touchpoints);
        }

        return this;
    }

    /// <summary>Adds an idea for an improvement.</summary>
    public JourneyBuilder AddOpportunity(string title, Action<OpportunityBuilder>? configure = null)
    {
        OpportunityDraft opportunity = new(title);
        _journey.Opportunities.Add(opportunity);
        configure?.Invoke(new OpportunityBuilder(opportunity, _journey.Problems));
        return this;
    }

    private TDraft? Find<TDraft>(string? name, IReadOnlyList<TDraft> among, string kind, string kinds) where TDraft : NamedDraft
    {
        TDraft? found = new Reference(name, ById: false).Find(among);
        if (found is null) _journey.Problems.Add($"{Phrase.Of(kind, name)} is not there to change; {Phrase.Known(kinds, among.Select(part => part.Name))}");
        return found;
    }
}
