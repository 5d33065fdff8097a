using CustomerJourney.Statistics;

namespace CustomerJourney.Metrics.Trends;

/// <summary>Samples of several periods put together, and compared under the assumption that nothing has changed, so that they have one variance.</summary>
internal static class Samples
{
    // Below so many expected cases of either kind shares are compared exactly, and net shares below so many answers outside of the commonest kind. Corrected p-values lie far out in the tails, where the normal
    // approximation needs more than the usual five.
    private const double ExactBelow = 1000;

    /// <summary>Counts and sums added up, never values averaged; null where there are none.</summary>
    public static Sample? Pool(IEnumerable<Sample> samples)
    {
        Sample[] all = [.. samples];
        return all switch
        {
            [] => null,
            [ShareSample, ..] => new ShareSample(Sum<ShareSample>(all, share => share.Hits), Sum<ShareSample>(all, share => share.Total)),
            [NetSample, ..] => new NetSample(Sum<NetSample>(all, net => net.Positive), Sum<NetSample>(all, net => net.Neutral), Sum<NetSample>(all, net => net.Negative)),
            [MeanSample, ..] => MeanSample.Of(Sum<MeanSample>(all, mean => mean.Count), Exact<MeanSample>(all, mean => mean.Sum), Exact<MeanSample>(all, mean => mean.SumOfSquares)),
            _ => new RatioSample(
                Sum<RatioSample>(all, ratio => ratio.Count),
                Exact<RatioSample>(all, ratio => ratio.Numerator).ToDouble(),
                Exact<RatioSample>(all, ratio => ratio.Denominator).ToDouble(),
                Exact<RatioSample>(all, ratio => ratio.SquaredNumerators).ToDouble(),
                Exact<RatioSample>(all, ratio => ratio.Products).ToDouble(),
                Exact<RatioSample>(all, ratio => ratio.SquaredDenominators).ToDouble())
            {
                Lowest = all.Min(ratio => ((RatioSample)ratio).Lowest),
                Highest = all.Max(ratio => ((RatioSample)ratio).Highest),
            },
        };
    }

    /// <summary>Whether a kind of sample is one that can be pooled.</summary>
    public static bool CanPool(Sample sample) => sample is ShareSample or NetSample or MeanSample or RatioSample;

    /// <summary>The variance of one observation when nothing has changed, by all the samples: of the pooled counts, or, for means and the residuals of ratios, within samples. Null where nothing is known of it.</summary>
    public static double? Variance(IReadOnlyList<Sample> samples) => Pool(samples) switch
    {
        ShareSample { Value: { } share } => share * (1 - share),
        NetSample net => net.Variance,
        MeanSample mean when mean.Count > samples.Count => samples.Sum(sample => ((MeanSample)sample).SquaredDeviations) / (mean.Count - samples.Count),
        RatioSample ratio when ratio.Count > samples.Count => samples.Sum(sample => OwnResiduals((RatioSample)sample)) / (ratio.Count - samples.Count),
        _ => null,
    };

    /// <summary>The standard error of a sample whose observations have a variance: of a ratio, that of the sum of residuals over its denominators.</summary>
    public static double Error(Sample sample, double variance) => sample is RatioSample ratio ? Math.Sqrt(variance * ratio.Count) / ratio.Denominator : Math.Sqrt(variance / sample.Count);

    /// <summary>The two-sided p-value of no difference; null where the samples cannot tell.</summary>
    public static double? PValue(Sample baseline, Sample candidate) => (baseline, candidate) switch
    {
        (ShareSample a, ShareSample b) => OfShares(a.Hits, a.Total, b.Hits, b.Total),
        (NetSample a, NetSample b) => OfNetShares(a, b),
        (RatioSample a, RatioSample b) => OfRatios(a, b),
        _ => OfMeans((MeanSample)baseline, (MeanSample)candidate),
    };

    /// <summary>
    /// Student's t, and where neither sample varies the exact randomization test: of two values that stand wholly apart, that one of them fills just this sample.
    /// </summary>
    private static double? OfMeans(MeanSample a, MeanSample b)
    {
        if (MeanDifference.Student(a, b)?.Test is { } test) return test.PValue;
        if (a.Count == 0 || b.Count == 0 || a.SquaredDeviations > 0 || b.SquaredDeviations > 0) return null;
        return a.Value == b.Value ? 1 : ProportionDifference.FisherExact(0, a.Count, b.Count, b.Count)?.PValue;
    }

    /// <summary>If nothing has changed, the residuals about the ratio of both together have one mean, 0, and one variance.</summary>
    private static double? OfRatios(RatioSample a, RatioSample b) => Pool([a, b])!.Value is { } ratio ? MeanDifference.Student(a.Residuals(ratio), b.Residuals(ratio))?.Test?.PValue : null;

    private static double OwnResiduals(RatioSample sample) => sample.Value is { } ratio ? sample.Residuals(ratio).SquaredDeviations : 0;

    private static long Sum<T>(Sample[] samples, Func<T, long> count)
        where T : Sample => samples.Sum(sample => count((T)sample));

    private static ExactSum Exact<T>(Sample[] samples, Func<T, double> figure)
        where T : Sample
    {
        ExactSum sum = new();
        foreach (Sample sample in samples) sum.Add(figure((T)sample));
        return sum;
    }

    private static double? OfShares(long hits, long total, long otherHits, long otherTotal)
    {
        double all = (double)total + otherTotal, counted = (double)hits + otherHits;
        double expected = Math.Min(counted, all - counted) * Math.Min(total, otherTotal) / all;
        return (expected < ExactBelow
            ? ProportionDifference.FisherExact(hits, total, otherHits, otherTotal)
            : ProportionDifference.PooledZ(hits, total, otherHits, otherTotal))?.PValue;
    }

    /// <summary>Exact for few answers, Student's t of the indicator −1, 0, 1 for many that vary.</summary>
    private static double? OfNetShares(NetSample a, NetSample b) => NetShareDifference.ExpectedOutsideCommonest(a, b) < ExactBelow || !(a.Variance > 0 || b.Variance > 0)
        ? NetShareDifference.RandomizationExact(a, b)?.PValue
        : MeanDifference.Student(Indicator(a), Indicator(b))?.Test?.PValue;

    private static MeanSample Indicator(NetSample sample) => new(sample.Count, sample.Positive - sample.Negative, sample.Positive + sample.Negative);
}
