namespace CustomerJourney.Statistics;

/// <summary>What one customer adds to the two groups of a comparison: the sum and the number of their observations on either side.</summary>
/// <param name="BaselineSum">The sum in the baseline: hits of a share, positive less negative answers of a net share, values of a mean, the numerator of a ratio; 0 without observations.</param>
/// <param name="BaselineCount">How many observations in the baseline, not negative; 1 for a customer of a ratio.</param>
/// <param name="CandidateSum">The sum in the candidate.</param>
/// <param name="CandidateCount">How many observations in the candidate, not negative.</param>
public readonly record struct ClusterContribution(double BaselineSum, long BaselineCount, double CandidateSum, long CandidateCount)
{
    private readonly double? _baselineDenominator;
    private readonly double? _candidateDenominator;

    /// <summary>What the sum in the baseline is divided by, finite and not negative: the number of observations, unless the figure is a ratio of two sums (<see cref="RatioSample"/>).</summary>
    public double BaselineDenominator
    {
        get => _baselineDenominator ?? BaselineCount;
        init => _baselineDenominator = value;
    }

    /// <summary>What the sum in the candidate is divided by.</summary>
    public double CandidateDenominator
    {
        get => _candidateDenominator ?? CandidateCount;
        init => _candidateDenominator = value;
    }
}
