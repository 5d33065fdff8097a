namespace CustomerJourney.Statistics.Models;

/// <summary>The stationary distribution of a Markov chain and what follows from it; made by <see cref="MarkovChain.Stationary"/>.</summary>
public sealed class MarkovChainStationary
{
    internal MarkovChainStationary()
    {
    }

    /// <summary>The share of time in each state in the long run, 0…1, summing to 1; transient states have 0.</summary>
    public required IReadOnlyList<double> Distribution { get; init; }

    /// <summary>
    /// How uncertain the next state is when the present one is known, in bits a step: −Σ π(i) p(i,j) log₂ p(i,j), from 0 to the logarithm of the number of states.
    /// </summary>
    /// <remarks>T. M. Cover &amp; J. A. Thomas, Elements of Information Theory (2006), theorem 4.2.4.</remarks>
    public required double EntropyRate { get; init; }

    /// <summary>The period: returns to a recurrent state take multiples of so many steps; at least 1.</summary>
    public required int Period { get; init; }

    /// <summary>Whether the probabilities after many steps come to be <see cref="Distribution"/> from any start; a periodic chain has no such limit.</summary>
    public bool IsLimit => Period == 1;
}
