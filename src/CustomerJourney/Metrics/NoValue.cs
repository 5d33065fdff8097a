namespace CustomerJourney.Metrics;

/// <summary>Why a metric has no value, for programs and for people.</summary>
public sealed record NoValue
{
    /// <summary>The reason.</summary>
    public required NoValueReason Reason { get; init; }

    /// <summary>The reason in a sentence, with what can be done about it.</summary>
    public required string Message { get; init; }

    /// <summary>The sentence.</summary>
    public override string ToString() => Message;
}
