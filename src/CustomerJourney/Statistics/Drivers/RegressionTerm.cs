namespace CustomerJourney.Statistics.Drivers;

/// <summary>One term of a linear regression: the intercept or a driver.</summary>
public sealed record RegressionTerm
{
    internal RegressionTerm()
    {
    }

    /// <summary>The name of the driver; "(Intercept)" for the first term.</summary>
    public required string Name { get; init; }

    /// <summary>The coefficient with Student's t interval: how much higher the outcome is when the driver is one higher and the others are the same.</summary>
    public required Estimate Estimate { get; init; }

    /// <summary>The standard error of the coefficient, at least 0.</summary>
    public required double StandardError { get; init; }

    /// <summary>The coefficient in standard deviations of outcome and driver; <see langword="null"/> for the intercept.</summary>
    public double? StandardizedCoefficient { get; init; }

    /// <summary>The two-sided t test of a coefficient of 0; <see langword="null"/> where the fit is perfect, so that there is no error to compare with.</summary>
    public TestResult? Test { get; init; }
}
