namespace CustomerJourney.Statistics;

/// <summary>Tests of counts against planned shares.</summary>
public static class GoodnessOfFit
{
    /// <summary>Pearson's chi-square test that counts come from given shares.</summary>
    /// <param name="counts">The counts, not negative; at least two.</param>
    /// <param name="weights">The planned shares, or weights in their proportion: as many as counts, finite, not negative, not all 0.</param>
    /// <returns>The test with one degree of freedom fewer than categories of positive weight, or <see langword="null"/> when all counts are 0 or only one weight is positive.</returns>
    /// <exception cref="ArgumentException">There are not as many weights as counts, or fewer than two; or a category of weight 0 has a count, which no test is needed for.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative, or a weight is negative or not finite, or all weights are 0.</exception>
    /// <remarks>K. Pearson (1900).</remarks>
    public static CountTestResult? ChiSquare(ReadOnlySpan<long> counts, ReadOnlySpan<double> weights)
    {
        double sum = Check(counts, weights), total = 0, statistic = 0;
        foreach (long count in counts) total += count;
        List<double> expected = [];
        for (int i = 0; i < counts.Length; i++)
        {
            if (weights[i] == 0 || total == 0) continue;
            double planned = total * (weights[i] / sum);
            expected.Add(planned);
            statistic += (counts[i] - planned) * (counts[i] - planned) / planned;
        }

        return expected.Count < 2 ? null : CountTestResult.Of(statistic, expected.Count - 1, expected, "chi-square goodness of fit");
    }

    /// <summary>
    /// The check to make before any result of an experiment is read: do the groups have the sizes that were planned? If not, customers were lost or
    /// assigned by something else than chance, and a comparison of the groups means nothing.
    /// </summary>
    /// <param name="counts">How many customers each group has.</param>
    /// <param name="weights">The planned split, for example 1 and 1.</param>
    /// <param name="threshold">The p-value below which there is an alarm, between 0 and 1.</param>
    /// <returns>The check, or <see langword="null"/> where <see cref="ChiSquare"/> gives none.</returns>
    /// <exception cref="ArgumentException">As for <see cref="ChiSquare"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">As for <see cref="ChiSquare"/>, or <paramref name="threshold"/> is outside its range.</exception>
    /// <remarks>A. Fabijan et al., "Diagnosing sample ratio mismatch in online controlled experiments", KDD 2019.</remarks>
    public static SampleRatioCheck? SampleRatio(ReadOnlySpan<long> counts, ReadOnlySpan<double> weights, double threshold = 0.001)
    {
        if (!(threshold > 0 && threshold < 1)) throw new ArgumentOutOfRangeException(nameof(threshold), threshold, "The threshold is a p-value between 0 and 1, for example 0.001.");
        return ChiSquare(counts, weights) is { } result ? new SampleRatioCheck { Result = result, Threshold = threshold } : null;
    }

    private static double Check(ReadOnlySpan<long> counts, ReadOnlySpan<double> weights)
    {
        if (counts.Length < 2) throw new ArgumentException($"There are {counts.Length} counts: give at least two.", nameof(counts));
        if (counts.Length != weights.Length) throw new ArgumentException($"There are {counts.Length} counts and {weights.Length} weights: give as many.", nameof(weights));
        double sum = 0;
        for (int i = 0; i < counts.Length; i++)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(counts[i], nameof(counts));
            Domain.CheckFinite(weights[i], nameof(weights));
            ArgumentOutOfRangeException.ThrowIfNegative(weights[i], nameof(weights));
            if (weights[i] == 0 && counts[i] > 0) throw new ArgumentException($"Category {i} has the weight 0 and the count {counts[i]}: what cannot occur did; give it a weight.", nameof(weights));
            sum += weights[i];
        }

        Domain.CheckPositive(sum, nameof(weights));
        Domain.CheckFinite(sum, nameof(weights));
        return sum;
    }
}
