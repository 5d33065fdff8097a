namespace CustomerJourney.Statistics.Models;

/// <summary>A trained hidden Markov model and how training went.</summary>
public sealed class HiddenMarkovModelFit
{
    internal HiddenMarkovModelFit()
    {
    }

    /// <summary>The last model, which has the last objective.</summary>
    public required HiddenMarkovModel Model { get; init; }

    /// <summary>Whether the last iteration added no more than the tolerance. A local maximum is all that this promises: compare several starts.</summary>
    public required bool Converged { get; init; }

    /// <summary>How many iterations were made, at least 1.</summary>
    public int Iterations => Objectives.Count - 1;

    /// <summary>The objective of the first model and after each iteration; never falls but for rounding. See <see cref="HiddenMarkovModelExpectedCounts.Objective"/>.</summary>
    public required IReadOnlyList<double> Objectives { get; init; }

    /// <summary>The log-likelihood of the last model over all possible sequences.</summary>
    public required double LogLikelihood { get; init; }

    /// <summary>How many sequences were learned from.</summary>
    public required long Sequences { get; init; }

    /// <summary>How many observations those have.</summary>
    public required long Observations { get; init; }

    /// <summary>How many sequences the first model held impossible; none is learned from. Above 0, the start or its zeros are too strict.</summary>
    public required long ImpossibleSequences { get; init; }
}
