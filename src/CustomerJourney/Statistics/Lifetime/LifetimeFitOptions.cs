namespace CustomerJourney.Statistics.Lifetime;

/// <summary>When the solver of a lifetime model stops.</summary>
public sealed record LifetimeFitOptions
{
    private readonly int _maximumIterations = 200;
    private readonly double _tolerance = 1e-9;

    /// <summary>The settings used where none are given.</summary>
    public static LifetimeFitOptions Default { get; } = new();

    /// <summary>How many steps are taken from each start at most, positive; 200 unless set.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is not positive.</exception>
    public int MaximumIterations
    {
        get => _maximumIterations;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(value);
            _maximumIterations = value;
        }
    }

    /// <summary>The largest slope of the log-likelihood per customer, in the logarithm of any parameter, at which the solver stops; above 0, 1e-9 unless set.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is not above 0 or not finite.</exception>
    public double Tolerance
    {
        get => _tolerance;
        init
        {
            Domain.CheckFinite(value);
            Domain.CheckPositive(value);
            _tolerance = value;
        }
    }
}
