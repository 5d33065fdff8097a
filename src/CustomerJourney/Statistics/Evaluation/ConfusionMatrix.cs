namespace CustomerJourney.Statistics.Evaluation;

/// <summary>
/// What was predicted of what: whole counts of cases by their actual class (rows) and the predicted one (columns), and the scores that follow from them.
/// Classes are numbered from 0. Matrices of parts merge to that of the whole, exactly and in any order.
/// </summary>
/// <remarks>
/// Scores of the whole are <see langword="null"/> without cases. Means over classes leave out a class that neither occurs nor is predicted; one that is only
/// predicted counts with its zeros. M. Sokolova and G. Lapalme, Information Processing and Management 45 (2009).
/// </remarks>
public sealed class ConfusionMatrix : IEquatable<ConfusionMatrix>
{
    private readonly long[] _counts;

    private ConfusionMatrix(int classes, long[] counts)
    {
        Classes = classes;
        _counts = counts;
        long[] support = new long[classes], predicted = new long[classes];
        for (int i = 0; i < counts.Length; i++)
        {
            support[i / classes] += counts[i];
            predicted[i % classes] += counts[i];
        }

        Total = support.Sum();
        Correct = Enumerable.Range(0, classes).Sum(i => counts[i * classes + i]);
        PerClass = Array.AsReadOnly<ClassScores>(
            [.. Enumerable.Range(0, classes).Select(i => new ClassScores { Class = i, Support = support[i], Predicted = predicted[i], Correct = counts[i * classes + i] })]);
    }

    /// <summary>How many classes there are, positive.</summary>
    public int Classes { get; }

    /// <summary>How many cases there are.</summary>
    public long Total { get; }

    /// <summary>How many cases were predicted to be what they are.</summary>
    public long Correct { get; }

    /// <summary>The scores of each class, in the order of their numbers.</summary>
    public IReadOnlyList<ClassScores> PerClass { get; }

    /// <summary>The share of correct predictions, 0…1; <see langword="null"/> without cases.</summary>
    public double? Accuracy => Total == 0 ? null : (double)Correct / Total;

    /// <summary>The plain means over classes; <see langword="null"/> without cases.</summary>
    public AveragedScores? Macro => Average(_ => 1);

    /// <summary>The means over classes, each weighted by its actual cases; <see langword="null"/> without cases.</summary>
    public AveragedScores? Weighted => Average(scores => scores.Support);

    /// <summary>The scores of all cases pooled: with one class a case, all three are the accuracy. <see langword="null"/> without cases.</summary>
    public AveragedScores? Micro => Accuracy is { } accuracy ? new AveragedScores { Precision = accuracy, Recall = accuracy, F1 = accuracy } : null;

    /// <summary>The mean recall of the classes that occur, 0…1; guessing without looking gives 1 over their number. <see langword="null"/> without cases.</summary>
    public double? BalancedAccuracy
    {
        get
        {
            ClassScores[] occurring = [.. PerClass.Where(scores => scores.Support > 0)];
            return occurring.Length == 0 ? null : occurring.Average(scores => scores.Recall);
        }
    }

    /// <summary>
    /// Matthews' correlation of predicted and actual classes, −1…1: 0 is no better than chance. <see langword="null"/> when all cases are of one class or
    /// predicted to be: nothing can correlate with a constant.
    /// </summary>
    /// <remarks>B. W. Matthews, Biochimica et Biophysica Acta 405 (1975); for several classes J. Gorodkin, Computational Biology and Chemistry 28 (2004).</remarks>
    public double? Matthews
    {
        get
        {
            // In whole numbers: the differences of large products would cancel.
            Int128 total = Total, covariance = Correct * total, actual = total * total, predicted = total * total;
            foreach (ClassScores scores in PerClass)
            {
                covariance -= (Int128)scores.Support * scores.Predicted;
                actual -= (Int128)scores.Support * scores.Support;
                predicted -= (Int128)scores.Predicted * scores.Predicted;
            }

            if (actual == 0 || predicted == 0) return null;
            return Math.Clamp((double)covariance / Math.Sqrt((double)actual * (double)predicted), -1, 1);
        }
    }

    /// <summary>Always predicting the most frequent class; <see langword="null"/> without cases.</summary>
    public MajorityBaseline? Baseline
    {
        get
        {
            ClassScores largest = PerClass.MaxBy(scores => scores.Support)!;
            return Total == 0 ? null : new MajorityBaseline { Class = largest.Class, Accuracy = (double)largest.Support / Total };
        }
    }

