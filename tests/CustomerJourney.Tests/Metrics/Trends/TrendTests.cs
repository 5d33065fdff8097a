using CustomerJourney.Analytics;
using CustomerJourney.Events;
using CustomerJourney.Metrics;
using CustomerJourney.Metrics.Trends;
using CustomerJourney.Statistics.Control;

namespace CustomerJourney.Tests.Metrics.Trends;

public class TrendTests
{
    /// <summary>D. C. Montgomery, Introduction to Statistical Quality Control, table of nonconforming orange juice cans, 30 samples of 50.</summary>
    private static readonly int[] OrangeJuice = [12, 15, 8, 10, 4, 7, 16, 9, 14, 10, 5, 6, 17, 12, 22, 8, 10, 5, 13, 11, 20, 18, 24, 15, 9, 12, 7, 13, 9, 6];

    private static readonly JourneyLog Juice = JourneyLog.From(Weeks.Csat([.. OrangeJuice.Select(cans => (cans, 50))]));

    private static readonly TrendOptions WholeBaseline = new() { Baseline = Weeks.Span(0, 30), ObservedUntil = Weeks.End(30), Rules = TrendRules.BeyondLimits };

    [Fact]
    public void The_program_that_a_user_writes()
    {
        JourneyLog log = JourneyLog.From(Weeks.Nps([.. Enumerable.Repeat((50, 30, 20), 16), .. Enumerable.Repeat((30, 30, 40), 8)]));
        ReportingCalendar calendar = ReportingCalendar.Utc;

        Trend<NpsResult> trend = log
            .Measure(new Nps().By(Dimension.Calendar(CalendarUnit.Week, calendar)))
            .Trend(new TrendOptions { Baseline = Weeks.Span(0, 12), ObservedUntil = Weeks.End(24) });
        Trend<NpsResult> same = log.Measure(new Nps().Trend(CalendarUnit.Week, calendar, trend.Options));

        Assert.Equal(trend.ToJson(), same.ToJson());
        TrendAlert change = trend.Alerts.Single(alert => alert.Rule == TrendRules.ChangePoint);
        Assert.Equal(("2026-W18", -10.0, 30.0), (change.Period, Math.Round(change.Value, 9), Math.Round(change.Expected, 9)));
        Assert.Null(change.LowerLimit);
        Assert.True(change.AdjustedPValue >= change.PValue && change.AdjustedPValue < 1e-6);
        Assert.Equal("NPS changed from 30.0 points to -10.0 points with 2026-W18 (p < 0.0001, adjusted < 0.0001).", change.Message);
        Assert.All(trend.Alerts, alert => Assert.True(string.CompareOrdinal(alert.Period, "2026-W18") >= 0));
        Assert.Equal(30, trend["2026-W05"].Expected!.Value, 12);
        Assert.Equal(trend["2026-W05"].Result.Estimate, trend["2026-W05"].Estimate);
    }

    [Fact]
    public void Orange_juice_flags_samples_15_and_23_on_the_limits_of_the_p_chart()
    {
        foreach (TrendCorrection correction in Enum.GetValues<TrendCorrection>())
        {
            Trend<CsatResult> trend = Juice.Measure(new Csat().Trend(CalendarUnit.Week, options: WholeBaseline with { Correction = correction }));
            Assert.Equal([trend.Points[14].Period, trend.Points[22].Period], trend.Alerts.Select(alert => alert.Period));
            Assert.All(trend.Alerts, alert => Assert.EndsWith(" of 41.0%; expected was 23.1%", alert.Message[..alert.Message.IndexOf(" (", StringComparison.Ordinal)]));
            Assert.Equal([14, 22], Enumerable.Range(0, 30).Where(i => trend.Points[i].IsBeyondLimits));
        }

        ControlChart chart = ControlChart.Shares([.. OrangeJuice.Select(cans => (long)cans)], [.. OrangeJuice.Select(_ => 50L)])!;
        Trend<CsatResult> whole = Juice.Measure(new Csat().Trend(CalendarUnit.Week, options: WholeBaseline));
        for (int i = 0; i < 30; i++)
        {
            Assert.Equal(chart.Center, whole.Points[i].Expected!.Value, 1e-12);
            Assert.Equal(chart.Points[i].Lower!.Value, whole.Points[i].LowerLimit!.Value, 1e-12);
            Assert.Equal(chart.Points[i].Upper!.Value, whole.Points[i].UpperLimit!.Value, 1e-12);
        }
    }

