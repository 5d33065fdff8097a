using System.Collections.ObjectModel;

namespace CustomerJourney.Statistics.Models;

public sealed partial class MarkovChain
{
    /// <summary>What becomes of those who start in a state that is not absorbing: where they end, after how many steps.</summary>
    /// <returns>The result; its figures are <see langword="null"/> where a state reaches no absorbing one, and those states are named.</returns>
    /// <remarks>
    /// With Q the probabilities among the other states and R those into absorbing ones: N = (I − Q)⁻¹, B = N R, t = N 1, variance (2N − I) t − t².
    /// Linear systems are solved with pivoting. Kemeny &amp; Snell (1960), chapter III.
    /// </remarks>
    public MarkovChainAbsorption Absorption()
    {
        int[] absorbing = [.. Enumerable.Range(0, StateCount).Where(IsAbsorbing)];
        int[] others = [.. Enumerable.Range(0, StateCount).Where(state => !IsAbsorbing(state))];
        bool[] reaching = Reaching(absorbing);
        int[] caught = [.. others.Where(state => !reaching[state])];
        if (caught.Length > 0) return new MarkovChainAbsorption { Transient = others, Absorbing = absorbing, NotReaching = caught };

        int n = others.Length;
        double[] matrix = new double[n * n];
        for (int i = 0; i < n; i++)
            for (int j = 0; j < n; j++) matrix[i * n + j] = i == j ? LeavingProbability(others[i]) : -At(others[i], others[j]);
        MarkovChainLinearSystem system = new(matrix, n);

        double[] ones = new double[n];
        Array.Fill(ones, 1);
        double[] steps = system.Solve(ones), again = system.Solve(steps);
        return new MarkovChainAbsorption
        {
            Transient = others,
            Absorbing = absorbing,
            NotReaching = [],
            Fundamental = ByRow(n, [.. Enumerable.Range(0, n).Select(column => system.Solve([.. Enumerable.Range(0, n).Select(i => i == column ? 1.0 : 0)]))]),
            Probabilities = ByRow(n, [.. absorbing.Select(end => system.Solve([.. others.Select(state => At(state, end))]))]),
            ExpectedSteps = steps,
            StepsVariance = [.. steps.Zip(again, (t, nt) => Math.Max(0, 2 * nt - t - t * t))],
        };

        static IReadOnlyList<IReadOnlyList<double>> ByRow(int rows, double[][] columns) =>
            Array.AsReadOnly<IReadOnlyList<double>>([.. Enumerable.Range(0, rows).Select(i => Array.AsReadOnly([.. columns.Select(column => column[i])]))]);
    }

    /// <summary>The one distribution that a step does not change: the share of time spent in each state in the long run.</summary>
    /// <returns>
    /// The distribution; <see langword="null"/> where there are several <see cref="RecurrentClasses"/>, since it then depends on the start.
    /// Transient states have 0.
    /// </returns>
    /// <remarks>W. K. Grassmann, M. I. Taksar, D. P. Heyman, "Regenerative analysis and steady state distributions for Markov chains", Operations Research 33 (1985): elimination without a subtraction.</remarks>
    public MarkovChainStationary? Stationary()
    {
        if (RecurrentClasses.Count != 1) return null;
        IReadOnlyList<int> states = RecurrentClasses[0];
        double[] shares = new double[StateCount];
        double[] within = StationaryWithin(states);
        for (int i = 0; i < states.Count; i++) shares[states[i]] = within[i];

        double entropy = 0;
        for (int i = 0; i < StateCount; i++)
            for (int j = 0; j < StateCount; j++)
                if (shares[i] > 0 && At(i, j) is > 0 and < 1 and double p) entropy -= shares[i] * p * Math.Log2(p);
        return new MarkovChainStationary { Distribution = Array.AsReadOnly(shares), EntropyRate = entropy, Period = PeriodOf(states) };
    }

    private double[] StationaryWithin(IReadOnlyList<int> states)
    {
        int n = states.Count;
        double[,] a = new double[n, n];
        for (int i = 0; i < n; i++)
            for (int j = 0; j < n; j++) a[i, j] = At(states[i], states[j]);
        for (int last = n - 1; last > 0; last--)
        {
            double leaving = 0;
            for (int j = 0; j < last; j++) leaving += a[last, j];
            for (int i = 0; i < last; i++)
            {
                a[i, last] /= leaving;
                for (int j = 0; j < last; j++) a[i, j] += a[i, last] * a[last, j];
            }
        }

        double[] shares = new double[n];
        shares[0] = 1;
        for (int j = 1; j < n; j++)
            for (int i = 0; i < j; i++) shares[j] += shares[i] * a[i, j];
        return MarkovChainRows.Normalize(shares)!;
    }

    private ReadOnlyCollection<IReadOnlyList<int>> FindRecurrentClasses()
    {
        bool[][] reached = [.. Enumerable.Range(0, StateCount).Select(state => Array.ConvertAll(Levels(state), level => level >= 0))];
        List<IReadOnlyList<int>> classes = [];
        bool[] taken = new bool[StateCount];
        for (int state = 0; state < StateCount; state++)
        {
            int[] from = [.. Enumerable.Range(0, StateCount).Where(other => reached[state][other])];
            if (taken[state] || !from.All(other => reached[other][state])) continue;
            foreach (int member in from) taken[member] = true;
            classes.Add(Array.AsReadOnly(from));
        }

        return classes.AsReadOnly();
    }

    // The states from which any of the targets is reached, the targets included.
    private bool[] Reaching(int[] targets)
    {
        bool[] reaching = new bool[StateCount];
        Queue<int> queue = new(targets);
        foreach (int target in targets) reaching[target] = true;
        while (queue.TryDequeue(out int to))
        {
            for (int from = 0; from < StateCount; from++)
            {
                if (reaching[from] || At(from, to) == 0) continue;
                reaching[from] = true;
                queue.Enqueue(from);
            }
        }

        return reaching;
    }

    // The least number of steps from a state to each; −1 where there is no way. The state itself has 0.
    private int[] Levels(int start)
    {
        int[] levels = new int[StateCount];
        Array.Fill(levels, -1);
        levels[start] = 0;
        Queue<int> queue = new([start]);
        while (queue.TryDequeue(out int from))
        {
            for (int to = 0; to < StateCount; to++)
            {
                if (levels[to] >= 0 || At(from, to) == 0) continue;
                levels[to] = levels[from] + 1;
                queue.Enqueue(to);
            }
        }

        return levels;
    }

    // The greatest common divisor of the lengths of all ways round: each edge between levels tells one (E. V. Denardo, 1977).
    private int PeriodOf(IReadOnlyList<int> states)
    {
        int[] levels = Levels(states[0]);
        int period = 0;
        foreach (int from in states)
            foreach (int to in states)
                if (At(from, to) > 0) period = GreatestCommonDivisor(period, Math.Abs(levels[from] + 1 - levels[to]));
        return period;

        static int GreatestCommonDivisor(int a, int b) => b == 0 ? a : GreatestCommonDivisor(b, a % b);
    }
}