    /// <summary>How many cases of one class were predicted to be of another.</summary>
    /// <param name="actual">The actual class, from 0.</param>
    /// <param name="predicted">The predicted class, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such class.</exception>
    public long this[int actual, int predicted]
    {
        get
        {
            CheckClass(actual, Classes, nameof(actual));
            CheckClass(predicted, Classes, nameof(predicted));
            return _counts[actual * Classes + predicted];
        }
    }

    /// <summary>Counts pairs of actual and predicted classes.</summary>
    /// <param name="actual">The class of each case, from 0.</param>
    /// <param name="predicted">The class predicted for each case, in the same order.</param>
    /// <param name="classes">How many classes there are, positive.</param>
    /// <exception cref="ArgumentException">There are not as many predictions as cases.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A class is negative or not below <paramref name="classes"/>, or <paramref name="classes"/> is not positive.</exception>
    public static ConfusionMatrix Of(ReadOnlySpan<int> actual, ReadOnlySpan<int> predicted, int classes)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(classes);
        if (actual.Length != predicted.Length)
            throw new ArgumentException($"There are {actual.Length} cases and {predicted.Length} predictions: give one prediction for each case.", nameof(predicted));
        long[] counts = new long[classes * classes];
        for (int i = 0; i < actual.Length; i++)
        {
            CheckClass(actual[i], classes, nameof(actual));
            CheckClass(predicted[i], classes, nameof(predicted));
            counts[actual[i] * classes + predicted[i]]++;
        }

        return new ConfusionMatrix(classes, counts);
    }

    /// <summary>Keeps counts made elsewhere.</summary>
    /// <param name="counts">A square table, rows actual and columns predicted, not negative.</param>
    /// <exception cref="ArgumentNullException"><paramref name="counts"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The table is empty or not square, or a row is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative.</exception>
    /// <exception cref="OverflowException">The cases are more than a <see cref="long"/> can count.</exception>
    public static ConfusionMatrix Of(IReadOnlyList<IReadOnlyList<long>> counts)
    {
        long[][] rows = CountTable.Checked(counts, nameof(counts));
        if (rows.Length == 0 || rows.Length != rows[0].Length)
            throw new ArgumentException($"The table has {rows.Length} rows and {(rows.Length == 0 ? 0 : rows[0].Length)} columns: a confusion matrix has one row and one column for each class.", nameof(counts));
        return new ConfusionMatrix(rows.Length, [.. rows.SelectMany(row => row)]);
    }

    /// <summary>The matrix of both sets of cases together.</summary>
    /// <param name="other">A matrix over the same classes.</param>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="other"/> has another number of classes.</exception>
    /// <exception cref="OverflowException">The cases are more than a <see cref="long"/> can count.</exception>
    public ConfusionMatrix Merge(ConfusionMatrix other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (other.Classes != Classes) throw new ArgumentException($"One matrix has {Classes} classes and the other {other.Classes}: merge matrices over the same classes.", nameof(other));
        return new ConfusionMatrix(Classes, [.. _counts.Zip(other._counts, (a, b) => a + b)]);
    }

    /// <summary>Whether another matrix has the same counts.</summary>
    /// <param name="other">Another matrix, or <see langword="null"/>.</param>
    public bool Equals(ConfusionMatrix? other) => other is not null && _counts.AsSpan().SequenceEqual(other._counts);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ConfusionMatrix);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        HashCode hash = new();
        foreach (long count in _counts) hash.Add(count);
        return hash.ToHashCode();
    }

    private static void CheckClass(int value, int classes, string name)
    {
        if (value < 0 || value >= classes) throw new ArgumentOutOfRangeException(name, value, $"Classes are numbered from 0 to {classes - 1}.");
    }

    private AveragedScores? Average(Func<ClassScores, double> weight)
    {
        if (Total == 0) return null;

        // Exact sums, so that the numbering of the classes changes nothing.
        ExactSum weights = new(), precision = new(), recall = new(), f1 = new();
        foreach (ClassScores scores in PerClass.Where(scores => !scores.IsF1Undefined))
        {
            double w = weight(scores);
            weights.Add(w);
            precision.AddProduct(w, scores.Precision);
            recall.AddProduct(w, scores.Recall);
            f1.AddProduct(w, scores.F1);
        }

        double total = weights.ToDouble();
        return new AveragedScores { Precision = precision.ToDouble() / total, Recall = recall.ToDouble() / total, F1 = f1.ToDouble() / total };
    }
}
