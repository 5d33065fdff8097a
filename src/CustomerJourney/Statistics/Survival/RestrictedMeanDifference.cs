namespace CustomerJourney.Statistics.Survival;

/// <summary>The mean time without the event up to a horizon in two groups, and its change from baseline to candidate. Holds where hazards cross and where medians are not reached.</summary>
/// <remarks>H. Uno et al., "Moving beyond the hazard ratio" (2014), as in R's survRM2: independent groups, a normal interval and a z test.</remarks>
public sealed record RestrictedMeanDifference
{
    private RestrictedMeanDifference()
    {
    }

    /// <summary>The mean of the baseline.</summary>
    public required RestrictedMean Baseline { get; init; }

    /// <summary>The mean of the candidate.</summary>
    public required RestrictedMean Candidate { get; init; }

    /// <summary>The difference, candidate less baseline, with its interval and test; the test is <see langword="null"/> when nothing varied in either group.</summary>
    public required TwoSampleResult Difference { get; init; }

    /// <summary>Compares two groups.</summary>
    /// <param name="baseline">The baseline.</param>
    /// <param name="candidate">The candidate: other cases, in the same unit of time.</param>
    /// <param name="horizon">The horizon, above 0 and at most the smaller of the largest observed times of the two groups. Choose it beforehand, not by the result.</param>
    /// <param name="level">The confidence level, between 0 and 1.</param>
    /// <returns>The comparison; <see langword="null"/> when a group has no cases.</returns>
    /// <exception cref="ArgumentNullException">A sample is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="horizon"/> is not above 0 and finite or lies beyond what was observed in either group, or <paramref name="level"/> is outside its range.</exception>
    public static RestrictedMeanDifference? Between(SurvivalSample baseline, SurvivalSample candidate, double horizon, double level = 0.95)
    {
        if (KaplanMeierCurve.Of(baseline, level) is not { } baselineCurve || KaplanMeierCurve.Of(candidate, level) is not { } candidateCurve) return null;
        RestrictedMean a = baselineCurve.RestrictedMean(horizon), b = candidateCurve.RestrictedMean(horizon);
        double change = b.Estimate.Value - a.Estimate.Value;
        double error = Math.Sqrt(a.StandardError * a.StandardError + b.StandardError * b.StandardError);
        double half = Domain.NormalReach(level) * error;
        return new RestrictedMeanDifference
        {
            Baseline = a,
            Candidate = b,
            Difference = new TwoSampleResult
            {
                Change = new Estimate { Value = change, Lower = change - half, Upper = change + half, N = baseline.Count + candidate.Count, Level = level, Method = "restricted mean difference, normal" },
                Test = error == 0 ? null : TestResult.Single(change / error, 2 * NormalDistribution.UpperTail(Math.Abs(change / error)), "restricted mean z"),
                Center = change,
                StandardError = error,
                DegreesOfFreedom = null,
            },
        };
    }
}
