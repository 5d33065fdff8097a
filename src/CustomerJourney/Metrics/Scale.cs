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

    /// <summary>What scores are worth in a share: 1 from one place of the scale to another, else 0.</summary>
    public static long[] Between(int count, int first, int last)
    {
        long[] worth = new long[count];
        Array.Fill(worth, 1, first, last - first + 1);
        return worth;
    }

    /// <summary>What scores are worth in a net share: 1, 0 or −1.</summary>
    public static long[] Net(long[] positive, long[] negative) => [.. positive.Zip(negative, (plus, minus) => plus - minus)];

    /// <summary>The answers that count in a share.</summary>
    public static long Count(IReadOnlyList<long> byScore, long[] worth)
    {
        long count = 0;
        for (int index = 0; index < worth.Length; index++) count += byScore[index] * worth[index];
        return count;
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
}
