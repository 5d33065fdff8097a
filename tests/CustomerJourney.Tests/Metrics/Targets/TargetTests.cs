using System.Text.Json;
using CustomerJourney.Building;
using CustomerJourney.Classification;
using CustomerJourney.Events;
using CustomerJourney.Metrics;
using CustomerJourney.Metrics.Targets;
using CustomerJourney.Metrics.Trends;
using CustomerJourney.Reporting;
using CustomerJourney.Statistics;
using CustomerJourney.Tests.Metrics.Trends;
using CustomerJourney.Tests.Support;

namespace CustomerJourney.Tests.Metrics.Targets;

public class TargetTests
{
    private static readonly DateOnly March = new(2026, 3, 31);

    private static readonly Journey Map = Journey.Create("Shop", map => map
        .AddPersona("Ana", persona => { })
        .AddPersona("Ben", persona => { })
        .PersonasFrom("persona")
        .AddMetric("NPS after delivery", MetricKind.Nps, baseline: 10, target: 40)
        .AddMetric("Satisfied", MetricKind.Csat, target: 70)
        .AddMetric("Effort", MetricKind.Ces, target: 5.5)
        .AddMetric("Kept", MetricKind.RetentionRate, target: 90)
        .AddMetric("Lost", MetricKind.ChurnRate, target: 5)
        .AddMetric("Any share", MetricKind.Custom, metric => metric.In(MetricUnit.Percent).Target(30))
        .AddStage("Buy", stage => stage.AddTouchpoint("Survey", touch => touch.ObservedAs("survey"))));

    private static NpsResult Nps(int promoters, int passives, int detractors) => Answers.Nps(promoters, passives, detractors).Measure(new Nps());

    private static CsatResult Csat(int satisfied, int all) => JourneyLog.From(Weeks.Csat((satisfied, all))).Measure(new Csat());

    [Fact]
    public void The_program_that_a_user_writes()
    {
        Journey map = Map.WithObservation("NPS after delivery", Nps(50, 30, 20), at: March);
        MetricObservation noted = Assert.Single(map.Metrics[0].Observations);
        Assert.Equal((30.0, March, 100, null), (noted.Value, noted.At, noted.SampleSize, noted.Persona));
        Assert.StartsWith("CustomerJourney: NPS 30.0 points (95% interval ", noted.Source);
        Assert.Empty(Map.Metrics[0].Observations);

        MetricStatus status = map.TargetStatus()["NPS after delivery"];
        Assert.Equal((TargetState.NotMet, 10.0, 20.0, true), (status.State, status.ToGo!.Value, status.Change!.Value, status.IsBetter!.Value));
        Assert.Equal(2 / 3.0, status.Progress!.Value, 1e-12);
        Assert.Equal("NPS after delivery: 30 on 2026-03-31, 20 above the baseline; target 40 not met, 10 to go, which may be chance.", status.ToString());
    }

    [Fact]
    public void The_interval_is_the_results_own_where_it_is_given_and_else_goes_by_the_sample_size()
    {
        NpsResult result = Nps(1200, 400, 400);
        Journey map = Map.WithObservation("NPS after delivery", result, March).WithObservation("Satisfied", Csat(150, 200), March);
        TargetStatus exact = map.TargetStatus(results: new Dictionary<string, MetricResult> { ["NPS after delivery"] = result });
        Assert.Equal(result.Estimate, exact["NPS after delivery"].Estimate);
        MetricStatus wide = map.TargetStatus()["NPS after delivery"];
        Assert.True(wide.Estimate!.Lower < result.Estimate!.Lower && wide.Estimate.Upper > result.Estimate.Upper);
        Assert.Equal(TargetState.Met, wide.State);

        Estimate wilson = ProportionInterval.Wilson(150, 200, 0.9)!;
        Estimate satisfied = map.TargetStatus(level: 0.9)["Satisfied"].Estimate!;
        Assert.Equal((100 * wilson.Lower, 100 * wilson.Upper), (satisfied.Lower, satisfied.Upper));

        Assert.Contains("add the result to the map first", Assert.Throws<ArgumentException>(() => map.TargetStatus(results: new Dictionary<string, MetricResult> { ["Satisfied"] = Csat(1, 2) })).Message);
    }

