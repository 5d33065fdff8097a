namespace CustomerJourney.Statistics;

/// <summary>The difference of two groups, candidate less baseline, with the test that belongs to its interval.</summary>
public sealed record TwoSampleResult
{
    /// <summary>The raw difference with its interval.</summary>
    public required Estimate Change { get; init; }

    /// <summary>The test of no difference; <see langword="null"/> where the standard error is 0.</summary>
    public required TestResult? Test { get; init; }

    /// <summary>The center of the interval before clipping: the difference of the adjusted figures in an adjusted method, else the raw difference.</summary>
    public required double Center { get; init; }

    /// <summary>The standard error of <see cref="Center"/>, at least 0.</summary>
    public required double StandardError { get; init; }

    /// <summary>The degrees of freedom of a t method, above 0; <see langword="null"/> for a normal one.</summary>
    public required double? DegreesOfFreedom { get; init; }
}
