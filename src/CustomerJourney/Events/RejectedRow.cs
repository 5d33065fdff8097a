namespace CustomerJourney.Events;

/// <summary>A row that was not taken into the log.</summary>
public sealed record RejectedRow
{
    /// <summary>Where the row begins: the 1-based line of the file, or the 1-based position in a sequence of events.</summary>
    public required long Line { get; init; }

    /// <summary>The name of the column at fault.</summary>
    public required string Column { get; init; }

    /// <summary>The value at fault, cut after 200 characters.</summary>
    public required string Value { get; init; }

    /// <summary>What is wrong, and what is allowed.</summary>
    public required string Reason { get; init; }

    /// <summary>The row in one sentence.</summary>
    public override string ToString() => $"line {Line}, {Column} '{Value}': {Reason}";
}