    [Fact]
    public void Orange_juice_varies_more_than_chance_which_is_warned_of_and_can_widen_the_limits()
    {
        Trend<CsatResult> plain = Juice.Measure(new Csat().Trend(CalendarUnit.Week, options: WholeBaseline));
        Assert.Contains(plain.Warnings, warning => warning.Kind == MetricWarningKind.Assumption && warning.Message.Contains("more than chance explains"));

        Trend<CsatResult> widened = Juice.Measure(new Csat().Trend(CalendarUnit.Week, options: WholeBaseline with { Limits = TrendLimits.Widened }));
        double center = OrangeJuice.Sum() / 1500.0, error = Math.Sqrt(center * (1 - center) / 50);
        double[] scores = [.. OrangeJuice.Select(cans => (cans / 50.0 - center) / error)];
        double factor = scores.Zip(scores.Skip(1), (a, b) => Math.Abs(b - a)).Average() / 1.128;
        Assert.Equal(factor, widened.Dispersion!.Value, 1e-12);
        Assert.Equal(center + (3 * error * factor), widened.Points[0].UpperLimit!.Value, 1e-12);
        Assert.Empty(widened.Alerts);
        Assert.Empty(widened.Warnings);
    }

    [Fact]
    public void Limits_widen_where_there_are_fewer_answers_and_stay_on_the_scale()
    {
        Trend<NpsResult> trend = JourneyLog.From(Weeks.Nps([.. Enumerable.Repeat((95, 4, 1), 8), (10, 0, 0), (950, 40, 10)]))
            .Measure(new Nps().Trend(CalendarUnit.Week, options: new() { Baseline = Weeks.Span(0, 8), ObservedUntil = Weeks.End(10) }));
        Assert.Equal(94, trend.Points[0].Expected!.Value, 12);
        Assert.Equal(100, trend.Points[8].UpperLimit);
        double variance = 0.96 - (0.94 * 0.94);
        Assert.Equal(94 - (300 * Math.Sqrt(variance / 1000)), trend.Points[9].LowerLimit!.Value, 1e-9);
        Assert.Equal(94 - (300 * Math.Sqrt(variance / 10)), trend.Points[8].LowerLimit!.Value, 1e-9);
    }

    [Fact]
    public void Means_have_limits_by_the_variance_within_periods()
    {
        double[] scores = [1, 2, 3, 4, 5, 6, 7, 4, 4, 4];
        JourneyLog log = JourneyLog.From(Enumerable.Range(0, 9).SelectMany(week => Weeks.Scores(FeedbackKind.Ces, week, scores)));
        Trend<CesResult> trend = log.Measure(new Ces().Trend(CalendarUnit.Week, options: new() { ObservedUntil = Weeks.End(9) }));
        double within = scores.Sum(score => (score - 4) * (score - 4)) / 9;
        Assert.Equal(4 + (3 * Math.Sqrt(within / 10)), trend.Points[0].UpperLimit!.Value, 1e-12);
        Assert.Empty(trend.Alerts);
    }

    [Fact]
    public void Individuals_go_by_moving_ranges_and_pool_counts_for_the_level()
    {
        (int, int)[] weeks = [(10, 20), (30, 50), (20, 50), (40, 100), (15, 30), (12, 25)];
        Trend<CsatResult> trend = JourneyLog.From(Weeks.Csat(weeks)).Measure(new Csat().Trend(
            CalendarUnit.Week, options: new() { Baseline = Weeks.Span(0, 6), ObservedUntil = Weeks.End(6), Limits = TrendLimits.Individuals }));
        double[] shares = [.. weeks.Select(week => (double)week.Item1 / week.Item2)];
        double sigma = shares.Zip(shares.Skip(1), (a, b) => Math.Abs(b - a)).Average() / 1.128, pooled = 127 / 275.0;
        Assert.All(trend.Points, point =>
        {
            Assert.Equal(pooled, point.Expected!.Value, 1e-12);
            Assert.Equal(Math.Min(1, pooled + (3 * sigma)), point.UpperLimit!.Value, 1e-12);
        });
        Assert.Null(trend.Dispersion);
    }

