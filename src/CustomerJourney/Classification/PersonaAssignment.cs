using CustomerJourney.Events;

namespace CustomerJourney.Classification;

/// <summary>The persona of every customer: the one that the map's persona attribute names, else the first one whose rules the customer meets.</summary>
internal static class PersonaAssignment
{
    public static int[] Of(JourneyLog log, Journey journey)
    {
        List<(int[] Codes, int[] PersonaOfValue)> rules = [];
        if (journey.PersonaAttribute is { } attribute && Find(log, attribute) is { } named)
            rules.Add((named.Codes, [.. named.Values.Select(value => journey.PersonaNames.TryFind(value) is { } persona ? IndexOf(journey, persona) : -1)]));
        for (int persona = 0; persona < journey.Personas.Count; persona++)
        {
            foreach (PersonaRule rule in journey.Personas[persona].ObservationRules)
            {
                if (Find(log, rule.Attribute) is { } column)
                    rules.Add((column.Codes, [.. column.Values.Select(value => value == rule.Value ? persona : -1)]));
            }
        }

        int[] personas = new int[log.CustomerCount];
        for (int customer = 0; customer < personas.Length; customer++)
        {
            personas[customer] = -1;
            foreach ((int[] codes, int[] personaOfValue) in rules)
            {
                if (codes[customer] < 0 || personaOfValue[codes[customer]] < 0) continue;
                personas[customer] = personaOfValue[codes[customer]];
                break;
            }
        }

        return personas;
    }

    /// <summary>The persona of one customer; null if none fits.</summary>
    /// <param name="journey">The map.</param>
    /// <param name="attribute">The value of an attribute of the customer, null where he has none.</param>
    public static Persona? Of(Journey journey, Func<string, string?> attribute)
    {
        if (journey.PersonaAttribute is { } naming && attribute(naming) is { } name && journey.PersonaNames.TryFind(name) is { } named) return named;
        return journey.Personas.FirstOrDefault(persona => persona.ObservationRules.Any(rule => attribute(rule.Attribute) == rule.Value));
    }

    private static AttributeColumn? Find(JourneyLog log, string attribute) =>
        Array.Find(log.Columns.CustomerAttributes, column => column.Name == attribute);

    private static int IndexOf(Journey journey, Persona persona)
    {
        for (int index = 0; index < journey.Personas.Count; index++)
        {
            if (journey.Personas[index] == persona) return index;
        }

        return -1;
    }
}
