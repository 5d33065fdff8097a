using CustomerJourney.Events;
using CustomerJourney.Metrics;
using CustomerJourney.Metrics.Targets;
using CustomerJourney.Metrics.Trends;

namespace CustomerJourney.Tests.Metrics.Trends;

public class TrendEdgeTests
{
    [Fact]
    public void A_change_is_found_though_one_day_of_the_week_never_varies()
    {
        // Six weeks at 80 %, then two at 40 %; on Sundays everybody is always satisfied. All answers count, so single figures are tested.
        Random random = new(3);
        JourneyLog log = JourneyLog.From(
            from day in Enumerable.Range(0, 84)
            from answer in Enumerable.Range(0, day % 7 == 6 ? 20 : 60)
            select new JourneyEvent
            {
                Customer = $"{day} {answer}",
                Event = "survey",
                At = Weeks.Start.AddDays(day).AddMinutes(answer),
                Feedback = new(FeedbackKind.Csat, day % 7 == 6 || random.NextDouble() < (day < 60 ? 0.8 : 0.4) ? 5 : 1),
            });
        Trend<CsatResult> trend = log.Measure((new Csat() with { Counting = AnswerCounting.All }).Trend(CalendarUnit.Day, options: new() { ObservedUntil = Weeks.End(12), Baseline = Weeks.Span(0, 6), Season = TrendSeason.DayOfWeek }));
        Assert.Contains(trend.Alerts, alert => alert.Rule == TrendRules.ChangePoint);
    }

    [Fact]
    public void A_group_that_vanishes_keeps_its_periods_and_none_is_open_because_of_that()
    {
        JourneyLog log = JourneyLog.From(
        [
            .. Weeks.Nps([.. Enumerable.Repeat((20, 10, 10), 8)]).Select(e => e with { Channel = "web" }),
            .. Weeks.Nps([.. Enumerable.Repeat((20, 10, 10), 3)]).Select(e => e with { Channel = "fax", Customer = "fax " + e.Customer }),
        ]);
        GroupTrends<NpsResult> trends = log.Measure(new Nps().Trends(Dimension.Channel, CalendarUnit.Week, options: new() { ObservedUntil = Weeks.End(8) }));
        Assert.Equal(trends["web"].Points.Select(point => point.Period), trends["fax"].Points.Select(point => point.Period));
        Assert.Equal([.. Enumerable.Repeat(false, 3), .. Enumerable.Repeat(true, 5)], trends["fax"].Points.Select(point => point.State == TrendPointState.Empty));
        GroupTrends<NpsResult> crossed = log.Measure(new Nps().By(Dimension.Channel, Dimension.Calendar(CalendarUnit.Week))).Trends();
        Assert.Equal([7], Enumerable.Range(0, crossed["fax"].Points.Count).Where(i => crossed["fax"].Points[i].State == TrendPointState.Open));
    }

    [Fact]
    public void The_day_of_a_period_that_ends_where_midnight_does_not_exist_is_its_own()
    {
        // In Sao Paulo the clocks went from November 3rd 2018, 24:00, to November 4th, 01:00.
        ReportingCalendar calendar = new() { TimeZone = TimeZoneInfo.FindSystemTimeZoneById("America/Sao_Paulo") };
        DateTimeOffset noon = new(2018, 11, 1, 15, 0, 0, TimeSpan.Zero);
        JourneyLog log = JourneyLog.From(Enumerable.Range(0, 7).SelectMany(day => Enumerable.Range(0, 5).Select(i => new JourneyEvent
        {
            Customer = $"{day} {i}",
            Event = "survey",
            At = noon.AddDays(day),
            Feedback = new(FeedbackKind.Nps, 10 - i),
        })));
        Journey map = Journey.Create("Shop", map => map.AddMetric("NPS", MetricKind.Nps).AddStage("Use", stage => stage.AddTouchpoint("App", touch => { })));
        Journey noted = map.WithObservations("NPS", log.Measure(new Nps().Trend(CalendarUnit.Day, calendar)));
        Assert.Equal(Enumerable.Range(1, 6).Select(day => new DateOnly(2018, 11, day)), noted.Metrics[0].Observations.Select(observation => observation.At));
    }

    [Fact]
    public void A_figure_that_is_withheld_has_no_value_in_a_trend_either()
    {
        JourneyLog log = JourneyLog.From(Enumerable.Range(0, 4).SelectMany(week => Weeks.Scores(FeedbackKind.Nps, week, [.. Enumerable.Range(0, 60).Select(i => 1.0 + (i % 5))])));
        Assert.Null(log.Measure(new Nps()).Value);
        foreach (string? figure in new[] { null, "NPS" })
        {
            Trend<NpsResult> trend = log.Measure(new Nps().Trend(CalendarUnit.Week, options: new() { Figure = figure, ObservedUntil = Weeks.End(4) }));
            Assert.All(trend.Points, point => Assert.True(point.Value is null && point.Estimate is null && point.State == TrendPointState.Empty));
        }
    }