    [Fact]
    public void Open_periods_are_marked_and_not_judged_and_empty_ones_are_kept()
    {
        JourneyLog log = JourneyLog.From(Weeks.Nps([.. Enumerable.Repeat((50, 30, 20), 8), (0, 0, 0), (50, 30, 20), (0, 0, 100)]));
        Trend<NpsResult> trend = log.Measure(new Nps().Trend(CalendarUnit.Week));
        Assert.Equal(11, trend.Points.Count);
        Assert.Equal((TrendPointState.Empty, null, 0L), (trend.Points[8].State, trend.Points[8].Value, trend.Points[8].Observations));
        Assert.Equal((TrendPointState.Judged, 30.0), (trend.Points[9].State, trend.Points[9].Value!.Value));
        Assert.Equal(TrendPointState.Open, trend.Points[10].State);
        Assert.Equal(-100, trend.Points[10].Value!.Value);
        Assert.Null(trend.Points[10].LowerLimit);
        Assert.Empty(trend.Alerts);

        Trend<NpsResult> ended = log.Measure(new Nps().Trend(CalendarUnit.Week, options: new() { ObservedUntil = Weeks.End(11) }));
        Assert.Equal(trend.Points[10].Period, ended.Alerts.Single(alert => alert.Rule == TrendRules.BeyondLimits).Period);

        // A breakdown does not know its log's end.
        Assert.Equal(TrendPointState.Open, log.Measure(new Nps().By(Dimension.Calendar(CalendarUnit.Week))).Trend().Points[10].State);
    }

    [Fact]
    public void The_default_baseline_is_the_first_two_thirds_of_the_finished_periods_with_a_value()
    {
        Trend<NpsResult> trend = JourneyLog.From(Weeks.Nps([.. Enumerable.Repeat((50, 30, 20), 10), (1, 0, 0)])).Measure(new Nps().Trend(CalendarUnit.Week));
        Assert.Equal(7, trend.Points.Count(point => point.State == TrendPointState.Baseline));
        Assert.Equal(Weeks.Span(0, 7), trend.Baseline);
        Assert.Contains(new MetricTerm("baseline", "2026-W02 to 2026-W08, 7 periods: the first two thirds of the finished periods with a value"), trend.Terms);
        Assert.Contains(trend.Warnings, warning => warning.Kind == MetricWarningKind.FewObservations);
    }

    [Fact]
    public void Without_a_baseline_nothing_is_judged_and_a_warning_says_so()
    {
        Trend<NpsResult> trend = JourneyLog.From(Weeks.Nps([.. Enumerable.Repeat((50, 30, 20), 4)]))
            .Measure(new Nps().Trend(CalendarUnit.Week, options: new() { Baseline = Weeks.Span(20, 30), ObservedUntil = Weeks.End(4) }));
        Assert.All(trend.Points, point => Assert.Equal(TrendPointState.NotJudged, point.State));
        Assert.Null(trend.Baseline);
        Assert.Contains("has no baseline", trend.Warnings.Single().Message);

        Trend<NpsResult> empty = JourneyLog.From([]).Measure(new Nps().Trend(CalendarUnit.Week));
        Assert.Empty(empty.Points);
        Assert.Empty(empty.Alerts);
        Assert.Empty(empty.ToTable().Rows);
        System.Text.Json.JsonDocument.Parse(empty.ToJson()).Dispose();
    }

    [Fact]
    public void Days_are_compared_with_the_same_day_of_the_week()
    {
        // Sundays are bad, always: 60 % satisfied against 80 %.
        JourneyLog log = JourneyLog.From(Enumerable.Range(0, 8 * 7).SelectMany(day => Enumerable.Range(0, 50).Select(i => new JourneyEvent
        {
            Customer = $"{day}-{i}",
            Event = "survey",
            At = Weeks.Start.AddDays(day).AddMinutes(10 * i),
            Feedback = new(FeedbackKind.Csat, i < (day % 7 == 6 ? 30 : 40) ? 5 : 1),
        })));
        TrendOptions options = new() { ObservedUntil = Weeks.End(8) };
        Trend<CsatResult> trend = log.Measure(new Csat().Trend(CalendarUnit.Day, options: options));
        Assert.Equal(TrendSeason.DayOfWeek, trend.Season);
        Assert.Equal((0.8, 0.6), (trend["2026-02-21"].Expected!.Value, trend["2026-02-22"].Expected!.Value));
        Assert.Empty(trend.Alerts);

        TrendOptions classical = options with { Correction = TrendCorrection.None, Rules = TrendRules.BeyondLimits };
        Assert.Empty(log.Measure(new Csat().Trend(CalendarUnit.Day, options: classical)).Alerts);
        Assert.All(log.Measure(new Csat().Trend(CalendarUnit.Day, options: classical with { Season = TrendSeason.None })).Points.Where(point => point.IsBeyondLimits), point => Assert.Equal(DayOfWeek.Sunday, point.Range.Start.DayOfWeek));
        Assert.Throws<ArgumentException>(() => log.Measure(new Csat().Trend(CalendarUnit.Month, options: new() { Season = TrendSeason.DayOfWeek })));
    }

