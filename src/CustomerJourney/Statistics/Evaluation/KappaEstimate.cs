namespace CustomerJourney.Statistics.Evaluation;

/// <summary>Cohen's kappa with its standard errors, interval and test against chance.</summary>
public sealed record KappaEstimate
{
    internal KappaEstimate()
    {
    }

    /// <summary>Kappa and its normal interval; the limits are not cut off at 1, so that the interval stays symmetric and shows where the approximation is poor.</summary>
    public required Estimate Kappa { get; init; }

    /// <summary>The standard error, at least 0.</summary>
    public required double StandardError { get; init; }

    /// <summary>The standard error that kappa would have if agreement were by chance only, at least 0; the one to test with.</summary>
    public required double NullStandardError { get; init; }

    /// <summary>The test of agreement beyond chance: kappa over <see cref="NullStandardError"/>; <see langword="null"/> when that is 0.</summary>
    public required TestResult? Test { get; init; }
}
