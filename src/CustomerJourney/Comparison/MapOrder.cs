namespace CustomerJourney.Comparison;

/// <summary>Finds the fewest parts that must have moved to turn one order into another: those outside a longest common subsequence.</summary>
internal static class MapOrder
{
    /// <summary>The parts of <paramref name="after"/> that moved, where both lists hold the same parts. For a permutation the longest common subsequence is a longest increasing one (Fredman 1975).</summary>
    /// <param name="after">The parts in their new order; for each its place in the old order.</param>
    public static IReadOnlySet<int> Moved(IReadOnlyList<int> after)
    {
        int[] length = new int[after.Count];
        int[] previous = new int[after.Count];
        int last = -1;
        for (int i = 0; i < after.Count; i++)
        {
            (length[i], previous[i]) = (1, -1);
            for (int j = 0; j < i; j++)
            {
                if (after[j] < after[i] && length[j] >= length[i]) (length[i], previous[i]) = (length[j] + 1, j);
            }

            if (last < 0 || length[i] > length[last]) last = i;
        }

        HashSet<int> moved = [.. Enumerable.Range(0, after.Count)];
        for (int i = last; i >= 0; i = previous[i]) moved.Remove(i);
        return moved;
    }
}
