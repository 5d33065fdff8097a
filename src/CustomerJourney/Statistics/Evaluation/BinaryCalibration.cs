namespace CustomerJourney.Statistics.Evaluation;

/// <summary>How good predicted probabilities of one event are: right on average, and higher where it happened.</summary>
public sealed class BinaryCalibration
{
    private readonly ReliabilityTable _table;
    private readonly ExactSum _brier;
    private readonly ExactSum _logLoss;
    private readonly RankCounts _ranks;

    private BinaryCalibration(ReliabilityTable table, ExactSum brier, ExactSum logLoss, RankCounts ranks) =>
        (_table, _brier, _logLoss, _ranks) = (table, brier, logLoss, ranks);

    /// <summary>How many predictions there are, positive.</summary>
    public required long N { get; init; }

    /// <summary>How often the event happened.</summary>
    public required long Positives { get; init; }

    /// <summary>The binary Brier score: the mean of (probability − outcome)², 0…1, less is better; 0.25 is always saying one half. Half the multiclass score of the same predictions.</summary>
    /// <remarks>G. W. Brier, Monthly Weather Review 78 (1950), in the form for one event.</remarks>
    public required double Brier { get; init; }

    /// <summary>The mean of −ln of the probability given to what happened, at least 0, less is better. Probabilities are kept 1e-15 away from 0 and 1.</summary>
    public required double LogLoss { get; init; }

    /// <summary>The expected calibration error: the mean gap between predicted and observed shares over the ranges of <see cref="Reliability"/>, weighted by their predictions; 0…1. Biased up at few predictions.</summary>
    /// <remarks>C. Guo, G. Pleiss, Y. Sun and K. Q. Weinberger, ICML 2017.</remarks>
    public required double ExpectedCalibrationError { get; init; }

    /// <summary>The largest gap of any range of <see cref="Reliability"/>, 0…1.</summary>
    public double MaximumCalibrationError => Reliability.Max(bin => bin.Gap);

    /// <summary>The chance that a random positive has a higher probability than a random negative, ties half: 0…1, one half is guessing; <see langword="null"/> when all outcomes are the same.</summary>
    /// <remarks>J. A. Hanley and B. J. McNeil, Radiology 143 (1982).</remarks>
    public required double? RocAuc { get; init; }

    /// <summary>The mean over positives of the precision among all at least as probable, above 0, at most 1; the share of positives is guessing. <see langword="null"/> without positives.</summary>
    /// <remarks>The step form Σ (Rᵢ − Rᵢ₋₁)·Pᵢ, equal probabilities taken together and nothing interpolated.</remarks>
    public required double? AveragePrecision { get; init; }

    /// <summary>Predicted against observed shares by equally wide ranges of probability, from low to high, empty ones left out.</summary>
    public required IReadOnlyList<ReliabilityBin> Reliability { get; init; }

    /// <summary>What to bear in mind; empty from 200 predictions.</summary>
    public required IReadOnlyList<string> Warnings { get; init; }

    /// <summary>Judges predicted probabilities.</summary>
    /// <param name="actual">Whether the event happened, for each prediction.</param>
    /// <param name="probabilities">The predicted probabilities in the same order, 0…1.</param>
    /// <param name="bins">How many ranges of probability there are, positive; a probability p falls into range ⌊bins·p⌋, and 1 into the last.</param>
    /// <returns>The judgment, or <see langword="null"/> without predictions.</returns>
    /// <exception cref="ArgumentException">There are not as many probabilities as outcomes.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A probability is NaN or outside 0…1, or <paramref name="bins"/> is not positive.</exception>
    public static BinaryCalibration? Of(ReadOnlySpan<bool> actual, ReadOnlySpan<double> probabilities, int bins = 10)
    {
        if (actual.Length != probabilities.Length)
            throw new ArgumentException($"There are {actual.Length} outcomes and {probabilities.Length} probabilities: give one probability for each outcome.", nameof(probabilities));
        ReliabilityTable table = new(bins);
        ExactSum brier = new(), logLoss = new();
        long positives = 0;
        for (int i = 0; i < actual.Length; i++)
        {
            double p = probabilities[i];
            Domain.CheckProbability(p, nameof(probabilities));
            double miss = actual[i] ? 1 - p : p;
            brier.AddProduct(miss, miss);
            logLoss.Add(ReliabilityTable.LogLoss(actual[i] ? p : 1 - p));
            table.Add(p, actual[i]);
            if (actual[i]) positives++;
        }

        return actual.Length == 0 ? null : Make(table, brier, logLoss, RankCounts.Of(actual, probabilities), actual.Length, positives);
    }

    /// <summary>Judges the predictions of both together: to the last bit what <see cref="Of"/> gives for all of them at once.</summary>
    /// <param name="other">The judgment of other predictions, over as many ranges.</param>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="other"/> has another number of ranges.</exception>
    public BinaryCalibration Merge(BinaryCalibration other)
    {
        ArgumentNullException.ThrowIfNull(other);
        ReliabilityTable table = _table.Merge(other._table, nameof(other));
        return Make(table, ReliabilityTable.Sum(_brier, other._brier), ReliabilityTable.Sum(_logLoss, other._logLoss), _ranks.Merge(other._ranks), N + other.N, Positives + other.Positives);
    }

    private static BinaryCalibration Make(ReliabilityTable table, ExactSum brier, ExactSum logLoss, RankCounts ranks, long n, long positives)
    {
        IReadOnlyList<ReliabilityBin> reliability = table.ToBins();
        (double? auc, double? averagePrecision) = ranks.Figures();
        return new BinaryCalibration(table, brier, logLoss, ranks)
        {
            N = n,
            Positives = positives,
            Brier = brier.ToDouble() / n,
            LogLoss = logLoss.ToDouble() / n,
            ExpectedCalibrationError = ReliabilityTable.ExpectedError(reliability, n),
            RocAuc = auc,
            AveragePrecision = averagePrecision,
            Reliability = reliability,
            Warnings = ReliabilityTable.Warnings(n),
        };
    }
}
