namespace CustomerJourney.Events;

/// <summary>The survey answers of a log, in the order of its events. Sparse: an event without an answer costs nothing.</summary>
internal sealed record FeedbackColumn
{
    /// <summary>The event index of each answer, ascending.</summary>
    public required int[] Positions { get; init; }

    /// <summary>For each customer, the index of the first answer; one more entry at the end.</summary>
    public required int[] Offsets { get; init; }

    public required FeedbackKind[] Kinds { get; init; }

    public required double[] Scores { get; init; }

    /// <summary>Codes of questions, -1 where none; null where no answer names one.</summary>
    public required int[]? Questions { get; init; }

    /// <summary>Codes of the touchpoints that answers are about, -1 where none; null where no answer names one.</summary>
    public required int[]? About { get; init; }

    /// <summary>The names behind <see cref="Questions"/>, in ordinal order.</summary>
    public required string[] QuestionNames { get; init; }

    /// <summary>The names behind <see cref="About"/>, in ordinal order.</summary>
    public required string[] AboutNames { get; init; }

    /// <summary>After classification: the stage of each answer, <see cref="LogSchema.NoStage"/> where none.</summary>
    public byte[]? Stages { get; init; }

    /// <summary>After classification: the touchpoint of each answer in journey order, -1 where none.</summary>
    public int[]? Touchpoints { get; init; }

    public string? Question(int index) => Questions is { } codes && codes[index] >= 0 ? QuestionNames[codes[index]] : null;

    public string? AboutName(int index) => About is { } codes && codes[index] >= 0 ? AboutNames[codes[index]] : null;
}
