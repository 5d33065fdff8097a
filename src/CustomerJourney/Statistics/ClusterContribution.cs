namespace CustomerJourney.Statistics;

/// <summary>What one customer adds to the two groups of a comparison: the sum and the number of their observations on either side.</summary>
/// <param name="BaselineSum">The sum in the baseline: hits of a share, positive less negative answers of a net share, values of a mean; 0 without observations.</param>
/// <param name="BaselineCount">How many observations in the baseline, not negative.</param>
/// <param name="CandidateSum">The sum in the candidate.</param>
/// <param name="CandidateCount">How many observations in the candidate, not negative.</param>
public readonly record struct ClusterContribution(double BaselineSum, long BaselineCount, double CandidateSum, long CandidateCount);