    [Fact]
    public void A_step_is_found_in_days_in_spite_of_the_week()
    {
        Random random = new(3);
        JourneyLog log = JourneyLog.From(Enumerable.Range(0, 8 * 7).SelectMany(day => Enumerable.Range(0, 60).Select(i => new JourneyEvent
        {
            Customer = $"{day}-{i}",
            Event = "survey",
            At = Weeks.Start.AddDays(day).AddMinutes(10 * i),
            Feedback = new(FeedbackKind.Csat, random.NextDouble() < (day % 7 == 6 ? 0.5 : 0.8) - (day >= 40 ? 0.15 : 0) ? 5 : 1),
        })));
        foreach (TrendLimits limits in Enum.GetValues<TrendLimits>())
        {
            Trend<CsatResult> trend = log.Measure(new Csat().Trend(CalendarUnit.Day, options: new() { ObservedUntil = Weeks.End(8), Limits = limits, Rules = TrendRules.ChangePoint }));
            TrendAlert change = Assert.Single(trend.Alerts);
            Assert.InRange(DateOnly.Parse(change.Period, System.Globalization.CultureInfo.InvariantCulture).DayNumber - DateOnly.FromDateTime(Weeks.Start.DateTime).DayNumber, 37, 43);
        }
    }

    [Fact]
    public void One_terrible_week_is_no_new_level_and_does_not_hide_one()
    {
        TrendOptions options = new() { Baseline = Weeks.Span(0, 10), ObservedUntil = Weeks.End(20) };
        (int, int)[] weeks = [.. Enumerable.Range(0, 20).Select(week => week == 16 ? (20, 200) : (140 + (week % 3), 200))];
        Trend<CsatResult> once = JourneyLog.From(Weeks.Csat(weeks)).Measure(new Csat().Trend(CalendarUnit.Week, options: options));
        Assert.Equal([(TrendRules.BeyondLimits, once.Points[16].Period)], once.Alerts.Select(alert => (alert.Rule, alert.Period)));

        (int, int)[] stepped = [.. weeks.Select((week, i) => i >= 8 && i != 16 ? (week.Item1 - 35, 200) : week)];
        Trend<CsatResult> both = JourneyLog.From(Weeks.Csat(stepped)).Measure(new Csat().Trend(CalendarUnit.Week, options: options));
        Assert.Equal(both.Points[8].Period, Assert.Single(both.Alerts, alert => alert.Rule == TrendRules.ChangePoint).Period);
        Assert.Contains(both.Alerts, alert => alert.Rule == TrendRules.BeyondLimits && alert.Period == both.Points[16].Period);
    }

    [Fact]
    public void Where_all_answers_of_a_customer_count_limits_go_by_what_varies_between_periods()
    {
        // Thirty customers a week who give ten equal answers each: 300 answers that vary like 30.
        Random random = new(4);
        JourneyLog log = JourneyLog.From(Enumerable.Range(0, 20).SelectMany(week => Enumerable.Range(0, 30).SelectMany(customer =>
        {
            double score = random.NextDouble() < 0.5 ? 5 : 1;
            return Enumerable.Range(0, 10).Select(i => new JourneyEvent { Customer = $"{week}-{customer}", Event = "survey", At = Weeks.End(week).AddHours(customer + i), Feedback = new(FeedbackKind.Csat, score) });
        })));
        TrendOptions options = new() { ObservedUntil = Weeks.End(20) };
        Trend<CsatResult> all = log.Measure(new Csat { Counting = AnswerCounting.All }.Trend(CalendarUnit.Week, options: options));
        Assert.InRange(all.Dispersion!.Value, 2, 5);
        Assert.Empty(all.Alerts);
        Assert.Contains(all.Warnings, warning => warning.Message.Contains("Several observations of one customer"));
        Assert.Contains(all.Terms, term => term.Name == "limits" && term.Value.Contains("widened"));
        Assert.Empty(log.Measure(new Csat().Trend(CalendarUnit.Week, options: options)).Warnings);
    }

