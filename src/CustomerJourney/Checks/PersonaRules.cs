using CustomerJourney.Building;

namespace CustomerJourney.Checks;

/// <summary>CJ010 to CJ014: whom the map follows.</summary>
internal static class PersonaRules
{
    public static IReadOnlyList<CheckRule> All { get; } =
    [
        new("CJ010", FindingSeverity.Error, "No persona", "Name the persona that the map follows; a map has to follow somebody.", NoPersona),
        new("CJ011", FindingSeverity.Warning, "Persona lacks a side", "Add geographic, demographic, psychographic and behavioral facts from research.", LacksSide),
        new("CJ012", FindingSeverity.Warning, "Persona without data", "Base the persona on a survey, interviews or analytics, and name the evidence.", WithoutData),
        new("CJ013", FindingSeverity.Info, "Persona touches nothing", "Say at the touchpoints who meets them; if the personas do not differ, one is enough.", TouchesNothing),
        new("CJ014", FindingSeverity.Info, "Many personas for a first map", "Begin with one or two personas and add the others later.", TooManyAtFirst),
    ];

    private static IEnumerable<Sighting> NoPersona(CheckedMap map)
    {
        if (map.Journey.FollowedPersonas.Count == 0) yield return new(Element.Of(map.Journey), "The map names no persona.");
    }

    private static IEnumerable<Sighting> LacksSide(CheckedMap map)
    {
        foreach (Persona persona in map.Journey.Personas)
        {
            (string Group, object? Facts)[] groups =
            [
                ("geographic", persona.Geographic),
                ("demographic", persona.Demographic),
                ("psychographic", persona.Psychographic),
                ("behavioral", persona.Behavioral),
            ];
            string[] missing = [.. groups.Where(group => group.Facts is null).Select(group => group.Group)];
            if (groups.Length - missing.Length < map.Options.FewestPersonaGroups)
                yield return new(Element.Of(persona), $"Persona {Wording.Quote(persona.Name)} has no {Wording.List(missing)} facts.");
        }
    }

    private static IEnumerable<Sighting> WithoutData(CheckedMap map) =>
        from persona in map.Journey.Personas
        where persona.Basis == ResearchBasis.Assumption || persona.Evidence.Count == 0
        select new Sighting(Element.Of(persona), $"Persona {Wording.Quote(persona.Name)} rests on guesses{(persona.Basis == ResearchBasis.Assumption ? "" : ": no evidence is named")}.");

    private static IEnumerable<Sighting> TouchesNothing(CheckedMap map)
    {
        IReadOnlyList<Persona> personas = map.Journey.FollowedPersonas;
        if (personas.Count < 2 || map.Journey.Touchpoints.Count == 0) yield break;
        Persona[] idle = [.. personas.Where(persona => !map.Journey.Touchpoints.Any(touchpoint => Meets(touchpoint, persona)))];
        foreach (Persona persona in idle) yield return new(Element.Of(persona), $"Persona {Wording.Quote(persona.Name)} meets no touchpoint.");

        bool allAlike = map.Journey.Touchpoints.All(touchpoint => personas.Count(persona => Meets(touchpoint, persona)) is int met && (met == 0 || met == personas.Count));
        if (allAlike && idle.Length == 0)
        {
            foreach (Persona persona in personas.Skip(1))
                yield return new(Element.Of(persona), $"Persona {Wording.Quote(persona.Name)} walks exactly the same way as {Wording.Quote(personas[0].Name)}.");
        }
    }

    private static bool Meets(Touchpoint touchpoint, Persona persona) => touchpoint.Personas.Count == 0 || touchpoint.Personas.Contains(persona);

    private static IEnumerable<Sighting> TooManyAtFirst(CheckedMap map)
    {
        int personas = map.Journey.FollowedPersonas.Count;
        if (map.Journey.Version == 1 && personas > map.Options.MostPersonasAtFirst)
            yield return new(Element.Of(map.Journey), $"A first map with {Wording.Count(personas, "persona")} is hard to finish; start with at most {Phrase.Number(map.Options.MostPersonasAtFirst)}.");
    }
}
