namespace CustomerJourney.Building;

/// <summary>All parts of a draft that others point to, kind by kind; made when all have ids.</summary>
internal sealed class JourneyIndex(JourneyDraft draft)
{
    public PartIndex Stages { get; } = new("stage", "stages", draft.Stages);

    public PartIndex Touchpoints { get; } = new("touchpoint", "touchpoints", [.. draft.Touchpoints]);

    public PartIndex PainPoints { get; } = new("pain point", "pain points", [.. draft.PainPoints]);

    public PartIndex Personas { get; } = new("persona", "personas", draft.Personas);

    public PartIndex Channels { get; } = new("channel", "channels", draft.Channels);

    public PartIndex Departments { get; } = new("department", "departments", draft.Departments);

    public PartIndex Metrics { get; } = new("metric", "metrics", draft.Metrics);

    public PartIndex Evidence { get; } = new("evidence", "evidence", draft.Evidence);
}
