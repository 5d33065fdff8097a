namespace CustomerJourney.Statistics.Models;

/// <summary>When training of a hidden Markov model ends, and what is believed beforehand.</summary>
public sealed record HiddenMarkovModelTrainingOptions
{
    /// <summary>The most iterations, at least 1.</summary>
    public int MaxIterations
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            field = value;
        }
    } = 200;

    /// <summary>Training has converged when an iteration adds no more than this to the objective (natural logarithms); not negative.</summary>
    public double Tolerance
    {
        get;
        init
        {
            Domain.CheckFinite(value);
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            field = value;
        }
    } = 1e-4;

    /// <summary>Pseudo-counts, or <see langword="null"/> for maximum likelihood.</summary>
    public HiddenMarkovModelPrior? Prior { get; init; }
}
