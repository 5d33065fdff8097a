using CustomerJourney.Statistics.Control;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerJourney.Tests.Statistics.Control;

public class ControlChartTests
{
    private static readonly Arbitrary<double[]> Values = Gen.Choose(-500, 500).Select(value => value / 10.0).ArrayOf().Where(values => values.Length > 1).ToArbitrary();

    // D. C. Montgomery, Introduction to Statistical Quality Control, table 6.1: nonconforming cans of orange juice concentrate, samples of 50; samples 15 and 23 are out.
    [Fact]
    public void Orange_juice_chart_flags_samples_15_and_23()
    {
        long[] cans = [12, 15, 8, 10, 4, 7, 16, 9, 14, 10, 5, 6, 17, 12, 22, 8, 10, 5, 13, 11, 20, 18, 24, 15, 9, 12, 7, 13, 9, 6];
        long[] sizes = [.. Enumerable.Repeat(50L, 30)];
        ControlChart chart = ControlChart.Shares(cans, sizes)!;
        Assert.Equal([14, 22], chart.Above);
        Assert.Empty(chart.Below);
        Near.Equal(0.2313, chart.Center, 0, 5e-5);
        Near.Equal(0.4102, chart.Points[0].Upper, 0, 5e-5);
        Near.Equal(0.0524, chart.Points[0].Lower, 0, 5e-5);
        Assert.Empty(chart.Warnings);
    }

    // Montgomery, data of the CUSUM example (section 9.1): mean 10, sigma 1, shift of one sigma at period 21; h = 5 signals at period 29, and the run began after period 22.
    [Fact]
    public void Montgomery_cusum_signals_at_period_29_and_dates_the_shift()
    {
        double[] values =
        [
            9.45, 7.99, 9.29, 11.66, 12.16, 10.18, 8.04, 11.46, 9.20, 10.34, 9.03, 11.47, 10.51, 9.40, 10.08,
            9.37, 10.62, 10.31, 8.52, 10.84, 10.90, 9.33, 12.29, 11.50, 10.60, 11.08, 10.38, 11.62, 11.31, 10.52,
        ];
        CumulativeSumChart chart = CumulativeSumChart.Of(values, 10, 1);
        Assert.Equal([28, 29], chart.Above);
        Assert.Empty(chart.Below);
        Near.Equal(5.28, chart.Positive[28], 0, 1e-9);
        Assert.Equal(22, chart.StartOf(28));
        Assert.Throws<ArgumentOutOfRangeException>("signal", () => chart.StartOf(3));
    }

    [Fact]
    public void Individuals_chart_takes_its_sigma_from_moving_ranges()
    {
        ControlChart chart = ControlChart.Individuals([10, 12, 11, 13, 40], baseline: 4)!;
        double deviation = (2 + 1 + 2) / 3.0 / 1.128;
        Near.Equal(11.5, chart.Center, 1e-15);
        Near.Equal(deviation, chart.StandardDeviation, 1e-14);
        Near.Equal(11.5 + 3 * deviation, chart.Points[4].Upper, 1e-14);
        Assert.Equal([4], chart.Above);

        ControlChart ranges = ControlChart.MovingRanges([10, 12, 11, 13, 40], baseline: 4)!;
        Near.Equal(3.267 * 5 / 3, ranges.Points[0].Upper, 1e-3);
        Assert.Equal(0, ranges.Points[0].Lower);
        Assert.Equal([3], ranges.Above);
    }

    [Fact]
    public void Moving_average_with_lambda_one_is_the_chart_of_single_figures() =>
        Prop.ForAll(Values, values =>
        {
            ControlChart chart = ControlChart.MovingAverage(values, 1.5, 4, 1, 2);
            return chart.Points.Select(point => point.Value).SequenceEqual(values.Select(value => (double?)value)) && chart.Points.All(point => point.Lower == -6.5 && point.Upper == 9.5);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Charts_scale_with_their_unit() =>
        Prop.ForAll(Values, values =>
        {
            double[] scaled = [.. values.Select(value => 8 * value)];
            ControlChart single = ControlChart.Individuals(values)!, other = ControlChart.Individuals(scaled)!;
            CumulativeSumChart sums = CumulativeSumChart.Of(values, 2, 3), sumsOther = CumulativeSumChart.Of(scaled, 16, 24);
            return single.Above.SequenceEqual(other.Above) && Math.Abs(8 * single.Center - other.Center) < 1e-9
                && sums.Positive.SequenceEqual(sumsOther.Positive) && sums.Negative.All(sum => sum <= 0) && sums.Positive.All(sum => sum >= 0);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Moving_average_narrows_noise_by_its_weight()
    {
        ControlChart chart = ControlChart.MovingAverage([.. Enumerable.Repeat(10.0, 500)], 10, 2);
        Near.Equal(10 + 3 * 2 * Math.Sqrt(0.2 / 1.8), chart.Points[^1].Upper, 1e-12);
        Near.Equal(10 + 3 * 2 * 0.2, chart.Points[0].Upper, 1e-12);
        Assert.Empty(chart.Above);
    }

    [Fact]
    public void A_period_without_cases_has_no_figure_and_rare_hits_are_warned_of()
    {
        ControlChart chart = ControlChart.Shares([1, 0, 3], [20, 0, 20])!;
        Assert.Null(chart.Points[1].Value);
        Assert.Null(chart.Points[1].Upper);
        Assert.False(chart.Points[1].IsAbove || chart.Points[1].IsBelow);
        Assert.Equal(0, chart.Points[0].Lower);
        Assert.Contains("20 cases", Assert.Single(chart.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_baseline_there_is_no_chart()
    {
        Assert.Null(ControlChart.Shares([], []));
        Assert.Null(ControlChart.Shares([0, 3], [0, 5], baseline: 1));
        Assert.Null(ControlChart.Individuals([4]));
        Assert.Null(ControlChart.MovingRanges([4, 5], baseline: 1));
        Assert.Empty(ControlChart.MovingAverage([], 0, 1).Points);
        Assert.Empty(CumulativeSumChart.Of([], 0, 1).Above);
    }

    [Fact]
    public void Bad_arguments_are_told()
    {
        Assert.Throws<ArgumentException>("totals", () => ControlChart.Shares([1, 2], [3]));
        Assert.Throws<ArgumentOutOfRangeException>("hits", () => ControlChart.Shares([4], [3]));
        Assert.Throws<ArgumentOutOfRangeException>("sigmas", () => ControlChart.Individuals([1, 2], 0));
        Assert.Throws<ArgumentOutOfRangeException>("baseline", () => ControlChart.Individuals([1, 2], baseline: 3));
        Assert.Throws<ArgumentOutOfRangeException>("values", () => ControlChart.Individuals([1, double.NaN]));
        Assert.Throws<ArgumentOutOfRangeException>("lambda", () => ControlChart.MovingAverage([1], 0, 1, 1.5));
        Assert.Throws<ArgumentOutOfRangeException>("standardDeviation", () => CumulativeSumChart.Of([1], 0, 0));
    }

    [Fact]
    public void Equal_figures_are_no_signals_however_they_round()
    {
        // The sum of three doubles 0.1, divided by 3, is not 0.1: without width between the limits each figure would lie below its own mean.
        for (int thousandths = 1; thousandths < 1000; thousandths++)
        {
            for (int periods = 2; periods < 8; periods++)
            {
                double[] same = [.. Enumerable.Repeat(thousandths / 1000.0, periods)];
                ControlChart chart = ControlChart.Individuals(same)!;
                Assert.Equal((same[0], 0, 0), (chart.Center, chart.Above.Count, chart.Below.Count));
            }
        }
    }
}
