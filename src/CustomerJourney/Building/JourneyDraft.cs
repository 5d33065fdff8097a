namespace CustomerJourney.Building;

/// <summary>A whole map while it is being filled. Code, documents and copies of maps all fill one of these; <see cref="JourneyAssembler"/> checks it and makes the map.</summary>
internal sealed class JourneyDraft(string? name) : NamedDraft(name)
{
    public override string Kind => "journey";

    public JourneyState State { get; set; }

    public string? PersonaAttribute { get; set; }

    public List<StageDraft> Stages { get; } = [];

    public List<PersonaDraft> Personas { get; } = [];

    public List<ChannelDraft> Channels { get; } = [];

    public List<MetricDraft> Metrics { get; } = [];

    public List<OpportunityDraft> Opportunities { get; } = [];

    /// <summary>What was found to be wrong while the map was filled.</summary>
    public DefinitionProblems Problems { get; } = new();

    public IEnumerable<TouchpointDraft> Touchpoints => Stages.SelectMany(stage => stage.Touchpoints);

    /// <summary>The pain points that are meant: all with the text, else the one with the id.</summary>
    public IEnumerable<PainPointDraft> PainPointsOf(Reference reference)
    {
        PainPointDraft[] all = [.. Touchpoints.SelectMany(touchpoint => touchpoint.PainPoints)];
        PainPointDraft[] named = reference.ById ? [] : [.. all.Where(pain => pain.IsNamed(reference.Text))];
        return named.Length > 0 ? named : reference.Find(all) is { } found ? [found] : [];
    }

    /// <summary>Takes out of the opportunities what pointed to the pain points of removed touchpoints.</summary>
    public void Forget(IReadOnlyCollection<TouchpointDraft> removed)
    {
        PainPointDraft[] gone = [.. removed.SelectMany(touchpoint => touchpoint.PainPoints)];
        PainPointDraft[] left = [.. Touchpoints.SelectMany(touchpoint => touchpoint.PainPoints)];
        foreach (OpportunityDraft opportunity in Opportunities)
            opportunity.Answers.RemoveAll(answer => answer.Find(gone) is not null && answer.Find(left) is null);
    }
}
