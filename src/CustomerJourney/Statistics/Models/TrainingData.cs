namespace CustomerJourney.Statistics.Models;

/// <summary>Checked examples of a fit: features case by case, the class of each case, and how many cases there are of each class.</summary>
internal readonly ref struct TrainingData
{
    public TrainingData(ReadOnlySpan<double> features, int featureCount, ReadOnlySpan<int> labels, int classes)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(featureCount);
        if (classes < 2) throw new ArgumentOutOfRangeException(nameof(classes), classes, "There must be at least two classes: nothing can be learned from one.");
        if (features.Length != (long)labels.Length * featureCount)
            throw new ArgumentException($"There are {features.Length} values for {labels.Length} cases of {featureCount} features: give {featureCount} for each case.", nameof(features));
        for (int i = 0; i < features.Length; i++)
        {
            if (!double.IsFinite(features[i]))
                throw new ArgumentOutOfRangeException(nameof(features), features[i], $"Feature {i % featureCount} of case {i / featureCount} must be a finite number.");
        }

        Features = features;
        FeatureCount = featureCount;
        Labels = labels;
        Cases = new int[classes];
        foreach (int label in labels)
        {
            if (label < 0 || label >= classes) throw new ArgumentOutOfRangeException(nameof(labels), label, $"Classes are numbered from 0 to {classes - 1}.");
            Cases[label]++;
        }

        int[] cases = Cases;
        int[] missing = [.. Enumerable.Range(0, classes).Where(i => cases[i] == 0)];
        if (missing.Length > 0)
            throw new ArgumentException($"There is no example of class {string.Join(", ", missing)}: give examples of every class, or number only the classes that occur.", nameof(labels));
    }

    public ReadOnlySpan<double> Features { get; }

    public int FeatureCount { get; }

    public ReadOnlySpan<int> Labels { get; }

    /// <summary>How many cases there are of each class, all positive.</summary>
    public int[] Cases { get; }

    public ReadOnlySpan<double> Case(int index) => Features.Slice(index * FeatureCount, FeatureCount);

    /// <summary>The logarithm of each class's share of cases.</summary>
    public double[] LogShares()
    {
        int n = Labels.Length;
        return [.. Cases.Select(cases => Math.Log((double)cases / n))];
    }
}
