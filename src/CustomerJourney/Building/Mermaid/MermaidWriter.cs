using System.Text;

namespace CustomerJourney.Building.Mermaid;

/// <summary>Writes a map as a <c>journey</c> diagram: sections are stages, tasks touchpoints, actors personas, and the score is the mean emotion + 3.</summary>
internal static class MermaidWriter
{
    /// <summary>The score of a neutral feeling; a map says 0 where Mermaid says 3.</summary>
    public const int Neutral = 3;

    /// <summary>A task needs a score: this line stands before one that has none on the map.</summary>
    public const string UnknownFeeling = "%% Nobody knows how the next task feels; it is drawn as neutral.";

    private const int Digits = 2;

    /// <summary>The most actors that the tasks of a diagram name together; a reader takes as many values unless it is told otherwise.</summary>
    private const int MostActors = 1_000_000;

    public static string Write(Journey journey)
    {
        long actorsNamed = journey.Touchpoints.Sum(touchpoint => (long)Present(journey, touchpoint).Count);
        if (actorsNamed > MostActors)
        {
            throw new InvalidOperationException(
                $"The diagram of the journey {Phrase.Quote(journey.Name)} would name {Phrase.Number(actorsNamed)} actors at its tasks; at most {Phrase.Number(MostActors)} are written. "
                + "A touchpoint that names no personas is everyone's whom the map follows: name personas at touchpoints, or let the map follow fewer.");
        }

        StringBuilder diagram = new();
        diagram.Append("journey\n    title ").Append(MermaidName.Escape(journey.Name)).Append('\n');
        Dictionary<Persona, string> actors = Actors(journey);
        string before = "";
        foreach (Stage stage in journey.Stages)
        {
            string section = MermaidName.Escape(stage.Name);
            // Mermaid draws two sections of one name beside each other as one.
            before = section == before ? $"{section} (2)" : section;
            diagram.Append("    section ").Append(before).Append('\n');
            foreach (Touchpoint touchpoint in stage.Touchpoints) WriteTask(diagram, touchpoint, MermaidName.EscapeTask(touchpoint.Name), Present(journey, touchpoint).Select(persona => actors[persona]));
        }

        return diagram.ToString();
    }

    private static void WriteTask(StringBuilder diagram, Touchpoint touchpoint, string name, IEnumerable<string> actors)
    {
        const string Indent = "      ";
        if (touchpoint.MeanEmotion is null) diagram.Append(Indent).Append(UnknownFeeling).Append('\n');
        double score = Math.Round((touchpoint.MeanEmotion ?? 0) + Neutral, Digits, MidpointRounding.AwayFromZero);
        diagram.Append(Indent).Append(name).Append(": ").Append(Phrase.Number(score));
        if (string.Join(", ", actors) is { Length: > 0 } present) diagram.Append(": ").Append(present);
        diagram.Append('\n');
    }

    private static IReadOnlyList<Persona> Present(Journey journey, Touchpoint touchpoint) => touchpoint.Personas.Count > 0 ? touchpoint.Personas : journey.FollowedPersonas;

    private static Dictionary<Persona, string> Actors(Journey journey)
    {
        UniqueNames names = new();
        Dictionary<Persona, string> actors = new(ReferenceEqualityComparer.Instance);
        foreach (Persona persona in journey.Personas) actors.Add(persona, names.Take(MermaidName.EscapeActor(persona.Name)));
        return actors;
    }
}
