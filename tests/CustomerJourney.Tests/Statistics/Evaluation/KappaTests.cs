using CustomerJourney.Statistics.Evaluation;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerJourney.Tests.Statistics.Evaluation;

public class KappaTests
{
    private const int Classes = 3;
    private static readonly KappaWeighting[] Weightings = Enum.GetValues<KappaWeighting>();

    private static readonly Arbitrary<long[][]> Tables =
        Gen.Choose(0, 12).Select(n => (long)n).ArrayOf(Classes).ArrayOf(Classes).ToArbitrary();

    // shared/oracles/metrics/classification.json, agreement.cohens_kappa_interval#011: statsmodels 0.13.5.
    [Fact]
    public void Interval_agrees_with_other_software()
    {
        KappaEstimate estimate = CohensKappa.Estimate(ConfusionMatrix.Of([[48, 5], [2, 35]]), 0.95)!;
        Near.Equal(0.841309823677582, estimate.Kappa.Value, 1e-13);
        Near.Equal(0.05745343761902557, estimate.StandardError, 1e-12);
        Near.Equal(0.10516519437011705, estimate.NullStandardError, 1e-12);
        Near.Equal(0.7287031551562732, estimate.Kappa.Lower, 1e-12);
        Near.Equal(0.9539164921988909, estimate.Kappa.Upper, 1e-12);
        Near.Equal(0.841309823677582 / 0.10516519437011705, estimate.Test!.Statistic, 1e-12);
        Assert.Equal(90, estimate.Kappa.N);
    }

    // agreement.weighted_kappa#011: scikit-learn 1.2.1. Category 4 is never used and still counts as a step.
    [Fact]
    public void Weighted_kappa_agrees_with_other_software()
    {
        ConfusionMatrix matrix = ConfusionMatrix.Of([2, 0, 4, 2, 1], [1, 0, 4, 2, 0], 5);
        Near.Equal(0.75, CohensKappa.Of(matrix, KappaWeighting.Linear), 1e-14);
        Near.Equal(0.9038461538461539, CohensKappa.Of(matrix, KappaWeighting.Quadratic), 1e-14);
    }

    // Fleiss 1971 as on Wikipedia, "Fleiss' kappa": .210; statsmodels gives the digits.
    [Fact]
    public void Fleiss_kappa_agrees_with_the_published_example() => Near.Equal(
        0.20993070442195522,
        FleissKappa.Of([[0, 0, 0, 0, 14], [0, 2, 6, 4, 2], [0, 0, 3, 5, 6], [0, 3, 9, 2, 0], [2, 2, 8, 1, 1], [7, 7, 0, 0, 0], [3, 2, 6, 3, 0], [2, 5, 3, 2, 2], [6, 5, 2, 1, 0], [0, 2, 2, 3, 7]]),
        1e-13);

    [Fact]
    public void Perfect_agreement_is_1_without_any_error()
    {
        KappaEstimate estimate = CohensKappa.Estimate(ConfusionMatrix.Of([[3, 0], [0, 4]]), 0.95)!;
        Assert.Equal(1, estimate.Kappa.Value);
        Near.Equal(0, estimate.StandardError, absolute: 1e-15);
        Assert.Equal(1, FleissKappa.Of([[3, 0], [0, 3]]));
    }

    [Fact]
    public void Where_chance_always_agrees_there_is_no_kappa()
    {
        Assert.Null(CohensKappa.Of(ConfusionMatrix.Of([[5, 0], [0, 0]])));
        Assert.Null(CohensKappa.Of(ConfusionMatrix.Of([[5]]), KappaWeighting.Quadratic));
        Assert.Null(CohensKappa.Estimate(ConfusionMatrix.Of([[5, 0], [0, 0]]), 0.95));
        Assert.Null(CohensKappa.Of(ConfusionMatrix.Of([], [], 3)));
        Assert.Null(FleissKappa.Of([]));
        Assert.Null(FleissKappa.Of([[3, 0], [3, 0]]));
    }

    [Fact]
    public void A_rater_who_always_says_the_same_agrees_by_chance_only()
    {
        KappaEstimate estimate = CohensKappa.Estimate(ConfusionMatrix.Of([[4, 0], [4, 0]]), 0.95)!;
        Near.Equal(0, estimate.Kappa.Value, absolute: 1e-15);
        Assert.True(estimate.Test is null || estimate.Test.PValue > 0.999);
    }

