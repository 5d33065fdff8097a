using CustomerJourney.Statistics.Evaluation;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerJourney.Tests.Statistics.Evaluation;

public class CalibrationTests
{
    // Sixty-fourths, so that 1 − p is exact.
    private static readonly Arbitrary<(bool Hit, double P)[]> Predictions =
        (from p in Gen.Choose(0, 64) from hit in Gen.Choose(0, 1) select (hit == 1, p / 64.0)).ArrayOf().Where(x => x.Length > 0).ToArbitrary();

    // shared/oracles/metrics/classification.json, calibration.binary#001: scikit-learn 1.2.1.
    [Fact]
    public void Binary_calibration_agrees_with_other_software()
    {
        BinaryCalibration calibration = BinaryCalibration.Of(
            [false, false, true, true, false, false, false, false, true, false], [0.5726, 0.3721, 0.741, 0.6085, 0.3713, 0.1482, 0.396, 0.2588, 0.066, 0.2926])!;
        Near.Equal(0.202827355, calibration.Brier, 1e-13);
        Near.Equal(0.6604352327070637, calibration.LogLoss, 1e-13);
        Near.Equal(0.39961, calibration.ExpectedCalibrationError, 1e-13);
        Near.Equal(0.934, calibration.MaximumCalibrationError, 1e-13);
        Near.Equal(2.0 / 3, calibration.RocAuc, 1e-13);
        Near.Equal(0.7666666666666666, calibration.AveragePrecision, 1e-13);
        Assert.Equal([0, 1, 2, 3, 5, 6, 7], calibration.Reliability.Select(bin => bin.Index));
        Assert.Equal([1L, 1, 2, 3, 1, 1, 1], calibration.Reliability.Select(bin => bin.Count));
        Near.Equal(0.3798, calibration.Reliability[3].MeanProbability, 1e-14);
        Assert.Equal((10L, 3L), (calibration.N, calibration.Positives));
    }

    // calibration.multiclass#001, first three rows by hand: (.3209² + .1225² + .1984²) and so on.
    [Fact]
    public void Multiclass_Brier_sums_over_classes()
    {
        MulticlassCalibration calibration = MulticlassCalibration.Of([0, 0, 2], [0.6791, 0.1225, 0.1984, 0.8588, 0.0494, 0.0918, 0.6255, 0.3251, 0.0494], 3)!;
        double brier = (0.3209 * 0.3209 + 0.1225 * 0.1225 + 0.1984 * 0.1984 + 0.1412 * 0.1412 + 0.0494 * 0.0494 + 0.0918 * 0.0918 + 0.6255 * 0.6255 + 0.3251 * 0.3251 + 0.9506 * 0.9506) / 3;
        Near.Equal(brier, calibration.Brier, 1e-13);
        Near.Equal(-(Math.Log(0.6791) + Math.Log(0.8588) + Math.Log(0.0494)) / 3, calibration.LogLoss, 1e-13);
        Near.Equal(2.0 / 3, calibration.TopLabelAccuracy, 1e-15);
    }

    [Fact]
    public void A_sure_mistake_costs_a_finite_amount_and_1_lies_in_the_last_range()
    {
        BinaryCalibration calibration = BinaryCalibration.Of([false], [1.0])!;
        Near.Equal(-Math.Log(1e-15), calibration.LogLoss, 1e-13);
        Assert.Equal((9, 0.9, 1.0), (calibration.Reliability[0].Index, calibration.Reliability[0].From, calibration.Reliability[0].To));
        Assert.Equal(1, calibration.Brier);
        Near.Equal(2, MulticlassCalibration.Of([0], [0, 1], 2)!.Brier, 1e-15);
    }

    [Fact]
    public void With_one_outcome_only_nothing_can_be_ranked()
    {
        BinaryCalibration never = BinaryCalibration.Of([false, false], [0.2, 0.3])!, always = BinaryCalibration.Of([true, true], [0.2, 0.3])!;
        Assert.Equal((null, null), (never.RocAuc, never.AveragePrecision));
        Assert.Null(always.RocAuc);
        Assert.Equal(1, always.AveragePrecision);
        Assert.Null(BinaryCalibration.Of([], []));
        Assert.Null(MulticlassCalibration.Of([], [], 3));
    }

