using CustomerJourney.Building;

namespace CustomerJourney;

/// <summary>A feeling at a touchpoint, for one persona or for everyone. Immutable; a part of its map, equal only to itself.</summary>
public sealed class Emotion
{
    internal Emotion(EmotionDraft draft, Persona? persona, double? targetOfEveryone)
    {
        Score = draft.Score;
        OwnTarget = draft.Target;
        Target = draft.Target ?? targetOfEveryone;
        Persona = persona;
    }

    /// <summary>How it feels, -2 (awful) to +2 (delightful); 0 is neutral.</summary>
    public double Score { get; }

    /// <summary>How it should feel, on the same scale: this persona's own target, else the touchpoint's <see cref="Touchpoint.TargetEmotion"/>; <see langword="null"/> where nobody said.</summary>
    public double? Target { get; }

    /// <summary>How much better it should feel: target minus score, -4 to +4; <see langword="null"/> without a target.</summary>
    public double? Gap => Target - Score;

    /// <summary>Whose feeling it is; <see langword="null"/> when it is everyone's.</summary>
    public Persona? Persona { get; }

    /// <summary>The target that was given for this persona alone.</summary>
    internal double? OwnTarget { get; }
}
