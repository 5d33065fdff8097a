using CustomerJourney.Building;
using CustomerJourney.Building.Documents;

namespace CustomerJourney;

/// <summary>A feeling at a touchpoint, for one persona or for everyone. Immutable; a part of its map, equal only to itself.</summary>
public sealed class Emotion
{
    internal Emotion(EmotionDraft draft, double? targetOfEveryone, JourneyParts parts)
    {
        Carried = draft.Carried.Finished();
        Score = draft.Score;
        OwnTarget = draft.Target;
        Target = draft.Target ?? targetOfEveryone;
        Persona = parts.PersonaOf(draft.Persona);
        Label = draft.Label?.InMap(parts.Language);
        Quote = draft.Quote?.InMap(parts.Language);
        Source = draft.Origin;
        SampleSize = draft.SampleSize;
    }

    /// <summary>How it feels, -2 (awful) to +2 (delightful); 0 is neutral.</summary>
    public double Score { get; }

    /// <summary>How it should feel, on the same scale: this persona's own target, else the touchpoint's <see cref="Touchpoint.TargetEmotion"/>; <see langword="null"/> where nobody said.</summary>
    public double? Target { get; }

    /// <summary>How much better it should feel: target minus score, -4 to +4; <see langword="null"/> without a target.</summary>
    public double? Gap => Target - Score;

    /// <summary>Whose feeling it is; <see langword="null"/> when it is everyone's.</summary>
    public Persona? Persona { get; }

    /// <summary>The feeling in a word; <see langword="null"/> when nobody said.</summary>
    public LocalizedText? Label { get; }

    /// <summary>What a customer said; <see langword="null"/> when nobody noted it.</summary>
    public LocalizedText? Quote { get; }

    /// <summary>How the feeling is known; <see langword="null"/> when nobody said.</summary>
    public EmotionSource? Source { get; }

    /// <summary>How many people it rests on, 1 or more; <see langword="null"/> when unknown.</summary>
    public int? SampleSize { get; }

    /// <summary>What the document says of this part and the model does not hold; written back as it was.</summary>
    internal Carried Carried { get; }

    /// <summary>The target that was given for this persona alone.</summary>
    internal double? OwnTarget { get; }
}
