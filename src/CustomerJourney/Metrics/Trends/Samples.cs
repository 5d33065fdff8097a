using CustomerJourney.Statistics;

namespace CustomerJourney.Metrics.Trends;

/// <summary>Samples of several periods put together, and compared under the assumption that nothing has changed, so that they have one variance.</summary>
internal static class Samples
{
    // Below so many expected cases of either kind shares are compared exactly. Corrected p-values lie far out in the tails, where the normal approximation needs more than the usual five.
    private const double ExactBelow = 1000;

    // Net shares are compared exactly where one of the two has at most so many answers; with more, the t test is as good and faster.
    private const long MostExact = 1000;

    /// <summary>Counts and sums added up, never values averaged; null where there are none.</summary>
    public static Sample? Pool(IEnumerable<Sample> samples)
    {
        long count = 0, first = 0, second = 0, third = 0;
        ExactSum? sum = null, squares = null;
        Type? kind = null;
        foreach (Sample sample in samples)
        {
            kind ??= sample.GetType();
            switch (sample)
            {
                case ShareSample share: (first, second) = (first + share.Hits, second + share.Total); break;
                case NetSample net: (first, second, third) = (first + net.Positive, second + net.Neutral, third + net.Negative); break;
                case MeanSample mean:
                    count += mean.Count;
                    (sum ??= new()).Add(mean.Sum);
                    (squares ??= new()).Add(mean.SumOfSquares);
                    break;
                default: throw new NotSupportedException($"Samples of kind {sample.GetType().Name} are not put together.");
            }
        }

        return kind == typeof(ShareSample) ? new ShareSample(first, second)
            : kind == typeof(NetSample) ? new NetSample(first, second, third)
            : kind is null ? null
            : MeanSample.Of(count, sum!, squares!);
    }

    /// <summary>Whether a kind of sample is one that can be pooled.</summary>
    public static bool CanPool(Sample sample) => sample is ShareSample or NetSample or MeanSample;

    /// <summary>The variance of one observation when nothing has changed, by all the samples: of the pooled counts, or, for means, within samples. Null where nothing is known of it.</summary>
    public static double? Variance(IReadOnlyList<Sample> samples) => Pool(samples) switch
    {
        ShareSample { Value: { } share } => share * (1 - share),
        NetSample net => net.Variance,
        MeanSample mean when mean.Count > samples.Count => samples.Sum(sample => ((MeanSample)sample).SquaredDeviations) / (mean.Count - samples.Count),
        _ => null,
    };

    /// <summary>The two-sided p-value of no difference; null where the samples cannot tell.</summary>
    public static double? PValue(Sample baseline, Sample candidate) => (baseline, candidate) switch
    {
        (ShareSample a, ShareSample b) => OfShares(a.Hits, a.Total, b.Hits, b.Total),
        (NetSample a, NetSample b) => OfNetShares(a, b),
        _ => MeanDifference.Student((MeanSample)baseline, (MeanSample)candidate)?.Test?.PValue,
    };

    private static double? OfShares(long hits, long total, long otherHits, long otherTotal)
    {
        double all = (double)total + otherTotal, counted = (double)hits + otherHits;
        double expected = Math.Min(counted, all - counted) * Math.Min(total, otherTotal) / all;
        return (expected < ExactBelow
            ? ProportionDifference.FisherExact(hits, total, otherHits, otherTotal)
            : ProportionDifference.PooledZ(hits, total, otherHits, otherTotal))?.PValue;
    }

    /// <summary>Exact for few answers, Student's t of the indicator −1, 0, 1 for many that vary.</summary>
    private static double? OfNetShares(NetSample a, NetSample b) => Math.Min(a.Count, b.Count) <= MostExact || !(a.Variance > 0 || b.Variance > 0)
        ? NetShareExchange.PValue(a, b)
        : MeanDifference.Student(Indicator(a), Indicator(b))?.Test?.PValue;

    private static MeanSample Indicator(NetSample sample) => new(sample.Count, sample.Positive - sample.Negative, sample.Positive + sample.Negative);
}
