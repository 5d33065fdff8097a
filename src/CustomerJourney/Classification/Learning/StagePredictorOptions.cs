namespace CustomerJourney.Classification.Learning;

/// <summary>How <see cref="StagePredictor.Train"/> learns.</summary>
public sealed record StagePredictorOptions
{
    /// <summary>The defaults.</summary>
    public static StagePredictorOptions Default { get; } = new();

    /// <summary>The model; softmax regression unless set.</summary>
    public StagePredictorKind Kind { get; init; } = StagePredictorKind.Softmax;

    /// <summary>Softmax: C, the inverse strength of the penalty on the coefficients of features brought to standard deviation 1; finite and above 0, 1 unless set. The smaller, the closer to 0 they are drawn.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is not finite or not above 0.</exception>
    public double InverseStrength { get; init => field = Positive(value); } = 1;

    /// <summary>Softmax: the most Newton steps, at least 1; 100 unless set.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is below 1.</exception>
    public int MaximumIterations
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            field = value;
        }
    } = 100;

    /// <summary>Naive Bayes: what is added to every count, finite and above 0, so that an event never seen in a stage does not rule it out; 1 unless set (Laplace's rule).</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is not finite or not above 0.</exception>
    public double Smoothing { get; init => field = Positive(value); } = 1;

    private static double Positive(double value)
    {
        if (!(value > 0 && double.IsFinite(value))) throw new ArgumentOutOfRangeException(nameof(value), value, "Give a finite number above 0, for example 1.");
        return value;
    }
}
