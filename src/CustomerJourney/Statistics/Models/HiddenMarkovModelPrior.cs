namespace CustomerJourney.Statistics.Models;

/// <summary>
/// Pseudo-counts: what is believed of a hidden Markov model before any data, as so many starts, transitions and emissions already seen (Dirichlet densities with parameters
/// one larger). Zeros say what is not believed to happen; see <see cref="HiddenMarkovModel.Random"/>. Immutable, equal by value.
/// </summary>
public sealed class HiddenMarkovModelPrior : IEquatable<HiddenMarkovModelPrior>
{
    private HiddenMarkovModelPrior(IReadOnlyList<double> start, IReadOnlyList<IReadOnlyList<double>> transition, IReadOnlyList<IReadOnlyList<double>> emission) =>
        (Start, Transition, Emission) = (start, transition, emission);

    /// <summary>The pseudo-count of each state at the first observation, not negative.</summary>
    public IReadOnlyList<double> Start { get; }

    /// <summary>For each state the pseudo-counts of each next state, not negative.</summary>
    public IReadOnlyList<IReadOnlyList<double>> Transition { get; }

    /// <summary>For each state the pseudo-counts of each symbol, not negative.</summary>
    public IReadOnlyList<IReadOnlyList<double>> Emission { get; }

    /// <summary>How many states there are, at least 1.</summary>
    public int StateCount => Start.Count;

    /// <summary>How many symbols there are, at least 1.</summary>
    public int SymbolCount => Emission[0].Count;

    /// <summary>Makes a prior of given pseudo-counts.</summary>
    /// <param name="start">One for each state.</param>
    /// <param name="transition">For each state one for each state.</param>
    /// <param name="emission">For each state one for each symbol.</param>
    /// <exception cref="ArgumentException">A number of rows or entries is wrong, or a pseudo-count is negative or not finite; all faults are told.</exception>
    public static HiddenMarkovModelPrior Create(IReadOnlyList<double> start, IReadOnlyList<IReadOnlyList<double>> transition, IReadOnlyList<IReadOnlyList<double>> emission)
    {
        ArgumentNullException.ThrowIfNull(start);
        ArgumentNullException.ThrowIfNull(transition);
        ArgumentNullException.ThrowIfNull(emission);
        List<string> faults = [];
        int states = start.Count, symbols = emission.Count > 0 && emission[0] is { } first ? first.Count : 0;
        if (states is < 1 or > HiddenMarkovModel.MostStates) faults.Add(MarkovChainRows.Text($"'{nameof(start)}' has {states} entries; a model has 1 to {HiddenMarkovModel.MostStates} states."));
        if (symbols is < 1 or > HiddenMarkovModel.MostSymbols) faults.Add(MarkovChainRows.Text($"The first row of '{nameof(emission)}' has {symbols} entries; a model has 1 to {HiddenMarkovModel.MostSymbols} symbols."));
        Check([start], nameof(start), 1, states, faults);
        Check(transition, nameof(transition), states, states, faults);
        Check(emission, nameof(emission), states, symbols, faults);
        MarkovChainRows.ThrowIfAny(faults, "The prior", nameof(start));
        return new HiddenMarkovModelPrior(Array.AsReadOnly([.. start]), MarkovChainRows.Copy(transition), MarkovChainRows.Copy(emission));
    }

    /// <summary>The same pseudo-count everywhere: 1 is Laplace's rule.</summary>
    /// <param name="stateCount">How many states, at least 1.</param>
    /// <param name="symbolCount">How many symbols, at least 1.</param>
    /// <param name="pseudoCount">The pseudo-count, not negative.</param>
    /// <exception cref="ArgumentException">A number is out of its range.</exception>
    public static HiddenMarkovModelPrior Uniform(int stateCount, int symbolCount, double pseudoCount = 1)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(stateCount);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(symbolCount);
        double[] states = [.. Enumerable.Repeat(pseudoCount, stateCount)], symbols = [.. Enumerable.Repeat(pseudoCount, symbolCount)];
        return Create(states, [.. Enumerable.Repeat(states, stateCount)], [.. Enumerable.Repeat(symbols, stateCount)]);
    }

    /// <summary>Whether all pseudo-counts are equal.</summary>
    /// <param name="other">Another prior, or <see langword="null"/>.</param>
    public bool Equals(HiddenMarkovModelPrior? other) =>
        other is not null && Start.SequenceEqual(other.Start) && MarkovChainRows.Equal(Transition, other.Transition) && MarkovChainRows.Equal(Emission, other.Emission);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as HiddenMarkovModelPrior);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        HashCode hash = new();
        foreach (double count in Start.Concat(Transition.SelectMany(row => row)).Concat(Emission.SelectMany(row => row))) hash.Add(count);
        return hash.ToHashCode();
    }

    internal void CheckFits(int states, int symbols, string parameter)
    {
        if (StateCount != states || SymbolCount != symbols)
            throw new ArgumentException($"The prior is for {StateCount} states and {SymbolCount} symbols, the model has {states} and {symbols}.", parameter);
    }

    private static void Check(IReadOnlyList<IReadOnlyList<double>> rows, string name, int height, int width, List<string> faults)
    {
        if (rows.Count != height) faults.Add(MarkovChainRows.Text($"'{name}' has {rows.Count} rows; it needs {height}."));
        for (int i = 0; i < rows.Count; i++)
        {
            if (rows[i] is not { } row || row.Count != width)
            {
                faults.Add(MarkovChainRows.Text($"Row {i} of '{name}' has not {width} entries."));
                continue;
            }

            for (int j = 0; j < width; j++)
                if (!(row[j] >= 0 && double.IsFinite(row[j]))) faults.Add(MarkovChainRows.Text($"Row {i} of '{name}' has {row[j]:R} at place {j}; a pseudo-count is finite and not negative."));
        }
    }
}
