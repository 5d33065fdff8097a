namespace CustomerJourney.Statistics.Lifetime;

/// <summary>One start of the solver and where it led.</summary>
public sealed class LifetimeFitStart
{
    internal LifetimeFitStart()
    {
    }

    /// <summary>The parameters it began with, in the order of the model's properties, in the units of the data.</summary>
    public required IReadOnlyList<double> From { get; init; }

    /// <summary>The log-likelihood where it stopped.</summary>
    public required double LogLikelihood { get; init; }

    /// <summary>How many steps were taken, not negative.</summary>
    public required int Iterations { get; init; }

    /// <summary>The largest slope of the log-likelihood per customer in the logarithm of any parameter that was not at its bound, where the solver stopped.</summary>
    public required double Slope { get; init; }

    /// <summary>Whether the slope came below the tolerance.</summary>
    public required bool Converged { get; init; }
}
