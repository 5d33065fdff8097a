namespace CustomerJourney.Building;

/// <summary>Fills a persona.</summary>
public sealed class PersonaBuilder
{
    private readonly PersonaDraft _persona;
    private readonly DefinitionProblems _problems;

    internal PersonaBuilder(PersonaDraft persona, DefinitionProblems problems) => (_persona, _problems) = (persona, problems);

    /// <summary>Gives the persona an id: lower-case letters, digits and single hyphens, at most 64 characters. Without one it is made from the name once.</summary>
    public PersonaBuilder Id(string id)
    {
        _persona.Identify(id, _problems);
        return this;
    }

    /// <summary>Gives the persona another name; the id stays.</summary>
    public PersonaBuilder Renamed(string name)
    {
        _persona.Name = name;
        return this;
    }

    /// <summary>The map is drawn for this persona first; at most one persona is primary.</summary>
    public PersonaBuilder Primary()
    {
        _persona.IsPrimary = true;
        return this;
    }

    /// <summary>Which share of all customers this persona stands for, more than 0 and at most 1; the shares of a map sum to at most 1.</summary>
    public PersonaBuilder ShareOfCustomers(double share)
    {
        _persona.Share = share;
        return this;
    }

    /// <summary>What this persona looks for.</summary>
    public PersonaBuilder LookingFor(params ReadOnlySpan<string> goals)
    {
        foreach (string goal in goals) _persona.LookingFor.Add(goal);
        return this;
    }

    /// <summary>How this persona is recognized in data: a customer attribute has a value. Of several rules any one is enough.</summary>
    public PersonaBuilder ObservedAs(string attribute, string value)
    {
        _persona.Rules.Add((attribute, value));
        return this;
    }
}