    [Theory]
    [InlineData(90, 100, TargetState.Met, true)]
    [InlineData(14, 20, TargetState.Met, false)]
    [InlineData(13, 20, TargetState.NotMet, false)]
    [InlineData(30, 100, TargetState.NotMet, true)]
    public void Met_or_not_for_sure_or_by_chance(int satisfied, int all, TargetState state, bool certain)
    {
        MetricStatus status = Map.WithObservation("Satisfied", Csat(satisfied, all), March).TargetStatus()["Satisfied"];
        Assert.Equal((state, certain), (status.State, status.IsCertain!.Value));
        Assert.Equal(Math.Max(0, 70 - (100.0 * satisfied / all)), status.ToGo!.Value, 1e-9);
    }

    [Fact]
    public void Directions_say_what_is_good()
    {
        Journey map = Journey.Create("Shop", journey => journey
            .AddMetric("Lost", MetricKind.ChurnRate, metric => metric.Baseline(8).Target(5).Observed(March, 4, 1000))
            .AddMetric("Near", MetricKind.Custom, metric => metric.Baseline(1).Target(5).Observed(March, 4))
            .AddMetric("Exact", MetricKind.Custom, metric => metric.Target(5).Observed(March, 5))
            .AddMetric("Free", MetricKind.Count, metric => metric.Observed(March, 5))
            .AddMetric("Never", MetricKind.Count, metric => metric.Target(5))
            .AddStage("Buy"));
        TargetStatus status = map.TargetStatus();
        Assert.Equal([TargetState.Met, TargetState.NotKnown, TargetState.Met, TargetState.NotKnown, TargetState.NotKnown], status.Select(metric => metric.State));
        Assert.Equal([0, 1, 0, null, null], status.Select(metric => metric.ToGo));
        Assert.Equal([true, true, null, null, null], status.Select(metric => metric.IsBetter));
        Assert.Equal("Never: not observed yet, target 5.", status["Never"].ToString());
        Assert.Equal("Free: 5 on 2026-03-31; no target.", status["Free"].ToString());
        Assert.Throws<KeyNotFoundException>(() => status["none"]);
        Assert.All(map.TargetStatus(asOf: March.AddDays(-1)), metric => Assert.Null(metric.Latest));
    }

    [Fact]
    public void Shares_become_whole_percent_and_durations_the_metrics_unit()
    {
        ShareResult share = Retention(7, 100);
        Assert.Equal(7, MapUnits.ValueOf(share, Metric("Kept")));
        Assert.Equal(7, MapUnits.ValueOf(Csat(7, 100), Metric("Satisfied")));
        Assert.Equal(7, MapUnits.ValueOf(share, Metric("Any share")));
        Estimate percent = MapUnits.EstimateOf(share, Metric("Kept"))!;
        Assert.Equal((100 * share.Estimate!.Lower, 100 * share.Estimate.Upper), (percent.Lower, percent.Upper), (a, b) => Math.Abs(a.Item1 - b.Item1) + Math.Abs(a.Item2 - b.Item2) < 1e-9);
        Assert.Equal((7, share.Estimate.Method, 100), (percent.Value, percent.Method, percent.N));
    }

    [Theory]
    [InlineData(MetricUnit.Days, 1.5)]
    [InlineData(MetricUnit.Hours, 36)]
    [InlineData(MetricUnit.Minutes, 2160)]
    [InlineData(MetricUnit.Seconds, 129600)]
    public void Durations_come_in_the_unit_of_the_metric(MetricUnit unit, double value)
    {
        Metric metric = Of(MetricKind.Duration, edit => edit.In(unit));
        FakeResult result = new(1.5, ResultColumnKind.Duration, "days");
        Assert.Equal(value, MapUnits.ValueOf(result, metric));
        Assert.Equal(value / 3, MapUnits.EstimateOf(result, metric)!.Lower);
        Assert.Throws<ArgumentException>(() => MapUnits.ValueOf(new FakeResult(0.5, ResultColumnKind.Share, null), metric));
    }

