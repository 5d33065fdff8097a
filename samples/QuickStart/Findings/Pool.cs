using CustomerJourney.Statistics;

namespace QuickStart.Findings;

/// <summary>Puts the samples of several groups of customers together. Samples are counts and sums, so they add up.</summary>
internal static class Pool
{
    /// <param name="samples">The samples, all of the kind of <paramref name="like"/>; none give an empty sample.</param>
    /// <param name="like">Says which kind it is.</param>
    public static Sample Of(IEnumerable<Sample> samples, Sample like) => like switch
    {
        ShareSample => samples.Cast<ShareSample>().Aggregate(new ShareSample(0, 0), (a, b) => new(a.Hits + b.Hits, a.Total + b.Total)),
        NetSample => samples.Cast<NetSample>().Aggregate(new NetSample(0, 0, 0), (a, b) => new(a.Positive + b.Positive, a.Neutral + b.Neutral, a.Negative + b.Negative)),
        _ => samples.Cast<MeanSample>().Aggregate(new MeanSample(0, 0, 0), (a, b) => new(a.Count + b.Count, a.Sum + b.Sum, a.SumOfSquares + b.SumOfSquares)),
    };
}
