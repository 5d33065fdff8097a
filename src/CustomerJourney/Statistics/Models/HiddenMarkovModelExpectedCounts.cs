namespace CustomerJourney.Statistics.Models;

/// <summary>How often a model expects each start, transition and emission in a set of sequences; gives the next model of Baum-Welch training.</summary>
public sealed class HiddenMarkovModelExpectedCounts
{
    internal HiddenMarkovModelExpectedCounts(HiddenMarkovModel model) => Model = model;

    /// <summary>The model by which was judged.</summary>
    public HiddenMarkovModel Model { get; }

    /// <summary>How many sequences were added that the model holds possible; empty ones do not count.</summary>
    public required long Sequences { get; init; }

    /// <summary>How many observations those have.</summary>
    public required long Observations { get; init; }

    /// <summary>How many sequences the model holds impossible; no figure here includes them.</summary>
    public required long ImpossibleSequences { get; init; }

    /// <summary>The sum of the log-likelihoods of the possible sequences under <see cref="Model"/>; 0 where there are none.</summary>
    public required double LogLikelihood { get; init; }

    /// <summary>The expected number of sequences that start in each state.</summary>
    public required IReadOnlyList<double> Start { get; init; }

    /// <summary>For each state the expected number of transitions to each state.</summary>
    public required IReadOnlyList<IReadOnlyList<double>> Transition { get; init; }

    /// <summary>For each state the expected number of each symbol.</summary>
    public required IReadOnlyList<IReadOnlyList<double>> Emission { get; init; }

    /// <summary>
    /// What training maximizes, for <see cref="Model"/>: the log-likelihood, plus Σ pseudo-count · ln probability where there is a prior (the logarithm of the posterior
    /// density but for a constant). What the model holds impossible is left out of the sum, since training leaves it so.
    /// </summary>
    /// <param name="prior">Pseudo-counts for as many states and symbols, or <see langword="null"/>.</param>
    /// <exception cref="ArgumentException"><paramref name="prior"/> has other numbers of states or symbols.</exception>
    public double Objective(HiddenMarkovModelPrior? prior = null)
    {
        if (prior is null) return LogLikelihood;
        prior.CheckFits(Model.StateCount, Model.SymbolCount, nameof(prior));
        ExactSum sum = new();
        sum.Add(LogLikelihood);
        Add(prior.Start, Model.Start);
        for (int state = 0; state < Model.StateCount; state++)
        {
            Add(prior.Transition[state], Model.Transition[state]);
            Add(prior.Emission[state], Model.Emission[state]);
        }

        return sum.ToDouble();

        void Add(IReadOnlyList<double> pseudoCounts, IReadOnlyList<double> probabilities)
        {
            for (int i = 0; i < pseudoCounts.Count; i++)
                if (probabilities[i] > 0) sum.Add(pseudoCounts[i] * Math.Log(probabilities[i]));
        }
    }

    /// <summary>
    /// The maximization step: the model with probabilities in proportion to expected counts and pseudo-counts. Its <see cref="Objective"/> is never below that of
    /// <see cref="Model"/>, but for rounding. What the model holds impossible stays so, and a row of which nothing is expected stays as it was.
    /// </summary>
    /// <param name="prior">Pseudo-counts for as many states and symbols, or <see langword="null"/> for maximum likelihood.</param>
    /// <exception cref="ArgumentException"><paramref name="prior"/> has other numbers of states or symbols.</exception>
    /// <remarks>Baum et al. (1970); with a prior, A. P. Dempster, N. M. Laird, D. B. Rubin, Journal of the Royal Statistical Society B 39 (1977).</remarks>
    public HiddenMarkovModel ToModel(HiddenMarkovModelPrior? prior = null)
    {
        prior?.CheckFits(Model.StateCount, Model.SymbolCount, nameof(prior));
        return HiddenMarkovModel.Create(
            Row(Start, prior?.Start, Model.Start),
            [.. Transition.Select((row, state) => Row(row, prior?.Transition[state], Model.Transition[state]))],
            [.. Emission.Select((row, state) => Row(row, prior?.Emission[state], Model.Emission[state]))]);

        static IReadOnlyList<double> Row(IReadOnlyList<double> counts, IReadOnlyList<double>? pseudoCounts, IReadOnlyList<double> before) =>
            MarkovChainRows.Normalize([.. counts.Select((count, i) => before[i] > 0 ? count + (pseudoCounts?[i] ?? 0) : 0)]) ?? before;
    }
}
