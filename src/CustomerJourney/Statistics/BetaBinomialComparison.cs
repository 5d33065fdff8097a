namespace CustomerJourney.Statistics;

/// <summary>
/// Two shares compared in the Bayesian way: each has a beta prior, the counts turn it into a posterior, and the chance and the cost of choosing
/// wrongly are read from both posteriors.
/// </summary>
/// <remarks>Works with no cases at all: then the posteriors are the priors.</remarks>
public sealed record BetaBinomialComparison
{
    /// <summary>The posterior mean of the baseline with its equal-tailed credible interval; <see cref="Estimate.N"/> is the number of its cases, which may be 0 here.</summary>
    public required Estimate Baseline { get; init; }

    /// <summary>The posterior mean of the candidate with its equal-tailed credible interval; <see cref="Estimate.N"/> is the number of its cases, which may be 0 here.</summary>
    public required Estimate Candidate { get; init; }

    /// <summary>The chance that the candidate's share is the larger one, 0…1.</summary>
    public required double ProbabilityCandidateIsBetter { get; init; }

    /// <summary>How much of the share is lost on average by choosing the baseline: the mean of max(candidate − baseline, 0), 0…1.</summary>
    public required double ExpectedLossOfBaseline { get; init; }

    /// <summary>How much of the share is lost on average by choosing the candidate: the mean of max(baseline − candidate, 0), 0…1.</summary>
    public required double ExpectedLossOfCandidate { get; init; }

    /// <summary>Compares two groups under the same prior Beta(alpha, beta).</summary>
    /// <param name="baseline">The baseline.</param>
    /// <param name="candidate">The candidate.</param>
    /// <param name="priorAlpha">How many hits the prior is worth, above 0 and finite; 1 and 1 is the flat prior.</param>
    /// <param name="priorBeta">How many misses the prior is worth, above 0 and finite.</param>
    /// <param name="level">The level of the credible intervals, between 0 and 1.</param>
    /// <exception cref="ArgumentNullException">A group is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    /// <remarks>
    /// E. Miller, "Formulas for Bayesian A/B testing" (2015), for the chance where a posterior shape of the candidate is whole, quadrature otherwise;
    /// C. Stucchio, "Bayesian A/B testing at VWO" (2015), for the losses.
    /// </remarks>
    public static BetaBinomialComparison Of(ShareSample baseline, ShareSample candidate, double priorAlpha = 1, double priorBeta = 1, double level = 0.95)
    {
        ArgumentNullException.ThrowIfNull(baseline);
        ArgumentNullException.ThrowIfNull(candidate);
        Domain.CheckPositive(priorAlpha);
        Domain.CheckFinite(priorAlpha);
        Domain.CheckPositive(priorBeta);
        Domain.CheckFinite(priorBeta);
        Domain.CheckLevel(level);
        BetaPair pair = new(
            priorAlpha + baseline.Hits,
            priorBeta + (baseline.Total - baseline.Hits),
            priorAlpha + candidate.Hits,
            priorBeta + (candidate.Total - candidate.Hits));
        return new BetaBinomialComparison
        {
            Baseline = Posterior(pair.AlphaA, pair.BetaA, baseline.Total, level),
            Candidate = Posterior(pair.AlphaB, pair.BetaB, candidate.Total, level),
            ProbabilityCandidateIsBetter = pair.ProbabilityBIsLarger(),
            ExpectedLossOfBaseline = pair.Turned.ExpectedExcessOfA(),
            ExpectedLossOfCandidate = pair.ExpectedExcessOfA(),
        };
    }

    private static Estimate Posterior(double alpha, double beta, long total, double level) => new()
    {
        Value = alpha / (alpha + beta),
        Lower = BetaDistribution.Quantile((1 - level) / 2, alpha, beta),
        Upper = BetaDistribution.UpperQuantile((1 - level) / 2, alpha, beta),
        N = total,
        Level = level,
        Method = "beta posterior, equal tails",
    };
}
