namespace CustomerJourney.Statistics.Drivers;

/// <summary>How consistently several items (questions) measure one thing: Cronbach's alpha.</summary>
/// <remarks>L. J. Cronbach, "Coefficient alpha and the internal structure of tests", Psychometrika 16 (1951).</remarks>
public sealed record CronbachAlpha
{
    private CronbachAlpha()
    {
    }

    /// <summary>Alpha from covariances, k/(k − 1)·(1 − Σ item variances / variance of the sum), at most 1 and below 0 where items disagree; <see langword="null"/> where the sum does not vary.</summary>
    public required double? Raw { get; init; }

    /// <summary>Alpha from the mean correlation r of items, k r/(1 + (k − 1) r); <see langword="null"/> where an item does not vary, or the standardized items cancel.</summary>
    public required double? Standardized { get; init; }

    /// <summary>How many items there are, at least 2.</summary>
    public required int Items { get; init; }

    /// <summary>How many respondents there are, at least 2.</summary>
    public required int N { get; init; }

    /// <summary>Computes alpha.</summary>
    /// <param name="items">For each item the value of every respondent, finite, in the same order; items that mean the opposite are turned around before.</param>
    /// <returns>Alpha; <see langword="null"/> below two respondents.</returns>
    /// <exception cref="ArgumentException">There are fewer than two items, an item is <see langword="null"/> or not as long as the first, or a value is not finite.</exception>
    public static CronbachAlpha? Of(IReadOnlyList<IReadOnlyList<double>> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        if (items.Count < 2) throw new ArgumentException($"Alpha needs at least two items, and there are {items.Count}.", nameof(items));
        for (int j = 0; j < items.Count; j++) Check(items, j);
        int count = items.Count, n = items[0].Count;
        if (n < 2) return null;

        double[] sums = [.. Enumerable.Range(0, n).Select(row => items.Sum(item => item[row]))];
        double ofItems = items.Sum(item => SquaredLength(item.ToArray())), ofSum = SquaredLength(sums);
        return new CronbachAlpha
        {
            Raw = FromVariances(count, ofItems, ofSum),
            Standardized = StandardizedAlpha([.. items.Select(item => StandardizedColumn.Of(item.ToArray()))]),
            Items = count,
            N = n,
        };
    }

    /// <summary>Alpha from variances, or from sums of squared deviations, which is the same.</summary>
    /// <param name="items">How many items there are, at least 2.</param>
    /// <param name="ofItems">The variances of the items, added.</param>
    /// <param name="ofSum">The variance of the sum of the items.</param>
    internal static double? FromVariances(int items, double ofItems, double ofSum) => ofSum > 0 ? items / (items - 1.0) * (1 - ofItems / ofSum) : null;

    private static void Check(IReadOnlyList<IReadOnlyList<double>> items, int index)
    {
        IReadOnlyList<double>? item = items[index], first = items[0];
        if (item is null) throw new ArgumentException($"Item {index} is null.", nameof(items));
        if (item.Count != first.Count) throw new ArgumentException($"Item {index} has {item.Count} values and item 0 has {first.Count}: give every respondent's answer to every item.", nameof(items));
        for (int i = 0; i < item.Count; i++)
            if (!double.IsFinite(item[i])) throw new ArgumentException(FormattableString.Invariant($"Value {i} of item {index} is {item[i]:R}: leave out respondents with a missing answer."), nameof(items));
    }

    private static double SquaredLength(double[] values) => StandardizedColumn.Of(values) is { } column ? column.Length * column.Length : 0;

    // The sum of all correlations is the squared length of the sum of standardized items: k + k(k − 1) r.
    private static double? StandardizedAlpha(StandardizedColumn?[] items)
    {
        if (items.Contains(null)) return null;
        double[] sums = [.. Enumerable.Range(0, items[0]!.Values.Length).Select(row => items.Sum(item => item!.Values[row]))];
        double total = sums.Sum(value => value * value), count = items.Length;
        return total > 1e-12 ? count / (count - 1) * (1 - count / total) : null;
    }
}