    [Fact]
    public void Money_keeps_its_currency()
    {
        FakeResult euros = new(12.34, ResultColumnKind.Number, "EUR");
        Assert.Equal(12.34, MapUnits.ValueOf(euros, Of(MetricKind.Revenue, edit => edit.InMoney("EUR"))));
        Assert.Contains("its money is USD and that of the result EUR", Assert.Throws<ArgumentException>(() => MapUnits.ValueOf(euros, Of(MetricKind.Revenue, edit => edit.InMoney("USD")))).Message);
        Assert.Contains("of no named currency", Assert.Throws<ArgumentException>(() => MapUnits.ValueOf(euros, Of(MetricKind.Revenue, _ => { }))).Message);
        Assert.Throws<ArgumentException>(() => MapUnits.ValueOf(euros, Of(MetricKind.Count, _ => { })));
        Assert.Equal(3, MapUnits.ValueOf(new FakeResult(3, ResultColumnKind.Number, null), Of(MetricKind.Count, _ => { })));
    }

    [Fact]
    public void Values_that_are_to_be_near_the_target_are_met_where_their_interval_holds_it()
    {
        Journey map = Journey.Create("Shop", journey => journey.AddMetric("Near", MetricKind.Custom, metric => metric.Target(10)).AddStage("Buy"));
        foreach ((double value, TargetState state) in ((double, TargetState)[])[(9.5, TargetState.Met), (8.5, TargetState.NotMet), (11.5, TargetState.NotMet)])
        {
            FakeResult result = new(value, ResultColumnKind.Number, null);
            MetricStatus status = map.WithObservation("Near", result, March).TargetStatus(results: new Dictionary<string, MetricResult> { ["near"] = result })["Near"];
            Assert.Equal((state, state == TargetState.NotMet), (status.State, status.IsCertain!.Value));
        }
    }

    [Fact]
    public void What_does_not_fit_is_refused_with_what_would()
    {
        Refused("Satisfied", Nps(1, 1, 1), "observe it on a metric of kind Nps");
        Refused("NPS after delivery", Csat(1, 2), "observe it on a metric of kind Csat");
        Refused("Effort", Retention(1, 2), "observe it on a metric of kind RetentionRate");
        Refused("Any share", Nps(1, 1, 1), "choose a metric whose unit is Score or Count");
        Refused("NPS after delivery", Answers.Nps(0, 0, 0).Measure(new Nps()), "has no value");
        Refused("nothing", Nps(1, 1, 1), "There is no metric \"nothing\"");
        Assert.Contains("There is no persona \"Zoe\"", Assert.Throws<ArgumentException>(() => Map.WithObservation("Satisfied", Csat(1, 2), March, persona: "Zoe")).Message);

        Journey once = Map.WithObservation("Satisfied", Csat(1, 2), March);
        Assert.Contains("there is another value of that day", Assert.Throws<JourneyDefinitionException>(() => once.WithObservation("Satisfied", Csat(2, 2), March)).Message);

        static void Refused(string metric, MetricResult result, string words) =>
            Assert.Contains(words, Assert.Throws<ArgumentException>(() => Map.WithObservation(metric, result, March)).Message);
    }

