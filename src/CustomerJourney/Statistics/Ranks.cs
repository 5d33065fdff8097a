namespace CustomerJourney.Statistics;

/// <summary>The ranks of values, doubled so that the mean ranks of ties are whole numbers.</summary>
internal static class Ranks
{
    /// <summary>Twice the rank of every value, 2…2n, in the order given, and the sum of t³ − t over the groups of t tied values.</summary>
    public static (long[] Doubled, double TieSum) Of(ReadOnlySpan<double> values)
    {
        double[] sorted = values.ToArray();
        int[] order = [.. Enumerable.Range(0, values.Length)];
        Array.Sort(sorted, order);
        long[] ranks = new long[values.Length];
        double tieSum = 0;
        for (int start = 0; start < sorted.Length;)
        {
            int end = start + 1;
            while (end < sorted.Length && sorted[end] == sorted[start]) end++;
            double tied = end - start;
            tieSum += tied * tied * tied - tied;
            for (int i = start; i < end; i++) ranks[order[i]] = start + 1L + end;
            start = end;
        }

        return (ranks, tieSum);
    }
}
