using System.Globalization;
using CustomerJourney.Events;
using CustomerJourney.Metrics;
using CustomerJourney.Metrics.Trends;
using CustomerJourney.Statistics;

namespace CustomerJourney.Tests.Metrics.Trends;

/// <summary>Trends whose baseline does not vary at all: what differs from it lies beyond its limits, and how surely is told by counts where there are any, by rounding where there are none.</summary>
public class ConstantBaselineTests
{
    [Fact]
    public void A_jump_after_figures_that_are_all_the_same_is_an_alert()
    {
        Trend<RevenueResult> trend = Revenue([.. Enumerable.Repeat(100m, 8), 900, 100, 100, 100]);
        Assert.Equal((TrendRules.BeyondLimits, "2026-W10", 900.0, 100.0), trend.Alerts.Select(alert => (alert.Rule, alert.Period, alert.Value, alert.Expected)).Single());
        Assert.All(trend.Points, point => Assert.Equal(100 + (3 * Math.Sqrt(1 / 12.0)), point.UpperLimit!.Value, 1e-12));
        // Student's t with the variance of rounding to whole numbers: 800/√(1/12·(1 + 1/8)), seven degrees of freedom.
        Assert.Equal(StudentTDistribution.TwoSided(800 / Math.Sqrt(1.125 / 12), 7), trend.Alerts[0].PValue, 1e-20);
        Assert.Contains(trend.Warnings, warning => warning.Kind == MetricWarningKind.Assumption && warning.Message.Contains("all the same: limits are those of rounding to 1;", StringComparison.Ordinal));
    }

    [Fact]
    public void A_new_level_after_such_a_baseline_is_a_change()
    {
        Trend<RevenueResult> trend = Revenue([.. Enumerable.Repeat(100m, 8), .. Enumerable.Repeat(160m, 4)]);
        Assert.Equal((100.0, 160.0, "2026-W10"), trend.Alerts.Where(alert => alert.Rule == TrendRules.ChangePoint).Select(alert => (alert.Expected, alert.Value, alert.Period)).Single());
        Assert.Equal(4, trend.Alerts.Count(alert => alert.Rule == TrendRules.BeyondLimits));
    }

    [Fact]
    public void One_step_of_the_figure_is_beyond_the_limits_and_no_alert_but_on_the_classical_chart()
    {
        decimal[] weeks = [.. Enumerable.Repeat(100m, 8), 101, 100, 100, 100];
        Assert.Empty(Revenue(weeks).Alerts);
        Assert.True(Revenue(weeks).Points[8].IsBeyondLimits);
        Assert.Equal("2026-W10", Revenue(weeks, new() { Correction = TrendCorrection.None, Rules = TrendRules.BeyondLimits }).Alerts.Single().Period);
        Assert.Empty(Revenue([100, 100, 101, 101]).Alerts);
    }

    [Fact]
    public void The_step_is_told_alike_in_every_culture()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
        try
        {
            Assert.Contains(Revenue([.. Enumerable.Repeat(100.5m, 8), 900]).Warnings, warning => warning.Message.Contains("limits are those of rounding to 0.5;", StringComparison.Ordinal));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData(0.1)]
    [InlineData(100)]
    [InlineData(3.3333)]
    public void Nothing_that_differs_is_no_alert(double figure)
    {
        Trend<RevenueResult> trend = Revenue([.. Enumerable.Repeat((decimal)figure, 12)], new() { Rules = TrendRules.BeyondLimits | TrendRules.ChangePoint | TrendRules.RunOnOneSide | TrendRules.MovingAverage | TrendRules.CumulativeSum });
        Assert.Empty(trend.Alerts);
        Assert.All(trend.Points, point => Assert.False(point.IsBeyondLimits));
    }

    [Theory]
    [InlineData(TrendLimits.Individuals)]
    [InlineData(TrendLimits.Widened)]
    public void Where_counts_are_known_the_exact_test_says_how_surely(TrendLimits limits)
    {
        JourneyLog log = JourneyLog.From(Weeks.Csat([.. Enumerable.Repeat((80, 100), 8), (40, 100), .. Enumerable.Repeat((80, 100), 3)]));
        TrendAlert alert = log.Measure(new Csat().Trend(CalendarUnit.Week, options: new() { ObservedUntil = Weeks.End(12), Limits = limits })).Alerts.Single();
        Assert.Equal((TrendRules.BeyondLimits, "2026-W10"), (alert.Rule, alert.Period));
        Assert.Equal(ProportionDifference.FisherExact(640, 800, 40, 100)!.PValue, alert.PValue, 1e-15);
        // The same where nobody was ever dissatisfied.
        JourneyLog none = JourneyLog.From(Weeks.Csat([.. Enumerable.Repeat((50, 50), 8), .. Enumerable.Repeat((30, 50), 4)]));
        Assert.Contains(none.Measure(new Csat().Trend(CalendarUnit.Week, options: new() { ObservedUntil = Weeks.End(12), Limits = limits })).Alerts, one => one.Rule == TrendRules.ChangePoint);
    }

    [Fact]
    public void Means_of_answers_that_are_all_the_same_are_compared_exactly()
    {
        JourneyLog log = JourneyLog.From(Enumerable.Range(0, 12).SelectMany(week => Weeks.Scores(FeedbackKind.Ces, week, [.. Enumerable.Repeat(week < 8 ? 6.0 : 7.0, 5)])));
        Trend<CesResult> trend = log.Measure(new Ces().Trend(CalendarUnit.Week, options: new() { ObservedUntil = Weeks.End(12) }));
        Assert.Equal("2026-W10", trend.Alerts.Single(alert => alert.Rule == TrendRules.ChangePoint).Period);
        // That just these 5 of 45 answers are the other ones.
        Assert.Equal(1 / 1_221_759.0, trend.Alerts.First(alert => alert.Rule == TrendRules.BeyondLimits).PValue, 1e-15);
    }

    [Theory]
    [InlineData(new double[] { 3, 8, 100 }, 1.0)]
    [InlineData(new double[] { 3, 8.5 }, 0.5)]
    [InlineData(new double[] { 0.1, 0.2, 0.7 }, 0.1)]
    [InlineData(new double[] { 0.15 }, 0.05)]
    [InlineData(new double[] { -0.01, 12.34 }, 0.01)]
    [InlineData(new double[] { 1 / 3.0 }, null)]
    [InlineData(new double[] { 0, 3e-13, 7e-13 }, null)]
    public void The_step_of_figures_is_the_largest_of_which_all_are_multiples(double[] figures, double? step)
    {
        if (step is null) Assert.Null(FigureStep.Of(figures));
        else Assert.Equal(step.Value, FigureStep.Of(figures)!.Value, 1e-15);
    }

    private static Trend<RevenueResult> Revenue(decimal[] weeks, TrendOptions? options = null) => JourneyLog
        .From(weeks.Select((amount, week) => new JourneyEvent { Customer = $"c{week}", Event = "order", At = Weeks.End(week).AddHours(5), Value = amount, Currency = "EUR" }))
        .Measure(new Revenue().Trend(CalendarUnit.Week, options: (options ?? new()) with { ObservedUntil = Weeks.End(weeks.Length) }));
}
