namespace CustomerJourney.Statistics.Lifetime;

/// <summary>RFM scores of all customers by quantiles, each of the three figures for itself.</summary>
/// <remarks>
/// The cuts are quantiles of type 7 (Hyndman &amp; Fan, The American Statistician 50, 1996) at 1/bins, 2/bins …; a score is 1 and the number of cuts strictly
/// below the figure, for recency counted from the other end. Equal figures have equal scores, so that bins may be of uneven size or empty: then a warning says so.
/// This is independent RFM; nested RFM, which cuts frequency within each bin of recency, is another thing.
/// </remarks>
public sealed class RecencyFrequencyMonetaryScores
{
    private RecencyFrequencyMonetaryScores()
    {
    }

    /// <summary>How many bins each figure has.</summary>
    public required int Bins { get; init; }

    /// <summary>The scores, in the order of the customers.</summary>
    public required IReadOnlyList<RecencyFrequencyMonetaryScore> Scores { get; init; }

    /// <summary>The cuts of recency, rising, one fewer than bins; the figures at or below the first have the best score.</summary>
    public required IReadOnlyList<double> RecencyCuts { get; init; }

    /// <summary>The cuts of frequency, rising, one fewer than bins.</summary>
    public required IReadOnlyList<double> FrequencyCuts { get; init; }

    /// <summary>The cuts of the monetary value, rising, one fewer than bins.</summary>
    public required IReadOnlyList<double> MonetaryCuts { get; init; }

    /// <summary>Which scores nobody has; empty when all is well.</summary>
    public required IReadOnlyList<string> Warnings { get; init; }

    /// <summary>Scores customers against each other.</summary>
    /// <param name="customers">The customers.</param>
    /// <param name="bins">How many scores there are, at least 2; 5 unless given.</param>
    /// <returns>The scores; <see langword="null"/> without customers.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="customers"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="bins"/> is below 2.</exception>
    public static RecencyFrequencyMonetaryScores? Of(IReadOnlyList<RecencyFrequencyMonetary> customers, int bins = 5)
    {
        ArgumentNullException.ThrowIfNull(customers);
        ArgumentOutOfRangeException.ThrowIfLessThan(bins, 2);
        if (customers.Count == 0) return null;
        double[] recencyCuts = Cuts(customers.Select(customer => customer.Recency), bins);
        double[] frequencyCuts = Cuts(customers.Select(customer => (double)customer.Frequency), bins);
        double[] monetaryCuts = Cuts(customers.Select(customer => customer.Monetary), bins);
        RecencyFrequencyMonetaryScore[] scores =
        [
            .. customers.Select(customer => new RecencyFrequencyMonetaryScore(
                bins - CutsBelow(recencyCuts, customer.Recency), 1 + CutsBelow(frequencyCuts, customer.Frequency), 1 + CutsBelow(monetaryCuts, customer.Monetary))),
        ];
        return new RecencyFrequencyMonetaryScores
        {
            Bins = bins,
            Scores = Array.AsReadOnly(scores),
            RecencyCuts = Array.AsReadOnly(recencyCuts),
            FrequencyCuts = Array.AsReadOnly(frequencyCuts),
            MonetaryCuts = Array.AsReadOnly(monetaryCuts),
            Warnings =
            [
                .. Unused("Recency", scores.Select(score => score.Recency), bins),
                .. Unused("Frequency", scores.Select(score => score.Frequency), bins),
                .. Unused("Monetary", scores.Select(score => score.Monetary), bins),
            ],
        };
    }

    private static double[] Cuts(IEnumerable<double> values, int bins)
    {
        double[] sorted = [.. values.Order()];
        double[] cuts = new double[bins - 1];
        for (int k = 1; k < bins; k++)
        {
            // (n − 1) k / bins in whole numbers, so that a cut on a value is that value.
            (long place, long rest) = Math.DivRem((sorted.Length - 1L) * k, bins);
            double below = sorted[place];
            cuts[k - 1] = rest == 0 ? below : below + (sorted[place + 1] - below) * ((double)rest / bins);
        }

        return cuts;
    }

    private static int CutsBelow(double[] cuts, double value)
    {
        int count = 0;
        while (count < cuts.Length && cuts[count] < value) count++;
        return count;
    }

    private static IEnumerable<string> Unused(string figure, IEnumerable<int> scores, int bins)
    {
        HashSet<int> used = [.. scores];
        string unused = string.Join(", ", Enumerable.Range(1, bins).Where(score => !used.Contains(score)));
        if (unused.Length > 0) yield return $"{figure}: nobody has the score {unused}, because equal figures stay together.";
    }
}
