namespace CustomerJourney.Statistics.Models;

/// <summary>When the solver of a logistic regression stops.</summary>
public sealed record LogisticRegressionOptions
{
    private readonly int _maximumIterations = 100;
    private readonly double _tolerance = 1e-10;

    /// <summary>The settings used where none are given.</summary>
    public static LogisticRegressionOptions Default { get; } = new();

    /// <summary>How many Newton steps are taken at most, positive; 100 unless set.</summary>
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

    /// <summary>The largest slope of the objective per case, in any standardized coefficient, at which the solver stops; above 0, 1e-10 unless set.</summary>
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
