namespace CustomerJourney.Classification.Learning;

/// <summary>How training went from one start.</summary>
public sealed record HiddenStageStart
{
    internal HiddenStageStart()
    {
    }

    /// <summary>The number of the start, from 0: that of the model given.</summary>
    public required int Number { get; init; }

    /// <summary>Whether the last iteration added no more than the tolerance.</summary>
    public required bool Converged { get; init; }

    /// <summary>How many iterations were made, at least 1.</summary>
    public required int Iterations { get; init; }

    /// <summary>The objective reached: the log-likelihood, with a prior plus the logarithm of its density but for a constant.</summary>
    public required double Objective { get; init; }
}
