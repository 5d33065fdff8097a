namespace CustomerJourney.Maps;

/// <summary>Who comes to a touchpoint.</summary>
internal static class Presence
{
    /// <summary>A touchpoint that names no personas is for all.</summary>
    public static bool IsFor(this Touchpoint touchpoint, Persona persona) => touchpoint.Personas.Count == 0 || touchpoint.Personas.Contains(persona);
}
