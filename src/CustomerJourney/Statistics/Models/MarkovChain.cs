namespace CustomerJourney.Statistics.Models;

/// <summary>
/// A Markov chain over a finite number of states, in discrete steps: the probability of the next state depends on the present one alone.
/// Immutable, and safe for use by several threads. States are numbers from 0.
/// </summary>
/// <remarks>J. G. Kemeny &amp; J. L. Snell, Finite Markov Chains (1960); C. M. Grinstead &amp; J. L. Snell, Introduction to Probability (1997), chapter 11.</remarks>
public sealed partial class MarkovChain
{
    private readonly double[] _matrix;

    private MarkovChain(double[] matrix, int states, IReadOnlyList<int> neverLeft)
    {
        (_matrix, StateCount, NeverLeft) = (matrix, states, neverLeft);
        Matrix = MarkovChainRows.Of(matrix, states);
        RecurrentClasses = FindRecurrentClasses();
    }

    /// <summary>How many states there are, at least 1.</summary>
    public int StateCount { get; }

    /// <summary>The probabilities of going from the state of a row to the state of a column in one step, each 0…1, rows summing to 1.</summary>
    public IReadOnlyList<IReadOnlyList<double>> Matrix { get; }

    /// <summary>
    /// The states, ascending, that the counted sequences never leave, so that nothing is known of where they lead (<see cref="MarkovChainCounts.ToChain"/>);
    /// empty for a chain of given probabilities.
    /// </summary>
    public IReadOnlyList<int> NeverLeft { get; }

    /// <summary>
    /// The recurrent classes: sets of states that reach each other and nothing else, so that who enters one stays. Never empty; states ascend within a class and
    /// classes by their first state. A state of no class is transient.
    /// </summary>
    public IReadOnlyList<IReadOnlyList<int>> RecurrentClasses { get; }

    /// <summary>Makes a chain of given probabilities.</summary>
    /// <param name="matrix">A row for each state: the probabilities 0…1 of each next state, summing to 1 up to 1e-9.</param>
    /// <exception cref="ArgumentException">The matrix is empty or not square, an entry is no probability, or a row does not sum to 1; all faults are told.</exception>
    public static MarkovChain Create(IReadOnlyList<IReadOnlyList<double>> matrix)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        List<string> faults = [];
        if (matrix.Count == 0) faults.Add("There are no rows; a chain has at least one state.");
        MarkovChainRows.Check(matrix, nameof(matrix), matrix.Count, matrix.Count, faults);
        MarkovChainRows.ThrowIfAny(faults, "The Markov chain", nameof(matrix));
        return new MarkovChain([.. matrix.SelectMany(row => row)], matrix.Count, []);
    }

    internal static MarkovChain Estimated(double[] matrix, int states, IReadOnlyList<int> neverLeft) => new(matrix, states, neverLeft);

    /// <summary>Whether a state is never left once it was entered: its probability of going anywhere else is 0.</summary>
    /// <param name="state">A state, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such state.</exception>
    public bool IsAbsorbing(int state)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(state);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(state, StateCount);
        return LeavingProbability(state) == 0;
    }

    /// <summary>The chain that takes a number of steps at once: the matrix multiplied with itself so many times; for 0 steps every state stays.</summary>
    /// <param name="steps">How many steps, not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="steps"/> is negative.</exception>
    public MarkovChain AfterSteps(int steps)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(steps);
        double[] result = new double[_matrix.Length], power = _matrix;
        for (int i = 0; i < StateCount; i++) result[i * StateCount + i] = 1;
        for (int rest = steps; rest > 0; rest >>= 1)
        {
            if ((rest & 1) == 1) result = Multiply(result, power);
            if (rest > 1) power = Multiply(power, power);
        }

        return new MarkovChain(result, StateCount, NeverLeft);
    }

    /// <summary>The probability of each state after a number of steps, for a start that is itself uncertain.</summary>
    /// <param name="start">The probability of each state before the first step, summing to 1.</param>
    /// <param name="steps">How many steps, not negative.</param>
    /// <exception cref="ArgumentException"><paramref name="start"/> has not one probability for each state, or does not sum to 1.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="steps"/> is negative.</exception>
    public IReadOnlyList<double> DistributionAfter(IReadOnlyList<double> start, int steps)
    {
        ArgumentNullException.ThrowIfNull(start);
        ArgumentOutOfRangeException.ThrowIfNegative(steps);
        List<string> faults = [];
        MarkovChainRows.Check(start, $"'{nameof(start)}'", StateCount, faults);
        MarkovChainRows.ThrowIfAny(faults, "The distribution", nameof(start));
        double[] row = [.. start], next = new double[StateCount];
        for (int step = 0; step < steps; step++)
        {
            Array.Clear(next);
            for (int i = 0; i < StateCount; i++)
                for (int j = 0; j < StateCount; j++) next[j] += row[i] * At(i, j);
            (row, next) = (next, row);
        }

        return Array.AsReadOnly(row);
    }

    private double At(int from, int to) => _matrix[from * StateCount + to];

    // What leaves a state, from the other entries: 1 − p(stay) would lose digits where nearly all stay.
    private double LeavingProbability(int state)
    {
        double sum = 0;
        for (int j = 0; j < StateCount; j++)
            if (j != state) sum += At(state, j);
        return sum;
    }

    private double[] Multiply(double[] left, double[] right)
    {
        double[] product = new double[left.Length];
        for (int i = 0; i < StateCount; i++)
            for (int k = 0; k < StateCount; k++)
            {
                double factor = left[i * StateCount + k];
                if (factor == 0) continue;
                for (int j = 0; j < StateCount; j++) product[i * StateCount + j] += factor * right[k * StateCount + j];
            }

        return product;
    }
}
