namespace CustomerJourney.Statistics;

/// <summary>How many observations a plan needs.</summary>
public sealed record SampleSize
{
    /// <summary>What the formula gives, not rounded.</summary>
    public required double Exact { get; init; }

    /// <summary>The number to collect: <see cref="Exact"/> rounded up, at least 1.</summary>
    /// <exception cref="OverflowException">It is more than any number of cases: plan for a larger difference or margin.</exception>
    public long Count => Math.Max(1, checked((long)Math.Ceiling(Exact)));
}
