using CustomerJourney.Statistics.Evaluation;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerJourney.Tests.Statistics.Evaluation;

public class ConfusionMatrixTests
{
    private const int Classes = 4;

    private static readonly Arbitrary<(int Actual, int Predicted)[]> Pairs =
        (from a in Gen.Choose(0, Classes - 1) from b in Gen.Choose(0, Classes - 1) select (a, b)).ArrayOf().ToArbitrary();

    // shared/oracles/metrics/classification.json, classification.report#001: scikit-learn 1.2.1.
    [Fact]
    public void Report_agrees_with_other_software()
    {
        ConfusionMatrix matrix = ConfusionMatrix.Of([[7, 1], [0, 2]]);
        Assert.Equal([1.0, 2.0 / 3], matrix.PerClass.Select(scores => scores.Precision));
        Assert.Equal([0.875, 1.0], matrix.PerClass.Select(scores => scores.Recall));
        Near.Equal(14.0 / 15, matrix.PerClass[0].F1, 1e-15);
        Near.Equal(0.8, matrix.PerClass[1].F1, 1e-15);
        Near.Equal(0.9, matrix.Accuracy, 1e-15);
        Near.Equal(0.8666666666666667, matrix.Macro?.F1, 1e-15);
        Near.Equal(0.9066666666666666, matrix.Weighted?.F1, 1e-15);
        Near.Equal(0.9, matrix.Micro?.F1, 1e-15);
        Near.Equal(0.9375, matrix.BalancedAccuracy, 1e-15);
        Near.Equal(0.7637626158259734, matrix.Matthews, 1e-14);
        Assert.Equal(new { Class = 0, Accuracy = 0.8 }, new { matrix.Baseline!.Class, matrix.Baseline.Accuracy });
    }

    [Fact]
    public void Rows_are_actual_classes()
    {
        ConfusionMatrix matrix = ConfusionMatrix.Of([0, 0, 1], [1, 1, 0], 2);
        Assert.Equal((0L, 2L, 1L, 0L), (matrix[0, 0], matrix[0, 1], matrix[1, 0], matrix[1, 1]));
        Assert.Equal(ConfusionMatrix.Of([[0, 2], [1, 0]]), matrix);
    }

    [Fact]
    public void A_share_of_nothing_is_0_and_flagged()
    {
        ConfusionMatrix matrix = ConfusionMatrix.Of([[3, 0, 1, 0], [2, 0, 0, 0], [0, 0, 0, 0], [0, 0, 0, 0]]);
        ClassScores never = matrix.PerClass[1], absent = matrix.PerClass[2], unknown = matrix.PerClass[3];
        Assert.Equal((0.0, 0.0, true, false, false), (never.Precision, never.F1, never.IsPrecisionUndefined, never.IsRecallUndefined, never.IsF1Undefined));
        Assert.Equal((0.0, 0.0, false, true, false), (absent.Recall, absent.F1, absent.IsPrecisionUndefined, absent.IsRecallUndefined, absent.IsF1Undefined));
        Assert.True(unknown.IsF1Undefined);
        Assert.Equal(0, unknown.F1);

        // By hand: F1 of class 0 is 6/9; a class that neither occurs nor is predicted is no class to average over.
        Near.Equal(6.0 / 9 / 3, matrix.Macro!.F1, 1e-15);
        Near.Equal(0.75 / 2, matrix.BalancedAccuracy, 1e-15);
    }

    [Fact]
    public void Without_cases_there_is_no_score()
    {
        ConfusionMatrix empty = ConfusionMatrix.Of([], [], 3);
        Assert.Equal((null, null, null, null, null, null, null), (empty.Accuracy, empty.Macro, empty.Weighted, empty.Micro, empty.BalancedAccuracy, empty.Matthews, empty.Baseline));
        Assert.Equal(0, empty.Total);
    }

    [Fact]
    public void Nothing_correlates_with_one_class()
    {
        Assert.Null(ConfusionMatrix.Of([[5, 3], [0, 0]]).Matthews);
        Assert.Null(ConfusionMatrix.Of([[5, 0], [3, 0]]).Matthews);
        Assert.Equal(1, ConfusionMatrix.Of([[5, 0], [0, 3]]).Matthews);
        Assert.Equal(-1, ConfusionMatrix.Of([[0, 5], [3, 0]]).Matthews);
    }

    [Fact]
    public void Counts_near_the_largest_number_do_not_overflow()
    {
        const long Many = long.MaxValue / 4;
        Near.Equal(1, ConfusionMatrix.Of([[Many, 0], [0, Many]]).Matthews, 1e-15);
        Assert.Throws<OverflowException>(() => ConfusionMatrix.Of([[long.MaxValue, 0], [0, 1]]));
        Assert.Throws<OverflowException>(() => ConfusionMatrix.Of([[long.MaxValue]]).Merge(ConfusionMatrix.Of([[1]])));
    }

