namespace CustomerJourney.Comparison;

/// <summary>The customers of two logs side by side: both lists are in ordinal order, so one walk matches them.</summary>
internal sealed class CustomerPairs
{
    public CustomerPairs(IReadOnlyList<string> baseline, IReadOnlyList<string> candidate)
    {
        List<(int Baseline, int Candidate)> pairs = [];
        int left = 0, right = 0;
        while (left < baseline.Count || right < candidate.Count)
        {
            int order = left == baseline.Count ? 1 : right == candidate.Count ? -1 : string.CompareOrdinal(baseline[left], candidate[right]);
            if (order == 0) Shared++;
            pairs.Add((order <= 0 ? left++ : -1, order >= 0 ? right++ : -1));
        }

        All = pairs;
    }

    /// <summary>How many customers are on both sides.</summary>
    public long Shared { get; }

    /// <summary>Every customer of either side with the numbers there, -1 where missing.</summary>
    public IReadOnlyList<(int Baseline, int Candidate)> All { get; }
}
