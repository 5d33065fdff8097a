namespace CustomerJourney.Statistics;

/// <summary>One figure in two groups: the change from baseline to candidate, its test and its size.</summary>
/// <remarks>A part that the data do not allow is <see langword="null"/>: no observations in a group, too few, or no variation at all.</remarks>
public sealed record SampleDifference
{
    /// <summary>The change, candidate less baseline, with its interval; in the unit of the figure.</summary>
    public required Estimate? Change { get; init; }

    /// <summary>The test of no change.</summary>
    public required TestResult? Test { get; init; }

    /// <summary>The size of the change on a scale free of unit and number of observations.</summary>
    public required EffectSize? Effect { get; init; }

    /// <summary>
    /// Compares groups that are independent: no customer stands in both. Shares by Newcombe's interval and the pooled z test (Fisher's exact test
    /// when fewer than 5 hits or misses are expected in a group), net shares by the adjusted Wald interval and its z test (the exact randomization test
    /// when fewer than 100 answers outside of the commonest kind are expected in the smaller group), means by Welch's t,
    /// ratios by Welch's t on the linearized values of customers.
    /// </summary>
    /// <param name="baseline">The baseline.</param>
    /// <param name="candidate">The candidate, of the same kind.</param>
    /// <param name="level">The confidence level, between 0 and 1.</param>
    /// <exception cref="ArgumentNullException">A sample is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The samples are of different kinds.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="level"/> is outside its range.</exception>
    /// <remarks>
    /// <see cref="Estimate.Method"/> and <see cref="TestResult.Method"/> name what was used. Interval and test are one method for means and ratios, and for net shares with many answers; for shares and for net shares with few answers they are two,
    /// so that near the threshold an interval can leave out 0 where the test finds no difference, or hold it where the test finds one. The test decides: an exact one keeps its error at any number of answers, the interval only nearly.
    /// The t tests need means that are nearly normal. A <see cref="MeanSample"/> holds no third moment, so it cannot be seen here that a few large amounts decide: of small groups whose values are very skewed, far tails of t
    /// are too small, and <see cref="MannWhitneyTest"/> on the values or a comparison of shares above an amount is safer.
    /// </remarks>
    public static SampleDifference Between(Sample baseline, Sample candidate, double level)
    {
        Check(baseline, candidate, level);
        (Estimate? change, TestResult? test) = (baseline, candidate) switch
        {
            (ShareSample a, ShareSample b) => (
                ProportionDifference.Newcombe(a.Hits, a.Total, b.Hits, b.Total, level),
                ProportionDifference.Test(a.Hits, a.Total, b.Hits, b.Total)),
            (NetSample a, NetSample b) => (NetShareDifference.AdjustedWald(a, b, level)?.Change, NetShareDifference.Test(a, b)),
            (RatioSample a, RatioSample b) => Parts(RatioSample.Difference(a, b, level)),
            _ => Parts(MeanDifference.Welch((MeanSample)baseline, (MeanSample)candidate, level)),
        };
        return new SampleDifference { Change = change, Test = test, Effect = Size(baseline, candidate) };
    }

    /// <summary>
    /// Compares groups that share customers, or in which customers have several observations: the difference of two ratio means with its variance
    /// taken over customers, and a t reference with one degree of freedom fewer than there are customers in the smaller group.
    /// With one observation of every customer in each group it is the paired t test.
    /// </summary>
    /// <param name="baseline">The baseline.</param>
    /// <param name="candidate">The candidate, of the same kind.</param>
    /// <param name="clusters">One entry for each customer who is in either group, in any order: the result does not depend on it.</param>
    /// <param name="level">The confidence level, between 0 and 1.</param>
    /// <returns>
    /// The difference. There is neither change nor test when a group has fewer than two customers, or when the customers do not vary.
    /// </returns>
    /// <exception cref="ArgumentNullException">A sample is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The samples are of different kinds, or the clusters do not add up to their counts.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="level"/> is outside its range, or a sum is not finite.</exception>
    /// <remarks>
    /// Linearization of a ratio with the factor C/(C − 1): W. G. Cochran, Sampling Techniques (1977), chapter 6; A. Deng, U. Knoblich &amp; J. Lu,
    /// "Applying the delta method in metric analytics" (2018).
    /// </remarks>
    public static SampleDifference Clustered(Sample baseline, Sample candidate, ReadOnlySpan<ClusterContribution> clusters, double level)
    {
        Check(baseline, candidate, level);
        ClusteredDifference difference = ClusteredDifference.Of(baseline, candidate, clusters);
        return new SampleDifference
        {
            Change = difference.Change(level, Reach(baseline)),
            Test = difference.Test(),
            Effect = Size(baseline, candidate),
        };
    }

    private static (Estimate? Change, TestResult? Test) Parts(TwoSampleResult? result) => (result?.Change, result?.Test);

    private static EffectSize? Size(Sample baseline, Sample candidate) => (baseline, candidate) switch
    {
        (ShareSample a, ShareSample b) => a.Value is { } shareA && b.Value is { } shareB ? EffectSize.CohensH(shareA, shareB) : null,
        (NetSample a, NetSample b) => EffectSize.StandardizedNetDifference(a, b),
        (RatioSample a, RatioSample b) => RatioSample.Size(a, b),
        _ => EffectSize.HedgesG((MeanSample)baseline, (MeanSample)candidate),
    };

    // How large a difference of this kind can be at all.
    private static double Reach(Sample sample) => sample switch
    {
        ShareSample => 1,
        NetSample => 2,
        RatioSample ratio => ratio.Highest - ratio.Lowest,
        _ => double.PositiveInfinity,
    };

    private static void Check(Sample baseline, Sample candidate, double level)
    {
        ArgumentNullException.ThrowIfNull(baseline);
        ArgumentNullException.ThrowIfNull(candidate);
        Domain.CheckLevel(level);
        if (baseline.GetType() != candidate.GetType())
            throw new ArgumentException($"The baseline is a {baseline.GetType().Name} and the candidate a {candidate.GetType().Name}: compare samples of the same kind.", nameof(candidate));
    }
}
