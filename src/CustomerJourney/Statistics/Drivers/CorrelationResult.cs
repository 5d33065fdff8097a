namespace CustomerJourney.Statistics.Drivers;

/// <summary>How strongly two columns move together, with its interval and its test; made by <see cref="Correlation"/>.</summary>
public sealed record CorrelationResult
{
    internal CorrelationResult()
    {
    }

    /// <summary>The coefficient, −1…1.</summary>
    public required double Value { get; init; }

    /// <summary>How many pairs there are, at least 2.</summary>
    public required long N { get; init; }

    /// <summary>The coefficient with its interval; <see langword="null"/> where there are too few pairs for one, or the correlation is perfect.</summary>
    public Estimate? Estimate { get; init; }

    /// <summary>The two-sided test of no association; <see langword="null"/> below three pairs. For a perfect linear correlation, and one of ranks that is tested by t, the statistic is infinite.</summary>
    public TestResult? Test { get; init; }
}
