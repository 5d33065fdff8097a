using CustomerJourney.Statistics;
using CustomerJourney.Statistics.Drivers;

namespace CustomerJourney.Metrics.Drivers;

/// <summary>One driver of an outcome: alone, and beside the others. Means and differences are in the unit of the outcome.</summary>
public sealed record KeyDriver
{
    internal KeyDriver()
    {
    }

    /// <summary>What the driver belongs to: "Touchpoint", "plan".</summary>
    public required string Group { get; init; }

    /// <summary>Its name in its group: "Basket", "pro".</summary>
    public required string Name { get; init; }

    /// <summary>What is measured.</summary>
    public required DriverMeasure Measure { get; init; }

    /// <summary>Whether this is the level of an attribute that the model compares the other levels with; it has no weight of its own.</summary>
    public bool IsReference { get; init; }

    /// <summary>The customers who have it: whose number is not 0.</summary>
    public required long With { get; init; }

    /// <summary>The customers who do not.</summary>
    public required long Without { get; init; }

    /// <summary>The mean outcome of those who have it; <see langword="null"/> without any, or with too few for an interval.</summary>
    public required Estimate? OutcomeWith { get; init; }

    /// <summary>The mean outcome of those who do not.</summary>
    public required Estimate? OutcomeWithout { get; init; }

    /// <summary>How much higher the outcome is with it than without, whatever else differs between the two groups; <see langword="null"/> where a group is empty or nothing varies.</summary>
    public required Estimate? Difference { get; init; }

    /// <summary>
    /// The test of no association, with its p-value alone and corrected for the number of drivers: of no difference for what happened or not and for levels, of no linear correlation for
    /// numbers (by ranks where the correlation is perfect). <see langword="null"/> where the data do not allow one, and for a reference level, which follows from the others.
    /// </summary>
    public TestResult? Test { get; init; }

    /// <summary>The linear correlation with the outcome, Fisher's interval; <see langword="null"/> where the outcome does not vary.</summary>
    public required CorrelationResult? Pearson { get; init; }

    /// <summary>The correlation of ranks with the outcome, the interval of Bonett and Wright; <see langword="null"/> where the outcome does not vary.</summary>
    public required CorrelationResult? Spearman { get; init; }

    /// <summary>Johnson's relative weight: the part of R² that goes with the driver, beside the others; the weights sum to R². <see langword="null"/> where <see cref="WhyNoWeight"/> says why.</summary>
    public double? Weight { get; init; }

    /// <summary><see cref="Weight"/> as a share of R², 0…1.</summary>
    public double? Share { get; init; }

    /// <summary>The percentile bootstrap interval of <see cref="Weight"/>, where replicates were asked for. Weights are never negative, so that it never holds 0 for certain.</summary>
    public Estimate? WeightInterval { get; init; }

    /// <summary>The Shapley value of R² (LMG): what the driver adds to R², averaged over all orders of drivers; they too sum to R². <see langword="null"/> with more than 15 drivers.</summary>
    public double? Shapley { get; init; }

    /// <summary>How much higher the outcome is when the driver is one higher and the others are the same, by least squares with Student's t interval; in the unit of the outcome.</summary>
    public Estimate? Coefficient { get; init; }

    /// <summary>How strongly the other drivers determine this one, at least 1; above 10 weight and coefficient are unstable.</summary>
    public double? VarianceInflation { get; init; }

    /// <summary>Why there is no weight, in a sentence; <see langword="null"/> where there is one.</summary>
    public string? WhyNoWeight { get; init; }

    /// <summary>The driver in a few words.</summary>
    public override string ToString() => Share is { } share
        ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Group} '{Name}': {share:P1} of R²")
        : $"{Group} '{Name}': {WhyNoWeight}";
}
