namespace CustomerJourney.Statistics.Models;

/// <summary>
/// A likelihood-ratio test of how far back a chain remembers: of order m (the next state depends on the last m) against m − 1.
/// Order 1 against 0 asks whether the present state matters at all; order 2 against 1 whether a Markov chain is enough.
/// </summary>
/// <remarks>T. W. Anderson &amp; L. A. Goodman (1957); G. Schwarz, "Estimating the dimension of a model", Annals of Statistics 6 (1978).</remarks>
public sealed class MarkovChainOrderTest
{
    // Room for the counts of 2^24 contexts with their next states: 128 MB.
    private const long MostCells = 1 << 24;

    private MarkovChainOrderTest()
    {
    }

    /// <summary>The larger order m, at least 1; the test is against m − 1.</summary>
    public required int Order { get; init; }

    /// <summary>How many times a state followed on m others; positive.</summary>
    public required long Transitions { get; init; }

    /// <summary>The statistic G² = 2 Σ n ln(observed / expected under the smaller order), at least 0.</summary>
    public required double Statistic { get; init; }

    /// <summary>The degrees of freedom k^(m − 1) (k − 1)², with k the number of states, those never seen included; positive.</summary>
    public required double DegreesOfFreedom { get; init; }

    /// <summary>The probability 0…1 of so large a statistic if the smaller order holds (chi-square; rough where many expected counts are below 5).</summary>
    public required double PValue { get; init; }

    /// <summary>How much lower the Bayesian information criterion of the larger order is: G² − degrees of freedom · ln(transitions). Above 0 speaks for the larger order.</summary>
    public required double InformationGain { get; init; }

    /// <summary>Tests sequences.</summary>
    /// <param name="sequences">Sequences of states; each counts from its state m on, none runs over into the next.</param>
    /// <param name="stateCount">How many states there are, at least 2.</param>
    /// <param name="order">The larger order m, at least 1.</param>
    /// <returns>The test; <see langword="null"/> where no sequence is longer than <paramref name="order"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There are below 2 states, the order is below 1 or so large that its counts do not fit, or a state is negative or too large.</exception>
    public static MarkovChainOrderTest? Of(IEnumerable<IReadOnlyList<int>> sequences, int stateCount, int order = 1)
    {
        ArgumentNullException.ThrowIfNull(sequences);
        ArgumentOutOfRangeException.ThrowIfLessThan(stateCount, 2);
        ArgumentOutOfRangeException.ThrowIfLessThan(order, 1);
        if (Math.Pow(stateCount, order + 1.0) > MostCells)
            throw new ArgumentOutOfRangeException(nameof(order), order, $"With {stateCount} states a test of this order needs more than {MostCells} counts: choose a smaller order or fewer states.");
        long[] counts = Count(sequences, stateCount, order);
        long total = counts.Sum();
        if (total == 0) return null;

        double statistic = StatisticOf(counts, stateCount), freedom = Math.Pow(stateCount, order - 1.0) * (stateCount - 1.0) * (stateCount - 1.0);
        return new MarkovChainOrderTest
        {
            Order = order,
            Transitions = total,
            Statistic = statistic,
            DegreesOfFreedom = freedom,
            PValue = ChiSquareDistribution.UpperTail(statistic, freedom),
            InformationGain = statistic - freedom * Math.Log(total),
        };
    }

    // A cell is the number whose digits in base k are the m states before, the earliest first, and the next one.
    private static long[] Count(IEnumerable<IReadOnlyList<int>> sequences, int k, int order)
    {
        int cells = k;
        for (int i = 0; i < order; i++) cells *= k;
        long[] counts = new long[cells];
        foreach (IReadOnlyList<int> sequence in sequences)
        {
            ArgumentNullException.ThrowIfNull(sequence);
            long cell = 0;
            for (int i = 0; i < sequence.Count; i++)
            {
                int state = sequence[i];
                if ((uint)state >= (uint)k) throw new ArgumentOutOfRangeException(nameof(sequences), state, $"There are {k} states, numbered from 0 to {k - 1}.");
                cell = (cell * k + state) % cells;
                if (i >= order) counts[cell]++;
            }
        }

        return counts;
    }

    private static double StatisticOf(long[] counts, int k)
    {
        // Without the earliest state: what the smaller order knows, over the same transitions.
        int shorter = counts.Length / k;
        long[] contexts = new long[shorter], shorterCounts = new long[shorter], shorterContexts = new long[shorter / k];
        for (int cell = 0; cell < counts.Length; cell++)
        {
            contexts[cell / k] += counts[cell];
            shorterCounts[cell % shorter] += counts[cell];
            shorterContexts[cell % shorter / k] += counts[cell];
        }

        ExactSum sum = new();
        for (int cell = 0; cell < counts.Length; cell++)
        {
            if (counts[cell] == 0) continue;
            double observed = (double)counts[cell] / contexts[cell / k], expected = (double)shorterCounts[cell % shorter] / shorterContexts[cell % shorter / k];
            sum.Add(counts[cell] * Math.Log(observed / expected));
        }

        return Math.Max(0, 2 * sum.ToDouble());
    }
}
