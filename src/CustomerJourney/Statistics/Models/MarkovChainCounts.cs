namespace CustomerJourney.Statistics.Models;

/// <summary>
/// Counts of transitions in sequences of states, from which a chain is estimated. Counts are whole numbers, so any order and any partition of the sequences give
/// the same. Not safe for use by several threads at once: count apart and <see cref="Merge"/>.
/// </summary>
public sealed class MarkovChainCounts
{
    private readonly long[] _counts;

    /// <summary>Starts with no transitions.</summary>
    /// <param name="stateCount">How many states there are, at least 1; the numbers of the states are 0 to one less.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="stateCount"/> is not positive.</exception>
    public MarkovChainCounts(int stateCount)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(stateCount);
        StateCount = stateCount;
        _counts = new long[checked(stateCount * stateCount)];
    }

    /// <summary>How many states there are, at least 1.</summary>
    public int StateCount { get; }

    /// <summary>How many transitions were counted, not negative.</summary>
    public long Total => _counts.Sum();

    /// <summary>The states, ascending, that were never left: they may be absorbing, or the sequences may be too few to know.</summary>
    public IReadOnlyList<int> NeverLeft => [.. Enumerable.Range(0, StateCount).Where(state => From(state) == 0)];

    /// <summary>How often one state followed directly on another.</summary>
    /// <param name="from">The earlier state.</param>
    /// <param name="to">The later state.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such state.</exception>
    public long this[int from, int to] => _counts[Check(from) * StateCount + Check(to)];

    /// <summary>How often a state was left, for itself or another.</summary>
    /// <param name="state">A state.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such state.</exception>
    public long From(int state)
    {
        long sum = 0;
        foreach (long count in _counts.AsSpan(Check(state) * StateCount, StateCount)) sum += count;
        return sum;
    }

    /// <summary>Adds the transitions of a sequence; of one state or none there are none, unless it ends.</summary>
    /// <param name="sequence">The states in order.</param>
    /// <param name="endState">
    /// The state to which the last one leads, for sequences that are known to be at their end; <see langword="null"/> where a sequence is only cut off, so that nothing is known of what follows.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">A state is negative or too large; nothing was added.</exception>
    public void Add(ReadOnlySpan<int> sequence, int? endState = null)
    {
        foreach (int state in sequence) Check(state, nameof(sequence));
        if (endState is { } end) Check(end, nameof(endState));
        for (int i = 1; i < sequence.Length; i++) _counts[sequence[i - 1] * StateCount + sequence[i]]++;
        if (endState is { } last && sequence.Length > 0) _counts[sequence[^1] * StateCount + last]++;
    }

    /// <summary>Adds transitions that were counted elsewhere.</summary>
    /// <param name="from">The earlier state.</param>
    /// <param name="to">The later state.</param>
    /// <param name="count">How many, not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such state, or <paramref name="count"/> is negative.</exception>
    public void AddTransitions(int from, int to, long count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        _counts[Check(from) * StateCount + Check(to)] += count;
    }

    /// <summary>Adds all counts of another, which is left as it was.</summary>
    /// <param name="other">Counts over as many states.</param>
    /// <exception cref="ArgumentException"><paramref name="other"/> has another number of states.</exception>
    public void Merge(MarkovChainCounts other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (other.StateCount != StateCount) throw new ArgumentException($"Counts over {other.StateCount} states cannot be added to counts over {StateCount}.", nameof(other));
        for (int i = 0; i < _counts.Length; i++) _counts[i] += other._counts[i];
    }

    /// <summary>The estimated probability of a transition, 0…1: its share of all times that the earlier state was left.</summary>
    /// <param name="from">The earlier state.</param>
    /// <param name="to">The later state.</param>
    /// <param name="smoothing">What is added to each count, not negative; 0 gives the maximum-likelihood estimate, 1 is Laplace's rule.</param>
    /// <returns>The probability; <see langword="null"/> where the earlier state was never left and nothing is added.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such state, or <paramref name="smoothing"/> is negative or not finite.</exception>
    /// <remarks>T. W. Anderson &amp; L. A. Goodman, "Statistical inference about Markov chains", Annals of Mathematical Statistics 28 (1957).</remarks>
    public double? Probability(int from, int to, double smoothing = 0)
    {
        CheckSmoothing(smoothing);
        double total = From(from) + smoothing * StateCount;
        return total > 0 ? (this[from, to] + smoothing) / total : null;
    }

    /// <summary>
    /// The chain with the estimated probabilities. A state that was never left stays where it is, as if it were absorbing, unless counts are smoothed; either way it is named in
    /// <see cref="MarkovChain.NeverLeft"/>.
    /// </summary>
    /// <param name="smoothing">What is added to each count, not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="smoothing"/> is negative or not finite.</exception>
    public MarkovChain ToChain(double smoothing = 0)
    {
        CheckSmoothing(smoothing);
        double[] matrix = new double[_counts.Length];
        for (int i = 0; i < StateCount; i++)
            for (int j = 0; j < StateCount; j++) matrix[i * StateCount + j] = Probability(i, j, smoothing) ?? (i == j ? 1 : 0);
        return MarkovChain.Estimated(matrix, StateCount, NeverLeft);
    }

    private static void CheckSmoothing(double smoothing)
    {
        Domain.CheckFinite(smoothing);
        ArgumentOutOfRangeException.ThrowIfNegative(smoothing);
    }

    private int Check(int state, string name = "state") => (uint)state < (uint)StateCount ? state
        : throw new ArgumentOutOfRangeException(name, state, $"There are {StateCount} states, numbered from 0 to {StateCount - 1}.");
}