    [Theory]
    [InlineData(199, 1)]
    [InlineData(200, 0)]
    public void Few_predictions_give_a_warning(int n, int warnings)
    {
        double[] probabilities = [.. Enumerable.Repeat(0.5, n)];
        Assert.Equal(warnings, BinaryCalibration.Of(new bool[n], probabilities)!.Warnings.Count);
        Assert.Equal(warnings, MulticlassCalibration.Of(new int[n], [.. Enumerable.Repeat(0.5, 2 * n)], 2)!.Warnings.Count);
    }

    [Fact]
    public void Figures_agree_with_slow_definitions() => Prop.ForAll(Predictions, predictions =>
    {
        BinaryCalibration calibration = Of(predictions);
        double[] hits = [.. predictions.Where(x => x.Hit).Select(x => x.P)], misses = [.. predictions.Where(x => !x.Hit).Select(x => x.P)];
        double? auc = hits.Length == 0 || misses.Length == 0 ? null : hits.Average(h => misses.Average(m => h > m ? 1 : h == m ? 0.5 : 0));
        double? precision = hits.Length == 0 ? null : hits.Average(h => hits.Count(other => other >= h) / (double)predictions.Count(x => x.P >= h));
        double error = predictions.GroupBy(x => Math.Min(9, (int)Math.Floor(10 * x.P))).Sum(bin => Math.Abs(bin.Sum(x => (x.Hit ? 1 : 0) - x.P))) / predictions.Length;
        return Same(auc, calibration.RocAuc) && Same(precision, calibration.AveragePrecision) && Same(error, calibration.ExpectedCalibrationError)
            && Same(predictions.Average(x => Math.Pow(x.P - (x.Hit ? 1 : 0), 2)), calibration.Brier)
            && calibration.ExpectedCalibrationError <= calibration.MaximumCalibrationError + 1e-12 && calibration.MaximumCalibrationError <= 1
            && calibration.Reliability.Sum(bin => bin.Count) == predictions.Length && calibration.Reliability.Sum(bin => bin.Hits) == hits.Length;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Order_does_not_matter_and_the_opposite_event_is_judged_the_same() => Prop.ForAll(Predictions, predictions =>
    {
        BinaryCalibration calibration = Of(predictions), reversed = Of([.. predictions.Reverse()]), opposite = Of([.. predictions.Select(x => (!x.Hit, 1 - x.P))]);
        return calibration.Brier == reversed.Brier && calibration.LogLoss == reversed.LogLoss && calibration.RocAuc == reversed.RocAuc
            && calibration.ExpectedCalibrationError == reversed.ExpectedCalibrationError && Same(calibration.AveragePrecision, reversed.AveragePrecision)
            && calibration.Brier == opposite.Brier && Same(calibration.LogLoss, opposite.LogLoss) && Same(calibration.RocAuc, opposite.RocAuc);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Two_classes_have_twice_the_binary_Brier_score() => Prop.ForAll(Predictions, predictions =>
    {
        MulticlassCalibration both = MulticlassCalibration.Of([.. predictions.Select(x => x.Hit ? 1 : 0)], [.. predictions.SelectMany(x => new[] { 1 - x.P, x.P })], 2)!;
        BinaryCalibration calibration = Of(predictions);
        return Same(2 * calibration.Brier, both.Brier) && Same(calibration.LogLoss, both.LogLoss) && both.Brier is >= 0 and <= 2 && both.ExpectedCalibrationError is >= 0 and <= 1;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void What_is_no_prediction_is_refused()
    {
        Assert.Equal("probabilities", Assert.Throws<ArgumentException>(() => BinaryCalibration.Of([true], [])).ParamName);
        Assert.Equal("probabilities", Assert.Throws<ArgumentOutOfRangeException>(() => BinaryCalibration.Of([true], [double.NaN])).ParamName);
        Assert.Throws<ArgumentOutOfRangeException>(() => BinaryCalibration.Of([true], [1.1]));
        Assert.Equal("bins", Assert.Throws<ArgumentOutOfRangeException>(() => BinaryCalibration.Of([true], [0.5], 0)).ParamName);
        Assert.Equal("actual", Assert.Throws<ArgumentOutOfRangeException>(() => MulticlassCalibration.Of([2], [0.5, 0.5], 2)).ParamName);
        Assert.Contains("case 1 sum to 0.9", Assert.Throws<ArgumentException>(() => MulticlassCalibration.Of([0, 0], [0.5, 0.5, 0.5, 0.4], 2)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => MulticlassCalibration.Of([0], [0.5], 2));
    }

    private static BinaryCalibration Of((bool Hit, double P)[] predictions) => BinaryCalibration.Of([.. predictions.Select(x => x.Hit)], [.. predictions.Select(x => x.P)])!;

    private static bool Same(double? a, double? b) => a is null ? b is null : b is not null && Math.Abs(a.Value - b.Value) < 1e-12;

    [Fact]
    public void Merged_parts_are_the_whole_to_the_last_bit() =>
        Prop.ForAll((from p in Gen.Choose(0, 40) from hit in Gen.Elements(true, false) from part in Gen.Choose(0, 2) select (P: p / 40.0, Hit: hit, Part: part)).NonEmptyListOf().ToArbitrary(), cases =>
        {
            BinaryCalibration whole = Binary(cases)!;
            MulticlassCalibration several = Several(cases)!;
            BinaryCalibration[] parts = [.. Enumerable.Range(0, 3).Select(part => Binary([.. cases.Where(entry => entry.Part == part)])).OfType<BinaryCalibration>()];
            MulticlassCalibration[] others = [.. Enumerable.Range(0, 3).Select(part => Several([.. cases.Where(entry => entry.Part == part)])).OfType<MulticlassCalibration>()];
            BinaryCalibration merged = parts.Aggregate((left, right) => right.Merge(left));
            MulticlassCalibration together = others.Aggregate((left, right) => right.Merge(left));
            return (merged.N, merged.Positives, merged.Brier, merged.LogLoss, merged.ExpectedCalibrationError, merged.RocAuc, merged.AveragePrecision)
                    == (whole.N, whole.Positives, whole.Brier, whole.LogLoss, whole.ExpectedCalibrationError, whole.RocAuc, whole.AveragePrecision)
                && merged.Reliability.SequenceEqual(whole.Reliability) && merged.Warnings.SequenceEqual(whole.Warnings)
                && (together.N, together.Brier, together.LogLoss, together.TopLabelAccuracy, together.ExpectedCalibrationError)
                    == (several.N, several.Brier, several.LogLoss, several.TopLabelAccuracy, several.ExpectedCalibrationError)
                && together.Reliability.SequenceEqual(several.Reliability);

            static BinaryCalibration? Binary(IList<(double P, bool Hit, int Part)> own) => BinaryCalibration.Of([.. own.Select(entry => entry.Hit)], [.. own.Select(entry => entry.P)]);
            static MulticlassCalibration? Several(IList<(double P, bool Hit, int Part)> own) =>
                MulticlassCalibration.Of([.. own.Select(entry => entry.Hit ? 1 : 0)], [.. own.SelectMany(entry => new[] { 1 - entry.P, entry.P })], 2);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void What_was_judged_otherwise_does_not_merge()
    {
        BinaryCalibration ten = BinaryCalibration.Of([true], [0.3])!, five = BinaryCalibration.Of([true], [0.3], 5)!;
        Assert.Throws<ArgumentException>("other", () => ten.Merge(five));
        Assert.Throws<ArgumentNullException>("other", () => ten.Merge(null!));
        MulticlassCalibration two = MulticlassCalibration.Of([0], [0.5, 0.5], 2)!, three = MulticlassCalibration.Of([0], [0.5, 0.5, 0], 3)!;
        Assert.Throws<ArgumentException>("other", () => two.Merge(three));
        Assert.Throws<ArgumentException>("other", () => two.Merge(MulticlassCalibration.Of([0], [0.5, 0.5], 2, 4)!));
    }
}
