namespace CustomerJourney.Statistics.Evaluation;

/// <summary>How good predicted probabilities of several classes are.</summary>
public sealed class MulticlassCalibration
{
    // Probabilities that were written with a few digits may miss 1 by a little.
    private const double SumTolerance = 1e-6;

    private readonly ReliabilityTable _table;
    private readonly ExactSum _brier;
    private readonly ExactSum _logLoss;
    private readonly long _right;

    private MulticlassCalibration(ReliabilityTable table, ExactSum brier, ExactSum logLoss, long right) =>
        (_table, _brier, _logLoss, _right) = (table, brier, logLoss, right);

    /// <summary>How many predictions there are, positive.</summary>
    public required long N { get; init; }

    /// <summary>How many classes there are, positive.</summary>
    public required int Classes { get; init; }

    /// <summary>The multiclass Brier score: the mean over predictions of the sum over classes of (probability − outcome)², 0…2, less is better. With two classes twice the binary score.</summary>
    /// <remarks>G. W. Brier, "Verification of forecasts expressed in terms of probability", Monthly Weather Review 78 (1950).</remarks>
    public required double Brier { get; init; }

    /// <summary>The mean of −ln of the probability given to the actual class, at least 0, less is better. Probabilities are kept 1e-15 away from 0 and 1.</summary>
    public required double LogLoss { get; init; }

    /// <summary>The share of cases of the class that was most probable (of equally probable ones the lowest), 0…1.</summary>
    public required double TopLabelAccuracy { get; init; }

    /// <summary>The expected calibration error of the most probable class, over the ranges of <see cref="Reliability"/>; 0…1. Biased up at few predictions.</summary>
    /// <remarks>C. Guo, G. Pleiss, Y. Sun and K. Q. Weinberger, ICML 2017.</remarks>
    public required double ExpectedCalibrationError { get; init; }

    /// <summary>The largest gap of any range of <see cref="Reliability"/>, 0…1.</summary>
    public double MaximumCalibrationError => Reliability.Max(bin => bin.Gap);

    /// <summary>The probability of the most probable class against how often it was right, by equally wide ranges from low to high, empty ones left out.</summary>
    public required IReadOnlyList<ReliabilityBin> Reliability { get; init; }

    /// <summary>What to bear in mind; empty from 200 predictions.</summary>
    public required IReadOnlyList<string> Warnings { get; init; }

    /// <summary>Judges predicted probabilities.</summary>
    /// <param name="actual">The class of each case, from 0.</param>
    /// <param name="probabilities">The probabilities of all classes for each case, case by case, each 0…1 and those of a case summing to 1.</param>
    /// <param name="classes">How many classes there are, positive.</param>
    /// <param name="bins">How many ranges of probability there are, positive; a probability p falls into range ⌊bins·p⌋, and 1 into the last.</param>
    /// <returns>The judgment, or <see langword="null"/> without predictions.</returns>
    /// <exception cref="ArgumentException">There are not <paramref name="classes"/> probabilities for each case, or those of a case do not sum to 1.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A class does not exist, a probability is NaN or outside 0…1, or <paramref name="classes"/> or <paramref name="bins"/> is not positive.</exception>
    public static MulticlassCalibration? Of(ReadOnlySpan<int> actual, ReadOnlySpan<double> probabilities, int classes, int bins = 10)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(classes);
        if (probabilities.Length != (long)actual.Length * classes)
            throw new ArgumentException($"There are {probabilities.Length} probabilities for {actual.Length} cases and {classes} classes: give {classes} for each case.", nameof(probabilities));
        ReliabilityTable table = new(bins);
        ExactSum brier = new(), logLoss = new();
        long right = 0;
        for (int i = 0; i < actual.Length; i++)
        {
            if (actual[i] < 0 || actual[i] >= classes) throw new ArgumentOutOfRangeException(nameof(actual), actual[i], $"Classes are numbered from 0 to {classes - 1}.");
            ReadOnlySpan<double> row = probabilities.Slice(i * classes, classes);
            int top = CheckedTop(row, i);
            for (int j = 0; j < classes; j++)
            {
                double miss = j == actual[i] ? 1 - row[j] : row[j];
                brier.AddProduct(miss, miss);
            }

            logLoss.Add(ReliabilityTable.LogLoss(row[actual[i]]));
            table.Add(row[top], top == actual[i]);
            if (top == actual[i]) right++;
        }

        return actual.Length == 0 ? null : Make(table, brier, logLoss, right, actual.Length, classes);
    }

    /// <summary>Judges the predictions of both together: to the last bit what <see cref="Of"/> gives for all of them at once.</summary>
    /// <param name="other">The judgment of other predictions of the same classes, over as many ranges.</param>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="other"/> has another number of classes or ranges.</exception>
    public MulticlassCalibration Merge(MulticlassCalibration other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (other.Classes != Classes) throw new ArgumentException($"One side has {Classes} classes and the other {other.Classes}: merge judgments over the same classes.", nameof(other));
        ReliabilityTable table = _table.Merge(other._table, nameof(other));
        return Make(table, ReliabilityTable.Sum(_brier, other._brier), ReliabilityTable.Sum(_logLoss, other._logLoss), _right + other._right, N + other.N, Classes);
    }

    private static MulticlassCalibration Make(ReliabilityTable table, ExactSum brier, ExactSum logLoss, long right, long n, int classes)
    {
        IReadOnlyList<ReliabilityBin> reliability = table.ToBins();
        return new MulticlassCalibration(table, brier, logLoss, right)
        {
            N = n,
            Classes = classes,
            Brier = brier.ToDouble() / n,
            LogLoss = logLoss.ToDouble() / n,
            TopLabelAccuracy = (double)right / n,
            ExpectedCalibrationError = ReliabilityTable.ExpectedError(reliability, n),
            Reliability = reliability,
            Warnings = ReliabilityTable.Warnings(n),
        };
    }

    private static int CheckedTop(ReadOnlySpan<double> probabilities, int index)
    {
        int top = 0;
        double sum = 0;
        for (int j = 0; j < probabilities.Length; j++)
        {
            Domain.CheckProbability(probabilities[j], nameof(probabilities));
            sum += probabilities[j];
            if (probabilities[j] > probabilities[top]) top = j;
        }

        if (Math.Abs(sum - 1) > SumTolerance)
            throw new ArgumentException(FormattableString.Invariant($"The probabilities of case {index} sum to {sum:R}: they must sum to 1."), nameof(probabilities));
        return top;
    }
}
