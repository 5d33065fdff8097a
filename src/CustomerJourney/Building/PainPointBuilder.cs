namespace CustomerJourney.Building;

/// <summary>Fills a pain point.</summary>
public sealed class PainPointBuilder
{
    private readonly PainPointDraft _pain;
    private readonly DefinitionProblems _problems;

    internal PainPointBuilder(PainPointDraft pain, DefinitionProblems problems) => (_pain, _problems) = (pain, problems);

    /// <summary>Gives the pain point an id: lower-case letters, digits and single hyphens, at most 64 characters. Without one it is made from the text once.</summary>
    public PainPointBuilder Id(string id)
    {
        _pain.Identify(id, _problems);
        return this;
    }

    /// <summary>Says in other words what hurts; the id stays.</summary>
    public PainPointBuilder Renamed(LocalizedText text)
    {
        _pain.Rename(text);
        return this;
    }

    /// <summary>How badly it hurts.</summary>
    public PainPointBuilder Severity(Severity severity)
    {
        _pain.Severity = severity;
        return this;
    }

    /// <summary>What kind of thing hurts.</summary>
    public PainPointBuilder Category(PainPointCategory category)
    {
        _pain.Category = category;
        return this;
    }

    /// <summary>The share of customers that it hits, 0 to 1.</summary>
    public PainPointBuilder Affects(double share)
    {
        _pain.AffectedShare = share;
        return this;
    }

    /// <summary>The personas that it hits, by name or id, if not all.</summary>
    public PainPointBuilder For(params ReadOnlySpan<string> personas)
    {
        _pain.Personas.Name(personas);
        return this;
    }

    /// <summary>What shows that it hurts: evidence of the map, by title or id.</summary>
    public PainPointBuilder BasedOn(params ReadOnlySpan<string> evidence)
    {
        _pain.Evidence.Name(evidence);
        return this;
    }
}
