using CustomerJourney.Statistics.Survival;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerJourney.Tests.Statistics.Survival;

public class KaplanMeierTests
{
    // Cox & Oakes, Analysis of Survival Data (1984), table 4.1; R 4.2.2 survfit for the limits (shared/oracles/metrics/survival.json, at_times#006).
    [Fact]
    public void Freireich_under_treatment_is_the_published_curve()
    {
        KaplanMeierCurve curve = KaplanMeierCurve.Of(Cases.Mercaptopurine, 0.9)!;
        Assert.Equal([6, 7, 10, 13, 16, 22, 23], curve.Points.Select(point => point.Time));
        Assert.Equal([21, 17, 15, 12, 11, 7, 6], curve.Points.Select(point => point.AtRisk));
        Assert.Equal([0.857, 0.807, 0.753, 0.690, 0.627, 0.538, 0.448], curve.Points.Select(point => Math.Round(point.Survival, 3)));
        KaplanMeierPoint at = curve.At(10)!.Value;
        Assert.Equal(15, at.AtRisk);
        Near.Equal(0.752941176470588, at.Survival, 1e-12);
        Near.Equal(0.551123381927885, at.Lower, 1e-9);
        Near.Equal(0.873581243274423, at.Upper, 1e-9);
    }

    // R 4.2.2 survival 3.5.3, quantile.survfit on aml (shared/oracles/metrics/survival.json, quantiles#003). By logarithms the upper limit is 0.515, 0.459 and 0.462 at 43, 45 and 48:
    // it first falls below one half at 45, which print.survfit shows, and comes closest below it at 48.
    [Theory]
    [InlineData(SurvivalIntervalMethod.LogLog, 13.0, 34.0)]
    [InlineData(SurvivalIntervalMethod.Log, 18.0, 48.0)]
    [InlineData(SurvivalIntervalMethod.Plain, 18.0, 34.0)]
    public void Median_has_the_limits_of_R(SurvivalIntervalMethod method, double lower, double upper)
    {
        SurvivalQuantile median = KaplanMeierCurve.Of(Cases.Maintained.Merge(Cases.NotMaintained), 0.95, method)!.Median;
        Assert.Equal((27, lower, upper, 0.95), (median.Value, median.Lower, median.Upper, median.Level));
    }

    [Fact]
    public void What_is_not_reached_is_null_and_not_the_last_time()
    {
        KaplanMeierCurve curve = KaplanMeierCurve.Of(SurvivalSample.Of([5, 8, 12, 20], (int[])[1, 0, 0, 0]))!;
        Assert.Null(curve.Median.Value);
        Assert.Null(curve.Median.Upper);
        Assert.Equal(5, curve.Quantile(0.2).Value);
        Assert.Null(curve.At(20.5));
        Assert.Equal(0.75, curve.At(20)!.Value.Survival);
    }

    [Fact]
    public void A_level_at_exactly_one_half_gives_its_middle()
    {
        Assert.Equal(5, KaplanMeierCurve.Of(SurvivalSample.Of([2, 4, 6, 8], (int[])[1, 1, 1, 1]))!.Median.Value);

        // 0.9 · 8/9 · … reaches 0.3 with a rounding error.
        double[] times = [.. Enumerable.Range(1, 10).Select(i => (double)i)];
        Assert.Equal(7.5, KaplanMeierCurve.Of(SurvivalSample.Of(times, (int[])[1, 1, 1, 1, 1, 1, 1, 1, 1, 1]))!.Quantile(0.7).Value);

        // The last level ends with the last case seen.
        Assert.Equal(6, KaplanMeierCurve.Of(SurvivalSample.Of([2, 4, 7, 8], (int[])[1, 1, 0, 0]))!.Median.Value);
    }

    [Fact]
    public void Limits_are_null_where_nothing_is_known_of_the_variance()
    {
        KaplanMeierPoint only = KaplanMeierCurve.Of(SurvivalSample.Of([10], (int[])[1]))!.Points[0];
        Assert.Equal((0, null, null, null), (only.Survival, only.StandardError, only.Lower, only.Upper));
        KaplanMeierPoint before = KaplanMeierCurve.Of(SurvivalSample.Of([10], (int[])[1]))!.At(3)!.Value;
        Assert.Equal((1, 0, null, null, 1L, 0L), (before.Survival, before.StandardError, before.Lower, before.Upper, before.AtRisk, before.Events));
    }

    [Fact]
    public void Without_cases_there_is_no_curve_and_without_events_no_step()
    {
        Assert.Null(KaplanMeierCurve.Of(new SurvivalCounts().ToSample()));
        Assert.Null(NelsonAalenCurve.Of(new SurvivalCounts().ToSample()));
        Assert.Null(new SurvivalCounts().ToSample().LargestTime);
        KaplanMeierCurve curve = KaplanMeierCurve.Of(SurvivalSample.Of([5, 8], (int[])[0, 0]))!;
        Assert.Empty(curve.Points);
        Assert.Equal(1, curve.At(8)!.Value.Survival);
        Assert.Equal(0, NelsonAalenCurve.Of(curve.Sample)!.At(8));
    }

    [Fact]
    public void A_curve_that_falls_to_0_early_under_late_entry_is_told()
    {
        KaplanMeierCurve curve = KaplanMeierCurve.Of(SurvivalSample.Of([0, 2, 3, 3], [2, 5, 6, 8], [1, 1, 1, 1]))!;
        Assert.All(curve.Points, point => Assert.Equal(0, point.Survival));
        Assert.All(curve.Points, point => Assert.Null(point.StandardError));
        Assert.Contains(curve.Warnings, warning => warning.StartsWith("At time 2 all who had come", StringComparison.Ordinal));
        Assert.Contains(curve.Warnings, warning => warning.StartsWith("From time 2 on fewer than 10", StringComparison.Ordinal));
    }

