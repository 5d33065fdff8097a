namespace CustomerJourney.Maps;

/// <summary>One touchpoint of an <see cref="EmotionCurve"/>. Where nobody knows how it feels it is a gap in the curve, and never 0.</summary>
public sealed record EmotionMoment
{
    /// <summary>The touchpoint; its <see cref="CustomerJourney.Touchpoint.Stage"/>, channel and importance are found there.</summary>
    public required Touchpoint Touchpoint { get; init; }

    /// <summary>The place on the curve, from 0; gaps have places too.</summary>
    public required int Place { get; init; }

    /// <summary>How it feels, -2 to +2; <see langword="null"/> when unknown.</summary>
    public required double? Value { get; init; }

    /// <summary>How it should feel, -2 to +2; <see langword="null"/> when nobody said. It may be known where the value is not.</summary>
    public required double? Target { get; init; }

    /// <summary>How much better it should feel, target minus value, -4 to +4; <see langword="null"/> unless both are known.</summary>
    public required double? Gap { get; init; }

    internal int Weight => Touchpoint.Importance;

    internal static EmotionMoment OfEveryone(Touchpoint touchpoint, int place)
    {
        double[] targets = [.. touchpoint.Emotions.Select(emotion => emotion.Target).OfType<double>()];
        return new EmotionMoment
        {
            Touchpoint = touchpoint,
            Place = place,
            Value = touchpoint.MeanEmotion,
            Target = targets.Length == 0 ? touchpoint.TargetEmotion : targets.Sum() / targets.Length,
            Gap = touchpoint.EmotionGap,
        };
    }

    /// <summary>What is said of the persona goes before what is said of everyone.</summary>
    internal static EmotionMoment Of(Touchpoint touchpoint, int place, Persona persona)
    {
        Emotion? emotion = touchpoint.Emotions.FirstOrDefault(emotion => emotion.Persona == persona) ?? touchpoint.Emotions.FirstOrDefault(emotion => emotion.Persona is null);
        return new EmotionMoment
        {
            Touchpoint = touchpoint,
            Place = place,
            Value = emotion?.Score,
            Target = emotion?.Target ?? touchpoint.TargetEmotion,
            Gap = emotion?.Gap,
        };
    }
}
