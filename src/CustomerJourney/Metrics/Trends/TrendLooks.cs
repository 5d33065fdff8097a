using CustomerJourney.Statistics;
using CustomerJourney.Statistics.Control;

namespace CustomerJourney.Metrics.Trends;

/// <summary>All looks that a rule takes at a trend.</summary>
internal static class TrendLooks
{
    private const int LongRun = 8;
    private const double MovingWeight = 0.2;
    private const double DecisionInterval = 5;
    private const double Shift = 1;

    public static IEnumerable<TrendLook> Of(TrendRules rule, TrendSeries series, int number, TrendOptions options) => rule switch
    {
        TrendRules.BeyondLimits => Periods(series, number),
        TrendRules.ChangePoint => Changes(series, number, options),
        TrendRules.RunOnOneSide => Runs(series, number),
        TrendRules.MovingAverage => Averages(series, number, options),
        _ => Sums(series, number),
    };

    private static IEnumerable<TrendLook> Periods(TrendSeries series, int number) =>
        from period in series.Usable
        let limits = series.LimitsOf(period)
        where limits is not null
        let p = series.PValue(period)
        where p is not null
        let value = series.Measured[period].Value
        select new TrendLook(TrendRules.BeyondLimits, number, period, p.Value, value < limits.Value.Lower || value > limits.Value.Upper);

    private static IEnumerable<TrendLook> Changes(TrendSeries series, int number, TrendOptions options) =>
        ChangeSearch.Best(series, 0, series.Usable.Count, options) is { } found
            ? [new TrendLook(TrendRules.ChangePoint, number, found.Place, found.PValue, found.PValue <= options.Alpha)] : [];

    /// <summary>When nothing changes a figure lies on either side equally often, so a run of L that ends here has probability 2·½^L.</summary>
    private static IEnumerable<TrendLook> Runs(TrendSeries series, int number)
    {
        int run = 0, side = 0;
        foreach (int period in series.Usable)
        {
            if (series.Score(period) is not { } score) continue;
            run = score != 0 && Math.Sign(score) == side ? run + 1 : Math.Min(1, Math.Abs(Math.Sign(score)));
            side = Math.Sign(score);
            yield return new TrendLook(TrendRules.RunOnOneSide, number, period, run == 0 ? 1 : Math.Pow(0.5, run - 1), run >= LongRun);
        }
    }

    /// <summary>The baseline's own error shifts all deviations alike: its variance is added to that of the average.</summary>
    private static IEnumerable<TrendLook> Averages(TrendSeries series, int number, TrendOptions options)
    {
        (int[] periods, double[] scores, double shared) = Scores(series);
        if (periods.Length == 0) yield break;
        IReadOnlyList<ControlPoint> points = ControlChart.MovingAverage(scores, 0, 1, MovingWeight, options.Sigmas).Points;
        for (int i = 0; i < periods.Length; i++)
        {
            double own = points[i].Upper!.Value / options.Sigmas, common = 1 - Math.Pow(1 - MovingWeight, i + 1);
            double deviation = Math.Sqrt((own * own) + (shared * common * common));
            double p = 2 * NormalDistribution.UpperTail(Math.Abs(points[i].Value!.Value) / deviation);
            yield return new TrendLook(TrendRules.MovingAverage, number, periods[i], p, points[i].IsAbove || points[i].IsBelow);
        }
    }

    /// <summary>A sum of s in period t means that for some number of periods L up to it the deviations add up to more than s + L·slack: Bonferroni's bound over L, twice for both sides.</summary>
    private static IEnumerable<TrendLook> Sums(TrendSeries series, int number)
    {
        (int[] periods, double[] scores, double shared) = Scores(series);
        if (periods.Length == 0) yield break;
        CumulativeSumChart chart = CumulativeSumChart.Of(scores, 0, 1, DecisionInterval, Shift);
        for (int i = 0; i < periods.Length; i++)
        {
            double sum = Math.Max(chart.Positive[i], -chart.Negative[i]), p = 0;
            for (int length = 1; length <= i + 1; length++)
                p += 2 * NormalDistribution.UpperTail((sum + (length * Shift / 2)) / Math.Sqrt(length + (shared * length * length)));
            yield return new TrendLook(TrendRules.CumulativeSum, number, periods[i], Math.Min(1, p), sum > DecisionInterval);
        }
    }

    private static (int[] Periods, double[] Scores, double Shared) Scores(TrendSeries series)
    {
        int[] periods = [.. series.Usable.Where(period => series.Score(period) is not null)];
        return (periods, [.. periods.Select(period => series.Score(period)!.Value)], series.Baseline.Count == 0 ? 0 : (double)series.BaselineSeasons / series.Baseline.Count);
    }
}
