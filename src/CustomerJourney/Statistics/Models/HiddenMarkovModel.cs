using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace CustomerJourney.Statistics.Models;

/// <summary>
/// A hidden Markov model with discrete emissions: a Markov chain whose states are not seen, each of which gives a symbol with probabilities of its own.
/// Immutable, equal by value, and safe for use by several threads, each with its own <see cref="HiddenMarkovModelWorkspace"/>.
/// States and symbols are numbers from 0.
/// </summary>
/// <remarks>
/// L. R. Rabiner, "A tutorial on hidden Markov models and selected applications in speech recognition", Proceedings of the IEEE 77 (1989).
/// Sums are taken in an order that does not depend on the width of the processor's vectors, so the results do not either.
/// </remarks>
public sealed partial class HiddenMarkovModel : IEquatable<HiddenMarkovModel>
{
    /// <summary>The most states a model can have: a path names a state by one byte.</summary>
    public const int MostStates = 256;

    /// <summary>The most symbols a model can have: an observation is a 16-bit code.</summary>
    public const int MostSymbols = 65_536;

    private const int Width = 4;

    // States are filled up to whole vectors with states of probability 0. Rows are sources ("From") or targets ("To") of a transition, or symbols.
    private readonly int _lanes;
    private readonly double[] _start, _from, _to, _emission;
    private readonly double[] _logStart, _logFrom, _logTo, _logEmission;
    private readonly bool _canScale;

    private HiddenMarkovModel(IReadOnlyList<double> start, IReadOnlyList<IReadOnlyList<double>> transition, IReadOnlyList<IReadOnlyList<double>> emission)
    {
        (Start, Transition, Emission) = (start, transition, emission);
        (StateCount, SymbolCount) = (start.Count, emission[0].Count);
        _lanes = (StateCount + Width - 1) / Width * Width;
        _start = Table(1, (_, state) => start[state]);
        _from = Table(StateCount, (source, target) => transition[source][target]);
        _to = Table(StateCount, (target, source) => transition[source][target]);
        _emission = Table(SymbolCount, (symbol, state) => emission[state][symbol]);
        (_logStart, _logFrom, _logTo, _logEmission) = (Logs(_start), Logs(_from), Logs(_to), Logs(_emission));
        _canScale = new[] { _start, _from, _emission }.All(table => table.All(p => p is 0 or >= LeastScaledProbability));
    }

    /// <summary>How many states there are, 1 to <see cref="MostStates"/>.</summary>
    public int StateCount { get; }

    /// <summary>How many symbols there are, 1 to <see cref="MostSymbols"/>.</summary>
    public int SymbolCount { get; }

    /// <summary>The probability 0…1 of each state at the first observation, summing to 1.</summary>
    public IReadOnlyList<double> Start { get; }

    /// <summary>For each state the probabilities 0…1 of each state at the next observation; rows sum to 1.</summary>
    public IReadOnlyList<IReadOnlyList<double>> Transition { get; }

    /// <summary>For each state the probabilities 0…1 of each symbol; rows sum to 1.</summary>
    public IReadOnlyList<IReadOnlyList<double>> Emission { get; }

    /// <summary>Makes a model of given probabilities.</summary>
    /// <param name="start">The probability of each state at the first observation; its length is the number of states.</param>
    /// <param name="transition">For each state the probabilities of the next state.</param>
    /// <param name="emission">For each state the probabilities of each symbol; the length of the first row is the number of symbols.</param>
    /// <exception cref="ArgumentException">A number of rows or entries is wrong, an entry is no probability, or a row does not sum to 1 up to 1e-9; all faults are told.</exception>
    public static HiddenMarkovModel Create(IReadOnlyList<double> start, IReadOnlyList<IReadOnlyList<double>> transition, IReadOnlyList<IReadOnlyList<double>> emission)
    {
        ArgumentNullException.ThrowIfNull(start);
        ArgumentNullException.ThrowIfNull(transition);
        ArgumentNullException.ThrowIfNull(emission);
        List<string> faults = [];
        int states = start.Count, symbols = emission.Count > 0 && emission[0] is { } first ? first.Count : 0;
        if (states is < 1 or > MostStates) faults.Add(MarkovChainRows.Text($"'{nameof(start)}' has {states} entries; a model has 1 to {MostStates} states."));
        if (symbols is < 1 or > MostSymbols) faults.Add(MarkovChainRows.Text($"The first row of '{nameof(emission)}' has {symbols} entries; a model has 1 to {MostSymbols} symbols."));
        MarkovChainRows.Check(start, $"'{nameof(start)}'", states, faults);
        MarkovChainRows.Check(transition, nameof(transition), states, states, faults);
        MarkovChainRows.Check(emission, nameof(emission), states, symbols, faults);
        MarkovChainRows.ThrowIfAny(faults, "The hidden Markov model", nameof(start));
        return new HiddenMarkovModel(Array.AsReadOnly([.. start]), MarkovChainRows.Copy(transition), MarkovChainRows.Copy(emission));
    }

