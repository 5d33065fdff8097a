using CustomerJourney.Statistics;

namespace CustomerJourney.Metrics;

/// <summary>Figures of answers on a scale of whole numbers.</summary>
internal static class Scale
{
    /// <summary>What scores are worth in their mean: themselves.</summary>
    public static long[] Scores(int minimum, int count)
    {
        long[] scores = new long[count];
        for (int index = 0; index < count; index++) scores[index] = minimum + index;
        return scores;
    }

    /// <summary>The mean of the scores as a sample; sums are exact integers.</summary>
    public static MeanSample MeanOf(int minimum, IReadOnlyList<long> byScore)
    {
        long count = 0, sum = 0, squares = 0;
        for (int index = 0; index < byScore.Count; index++)
        {
            long score = minimum + index;
            count += byScore[index];
            sum += byScore[index] * score;
            squares += byScore[index] * score * score;
        }

        return new MeanSample(count, sum, squares);
    }

    /// <summary>The interval of a sample, over customers where several answers of one customer count.</summary>
    public static Estimate? Interval(this Sample sample, double level, ClusterTotals? clusters) =>
        clusters is null ? sample.Estimate(level) : sample.Estimate(level, clusters);
}