    [Fact]
    public void Bad_arguments_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => KaplanMeierCurve.Of(Cases.Placebo, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => KaplanMeierCurve.Of(Cases.Placebo, 0.95, (SurvivalIntervalMethod)7));
        Assert.Throws<ArgumentOutOfRangeException>(() => KaplanMeierCurve.Of(Cases.Placebo)!.Quantile(1));
        Assert.Throws<ArgumentOutOfRangeException>(() => KaplanMeierCurve.Of(Cases.Placebo)!.Points[99]);
    }

    [Fact]
    public void Without_censoring_the_curve_is_the_empirical_share() => Prop.ForAll(Cases.Some, cases =>
    {
        KaplanMeierCurve curve = KaplanMeierCurve.Of(Cases.Sample(cases.Select(entry => (entry.Time, 1))))!;
        return curve.Points.All(point => point.Survival == (double)cases.Count(entry => entry.Time > point.Time) / cases.Length
            && point.AtRisk == cases.Count(entry => entry.Time >= point.Time)
            // Greenwood's variance is then that of a share.
            && (point.Survival == 0 || Math.Abs(point.StandardError!.Value - Math.Sqrt(point.Survival * (1 - point.Survival) / cases.Length)) < 1e-12));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Steps_agree_with_the_definition() => Prop.ForAll(Cases.Some, cases =>
    {
        KaplanMeierCurve curve = KaplanMeierCurve.Of(Cases.Sample(cases))!;
        double[] times = [.. cases.Where(entry => entry.Flag > 0).Select(entry => entry.Time).Distinct().Order()];
        double survival = 1, hazard = 0, greenwood = 0;
        bool agrees = curve.Points.Count == times.Length;
        for (int i = 0; agrees && i < times.Length; i++)
        {
            double atRisk = cases.Count(entry => entry.Time >= times[i]), events = cases.Count(entry => entry.Time == times[i] && entry.Flag > 0);
            survival *= 1 - events / atRisk;
            hazard += events / atRisk;
            greenwood += events / (atRisk * (atRisk - events));
            KaplanMeierPoint point = curve.Points[i];
            agrees = point.Time == times[i] && point.AtRisk == atRisk && point.Events == events && Math.Abs(point.Survival - survival) < 1e-12
                && (atRisk == events ? point.StandardError is null : Math.Abs(point.StandardError!.Value - survival * Math.Sqrt(greenwood)) < 1e-12)
                && Math.Abs(NelsonAalenCurve.Of(curve.Sample)!.At(times[i])!.Value - hazard) < 1e-12;
        }

        return agrees;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Curves_fall_and_limits_hold_them_and_widen_with_the_level() => Prop.ForAll(Cases.Some, cases =>
        Enum.GetValues<SurvivalIntervalMethod>().All(method =>
        {
            SurvivalSample sample = Cases.Sample(cases);
            KaplanMeierCurve narrow = KaplanMeierCurve.Of(sample, 0.8, method)!, wide = KaplanMeierCurve.Of(sample, 0.99, method)!;
            double before = 1;
            foreach ((KaplanMeierPoint a, KaplanMeierPoint b) in narrow.Points.Zip(wide.Points))
            {
                if (a.Survival >= before || a.Survival < 0 || a.Lower is null != a.Survival is 0 or 1) return false;
                before = a.Survival;
                if (a.Lower is { } lower && !(0 <= b.Lower && b.Lower <= lower && lower <= a.Survival && a.Survival <= a.Upper && a.Upper <= b.Upper && b.Upper <= 1)) return false;
            }

            return true;
        })).QuickCheckThrowOnFailure();

    [Fact]
    public void Order_of_cases_does_not_change_a_bit() => Prop.ForAll(Cases.Some, Gen.Choose(0, int.MaxValue).ToArbitrary(), (cases, seed) =>
    {
        KaplanMeierCurve one = KaplanMeierCurve.Of(Cases.Sample(cases))!, other = KaplanMeierCurve.Of(Cases.Sample(Cases.Shuffled(cases, seed)))!;
        return one.Points.SequenceEqual(other.Points) && one.Median == other.Median;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Quantiles_rise_with_the_share_and_lie_within_their_limits() => Prop.ForAll(Cases.Some, cases =>
    {
        KaplanMeierCurve curve = KaplanMeierCurve.Of(Cases.Sample(cases))!;
        double before = 0;
        foreach (double share in (double[])[0.1, 0.25, 0.5, 0.75, 0.9])
        {
            SurvivalQuantile quantile = curve.Quantile(share);
            if (quantile.Value is not { } value) continue;
            if (value < before || quantile.Lower > value || quantile.Upper < value) return false;
            before = value;
        }

        return true;
    }).QuickCheckThrowOnFailure();

    // R 4.2.2 survfit()$cumhaz and std.chaz on aml (shared/oracles/metrics/survival.json, nelson_aalen#003).
    [Fact]
    public void Cumulative_hazard_agrees_with_R()
    {
        NelsonAalenPoint point = NelsonAalenCurve.Of(Cases.Maintained.Merge(Cases.NotMaintained))!.Points[2];
        Assert.Equal((9.0, 19L, 1L), (point.Time, point.AtRisk, point.Events));
        Near.Equal(0.234826195924594, point.CumulativeHazard, 1e-12);
        Near.Equal(0.105289832516095, point.StandardError, 1e-12);
        Near.Equal(0.234826195924594 * Math.Exp(1.959963984540054 * 0.105289832516095 / 0.234826195924594), point.Upper, 1e-12);
        Near.Equal(point.CumulativeHazard * point.CumulativeHazard / point.Upper, point.Lower, 1e-12);
    }
}