    [Fact]
    public void Merged_parts_are_the_whole() => Prop.ForAll(Pairs, Gen.Choose(0, 20).ToArbitrary(), (pairs, cut) =>
    {
        cut = Math.Min(cut, pairs.Length);
        ConfusionMatrix first = Of(pairs[..cut]), second = Of(pairs[cut..]), whole = Of(pairs);
        return whole.Equals(first.Merge(second)) && whole.Equals(second.Merge(first)) && whole.GetHashCode() == first.Merge(second).GetHashCode() && whole.Total == pairs.Length;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Scores_agree_with_counting_by_hand() => Prop.ForAll(Pairs.Filter(pairs => pairs.Length > 0), pairs =>
    {
        ConfusionMatrix matrix = Of(pairs);
        int[] seen = [.. pairs.SelectMany(pair => new[] { pair.Actual, pair.Predicted }).Distinct()];
        double F1(int c)
        {
            double precision = Share(pairs.Where(pair => pair.Predicted == c)), recall = Share(pairs.Where(pair => pair.Actual == c));
            return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
        }

        return Same(matrix.Macro!.F1, seen.Average(F1))
            && Same(matrix.Weighted!.F1, pairs.Average(pair => F1(pair.Actual)))
            && Same(matrix.Weighted.Recall, matrix.Accuracy!.Value)
            && Same(matrix.Accuracy.Value, Share(pairs))
            && Same(matrix.BalancedAccuracy!.Value, pairs.GroupBy(pair => pair.Actual).Average(Share))
            && matrix.Baseline!.Accuracy == pairs.GroupBy(pair => pair.Actual).Max(group => group.Count()) / (double)pairs.Length;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Matthews_of_two_classes_is_the_plain_correlation() => Prop.ForAll(Pairs.Filter(pairs => pairs.Length > 1), pairs =>
    {
        double[] x = [.. pairs.Select(pair => pair.Actual < 2 ? 1.0 : 0)], y = [.. pairs.Select(pair => pair.Predicted < 2 ? 1.0 : 0)];
        double meanX = x.Average(), meanY = y.Average();
        double cross = x.Zip(y, (a, b) => (a - meanX) * (b - meanY)).Sum(), squares = x.Sum(a => (a - meanX) * (a - meanX)) * y.Sum(b => (b - meanY) * (b - meanY));
        double? matthews = ConfusionMatrix.Of([.. x.Select(a => (int)a)], [.. y.Select(b => (int)b)], 2).Matthews;
        return x.Distinct().Count() < 2 || y.Distinct().Count() < 2 ? matthews is null : Math.Abs(matthews!.Value - cross / Math.Sqrt(squares)) < 1e-12;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Renumbered_classes_have_the_same_scores_and_sides_swapped_swap_precision_and_recall() => Prop.ForAll(Pairs.Filter(pairs => pairs.Length > 0), pairs =>
    {
        ConfusionMatrix matrix = Of(pairs), renumbered = Of([.. pairs.Select(pair => ((pair.Actual + 1) % Classes, (pair.Predicted + 1) % Classes))]);
        ConfusionMatrix swapped = Of([.. pairs.Select(pair => (pair.Predicted, pair.Actual))]);
        return matrix.Macro == renumbered.Macro && matrix.Weighted == renumbered.Weighted && matrix.Matthews == renumbered.Matthews
            && Enumerable.Range(0, Classes).All(c => matrix.PerClass[c].F1 == renumbered.PerClass[(c + 1) % Classes].F1)
            && matrix.PerClass.Zip(swapped.PerClass).All(pair => pair.First.Precision == pair.Second.Recall && pair.First.F1 == pair.Second.F1)
            && matrix.Matthews == swapped.Matthews && matrix.Matthews is null or (>= -1 and <= 1);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void What_is_no_matrix_is_refused()
    {
        Assert.Equal("predicted", Assert.Throws<ArgumentException>(() => ConfusionMatrix.Of([0, 1], [0], 2)).ParamName);
        Assert.Equal("actual", Assert.Throws<ArgumentOutOfRangeException>(() => ConfusionMatrix.Of([2], [0], 2)).ParamName);
        Assert.Equal("predicted", Assert.Throws<ArgumentOutOfRangeException>(() => ConfusionMatrix.Of([0], [-1], 2)).ParamName);
        Assert.Throws<ArgumentOutOfRangeException>(() => ConfusionMatrix.Of([], [], 0));
        Assert.Contains("-3", Assert.Throws<ArgumentOutOfRangeException>(() => ConfusionMatrix.Of([[1, -3], [0, 0]])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => ConfusionMatrix.Of([[1, 2]]));
        Assert.Throws<ArgumentException>(() => ConfusionMatrix.Of([]));
        Assert.Equal("other", Assert.Throws<ArgumentException>(() => ConfusionMatrix.Of([[1]]).Merge(ConfusionMatrix.Of([], [], 2))).ParamName);
        Assert.Throws<ArgumentOutOfRangeException>(() => ConfusionMatrix.Of([[1]])[0, 1]);
    }

    private static ConfusionMatrix Of((int Actual, int Predicted)[] pairs) =>
        ConfusionMatrix.Of([.. pairs.Select(pair => pair.Actual)], [.. pairs.Select(pair => pair.Predicted)], Classes);

    private static double Share(IEnumerable<(int Actual, int Predicted)> pairs) => pairs.Select(pair => pair.Actual == pair.Predicted ? 1.0 : 0).DefaultIfEmpty().Average();

    private static bool Same(double a, double b) => Math.Abs(a - b) < 1e-12;
}
