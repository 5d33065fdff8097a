namespace CustomerJourney.Statistics.Models;

/// <summary>A fitted model that gives each of several classes a probability, from the features of a case. Immutable: safe for use by several threads at once.</summary>
public abstract class ClassificationModel
{
    private protected ClassificationModel(int classes, int featureCount)
    {
        Classes = classes;
        FeatureCount = featureCount;
    }

    /// <summary>How many classes there are, at least 2; they are numbered from 0.</summary>
    public int Classes { get; }

    /// <summary>How many features a case has, positive.</summary>
    public int FeatureCount { get; }

    /// <summary>The probability of each class, 0…1 and summing to 1.</summary>
    /// <param name="features">The features of one case, in the order of the fit.</param>
    /// <exception cref="ArgumentException">There are not <see cref="FeatureCount"/> features, or they are so large that no class can be compared with another.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A feature is not finite, or one that the model cannot take.</exception>
    public double[] Probabilities(ReadOnlySpan<double> features)
    {
        double[] probabilities = new double[Classes];
        Probabilities(features, probabilities);
        return probabilities;
    }

    /// <summary>Writes the probability of each class, 0…1 and summing to 1.</summary>
    /// <inheritdoc cref="Probabilities(ReadOnlySpan{double})"/>
    /// <param name="features">The features of one case, in the order of the fit.</param>
    /// <param name="probabilities">Where to write, <see cref="Classes"/> long.</param>
    public void Probabilities(ReadOnlySpan<double> features, Span<double> probabilities)
    {
        LogProbabilities(features, probabilities);
        double sum = 0;
        for (int i = 0; i < probabilities.Length; i++) sum += probabilities[i] = Math.Exp(probabilities[i]);
        for (int i = 0; i < probabilities.Length; i++) probabilities[i] /= sum;
    }

    /// <summary>Writes the natural logarithm of the probability of each class, at most 0; finite where the probability itself is too small for a double.</summary>
    /// <inheritdoc cref="Probabilities(ReadOnlySpan{double})"/>
    /// <param name="features">The features of one case, in the order of the fit.</param>
    /// <param name="logProbabilities">Where to write, <see cref="Classes"/> long.</param>
    public void LogProbabilities(ReadOnlySpan<double> features, Span<double> logProbabilities)
    {
        if (features.Length != FeatureCount)
            throw new ArgumentException($"The case has {features.Length} features and the model {FeatureCount}: give the features of the fit, in its order.", nameof(features));
        if (logProbabilities.Length != Classes)
            throw new ArgumentException($"There is room for {logProbabilities.Length} classes and the model has {Classes}.", nameof(logProbabilities));
        foreach (double feature in features) CheckFeature(feature, nameof(features));
        Score(features, logProbabilities);
        double highest = double.NegativeInfinity;
        foreach (double score in logProbabilities) highest = double.IsNaN(score) ? score : Math.Max(highest, score);
        if (!double.IsFinite(highest)) throw new ArgumentException("The features are too large to compare classes: check their unit.", nameof(features));
        double sum = 0;
        foreach (double score in logProbabilities) sum += Math.Exp(score - highest);
        double shift = highest + Math.Log(sum);
        for (int i = 0; i < logProbabilities.Length; i++) logProbabilities[i] = Math.Min(0, logProbabilities[i] - shift);
    }

    /// <summary>The most probable class, of equally probable ones the lowest.</summary>
    /// <inheritdoc cref="Probabilities(ReadOnlySpan{double})"/>
    public int MostLikely(ReadOnlySpan<double> features)
    {
        double[] scores = new double[Classes];
        LogProbabilities(features, scores);
        return Array.IndexOf(scores, scores.Max());
    }

    /// <summary>Writes the logarithm of something proportional to the probabilities.</summary>
    private protected abstract void Score(ReadOnlySpan<double> features, Span<double> scores);

    private protected virtual void CheckFeature(double feature, string name) => Domain.CheckFinite(feature, name);
}
