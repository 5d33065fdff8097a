using CustomerJourney.Events;
using CustomerJourney.Metrics;
using CustomerJourney.Metrics.Trends;
using Xunit.Abstractions;

namespace CustomerJourney.Tests.Metrics.Trends;

/// <summary>Seeded simulations: false alarms when nothing changes, and a planted step that is found.</summary>
public class TrendSimulationTests(ITestOutputHelper output)
{
    private const int Periods = 20;

    [Theory]
    [InlineData(TrendLimits.Sampling, 400, 5, 30)]
    [InlineData(TrendLimits.Sampling, 400, 40, 80)]
    [InlineData(TrendLimits.Widened, 300, 20, 60)]
    [InlineData(TrendLimits.Individuals, 300, 40, 80)]
    public void Net_scores_that_do_not_change_raise_an_alert_no_more_often_than_promised(TrendLimits limits, int turns, int fewest, int most)
    {
        Random random = new(20260 + fewest);
        int alarms = 0;
        for (int turn = 0; turn < turns; turn++)
        {
            (int, int, int)[] weeks = [.. Enumerable.Range(0, Periods).Select(_ => Draw(random, random.Next(fewest, most), 0.5, 0.2))];
            if (Trend(weeks, limits).Alerts.Count > 0) alarms++;
        }

        AssertAtMost(alarms, turns);
    }

    [Theory]
    [InlineData(0.5, 30)]
    [InlineData(0.97, 30)]
    [InlineData(0.02, 300)]
    public void Shares_that_do_not_change_raise_an_alert_no_more_often_than_promised(double share, int total)
    {
        const int Turns = 400;
        Random random = new(7);
        int alarms = 0;
        for (int turn = 0; turn < Turns; turn++)
        {
            (int, int)[] weeks = [.. Enumerable.Range(0, Periods).Select(_ => (Enumerable.Range(0, total).Count(_ => random.NextDouble() < share), total))];
            if (JourneyLog.From(Weeks.Csat(weeks)).Measure(new Csat().Trend(CalendarUnit.Week, options: Options(TrendLimits.Sampling))).Alerts.Count > 0) alarms++;
        }

        AssertAtMost(alarms, Turns);
    }

    [Fact]
    public void Days_with_a_week_in_them_raise_an_alert_no_more_often_than_promised()
    {
        const int Turns = 200;
        Random random = new(11);
        int alarms = 0;
        for (int turn = 0; turn < Turns; turn++)
        {
            JourneyLog log = JourneyLog.From(Enumerable.Range(0, 42).SelectMany(day => Enumerable.Range(0, 30).Select(i => new JourneyEvent
            {
                Customer = $"{day}-{i}",
                Event = "survey",
                At = Weeks.Start.AddDays(day).AddMinutes(10 * i),
                Feedback = new(FeedbackKind.Csat, random.NextDouble() < 0.55 + (0.05 * (day % 7)) ? 5 : 1),
            })));
            if (log.Measure(new Csat().Trend(CalendarUnit.Day, options: new() { ObservedUntil = Weeks.End(6) })).Alerts.Count > 0) alarms++;
        }

        AssertAtMost(alarms, Turns);
    }

    [Fact]
    public void All_rules_and_many_groups_together_keep_the_promise()
    {
        const int Turns = 100;
        Random random = new(5);
        int alarms = 0;
        TrendOptions options = Options(TrendLimits.Sampling) with
        {
            Rules = TrendRules.BeyondLimits | TrendRules.ChangePoint | TrendRules.RunOnOneSide | TrendRules.MovingAverage | TrendRules.CumulativeSum,
        };
        for (int turn = 0; turn < Turns; turn++)
        {
            JourneyLog log = JourneyLog.From(Enumerable.Range(0, 6).SelectMany(group => Weeks.Nps([.. Enumerable.Range(0, Periods).Select(_ => Draw(random, 30, 0.4, 0.3))])
                .Select(e => e with { Customer = $"{group}-{e.Customer}", Channel = $"channel {group}" })));
            if (log.Measure(new Nps().Trends(Dimension.Channel, CalendarUnit.Week, options: options)).Alerts.Count > 0) alarms++;
        }

        AssertAtMost(alarms, Turns);
    }

    [Fact]
    public void Without_correction_many_groups_raise_many_false_alarms_which_the_correction_takes_away()
    {
        Random random = new(9);
        JourneyLog log = JourneyLog.From(Enumerable.Range(0, 40).SelectMany(group => Weeks.Csat([.. Enumerable.Range(0, Periods).Select(_ => (Enumerable.Range(0, 50).Count(_ => random.NextDouble() < 0.5), 50))])
            .Select(e => e with { Customer = $"{group}-{e.Customer}", Channel = $"channel {group}" })));
        TrendOptions options = Options(TrendLimits.Sampling);
        Assert.NotEmpty(log.Measure(new Csat().Trends(Dimension.Channel, CalendarUnit.Week, options: options with { Correction = TrendCorrection.None })).Alerts);
        Assert.Empty(log.Measure(new Csat().Trends(Dimension.Channel, CalendarUnit.Week, options: options)).Alerts);
    }

    [Theory]
    [InlineData(TrendLimits.Sampling)]
    [InlineData(TrendLimits.Widened)]
    [InlineData(TrendLimits.Individuals)]
    public void A_planted_step_of_fifteen_points_is_found_where_it_is(TrendLimits limits)
    {
        const int Turns = 100, Step = 13;
        Random random = new(1);
        int found = 0;
        for (int turn = 0; turn < Turns; turn++)
        {
            (int, int, int)[] weeks = [.. Enumerable.Range(0, Periods).Select(week => Draw(random, 200, week < Step ? 0.5 : 0.4, week < Step ? 0.2 : 0.25))];
            Trend<NpsResult> trend = Trend(weeks, limits);
            if (trend.Alerts.Any(alert => alert.Rule == TrendRules.ChangePoint && Math.Abs(IndexOf(trend, alert.Period) - Step) <= 2)) found++;
        }

        output.WriteLine($"{found} of {Turns}");
        Assert.True(found >= 0.9 * Turns, $"The step was found in {found} of {Turns} series.");
    }

    private static int IndexOf(Trend<NpsResult> trend, string period) => Enumerable.Range(0, trend.Points.Count).First(i => trend.Points[i].Period == period);

    private static Trend<NpsResult> Trend((int, int, int)[] weeks, TrendLimits limits) =>
        JourneyLog.From(Weeks.Nps(weeks)).Measure(new Nps().Trend(CalendarUnit.Week, options: Options(limits)));

    private static TrendOptions Options(TrendLimits limits) => new() { ObservedUntil = Weeks.End(Periods), Limits = limits };

    private static (int, int, int) Draw(Random random, int answers, double promoters, double detractors)
    {
        int up = 0, down = 0;
        for (int i = 0; i < answers; i++)
        {
            double draw = random.NextDouble();
            if (draw < promoters) up++;
            else if (draw < promoters + detractors) down++;
        }

        return (up, answers - up - down, down);
    }

    /// <summary>No more than the promised rate, without an allowance for the chance of so many turns.</summary>
    private void AssertAtMost(int alarms, int turns)
    {
        output.WriteLine($"{alarms} of {turns}");
        Assert.True(alarms <= 0.05 * turns, $"{alarms} of {turns} series that do not change raised an alert.");
    }
}