    /// <summary>Draws a model by chance, from which training can start: each probability is in proportion to its pseudo-count times an exponential variate.</summary>
    /// <param name="prior">The numbers of states and symbols and what can be at all: a pseudo-count of 0 gives a probability of 0, and training leaves it there.</param>
    /// <param name="seed">Any number; the same seed gives the same model.</param>
    /// <exception cref="ArgumentException">A row of the prior has nothing but zeros.</exception>
    /// <remarks>With equal pseudo-counts a row is uniform among all distributions.</remarks>
    public static HiddenMarkovModel Random(HiddenMarkovModelPrior prior, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(prior);
        SeededRandom random = new(seed);
        double[] start = Draw(prior.Start, "start");
        double[][] transition = [.. prior.Transition.Select((row, state) => Draw(row, MarkovChainRows.Text($"transition of state {state}")))];
        double[][] emission = [.. prior.Emission.Select((row, state) => Draw(row, MarkovChainRows.Text($"emission of state {state}")))];
        return Create(start, transition, emission);

        double[] Draw(IReadOnlyList<double> pseudoCounts, string row) => MarkovChainRows.Normalize([.. pseudoCounts.Select(count => count * random.NextExponential())])
            ?? throw new ArgumentException($"The pseudo-counts of the {row} are all 0: one must be above 0, or nothing can happen.", nameof(prior));
    }

    /// <summary>Whether all probabilities are equal.</summary>
    /// <param name="other">Another model, or <see langword="null"/>.</param>
    public bool Equals(HiddenMarkovModel? other) =>
        other is not null && Start.SequenceEqual(other.Start) && MarkovChainRows.Equal(Transition, other.Transition) && MarkovChainRows.Equal(Emission, other.Emission);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as HiddenMarkovModel);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        HashCode hash = new();
        foreach (double probability in _from) hash.Add(probability);
        foreach (double probability in _emission) hash.Add(probability);
        return hash.ToHashCode();
    }

    /// <summary>How many values there are for each observation in the workspace: states filled up to whole vectors.</summary>
    internal int Lanes => _lanes;

    private static ReadOnlySpan<Vector256<double>> Vectors(ReadOnlySpan<double> numbers) => MemoryMarshal.Cast<double, Vector256<double>>(numbers);

    private static Span<Vector256<double>> Vectors(Span<double> numbers) => MemoryMarshal.Cast<double, Vector256<double>>(numbers);

    private static double[] Logs(double[] table) => Array.ConvertAll(table, Math.Log);

    private double[] Table(int rows, Func<int, int, double> entry)
    {
        double[] table = new double[rows * _lanes];
        for (int row = 0; row < rows; row++)
            for (int state = 0; state < StateCount; state++) table[row * _lanes + state] = entry(row, state);
        return table;
    }

    private void CheckSymbols(ReadOnlySpan<ushort> observations)
    {
        ushort largest = 0;
        foreach (ushort symbol in observations) largest = Math.Max(largest, symbol);
        if (largest >= SymbolCount)
            throw new ArgumentOutOfRangeException(nameof(observations), largest, $"The model has {SymbolCount} symbols, numbered from 0 to {SymbolCount - 1}.");
    }
}