    [Fact]
    public void A_figure_of_a_result_with_several_is_followed_by_its_name()
    {
        JourneyLog log = JourneyLog.From(Enumerable.Range(0, 400).SelectMany(i => new[]
        {
            new JourneyEvent { Customer = $"c{i}", Event = "visit", At = Weeks.Start.AddDays(i / 8) },
            new JourneyEvent { Customer = $"c{i}", Event = i % 4 == 0 ? "buy" : "leave", At = Weeks.Start.AddDays(i / 8).AddHours(1) },
        }));
        Funnel funnel = new(Step.Event("visit"), Step.Event("leave"), Step.Event("buy"));
        IReadOnlyList<Figure> figures = log.Measure(funnel).Figures;
        Trend<FunnelResult> trend = log.Measure(Trend.Of(Weeks.Span(0, 7), CalendarUnit.Week, _ => funnel, options: new() { Figure = figures[1].Name }));
        Assert.All(trend.Points, point => Assert.Equal((0.75, 400L, "Funnel"), (point.Value!.Value, point.Observations, point.Result.GetType().Name[..6])));
        Assert.Equal($"{figures[1].Name} by week", trend.Title);
        Assert.Contains($"has {figures.Count} figures: name the one to follow with TrendOptions.Figure", Assert.Throws<ArgumentException>(() => log.Measure(Trend.Of(Weeks.Span(0, 7), CalendarUnit.Week, _ => funnel))).Message);
    }

    [Fact]
    public void Several_changes_are_found_in_turn()
    {
        Trend<CsatResult> trend = JourneyLog.From(Weeks.Csat([.. Enumerable.Repeat((120, 200), 8), .. Enumerable.Repeat((80, 200), 8), .. Enumerable.Repeat((150, 200), 8)]))
            .Measure(new Csat().Trend(CalendarUnit.Week, options: new() { ObservedUntil = Weeks.End(24), Rules = TrendRules.ChangePoint }));
        Assert.Equal([(trend.Points[8].Period, 0.6, 0.4), (trend.Points[16].Period, 0.4, 0.75)], trend.Alerts.Select(alert => (alert.Period, Math.Round(alert.Expected, 9), Math.Round(alert.Value, 9))));
    }

    [Theory]
    [InlineData(TrendRules.RunOnOneSide)]
    [InlineData(TrendRules.MovingAverage)]
    [InlineData(TrendRules.CumulativeSum)]
    public void The_other_rules_see_a_lasting_shift_once(TrendRules rule)
    {
        (int, int)[] weeks = [.. Enumerable.Range(0, 20).Select(week => (100 + (week % 2 == 0 ? 3 : -3), 200)), .. Enumerable.Repeat((125, 200), 16)];
        TrendOptions options = new() { Baseline = Weeks.Span(0, 20), ObservedUntil = Weeks.End(36), Rules = rule };
        Trend<CsatResult> trend = JourneyLog.From(Weeks.Csat(weeks)).Measure(new Csat().Trend(CalendarUnit.Week, options: options));
        TrendAlert alert = Assert.Single(trend.Alerts);
        Assert.Equal(rule, alert.Rule);
        Assert.True(trend[alert.Period].Range.Start >= Weeks.End(20));
        Assert.True(alert.PValue <= alert.AdjustedPValue && alert.AdjustedPValue <= 0.05);
    }

    [Fact]
    public void A_run_of_eight_is_the_classical_signal()
    {
        (int, int)[] weeks = [.. Enumerable.Range(0, 10).Select(week => (100 + (week % 2 == 0 ? 3 : -3), 200)), .. Enumerable.Repeat((104, 200), 8)];
        TrendOptions options = new() { Baseline = Weeks.Span(0, 10), ObservedUntil = Weeks.End(18), Rules = TrendRules.RunOnOneSide, Correction = TrendCorrection.None };
        TrendAlert alert = Assert.Single(JourneyLog.From(Weeks.Csat(weeks)).Measure(new Csat().Trend(CalendarUnit.Week, options: options)).Alerts);
        Assert.Equal(Math.Pow(0.5, 7), alert.PValue);
        Assert.Equal("2026-W19", alert.Period);
    }

