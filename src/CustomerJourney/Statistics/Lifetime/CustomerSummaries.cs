namespace CustomerJourney.Statistics.Lifetime;

/// <summary>The summaries of many customers, equal ones counted together: what the models of repeat buying are fitted to.</summary>
/// <remarks>The groups have one order, so that a fit gives the same bits whatever the order of the customers and whether they came one by one or counted.</remarks>
public sealed class CustomerSummaries
{
    private readonly CustomerSummaryCount[] _groups;

    private CustomerSummaries(CustomerSummaryCount[] groups)
    {
        _groups = groups;
        Groups = Array.AsReadOnly(groups);
        foreach ((CustomerSummary summary, long count) in groups)
        {
            Customers += count;
            if (summary.Frequency > 0) Repeaters += count;
            LongestAge = Math.Max(LongestAge, summary.Age);
        }
    }

    /// <summary>The different summaries by frequency, recency and age, each with its count, which is at least 1.</summary>
    public IReadOnlyList<CustomerSummaryCount> Groups { get; }

    /// <summary>How many customers there are, not negative.</summary>
    public long Customers { get; }

    /// <summary>How many of them came back at least once.</summary>
    public long Repeaters { get; }

    /// <summary>The longest time that any of them was watched, 0 without customers.</summary>
    public double LongestAge { get; }

    internal ReadOnlySpan<CustomerSummaryCount> Span => _groups;

    /// <summary>Counts customers.</summary>
    /// <param name="customers">The summaries of all customers, those without a repeat transaction too, all in one unit of time.</param>
    /// <exception cref="ArgumentNullException"><paramref name="customers"/> is <see langword="null"/>.</exception>
    public static CustomerSummaries From(IEnumerable<CustomerSummary> customers)
    {
        ArgumentNullException.ThrowIfNull(customers);
        CustomerSummary[] sorted = [.. customers];
        Array.Sort(sorted, Compare);
        List<CustomerSummaryCount> groups = [];
        for (int i = 0; i < sorted.Length;)
        {
            int start = i;
            while (i < sorted.Length && sorted[i] == sorted[start]) i++;
            groups.Add(new CustomerSummaryCount(sorted[start], i - start));
        }

        return new CustomerSummaries([.. groups]);
    }

    /// <summary>Takes customers that were counted before; equal summaries are put together, those with a count of 0 left out.</summary>
    /// <param name="groups">Summaries with their counts, all in one unit of time.</param>
    /// <exception cref="ArgumentNullException"><paramref name="groups"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative.</exception>
    public static CustomerSummaries FromCounts(IEnumerable<CustomerSummaryCount> groups)
    {
        ArgumentNullException.ThrowIfNull(groups);
        CustomerSummaryCount[] sorted = [.. groups];
        foreach (CustomerSummaryCount group in sorted)
            if (group.Count < 0) throw new ArgumentOutOfRangeException(nameof(groups), group.Count, $"The group {group.Summary} has a negative count: give the number of customers.");
        Array.Sort(sorted, (left, right) => Compare(left.Summary, right.Summary));
        List<CustomerSummaryCount> merged = [];
        foreach (CustomerSummaryCount group in sorted)
        {
            if (group.Count == 0) continue;
            if (merged.Count > 0 && merged[^1].Summary == group.Summary) merged[^1] = merged[^1] with { Count = merged[^1].Count + group.Count };
            else merged.Add(group);
        }

        return new CustomerSummaries([.. merged]);
    }

    private static int Compare(CustomerSummary left, CustomerSummary right)
    {
        int order = left.Frequency.CompareTo(right.Frequency);
        if (order == 0) order = left.Recency.CompareTo(right.Recency);
        return order != 0 ? order : left.Age.CompareTo(right.Age);
    }
}
