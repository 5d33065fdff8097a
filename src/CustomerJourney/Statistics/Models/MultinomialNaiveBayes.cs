namespace CustomerJourney.Statistics.Models;

/// <summary>Naive Bayes on counts: each class draws features with its own probabilities, independently of each other.</summary>
/// <remarks>A. McCallum and K. Nigam, AAAI workshop on learning for text categorization (1998); smoothing as in C. D. Manning, P. Raghavan and H. Schütze, Introduction to Information Retrieval (2008), chapter 13.</remarks>
public sealed class MultinomialNaiveBayes : ClassificationModel
{
    private readonly double[] _priors;
    private readonly double[][] _features;

    private MultinomialNaiveBayes(double[] priors, double[][] features)
        : base(priors.Length, features[0].Length)
    {
        _priors = priors;
        _features = features;
        ClassLogPriors = Array.AsReadOnly(priors);
        FeatureLogProbabilities = ReadOnlyRows.Of(features);
    }

    /// <summary>The natural logarithm of each class's share of the examples.</summary>
    public IReadOnlyList<double> ClassLogPriors { get; }

    /// <summary>For each class the natural logarithm of each feature's smoothed share of that class's counts.</summary>
    public IReadOnlyList<IReadOnlyList<double>> FeatureLogProbabilities { get; }

    /// <summary>Learns from examples.</summary>
    /// <param name="features">The counts of all features, case by case; not negative, need not be whole.</param>
    /// <param name="featureCount">How many features a case has, positive.</param>
    /// <param name="labels">The class of each case, from 0.</param>
    /// <param name="classes">How many classes there are, at least 2; each needs an example.</param>
    /// <param name="alpha">What is added to every count, above 0, so that a feature never seen in a class does not rule it out: 1 is Laplace's rule.</param>
    /// <exception cref="ArgumentException">There are not <paramref name="featureCount"/> values for each case, or a class has no example.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A value is negative or not finite, a class does not exist, or another argument is outside its range.</exception>
    public static MultinomialNaiveBayes Fit(ReadOnlySpan<double> features, int featureCount, ReadOnlySpan<int> labels, int classes, double alpha = 1)
    {
        if (!(alpha > 0 && double.IsFinite(alpha))) throw new ArgumentOutOfRangeException(nameof(alpha), alpha, "Give a finite number above 0, for example 1.");
        TrainingData data = new(features, featureCount, labels, classes);
        ExactSum[][] sums = new ExactSum[classes][];
        for (int c = 0; c < classes; c++) sums[c] = [.. Enumerable.Range(0, featureCount).Select(_ => new ExactSum())];
        for (int i = 0; i < labels.Length; i++)
        {
            ReadOnlySpan<double> row = data.Case(i);
            for (int j = 0; j < row.Length; j++)
            {
                if (row[j] < 0) throw new ArgumentOutOfRangeException(nameof(features), row[j], $"Feature {j} of case {i} is negative: this model takes counts.");
                if (row[j] > 0) sums[labels[i]][j].Add(row[j]);
            }
        }

        return new MultinomialNaiveBayes(data.LogShares(), [.. sums.Select(row => LogShares(row, alpha, nameof(features)))]);
    }

    /// <summary>Makes a model again from its parameters.</summary>
    /// <param name="classLogPriors"><see cref="ClassLogPriors"/>: finite, at most 0, of probabilities summing to 1.</param>
    /// <param name="featureLogProbabilities"><see cref="FeatureLogProbabilities"/>: finite, at most 0, those of a class of probabilities summing to 1.</param>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The parameters make no model; the message tells all faults.</exception>
    public static MultinomialNaiveBayes FromParameters(IReadOnlyList<double> classLogPriors, IReadOnlyList<IReadOnlyList<double>> featureLogProbabilities)
    {
        ParameterFaults faults = Check(classLogPriors, featureLogProbabilities, out double[] priors, out double[][] features);
        faults.ThrowIfAny(nameof(featureLogProbabilities));
        return new MultinomialNaiveBayes(priors, features);
    }

    /// <summary>Everything that is wrong with parameters; empty when <see cref="FromParameters"/> takes them.</summary>
    /// <inheritdoc cref="FromParameters"/>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    public static IReadOnlyList<string> FaultsOf(IReadOnlyList<double> classLogPriors, IReadOnlyList<IReadOnlyList<double>> featureLogProbabilities) =>
        Check(classLogPriors, featureLogProbabilities, out _, out _).All;

    private protected override void Score(ReadOnlySpan<double> features, Span<double> scores)
    {
        for (int c = 0; c < scores.Length; c++)
        {
            double sum = _priors[c];
            for (int j = 0; j < features.Length; j++) sum += features[j] * _features[c][j];
            scores[c] = sum;
        }
    }

    private protected override void CheckFeature(double feature, string name)
    {
        base.CheckFeature(feature, name);
        ArgumentOutOfRangeException.ThrowIfNegative(feature, name);
    }

    private static ParameterFaults Check(IReadOnlyList<double> classLogPriors, IReadOnlyList<IReadOnlyList<double>> featureLogProbabilities, out double[] priors, out double[][] features)
    {
        ArgumentNullException.ThrowIfNull(classLogPriors);
        ArgumentNullException.ThrowIfNull(featureLogProbabilities);
        const string Rule = "a finite logarithm of a probability, at most 0";
        ParameterFaults faults = new();
        priors = faults.Vector(classLogPriors, "Class log prior", IsLogProbability, Rule);
        features = faults.Matrix(featureLogProbabilities, priors.Length, "Feature log probability", IsLogProbability, Rule);
        faults.SumToOne(priors, "Class log prior");
        for (int c = 0; c < features.Length; c++) faults.SumToOne(features[c], $"Feature log probability, class {c}");
        return faults;
    }

    private static bool IsLogProbability(double value) => double.IsFinite(value) && value <= 0;

    private static double[] LogShares(ExactSum[] sums, double alpha, string name)
    {
        double[] counts = [.. sums.Select(sum => sum.ToDouble() + alpha)];
        double total = counts.Sum();
        if (!double.IsFinite(total)) throw new ArgumentOutOfRangeException(name, total, "The counts of a class are too large to add up: check their unit.");
        return [.. counts.Select(count => Math.Log(count) - Math.Log(total))];
    }
}