    [Fact]
    public void A_change_from_all_to_none_is_seen_although_nothing_varies()
    {
        Trend<NpsResult> trend = JourneyLog.From(Weeks.Nps([.. Enumerable.Repeat((20, 0, 0), 8), .. Enumerable.Repeat((0, 0, 20), 4)]))
            .Measure(new Nps().Trend(CalendarUnit.Week, options: new() { ObservedUntil = Weeks.End(12) }));
        Assert.Equal(trend.Points[8].Period, trend.Alerts.First(alert => alert.Rule == TrendRules.ChangePoint).Period);
    }

    [Fact]
    public void Questions_about_periods_are_measured_in_one_pass()
    {
        JourneyLog log = JourneyLog.From(Enumerable.Range(0, 300).SelectMany(customer => Enumerable.Range(0, 1 + (customer % 12)).Select(month => new JourneyEvent
        {
            Customer = $"c{customer}",
            Event = "visit",
            At = new DateTimeOffset(2025, 1 + month, 1 + (customer % 28), 0, 0, 0, TimeSpan.Zero),
        })));
        Trend<ShareResult> trend = log.Trend(CalendarUnit.Month, period => new CustomerRetention(period));
        Assert.Equal(12, trend.Points.Count);
        Assert.Equal(TrendPointState.Empty, trend.Points[0].State);
        Assert.Equal(TrendPointState.Open, trend.Points[11].State);
        foreach (TrendPoint<ShareResult> point in trend.Points)
            Assert.Equal(log.Measure(new CustomerRetention(point.Range)), point.Result);
        Analysis<Trend<ShareResult>> definition = Trend.Of(log.Range!.Value, CalendarUnit.Month, period => new CustomerRetention(period));
        Assert.Equal(definition, Trend.Of(log.Range!.Value, CalendarUnit.Month, period => new CustomerRetention(period)));
        Assert.NotEqual(definition, Trend.Of(log.Range!.Value, CalendarUnit.Month, period => new CustomerRetention(period) { Level = 0.9 }));
        Assert.Equal(trend.ToJson(), log.Measure(definition).ToJson());
        Assert.Equal("Customer retention by month", trend.Title);
        Assert.Equal(
            trend.Points.Skip(3).Take(2).Select(point => point.Value),
            log.Measure(Trend.Of([TimeRange.Month(2025, 4), TimeRange.Month(2025, 5)], period => new CustomerRetention(period))).Points.Select(point => point.Value));
    }

    [Fact]
    public void Questions_and_options_that_make_no_sense_are_refused()
    {
        JourneyLog log = JourneyLog.From(Weeks.Nps((1, 0, 0)));
        Assert.Contains(".By(Dimension.Calendar(CalendarUnit.Month))", Assert.Throws<ArgumentException>(() => log.Measure(new Nps().By(Dimension.Channel)).Trend()).Message);
        Assert.Throws<ArgumentException>(() => log.Measure(new Nps().By(Dimension.Calendar(CalendarUnit.Day))).Trends());
        Assert.Throws<ArgumentException>(() => log.Measure(new Nps().By(Dimension.Calendar(CalendarUnit.Day), Dimension.Calendar(CalendarUnit.Month))).Trends());
        Assert.Throws<ArgumentOutOfRangeException>(() => new TrendOptions { Alpha = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new TrendOptions { Sigmas = double.NaN });
        Assert.Throws<ArgumentOutOfRangeException>(() => new TrendOptions { Rules = (TrendRules)64 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new TrendOptions { ShortestLevel = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new Nps().Trend((CalendarUnit)9));
        Assert.Throws<ArgumentException>(() => Trend.Of([TimeRange.Month(2025, 5), TimeRange.Month(2025, 4)], period => new CustomerRetention(period)));
        Assert.Contains("it has 'NPS'", Assert.Throws<ArgumentException>(() => log.Measure(new Nps().Trend(CalendarUnit.Day, options: new() { Figure = "no such" }))).Message);
        Assert.Throws<KeyNotFoundException>(() => log.Measure(new Nps().Trend(CalendarUnit.Day))["2020-01-01"]);
    }
}
