namespace CustomerJourney.Statistics;

/// <summary>
/// Two net shares of independent groups compared: the difference is candidate less baseline, −2…2. Every method gives <see langword="null"/>
/// when a group has no answers.
/// </summary>
public static class NetShareDifference
{
    /// <summary>The textbook z test and interval with each group's own variance.</summary>
    /// <param name="baseline">The baseline.</param>
    /// <param name="candidate">The candidate.</param>
    /// <param name="level">The confidence level, between 0 and 1.</param>
    /// <param name="clip">Whether limits beyond −2 and 2 are cut to them.</param>
    /// <returns>The result on the scale −2…2, or <see langword="null"/> when a group has no answers.</returns>
    /// <exception cref="ArgumentNullException">A group is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="level"/> is outside its range.</exception>
    public static TwoSampleResult? Wald(NetSample baseline, NetSample candidate, double level = 0.95, bool clip = true) =>
        Normal(baseline, candidate, level, clip, counts => counts, "Wald", "unpooled z");

    /// <summary>
    /// The z test and interval after adding ¾ of an answer to either end and 3 answers in all to each group: J. Lewis &amp; J. Sauro,
    /// "How to statistically compare two net promoter scores" (measuringu.com, 2021). The default of this library.
    /// </summary>
    /// <inheritdoc cref="Wald"/>
    public static TwoSampleResult? AdjustedWald(NetSample baseline, NetSample candidate, double level = 0.95, bool clip = true) =>
        Normal(baseline, candidate, level, clip, counts => counts.Adjusted, "adjusted Wald", "adjusted z");

    /// <summary>Welch's t test and interval for the mean of the indicator −1, 0, +1.</summary>
    /// <inheritdoc cref="Wald"/>
    /// <returns>The result on the scale −2…2, or <see langword="null"/> when a group has fewer than two answers or neither group varies.</returns>
    public static TwoSampleResult? Welch(NetSample baseline, NetSample candidate, double level = 0.95, bool clip = true)
    {
        Check(baseline, candidate, level);
        TwoSampleResult? result = MeanDifference.Welch(AsMean(baseline), AsMean(candidate), level);
        return result is null ? null : result with { Change = Clip(result.Change, clip) };
    }

    private static TwoSampleResult? Normal(
        NetSample baseline, NetSample candidate, double level, bool clip, Func<NetCounts, NetCounts> shift, string intervalMethod, string testMethod)
    {
        Check(baseline, candidate, level);
        if (baseline.Value is not { } rawA || candidate.Value is not { } rawB) return null;
        NetCounts a = shift(baseline.Counts), b = shift(candidate.Counts);
        double center = b.Net - a.Net;
        double error = Math.Sqrt(a.Variance / a.Total + b.Variance / b.Total);
        double half = Domain.NormalReach(level) * error;
        Estimate change = new()
        {
            Value = rawB - rawA,
            Lower = center - half,
            Upper = center + half,
            N = baseline.Count + candidate.Count,
            Level = level,
            Method = intervalMethod,
        };
        return new TwoSampleResult
        {
            Change = Clip(change, clip),
            Test = error == 0 ? null : TestResult.Single(center / error, 2 * NormalDistribution.UpperTail(Math.Abs(center / error)), testMethod),
            Center = center,
            StandardError = error,
            DegreesOfFreedom = null,
        };
    }

    private static MeanSample AsMean(NetSample sample) =>
        new(sample.Count, sample.Positive - sample.Negative, sample.Positive + sample.Negative);

    private static Estimate Clip(Estimate change, bool clip) =>
        clip ? change with { Lower = Math.Max(-2, change.Lower), Upper = Math.Min(2, change.Upper) } : change;

    private static void Check(NetSample baseline, NetSample candidate, double level)
    {
        ArgumentNullException.ThrowIfNull(baseline);
        ArgumentNullException.ThrowIfNull(candidate);
        Domain.CheckLevel(level);
    }
}
