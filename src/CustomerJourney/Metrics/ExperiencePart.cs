using CustomerJourney.Events;

namespace CustomerJourney.Metrics;

/// <summary>One question of an <see cref="ExperienceIndex"/>, with its scale and its weight.</summary>
public sealed record ExperiencePart
{
    /// <summary>What the question is about: "Effectiveness", "Ease", "Emotion".</summary>
    public required string Name { get; init; }

    /// <summary>The question, as answers in the log name it; compared ordinally.</summary>
    public required string Question { get; init; }

    /// <summary>The weight of the part in the index, above 0; the weights of all parts add up to 1.</summary>
    public required double Weight { get; init; }

    /// <summary>The kind of answers; <see langword="null"/>, the default, takes any answer to the question, and there is no index where these are of several kinds.</summary>
    public FeedbackKind? Kind { get; init; }

    /// <summary>The least answer; 1 by default.</summary>
    public int ScaleMinimum { get; init; } = 1;

    /// <summary>The greatest answer, above <see cref="ScaleMinimum"/>; 5 by default.</summary>
    public int ScaleMaximum { get; init; } = 5;

    /// <summary>Whether low answers are the good ones; false by default.</summary>
    public bool LowIsGood { get; init; }

    internal int Answers => ScaleMaximum - ScaleMinimum + 1;

    /// <summary>An answer on 0…100, 100 is good.</summary>
    internal double Scaled(int place) => 100.0 * (LowIsGood ? Answers - 1 - place : place) / (Answers - 1);

    /// <summary>The place of an answer on the scale; −1 where it is not on it.</summary>
    internal int PlaceOf(double score) => score >= ScaleMinimum && score <= ScaleMaximum && score == Math.Truncate(score) ? (int)score - ScaleMinimum : -1;

    internal IEnumerable<string> Faults(int number)
    {
        string place = string.IsNullOrEmpty(Name) ? $"part {number}" : $"'{Name}'";
        if (string.IsNullOrEmpty(Name)) yield return $"{place} has no name";
        if (string.IsNullOrEmpty(Question)) yield return $"{place} names no question";
        if (!(Weight > 0 && Weight <= 1)) yield return FormattableString.Invariant($"the weight of {place} is {Weight}; it lies above 0 and is at most 1");
        if (Kind is { } kind && (!Enum.IsDefined(kind) || kind == FeedbackKind.None)) yield return $"the kind of {place} is {kind}, which has no scale";
        if (ScaleMinimum >= ScaleMaximum || Math.Abs((long)ScaleMinimum) > Csat.LargestScale || Math.Abs((long)ScaleMaximum) > Csat.LargestScale)
            yield return $"the scale of {place} is {ScaleMinimum}…{ScaleMaximum}; the minimum must be less than the maximum, both within ±{Csat.LargestScale}";
    }
}
