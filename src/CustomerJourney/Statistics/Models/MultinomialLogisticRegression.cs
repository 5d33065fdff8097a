namespace CustomerJourney.Statistics.Models;

/// <summary>Multinomial logistic (softmax) regression: the logarithm of the odds of two classes is linear in the features.</summary>
/// <remarks>D. McFadden (1974); A. Agresti, Categorical Data Analysis (2013), chapter 8.</remarks>
public sealed class MultinomialLogisticRegression : ClassificationModel
{
    private readonly double[] _intercepts;
    private readonly double[][] _coefficients;

    internal MultinomialLogisticRegression(double[] intercepts, double[][] coefficients)
        : base(intercepts.Length, coefficients[0].Length)
    {
        _intercepts = intercepts;
        _coefficients = coefficients;
        Intercepts = Array.AsReadOnly(intercepts);
        Coefficients = ReadOnlyRows.Of(coefficients);
    }

    /// <summary>The intercept of each class: 0 for the reference class 0 of a maximum likelihood fit; those of a penalized fit sum to 0.</summary>
    public IReadOnlyList<double> Intercepts { get; }

    /// <summary>For each class the coefficient of each feature: 0 for the reference class 0 of a maximum likelihood fit; those of a penalized fit sum to 0 over classes.</summary>
    public IReadOnlyList<IReadOnlyList<double>> Coefficients { get; }

    /// <summary>Fits by maximum likelihood with class 0 as reference. Separated classes have no such fit: that is detected and told in the result.</summary>
    /// <param name="features">The values of all features, case by case, finite. An intercept is added.</param>
    /// <param name="featureCount">How many features a case has, positive.</param>
    /// <param name="labels">The class of each case, from 0.</param>
    /// <param name="classes">How many classes there are, at least 2; each needs an example.</param>
    /// <param name="options">When to stop; <see langword="null"/> for the default.</param>
    /// <exception cref="ArgumentException">There are not <paramref name="featureCount"/> values for each case, a class has no example, or a feature is constant or a linear combination of those before it.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A value is not finite, a class does not exist, or another argument is outside its range.</exception>
    public static LogisticRegressionFit FitMaximumLikelihood(
        ReadOnlySpan<double> features, int featureCount, ReadOnlySpan<int> labels, int classes, LogisticRegressionOptions? options = null)
    {
        StandardizedFeatures standardized = StandardizedFeatures.Of(new TrainingData(features, featureCount, labels, classes), nameof(features));
        standardized.CheckIndependent(nameof(features));
        return new SoftmaxFitter(standardized, labels.ToArray(), classes, null, options ?? LogisticRegressionOptions.Default).Fit();
    }

    /// <summary>Fits with an L2 penalty: minimizes C·(−log-likelihood) + ½·Σ w² over the coefficients of all classes, intercepts left free. Always has one solution.</summary>
    /// <inheritdoc cref="FitMaximumLikelihood"/>
    /// <param name="features">The values of all features, case by case, finite. An intercept is added. The penalty depends on their units: bring them to similar scales first.</param>
    /// <param name="featureCount">How many features a case has, positive.</param>
    /// <param name="labels">The class of each case, from 0.</param>
    /// <param name="classes">How many classes there are, at least 2; each needs an example.</param>
    /// <param name="inverseStrength">C, finite and above 0: the smaller, the closer coefficients are drawn to 0.</param>
    /// <param name="options">When to stop; <see langword="null"/> for the default.</param>
    /// <exception cref="ArgumentException">There are not <paramref name="featureCount"/> values for each case, or a class has no example.</exception>
    /// <remarks>With two classes the penalty still covers the coefficients of both, unlike in binary logistic regression; it equals the binary one at 2C.</remarks>
    public static LogisticRegressionFit FitPenalized(
        ReadOnlySpan<double> features, int featureCount, ReadOnlySpan<int> labels, int classes, double inverseStrength = 1, LogisticRegressionOptions? options = null)
    {
        if (!(inverseStrength > 0 && double.IsFinite(inverseStrength)))
            throw new ArgumentOutOfRangeException(nameof(inverseStrength), inverseStrength, "Give a finite number above 0, for example 1.");
        StandardizedFeatures standardized = StandardizedFeatures.Of(new TrainingData(features, featureCount, labels, classes), nameof(features));
        return new SoftmaxFitter(standardized, labels.ToArray(), classes, inverseStrength, options ?? LogisticRegressionOptions.Default).Fit();
    }

    /// <summary>Makes a model again from its parameters.</summary>
    /// <param name="intercepts"><see cref="Intercepts"/>: finite.</param>
    /// <param name="coefficients"><see cref="Coefficients"/>: finite.</param>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The parameters make no model; the message tells all faults.</exception>
    public static MultinomialLogisticRegression FromParameters(IReadOnlyList<double> intercepts, IReadOnlyList<IReadOnlyList<double>> coefficients)
    {
        ParameterFaults faults = Check(intercepts, coefficients, out double[] first, out double[][] rows);
        faults.ThrowIfAny(nameof(coefficients));
        return new MultinomialLogisticRegression(first, rows);
    }

    /// <summary>Everything that is wrong with parameters; empty when <see cref="FromParameters"/> takes them.</summary>
    /// <inheritdoc cref="FromParameters"/>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    public static IReadOnlyList<string> FaultsOf(IReadOnlyList<double> intercepts, IReadOnlyList<IReadOnlyList<double>> coefficients) =>
        Check(intercepts, coefficients, out _, out _).All;

    private protected override void Score(ReadOnlySpan<double> features, Span<double> scores)
    {
        for (int c = 0; c < scores.Length; c++)
        {
            double sum = _intercepts[c];
            for (int j = 0; j < features.Length; j++) sum += features[j] * _coefficients[c][j];
            scores[c] = sum;
        }
    }

    private static ParameterFaults Check(IReadOnlyList<double> intercepts, IReadOnlyList<IReadOnlyList<double>> coefficients, out double[] first, out double[][] rows)
    {
        ArgumentNullException.ThrowIfNull(intercepts);
        ArgumentNullException.ThrowIfNull(coefficients);
        ParameterFaults faults = new();
        first = faults.Vector(intercepts, "Intercept", double.IsFinite, "a finite number");
        rows = faults.Matrix(coefficients, first.Length, "Coefficient", double.IsFinite, "a finite number");
        return faults;
    }
}
