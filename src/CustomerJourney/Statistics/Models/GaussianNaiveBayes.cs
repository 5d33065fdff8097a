namespace CustomerJourney.Statistics.Models;

/// <summary>Naive Bayes on measurements: in each class every feature is normal with its own mean and variance, independently of the others.</summary>
/// <remarks>T. Hastie, R. Tibshirani and J. Friedman, The Elements of Statistical Learning (2009), section 6.6.3. Variances are by maximum likelihood (divisor n).</remarks>
public sealed class GaussianNaiveBayes : ClassificationModel
{
    // A feature that does not vary within a class would otherwise rule the class out at the slightest difference.
    private const double VarianceShare = 1e-9;

    private readonly double[] _priors;
    private readonly double[][] _means;
    private readonly double[][] _deviations;
    private readonly double[] _constants;

    private GaussianNaiveBayes(double[] priors, double[][] means, double[][] variances)
        : base(priors.Length, means[0].Length)
    {
        _priors = priors;
        _means = means;
        _deviations = [.. variances.Select(row => row.Select(Math.Sqrt).ToArray())];
        _constants = [.. variances.Select(row => row.Sum(variance => -0.5 * (Math.Log(2 * Math.PI) + Math.Log(variance))))];
        ClassLogPriors = Array.AsReadOnly(priors);
        Means = ReadOnlyRows.Of(means);
        Variances = ReadOnlyRows.Of(variances);
    }

    /// <summary>The natural logarithm of each class's share of the examples.</summary>
    public IReadOnlyList<double> ClassLogPriors { get; }

    /// <summary>For each class the mean of each feature.</summary>
    public IReadOnlyList<IReadOnlyList<double>> Means { get; }

    /// <summary>For each class the variance of each feature (divisor n) plus one billionth of the largest variance that any feature has over all cases; above 0.</summary>
    public IReadOnlyList<IReadOnlyList<double>> Variances { get; }

    /// <summary>Learns from examples.</summary>
    /// <param name="features">The values of all features, case by case, finite.</param>
    /// <param name="featureCount">How many features a case has, positive.</param>
    /// <param name="labels">The class of each case, from 0.</param>
    /// <param name="classes">How many classes there are, at least 2; each needs an example.</param>
    /// <exception cref="ArgumentException">There are not <paramref name="featureCount"/> values for each case, a class has no example, or no feature varies.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A value is not finite or too large to be squared, a class does not exist, or another argument is outside its range.</exception>
    public static GaussianNaiveBayes Fit(ReadOnlySpan<double> features, int featureCount, ReadOnlySpan<int> labels, int classes)
    {
        TrainingData data = new(features, featureCount, labels, classes);
        (double[] _, double[] overall) = Moments(data, null, nameof(features));
        double floor = VarianceShare * overall.Max();
        if (floor == 0) throw new ArgumentException("No feature varies: nothing can be learned from features that are the same for every case.", nameof(features));
        double[][] means = new double[classes][], variances = new double[classes][];
        for (int c = 0; c < classes; c++)
        {
            (means[c], variances[c]) = Moments(data, c, nameof(features));
            for (int j = 0; j < featureCount; j++) variances[c][j] += floor;
        }

        return new GaussianNaiveBayes(data.LogShares(), means, variances);
    }

    /// <summary>Makes a model again from its parameters.</summary>
    /// <param name="classLogPriors"><see cref="ClassLogPriors"/>: finite, at most 0, of probabilities summing to 1.</param>
    /// <param name="means"><see cref="Means"/>: finite.</param>
    /// <param name="variances"><see cref="Variances"/>: finite and above 0.</param>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The parameters make no model; the message tells all faults.</exception>
    public static GaussianNaiveBayes FromParameters(IReadOnlyList<double> classLogPriors, IReadOnlyList<IReadOnlyList<double>> means, IReadOnlyList<IReadOnlyList<double>> variances)
    {
        ParameterFaults faults = Check(classLogPriors, means, variances, out double[] priors, out double[][] meanRows, out double[][] varianceRows);
        faults.ThrowIfAny(nameof(variances));
        return new GaussianNaiveBayes(priors, meanRows, varianceRows);
    }

    /// <summary>Everything that is wrong with parameters; empty when <see cref="FromParameters"/> takes them.</summary>
    /// <inheritdoc cref="FromParameters"/>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    public static IReadOnlyList<string> FaultsOf(IReadOnlyList<double> classLogPriors, IReadOnlyList<IReadOnlyList<double>> means, IReadOnlyList<IReadOnlyList<double>> variances) =>
        Check(classLogPriors, means, variances, out _, out _, out _).All;

    private protected override void Score(ReadOnlySpan<double> features, Span<double> scores)
    {
        for (int c = 0; c < scores.Length; c++)
        {
            double squares = 0;
            for (int j = 0; j < features.Length; j++)
            {
                double distance = (features[j] - _means[c][j]) / _deviations[c][j];
                squares += distance * distance;
            }

            scores[c] = _priors[c] + _constants[c] - squares / 2;
        }
    }

    private static ParameterFaults Check(
        IReadOnlyList<double> classLogPriors,
        IReadOnlyList<IReadOnlyList<double>> means,
        IReadOnlyList<IReadOnlyList<double>> variances,
        out double[] priors,
        out double[][] meanRows,
        out double[][] varianceRows)
    {
        ArgumentNullException.ThrowIfNull(classLogPriors);
        ArgumentNullException.ThrowIfNull(means);
        ArgumentNullException.ThrowIfNull(variances);
        ParameterFaults faults = new();
        priors = faults.Vector(classLogPriors, "Class log prior", value => double.IsFinite(value) && value <= 0, "a finite logarithm of a probability, at most 0");
        meanRows = faults.Matrix(means, priors.Length, "Mean", double.IsFinite, "a finite number");
        varianceRows = faults.Matrix(variances, priors.Length, "Variance", value => double.IsFinite(value) && value > 0, "a finite number above 0");
        faults.SameWidth(meanRows, varianceRows, "Variance");
        faults.SumToOne(priors, "Class log prior");
        return faults;
    }

    // Means and variances of one class, or of all cases; in two passes, so that values far from 0 keep their variance.
    private static (double[] Means, double[] Variances) Moments(TrainingData data, int? label, string name)
    {
        double[] means = new double[data.FeatureCount], variances = new double[data.FeatureCount];
        int n = label is { } one ? data.Cases[one] : data.Labels.Length;
        for (int j = 0; j < data.FeatureCount; j++)
        {
            ExactSum sum = new(), squares = new();
            for (int i = 0; i < data.Labels.Length; i++)
                if (label is null || data.Labels[i] == label) sum.Add(data.Case(i)[j]);
            double mean = sum.ToDouble() / n;
            for (int i = 0; i < data.Labels.Length; i++)
            {
                if (label is not null && data.Labels[i] != label) continue;
                double distance = data.Case(i)[j] - mean, square = distance * distance;
                if (!double.IsFinite(square)) throw new ArgumentOutOfRangeException(name, data.Case(i)[j], $"Feature {j} of case {i} is too large to be squared: check its unit.");
                squares.Add(square);
            }

            means[j] = mean;
            variances[j] = squares.ToDouble() / n;
        }

        return (means, variances);
    }
}
