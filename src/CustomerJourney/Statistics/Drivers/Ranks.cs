namespace CustomerJourney.Statistics.Drivers;

/// <summary>Ranks of values, from 1.</summary>
internal static class Ranks
{
    /// <summary>The rank of each value; equal values share the mean of their ranks.</summary>
    public static double[] Mid(ReadOnlySpan<double> values)
    {
        double[] sorted = values.ToArray();
        int[] order = [.. Enumerable.Range(0, sorted.Length)];
        Array.Sort(sorted, order);
        double[] ranks = new double[sorted.Length];
        for (int start = 0; start < sorted.Length;)
        {
            int end = start + 1;
            while (end < sorted.Length && sorted[end] == sorted[start]) end++;
            for (int i = start; i < end; i++) ranks[order[i]] = (start + 1 + end) / 2.0;
            start = end;
        }

        return ranks;
    }
}
