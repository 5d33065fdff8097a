namespace CustomerJourney.Statistics.Models;

/// <summary>Where the customers of a Markov chain end and after how many steps; made by <see cref="MarkovChain.Absorption"/>.</summary>
public sealed class MarkovChainAbsorption
{
    internal MarkovChainAbsorption()
    {
    }

    /// <summary>The states that are not absorbing, ascending: the rows of all figures. Empty where every state is absorbing.</summary>
    public required IReadOnlyList<int> Transient { get; init; }

    /// <summary>The absorbing states, ascending: the columns of <see cref="Probabilities"/>. May be empty.</summary>
    public required IReadOnlyList<int> Absorbing { get; init; }

    /// <summary>The states, ascending, from which no absorbing state is ever reached. Where there are any, the figures do not exist and are <see langword="null"/>.</summary>
    public required IReadOnlyList<int> NotReaching { get; init; }

    /// <summary>The fundamental matrix: how often, on average, one who starts in the state of a row is in the state of a column, the start included; not negative.</summary>
    public IReadOnlyList<IReadOnlyList<double>>? Fundamental { get; init; }

    /// <summary>The probability 0…1 that one who starts in the state of a row ends in the absorbing state of a column; rows sum to 1.</summary>
    public IReadOnlyList<IReadOnlyList<double>>? Probabilities { get; init; }

    /// <summary>The mean number of steps until absorption from each state of <see cref="Transient"/>, at least 1.</summary>
    public IReadOnlyList<double>? ExpectedSteps { get; init; }

    /// <summary>The variance of the number of steps until absorption from each state of <see cref="Transient"/>, at least 0.</summary>
    public IReadOnlyList<double>? StepsVariance { get; init; }
}
