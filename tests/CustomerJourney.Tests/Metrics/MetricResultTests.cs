using System.Globalization;
using System.Text.Json;
using CustomerJourney.Events;
using CustomerJourney.Metrics;

namespace CustomerJourney.Tests.Metrics;

public class MetricResultTests
{
    [Fact]
    public void A_result_prints_value_interval_method_and_count()
    {
        NpsResult nps = Answers.Nps(600, 300, 300).Measure(new Nps());
        Assert.Equal("NPS 25.0 points (95% interval 20.25 to 29.62, adjusted Wald), n = 1,200", nps.ToString());
    }

    [Fact]
    public void A_result_prints_its_figures_as_a_culture_writes_them()
    {
        CsatResult csat = Answers.Of(FeedbackKind.Csat, Enumerable.Repeat(5.0, 1500).Concat(Enumerable.Repeat(1.0, 500))).Measure(new Csat());
        Assert.Equal("CSAT 75,0% (95% interval 73,1% to 76,8%, Wilson), n = 2.000", csat.ToText(CultureInfo.GetCultureInfo("de-DE")));
    }

    [Fact]
    public void Without_data_a_result_says_why_there_is_no_value()
    {
        NpsResult none = JourneyLog.From([]).Measure(new Nps());
        Assert.Equal(NoValueReason.NoData, none.WhyNoValue!.Reason);
        Assert.Equal("NPS: no value. There are no answers to NPS.", none.ToString());
        Assert.Equal("None of 2 answers to CSAT is on its scale.", Answers.Of(FeedbackKind.Csat, 9, 8).Measure(new Csat()).WhyNoValue!.Message);
        Assert.Empty(none.Warnings);
    }

    [Theory]
    [InlineData(3, 3, 3, MetricWarningKind.VeryFewObservations)]
    [InlineData(20, 10, 10, MetricWarningKind.FewObservations)]
    [InlineData(5, 0, 5, MetricWarningKind.WideInterval)]
    public void Small_samples_and_wide_intervals_are_warned_of(int promoters, int passives, int detractors, MetricWarningKind kind)
    {
        Assert.Contains(Answers.Nps(promoters, passives, detractors).Measure(new Nps()).Warnings, warning => warning.Kind == kind);
    }

    [Fact]
    public void A_large_clean_sample_has_no_warnings() => Assert.Empty(Answers.Nps(200, 100, 100).Measure(new Nps()).Warnings);

    [Fact]
    public void Many_invalid_answers_are_warned_of()
    {
        MetricWarning warning = Answers.Of(FeedbackKind.Nps, Enumerable.Repeat(9.0, 95).Concat(Enumerable.Repeat(6.5, 5))).Measure(new Nps()).Warnings.Single();
        Assert.Equal(MetricWarningKind.ManyInvalid, warning.Kind);
        Assert.StartsWith("5 of 100 observations are invalid", warning.Message);
    }

    [Fact]
    public void A_result_as_JSON_carries_its_definition_counts_and_interval()
    {
        NpsResult nps = Answers.Nps(19, 12, 5).Measure(new Nps());
        using JsonDocument json = JsonDocument.Parse(nps.ToJson());
        JsonElement root = json.RootElement;
        Assert.Equal("Nps", root.GetProperty("type").GetString());
        Assert.Equal("latest of each customer", root.GetProperty("definition").GetProperty("answers").GetString());
        Assert.Equal(19, root.GetProperty("counts").GetProperty("Promoters").GetInt64());
        Assert.Equal(nps.Score, root.GetProperty("value").GetDouble());
        Assert.Equal("points", root.GetProperty("unit").GetString());
        Assert.Equal(nps.Estimate!.Lower, root.GetProperty("estimate").GetProperty("lower").GetDouble());
        Assert.Equal("adjusted Wald", root.GetProperty("estimate").GetProperty("method").GetString());
        Assert.Equal("fewObservations", root.GetProperty("warnings")[0].GetProperty("kind").GetString());
    }

    [Fact]
    public void A_result_without_a_value_is_null_in_JSON_with_the_reason()
    {
        using JsonDocument json = JsonDocument.Parse(JourneyLog.From([]).Measure(new Ces()).ToJson());
        Assert.Equal(JsonValueKind.Null, json.RootElement.GetProperty("value").ValueKind);
        Assert.Equal("noData", json.RootElement.GetProperty("noValue").GetProperty("reason").GetString());
        Assert.False(json.RootElement.TryGetProperty("estimate", out _));
    }

    [Fact]
    public void A_breakdown_as_JSON_has_every_group_and_the_total()
    {
        Breakdown<CsatResult> byChannel = Answers.Of(FeedbackKind.Csat, 5, 4, 1).Measure(new Csat().By(Dimension.Channel));
        using JsonDocument json = JsonDocument.Parse(byChannel.ToJson());
        Assert.Equal(byChannel.Count, json.RootElement.GetProperty("groups").GetArrayLength());
        Assert.Equal(byChannel.Total.Share, json.RootElement.GetProperty("total").GetProperty("value").GetDouble());
    }

    [Fact]
    public void Many_groups_are_warned_of()
    {
        JourneyLog log = JourneyLog.From(Enumerable.Range(0, 60).Select(day => new JourneyEvent
        {
            Customer = $"c{day}",
            Event = "answer",
            At = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddDays(day),
            Feedback = new Feedback(FeedbackKind.Nps, 9),
        }));
        Assert.Equal(MetricWarningKind.ManyLooks, log.Measure(new Nps().By(Dimension.Calendar(CalendarUnit.Day))).Warnings().Single().Kind);
        Assert.Empty(log.Measure(new Nps().By(Dimension.Calendar(CalendarUnit.Month))).Warnings());
    }
}
