namespace CustomerJourney.Metrics;

/// <summary>Something to heed when a figure is read, for programs and for people.</summary>
public sealed record MetricWarning
{
    /// <summary>What it is about.</summary>
    public required MetricWarningKind Kind { get; init; }

    /// <summary>The warning in a sentence that names the figures behind it.</summary>
    public required string Message { get; init; }

    /// <summary>The warning as the end of a sentence about several groups; <see langword="null"/> where only <see cref="Message"/> can be said.</summary>
    internal string? OfSeveral { get; init; }

    /// <summary>The sentence.</summary>
    public override string ToString() => Message;
}
