namespace CustomerJourney.Maps;

/// <summary>One cell of a <see cref="PersonaMatrix"/>: a persona at a touchpoint.</summary>
public sealed record PersonaPresence
{
    /// <summary>The touchpoint.</summary>
    public required Touchpoint Touchpoint { get; init; }

    /// <summary>The persona.</summary>
    public required Persona Persona { get; init; }

    /// <summary>Whether the persona comes here.</summary>
    public required bool Comes { get; init; }

    /// <summary>How it feels to the persona, its own emotion, else that of everyone, -2 to +2; <see langword="null"/> when unknown or when it does not come here.</summary>
    public required double? Emotion { get; init; }

    /// <summary>The pain points that hit the persona here; empty when none is known or when it does not come here.</summary>
    public required IReadOnlyList<PainPoint> PainPoints { get; init; }
}
