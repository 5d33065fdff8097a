using CustomerJourney.Statistics.Drivers;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerJourney.Tests.Statistics.Drivers;

public class CorrelationTests
{
    private static readonly Arbitrary<(double[] X, double[] Y)> Columns =
        (from n in Gen.Choose(5, 40)
         from x in Gen.Choose(-8, 8).ArrayOf(n)
         from y in Gen.Choose(-8, 8).ArrayOf(n)
         select (x.Select(value => (double)value).ToArray(), y.Select(value => (double)value).ToArray())).ToArbitrary();

    // F. J. Anscombe, "Graphs in statistical analysis", The American Statistician 27 (1973): four data sets, one correlation.
    [Fact]
    public void Anscombe_correlation_is_as_published()
    {
        double[] x = [10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5], y = [8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68];
        CorrelationResult result = Correlation.Pearson(x, y)!;
        Near.Equal(0.81642051634484, result.Value, 1e-12);
        Near.Equal(0.00216962887307879, result.Test!.PValue, 1e-9);
        Near.Equal(0.4243912, result.Estimate!.Lower, 1e-6);
        Near.Equal(0.9506933, result.Estimate.Upper, 1e-6);
    }

    [Fact]
    public void Kendall_counts_pairs_one_by_one() =>
        Prop.ForAll(Columns, columns =>
        {
            (double[] x, double[] y) = columns;
            double score = 0, untiedX = 0, untiedY = 0;
            for (int i = 0; i < x.Length; i++)
            {
                for (int j = 0; j < i; j++)
                {
                    score += Math.Sign(x[i] - x[j]) * Math.Sign(y[i] - y[j]);
                    untiedX += x[i] == x[j] ? 0 : 1;
                    untiedY += y[i] == y[j] ? 0 : 1;
                }
            }

            double? tau = Correlation.KendallTauB(x, y)?.Value;
            return untiedX * untiedY == 0 ? tau is null : Math.Abs(tau!.Value - score / Math.Sqrt(untiedX * untiedY)) < 1e-14;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Kendall_test_without_ties_is_the_textbook_formula()
    {
        double[] x = [1, 2, 3, 4, 5, 6, 7, 8], y = [2, 1, 4, 3, 6, 5, 8, 7];
        CorrelationResult result = Correlation.KendallTauB(x, y)!;
        Near.Equal(20.0 / 28, result.Value, 1e-15);
        Near.Equal(20 / Math.Sqrt(8 * 7 * 21 / 18.0), result.Test!.Statistic, 1e-14);
    }

    [Fact]
    public void Correlations_are_symmetric_and_do_not_know_units() =>
        Prop.ForAll(Columns, columns =>
        {
            (double[] x, double[] y) = columns;
            double[] other = [.. x.Select(value => 1e6 + 12.5 * value)], turned = [.. y.Select(value => -value)];
            return Same(Correlation.Pearson(x, y)?.Value, Correlation.Pearson(y, other)?.Value, 1)
                && Same(Correlation.Spearman(x, y)?.Value, Correlation.Spearman(turned, other)?.Value, -1)
                && Same(Correlation.KendallTauB(x, y)?.Value, Correlation.KendallTauB(turned, x)?.Value, -1);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Intervals_hold_the_value_and_stay_within_bounds() =>
        Prop.ForAll(Columns, columns =>
        {
            CorrelationResult?[] all = [Correlation.Pearson(columns.X, columns.Y), Correlation.Spearman(columns.X, columns.Y), Correlation.KendallTauB(columns.X, columns.Y)];
            return all.All(one => one is null || Math.Abs(one.Value) == 1 || (one.Estimate!.Lower <= one.Value + 1e-12 && one.Estimate.Upper >= one.Value - 1e-12
                && one.Estimate.Lower >= -1 && one.Estimate.Upper <= 1 && one.Test!.PValue is >= 0 and <= 1));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_perfect_line_has_correlation_one_and_no_chance()
    {
        CorrelationResult result = Correlation.Pearson([1, 2, 3, 4, 5], [2, 4, 6, 8, 10])!;
        Assert.Equal(1, result.Value);
        Assert.Equal(0, result.Test!.PValue);
        Assert.Equal(1, Correlation.Pearson([0.1, 0.3], [0.7, 0.9])!.Value);
    }

    [Fact]
    public void What_is_undefined_is_null()
    {
        Assert.Null(Correlation.Pearson([], []));
        Assert.Null(Correlation.Pearson([1], [2]));
        Assert.Null(Correlation.Pearson([3, 3, 3], [1, 2, 3]));
        Assert.Null(Correlation.Spearman([1, 2, 3], [0.1, 0.1, 0.1]));
        Assert.Null(Correlation.KendallTauB([1, 2, 3], [0, 0, 0]));
        Assert.Null(Correlation.Pearson([1, 2], [3, 1])!.Test);
        Assert.Null(Correlation.Pearson([1, 2, 4], [3, 1, 1])!.Estimate);
        Assert.Null(Correlation.KendallTauB([1, 2, 4, 5], [3, 1, 1, 2])!.Estimate);
    }

    [Fact]
    public void Bad_input_is_told()
    {
        Assert.Contains("3 values of one column and 2 of the other", Assert.Throws<ArgumentException>("y", () => Correlation.Pearson([1, 2, 3], [1, 2])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>("y", () => Correlation.Spearman([1, 2], [1, double.NaN]));
        Assert.Throws<ArgumentOutOfRangeException>("level", () => Correlation.KendallTauB([1, 2], [1, 2], 1));
    }

    private static bool Same(double? left, double? right, double sign) => left is null ? right is null : Math.Abs(left.Value - sign * right!.Value) < 1e-9;
}