    [Fact]
    public void Breakdowns_by_persona_are_noted_for_each_and_for_all()
    {
        StagedLog staged = Map.Classify(JourneyLog.From(
        [
            .. Weeks.Nps((6, 2, 2)).Select(e => e with { CustomerAttributes = new Dictionary<string, string> { ["persona"] = "Ana" } }),
            .. Weeks.Nps((1, 1, 8)).Select(e => e with { Customer = "x" + e.Customer }),
        ]));
        Journey map = Map.WithObservations("NPS after delivery", staged.Measure(new Nps().By(Dimension.Persona)), March);
        Assert.Equal([(null, -15.0), ("Ana", 40.0)], map.Metrics[0].Observations.Select(observation => (observation.Persona?.Name, Math.Round(observation.Value, 9))));
        TargetStatus status = map.TargetStatus();
        Assert.Equal(TargetState.Met, status.Single(metric => metric.Persona?.Name == "Ana").State);
        Assert.Equal(Map.Metrics.Count + 1, status.Count);
        Assert.Throws<ArgumentException>(() => Map.WithObservations("NPS after delivery", staged.Measure(new Nps().By(Dimension.Stage)), March));
    }

    [Fact]
    public void A_trend_is_noted_at_the_last_day_of_each_finished_period()
    {
        Trend<NpsResult> trend = JourneyLog.From(Weeks.Nps((5, 3, 2), (0, 0, 0), (6, 3, 1), (1, 0, 0))).Measure(new Nps().Trend(CalendarUnit.Week));
        Journey map = Map.WithObservations("NPS after delivery", trend);
        Assert.Equal([(new DateOnly(2026, 1, 11), 30.0), (new DateOnly(2026, 1, 25), 50.0)], map.Metrics[0].Observations.Select(observation => (observation.At, Math.Round(observation.Value, 9))));
        Assert.Equal(30, map.TargetStatus(asOf: new DateOnly(2026, 1, 20))["NPS after delivery"].Latest!.Value, 9);
    }

    [Fact]
    public void Observations_survive_the_document_and_the_checks()
    {
        Journey map = Map.WithObservation("NPS after delivery", Nps(50, 30, 20), March).WithObservation("Satisfied", Csat(2, 3), March, persona: "Ana", source: "Survey");
        Journey read = Journey.Parse(map.ToJson());
        Assert.Equal(map.ToJson(), read.ToJson());
        Assert.Equal(map.TargetStatus().ToJson(), read.TargetStatus().ToJson());
        Assert.DoesNotContain(map.Check(March).Findings, finding => finding.Rule == "CJ054");
        Assert.Equal((66.666666666667, "Ana", "Survey"), (read.Metrics[1].Observations[0].Value, read.Metrics[1].Observations[0].Persona!.Name, read.Metrics[1].Observations[0].Source));
    }

    [Fact]
    public void The_status_is_a_table_a_report_section_and_JSON()
    {
        Journey map = Map.WithObservation("NPS after delivery", Nps(50, 30, 20), March).WithObservation("Satisfied", Csat(90, 100), March);
        TargetStatus status = map.TargetStatus();
        JourneyReport report = JourneyReport.Create("Targets", page => page.Add(status));
        Golden.Matches(report.ToMarkdown(), "Metrics", "Targets", "Golden", "targets.md");
        Golden.Matches(status.ToJson(), "Metrics", "Targets", "Golden", "targets.json");
        using JsonDocument json = JsonDocument.Parse(status.ToJson());
        Assert.Equal("notMet", json.RootElement.GetProperty("metrics")[0].GetProperty("state").GetString());
        Assert.Contains("<table>", report.ToHtml());
    }

    private static Metric Of(MetricKind kind, Action<MetricBuilder> configure) =>
        Journey.Create("Shop", journey => journey.AddMetric("It", kind, configure).AddStage("Buy")).Metrics[0];

    private static Metric Metric(string name) => Map.Metrics.Single(metric => metric.Name == name);

    private static ShareResult Retention(int kept, int all)
    {
        TimeRange month = TimeRange.Month(2026, 3);
        return JourneyLog.From(Enumerable.Range(0, all).SelectMany(i => new[]
        {
            new JourneyEvent { Customer = $"c{i}", Event = "visit", At = month.Start.AddDays(-1) },
            new JourneyEvent { Customer = $"c{i}", Event = "visit", At = i < kept ? month.End.AddDays(-1) : month.End.AddDays(1) },
        })).Measure(new CustomerRetention(month));
    }
}