    [Fact]
    public void The_definition_names_the_zone_and_the_first_day_of_the_week()
    {
        ReportingCalendar calendar = new() { TimeZone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"), FirstDayOfWeek = DayOfWeek.Sunday };
        JourneyLog log = JourneyLog.From(Weeks.Nps((20, 10, 10), (20, 10, 10)));
        Trend<NpsResult>[] trends =
        [
            log.Measure(new Nps().Trend(CalendarUnit.Week, calendar)),
            log.Measure(new Nps().By(Dimension.Calendar(CalendarUnit.Week, calendar))).Trend(),
            log.Trend(CalendarUnit.Week, _ => new Nps(), calendar),
            log.Measure(new Nps().Trends(Dimension.Channel, CalendarUnit.Week, calendar))[0],
        ];
        foreach (Trend<NpsResult> trend in trends)
        {
            Assert.Equal(calendar, trend.Calendar);
            Assert.Contains(new MetricTerm("calendar", "Europe/Berlin, weeks from Sunday"), trend.Terms);
            Assert.Contains("Europe/Berlin", trend.ToJson(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_sum_whose_first_period_the_log_began_within_is_warned_of_unless_a_baseline_is_named()
    {
        JourneyEvent[] orders = [.. Enumerable.Range(0, 300).Select(i => new JourneyEvent { Customer = $"c{i % 40}", Event = "order", At = Weeks.Start.AddDays(17 + (i * 0.5)), Value = 20 + (i % 7), Currency = "EUR" })];
        JourneyLog log = JourneyLog.From(orders);
        Trend<RevenueResult> trend = log.Measure(new Revenue().Trend(CalendarUnit.Month));
        Assert.Equal(
            "The first event of the log is of 2026-01-22, within 2026-01: if the log began only then, counts and sums of that period are cut off, and it stands in the baseline; name a Baseline without it.",
            trend.Warnings.Single(warning => warning.Kind == MetricWarningKind.Assumption).Message);

        // The same in parts; nothing to say of a log that began before, of a baseline of one's own, and of shares and means.
        MetricParts.Same(orders, new Revenue().Trend(CalendarUnit.Month), part => part.ToJson(), 3);
        JourneyLog longer = JourneyLog.From([.. Weeks.Nps((1, 0, 0)).Select(e => e with { At = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero) }), new JourneyEvent { Customer = "c", Event = "order", At = Weeks.Start.AddDays(17), Value = 9, Currency = "EUR" }, new JourneyEvent { Customer = "c", Event = "order", At = Weeks.Start.AddDays(60), Value = 9, Currency = "EUR" }]);
        Assert.DoesNotContain(longer.Measure(new Revenue().Trend(CalendarUnit.Month)).Warnings, warning => warning.Kind == MetricWarningKind.Assumption);
        Assert.DoesNotContain(log.Measure(new Revenue().Trend(CalendarUnit.Month, options: new() { Baseline = new(new(2026, 2, 1, 0, 0, 0, TimeSpan.Zero), new(2026, 5, 1, 0, 0, 0, TimeSpan.Zero)) })).Warnings, warning => warning.Kind == MetricWarningKind.Assumption);
        Assert.DoesNotContain(log.Measure(new AverageOrderValue().Trend(CalendarUnit.Month)).Warnings, warning => warning.Message.Contains("began", StringComparison.Ordinal));
    }

    [Fact]
    public void One_period_is_one_period()
    {
        Trend<NpsResult> trend = JourneyLog.From(Weeks.Nps((20, 10, 10))).Measure(new Nps().Trend(CalendarUnit.Week, options: new() { ObservedUntil = Weeks.End(1) }));
        Assert.Equal("NPS by week: 1 period, baseline 2026-W02 to 2026-W02, 1 period, no alerts", trend.ToString());
        Assert.Contains("has 1 period:", Assert.Single(trend.Warnings).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_log_without_events_has_a_trend_without_periods()
    {
        Trend<NpsResult> trend = JourneyLog.From([]).Measure(new Nps().Trend(CalendarUnit.Month));
        Assert.Empty(trend.Points);
        Assert.Empty(trend.Alerts);
        Assert.Empty(JourneyLog.From([]).Trend(CalendarUnit.Month, period => new RevenueRetention(period, new TimeRange(period.End, period.End.AddDays(1)))).Points);
    }

    [Fact]
    public void A_certain_target_lies_outside_the_interval_on_the_side_of_the_verdict()
    {
        Journey map = Journey.Create("Shop", map => map.AddMetric("NPS", MetricKind.Nps, metric => metric.Target(100).Observed(new DateOnly(2026, 1, 1), 100, 1000)).AddStage("Use", stage => stage.AddTouchpoint("App", touch => { })));
        MetricStatus status = map.TargetStatus(level: 0.5)["NPS"];
        Assert.Equal(TargetState.Met, status.State);
        Assert.True(status.Estimate!.Upper < 100);
        Assert.False(status.IsCertain);
        Assert.DoesNotContain("for sure", status.ToString(), StringComparison.Ordinal);
    }
}
