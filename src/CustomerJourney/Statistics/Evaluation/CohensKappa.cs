namespace CustomerJourney.Statistics.Evaluation;

/// <summary>Agreement of two raters, or of predictions with the truth, beyond what chance gives: 1 is perfect, 0 chance, below 0 worse than chance. Which side is rows does not matter.</summary>
/// <remarks>J. Cohen, Educational and Psychological Measurement 20 (1960); weighted, Psychological Bulletin 70 (1968).</remarks>
public static class CohensKappa
{
    /// <summary>Computes kappa: 1 less the weighted disagreement observed over that expected from the margins.</summary>
    /// <param name="matrix">The counts of pairs of ratings. For a weighted kappa, all classes of the scale in their natural order, unused ones included.</param>
    /// <param name="weighting">How much a disagreement counts.</param>
    /// <returns>Kappa, at most 1; <see langword="null"/> without cases or when chance alone agrees always (both sides have used one and the same class).</returns>
    /// <exception cref="ArgumentNullException"><paramref name="matrix"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="weighting"/> is not defined.</exception>
    public static double? Of(ConfusionMatrix matrix, KappaWeighting weighting = KappaWeighting.None)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        CheckWeighting(weighting);
        double observed = 0, expected = 0;
        for (int i = 0; i < matrix.Classes; i++)
        {
            for (int j = 0; j < matrix.Classes; j++)
            {
                double distance = Distance(weighting, i, j);
                observed += distance * matrix[i, j];
                expected += distance * matrix.PerClass[i].Support * matrix.PerClass[j].Predicted;
            }
        }

        return expected == 0 ? null : 1 - observed / expected * matrix.Total;
    }

    /// <summary>Computes kappa with its large-sample standard errors and interval.</summary>
    /// <inheritdoc cref="Of"/>
    /// <param name="matrix">The counts of pairs of ratings. For a weighted kappa, all classes of the scale in their natural order, unused ones included.</param>
    /// <param name="level">The confidence level, between 0 and 1.</param>
    /// <param name="weighting">How much a disagreement counts.</param>
    /// <returns>The estimate; <see langword="null"/> where kappa is.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="level"/> is not between 0 and 1, or <paramref name="weighting"/> is not defined.</exception>
    /// <remarks>J. L. Fleiss, J. Cohen and B. S. Everitt, Psychological Bulletin 72 (1969), formulas 9 and 8 for the two errors.</remarks>
    public static KappaEstimate? Estimate(ConfusionMatrix matrix, double level, KappaWeighting weighting = KappaWeighting.None)
    {
        double reach = Domain.NormalReach(level);
        if (Of(matrix, weighting) is not { } kappa) return null;
        (double error, double nullError) = StandardErrors(matrix, weighting, kappa);
        return new KappaEstimate
        {
            Kappa = new Estimate
            {
                Value = kappa,
                Lower = kappa - reach * error,
                Upper = kappa + reach * error,
                N = matrix.Total,
                Level = level,
                Method = "Fleiss-Cohen-Everitt",
            },
            StandardError = error,
            NullStandardError = nullError,
            Test = nullError == 0 ? null : TestResult.Single(kappa / nullError, 2 * NormalDistribution.UpperTail(Math.Abs(kappa / nullError)), "kappa z"),
        };
    }

    // Both formulas are the variance of an influence over the cells, divided by n(1 − expected agreement)²; written so, they cannot turn negative.
    private static (double Error, double NullError) StandardErrors(ConfusionMatrix matrix, KappaWeighting weighting, double kappa)
    {
        int classes = matrix.Classes;
        double n = matrix.Total, farthest = Distance(weighting, 0, classes - 1);
        double[] rows = [.. matrix.PerClass.Select(scores => scores.Support / n)], columns = [.. matrix.PerClass.Select(scores => scores.Predicted / n)];
        double[] rowMeans = new double[classes], columnMeans = new double[classes];
        double expectedDisagreement = 0;
        for (int i = 0; i < classes; i++)
        {
            for (int j = 0; j < classes; j++)
            {
                double weight = 1 - Distance(weighting, i, j) / farthest;
                rowMeans[i] += weight * columns[j];
                columnMeans[j] += weight * rows[i];
                expectedDisagreement += (1 - weight) * rows[i] * columns[j];
            }
        }

        double expected = 1 - expectedDisagreement, variance = 0, nullVariance = 0;
        double mean = kappa - expected * (1 - kappa), nullMean = -expected;
        for (int i = 0; i < classes; i++)
        {
            for (int j = 0; j < classes; j++)
            {
                double weight = 1 - Distance(weighting, i, j) / farthest, means = rowMeans[i] + columnMeans[j];
                double influence = weight - means * (1 - kappa) - mean, nullInfluence = weight - means - nullMean;
                variance += matrix[i, j] / n * influence * influence;
                nullVariance += rows[i] * columns[j] * nullInfluence * nullInfluence;
            }
        }

        double scale = Math.Sqrt(n) * expectedDisagreement;
        return (Math.Sqrt(variance) / scale, Math.Sqrt(nullVariance) / scale);
    }

    private static double Distance(KappaWeighting weighting, int i, int j) => weighting switch
    {
        KappaWeighting.Linear => Math.Abs(i - j),
        KappaWeighting.Quadratic => (double)(i - j) * (i - j),
        _ => i == j ? 0 : 1,
    };

    private static void CheckWeighting(KappaWeighting weighting)
    {
        if (!Enum.IsDefined(weighting)) throw new ArgumentOutOfRangeException(nameof(weighting), weighting, "There is no such weighting.");
    }
}
