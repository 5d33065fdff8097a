namespace CustomerJourney.Statistics.Models;

/// <summary>
/// Counts of starts, transitions and emissions in sequences whose states are known, from which a hidden Markov model is estimated. Counts are whole numbers, so any order and
/// any partition of the sequences give the same. Not safe for use by several threads at once: count apart and <see cref="Merge"/>.
/// </summary>
public sealed class HiddenMarkovModelCounts
{
    private readonly long[] _start, _transition, _emission;

    /// <summary>Starts with nothing counted.</summary>
    /// <param name="stateCount">How many states, 1 to <see cref="HiddenMarkovModel.MostStates"/>.</param>
    /// <param name="symbolCount">How many symbols, 1 to <see cref="HiddenMarkovModel.MostSymbols"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public HiddenMarkovModelCounts(int stateCount, int symbolCount)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(stateCount);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(symbolCount);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(stateCount, HiddenMarkovModel.MostStates);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(symbolCount, HiddenMarkovModel.MostSymbols);
        (StateCount, SymbolCount) = (stateCount, symbolCount);
        (_start, _transition, _emission) = (new long[stateCount], new long[stateCount * stateCount], new long[stateCount * symbolCount]);
    }

    /// <summary>How many states there are, at least 1.</summary>
    public int StateCount { get; }

    /// <summary>How many symbols there are, at least 1.</summary>
    public int SymbolCount { get; }

    /// <summary>How often each state was the first of a sequence.</summary>
    public IReadOnlyList<long> Start => Array.AsReadOnly([.. _start]);

    /// <summary>For each state how often each state followed.</summary>
    public IReadOnlyList<IReadOnlyList<long>> Transition => Array.AsReadOnly<IReadOnlyList<long>>([.. _transition.Chunk(StateCount).Select(Array.AsReadOnly)]);

    /// <summary>For each state how often it gave each symbol.</summary>
    public IReadOnlyList<IReadOnlyList<long>> Emission => Array.AsReadOnly<IReadOnlyList<long>>([.. _emission.Chunk(SymbolCount).Select(Array.AsReadOnly)]);

    /// <summary>Adds a sequence; an empty one adds nothing.</summary>
    /// <param name="observations">The symbols in order.</param>
    /// <param name="states">The state behind each symbol.</param>
    /// <exception cref="ArgumentException">There are not as many states as observations; nothing was added.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A state or symbol is too large; nothing was added.</exception>
    public void Add(ReadOnlySpan<ushort> observations, ReadOnlySpan<byte> states)
    {
        if (observations.Length != states.Length)
            throw new ArgumentException($"There are {observations.Length} observations and {states.Length} states: each observation needs its state.", nameof(states));
        foreach (ushort symbol in observations) ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(symbol, SymbolCount, nameof(observations));
        foreach (byte state in states) ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(state, StateCount, nameof(states));
        if (states.IsEmpty) return;
        _start[states[0]]++;
        for (int t = 0; t < states.Length; t++)
        {
            _emission[states[t] * SymbolCount + observations[t]]++;
            if (t > 0) _transition[states[t - 1] * StateCount + states[t]]++;
        }
    }

    /// <summary>Adds all counts of another, which is left as it was.</summary>
    /// <param name="other">Counts over as many states and symbols.</param>
    /// <exception cref="ArgumentException"><paramref name="other"/> has other numbers of states or symbols.</exception>
    public void Merge(HiddenMarkovModelCounts other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (other.StateCount != StateCount || other.SymbolCount != SymbolCount)
            throw new ArgumentException($"Counts over {other.StateCount} states and {other.SymbolCount} symbols cannot be added to counts over {StateCount} and {SymbolCount}.", nameof(other));
        for (int i = 0; i < _start.Length; i++) _start[i] += other._start[i];
        for (int i = 0; i < _transition.Length; i++) _transition[i] += other._transition[i];
        for (int i = 0; i < _emission.Length; i++) _emission[i] += other._emission[i];
    }

    /// <summary>The model with probabilities in proportion to the counts, each plus a constant.</summary>
    /// <param name="smoothing">What is added to each count, not negative; 0 gives the maximum-likelihood estimate.</param>
    /// <returns>The model; <see langword="null"/> where nothing is added and there is a state that was never left, gave no symbol, or there was no start: nothing is known of it.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="smoothing"/> is negative or not finite.</exception>
    public HiddenMarkovModel? ToModel(double smoothing = 0)
    {
        Domain.CheckFinite(smoothing);
        ArgumentOutOfRangeException.ThrowIfNegative(smoothing);
        return ToModel(HiddenMarkovModelPrior.Uniform(StateCount, SymbolCount, smoothing));
    }

    /// <summary>The model with probabilities in proportion to counts and pseudo-counts together.</summary>
    /// <param name="prior">Pseudo-counts for as many states and symbols.</param>
    /// <returns>The model; <see langword="null"/> where a row has neither counts nor pseudo-counts.</returns>
    /// <exception cref="ArgumentException"><paramref name="prior"/> has other numbers of states or symbols.</exception>
    public HiddenMarkovModel? ToModel(HiddenMarkovModelPrior prior)
    {
        ArgumentNullException.ThrowIfNull(prior);
        prior.CheckFits(StateCount, SymbolCount, nameof(prior));
        double[]? start = Row(_start, 0, prior.Start);
        double[]?[] transition = [.. prior.Transition.Select((row, state) => Row(_transition, state, row))], emission = [.. prior.Emission.Select((row, state) => Row(_emission, state, row))];
        return start is null || transition.Contains(null) || emission.Contains(null) ? null : HiddenMarkovModel.Create(start, transition!, emission!);

        static double[]? Row(long[] counts, int row, IReadOnlyList<double> pseudoCounts) =>
            MarkovChainRows.Normalize([.. pseudoCounts.Select((pseudo, i) => counts[row * pseudoCounts.Count + i] + pseudo)]);
    }
}