    [Fact]
    public void Standard_errors_are_those_of_the_delta_method() => Prop.ForAll(Tables, table =>
    {
        ConfusionMatrix matrix = ConfusionMatrix.Of(table);
        foreach (KappaWeighting weighting in Weightings)
        {
            if (CohensKappa.Estimate(matrix, 0.95, weighting) is not { } estimate) continue;
            double[,] shares = new double[Classes, Classes];
            for (int i = 0; i < Classes; i++)
                for (int j = 0; j < Classes; j++) shares[i, j] = table[i][j] / (double)matrix.Total;
            if (Math.Abs(Kappa(shares, weighting) - estimate.Kappa.Value) > 1e-9) return false;
            if (Math.Abs(DeltaError(shares, weighting, matrix.Total) - estimate.StandardError) > 1e-5 * (1 + estimate.StandardError)) return false;
        }

        return true;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Sides_may_be_swapped_and_classes_reversed() => Prop.ForAll(Tables, table =>
    {
        long[][] swapped = [.. Enumerable.Range(0, Classes).Select(j => table.Select(row => row[j]).ToArray())];
        long[][] reversed = [.. table.Reverse().Select(row => row.Reverse().ToArray())];
        return Weightings.All(weighting =>
        {
            double? kappa = CohensKappa.Of(ConfusionMatrix.Of(table), weighting);
            return Same(kappa, CohensKappa.Of(ConfusionMatrix.Of(swapped), weighting)) && Same(kappa, CohensKappa.Of(ConfusionMatrix.Of(reversed), weighting)) && kappa is null or <= 1;
        });
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Plain_kappa_does_not_depend_on_the_order_of_classes_and_weighted_kappa_does()
    {
        long[][] table = [[9, 1, 4], [2, 7, 0], [1, 3, 8]];
        long[][] rotated = [[7, 0, 2], [3, 8, 1], [1, 4, 9]];
        Near.Equal(CohensKappa.Of(ConfusionMatrix.Of(table))!.Value, CohensKappa.Of(ConfusionMatrix.Of(rotated)), 1e-14);
        Assert.NotEqual(CohensKappa.Of(ConfusionMatrix.Of(table), KappaWeighting.Linear)!.Value, CohensKappa.Of(ConfusionMatrix.Of(rotated), KappaWeighting.Linear)!.Value, 1e-3);
    }

    [Fact]
    public void With_two_classes_weights_change_nothing() => Prop.ForAll(Gen.Choose(0, 9).Select(n => (long)n).ArrayOf(2).ArrayOf(2).ToArbitrary(), table =>
    {
        ConfusionMatrix matrix = ConfusionMatrix.Of(table);
        return Weightings.All(weighting => CohensKappa.Of(matrix, weighting) == CohensKappa.Of(matrix));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void What_cannot_be_rated_is_refused()
    {
        Assert.Contains("Subject 1 has 2", Assert.Throws<ArgumentException>(() => FleissKappa.Of([[3, 0], [1, 1]])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => FleissKappa.Of([[1, 0], [0, 1]]));
        Assert.Throws<ArgumentOutOfRangeException>(() => FleissKappa.Of([[3, -1]]));
        Assert.Equal("level", Assert.Throws<ArgumentOutOfRangeException>(() => CohensKappa.Estimate(ConfusionMatrix.Of([[1]]), 1)).ParamName);
        Assert.Equal("weighting", Assert.Throws<ArgumentOutOfRangeException>(() => CohensKappa.Of(ConfusionMatrix.Of([[1]]), (KappaWeighting)9)).ParamName);
        Assert.Throws<ArgumentNullException>(() => CohensKappa.Of(null!));
    }

    private static double Kappa(double[,] shares, KappaWeighting weighting)
    {
        double observed = 0, expected = 0, total = 0;
        foreach (double share in shares) total += share;
        for (int i = 0; i < Classes; i++)
        {
            for (int j = 0; j < Classes; j++)
            {
                double weight = weighting switch { KappaWeighting.None => i == j ? 1 : 0, KappaWeighting.Linear => 1 - Math.Abs(i - j) / 2.0, _ => 1 - (i - j) * (i - j) / 4.0 };
                double row = 0, column = 0;
                for (int k = 0; k < Classes; k++)
                {
                    row += shares[i, k] / total;
                    column += shares[k, j] / total;
                }

                observed += weight * shares[i, j] / total;
                expected += weight * row * column;
            }
        }

        return (observed - expected) / (1 - expected);
    }

    // √(Σ p·(∂κ)² / n), the derivative taken towards all mass in one cell.
    private static double DeltaError(double[,] shares, KappaWeighting weighting, long n)
    {
        const double Step = 1e-6;
        double variance = 0;
        for (int i = 0; i < Classes; i++)
        {
            for (int j = 0; j < Classes; j++)
            {
                double[,] up = (double[,])shares.Clone(), down = (double[,])shares.Clone();
                up[i, j] += Step;
                down[i, j] -= Step;
                double slope = (Kappa(up, weighting) - Kappa(down, weighting)) / (2 * Step);
                variance += shares[i, j] * slope * slope;
            }
        }

        return Math.Sqrt(variance / n);
    }

    private static bool Same(double? a, double? b) => a is null ? b is null : b is not null && Math.Abs(a.Value - b.Value) < 1e-12;
}
