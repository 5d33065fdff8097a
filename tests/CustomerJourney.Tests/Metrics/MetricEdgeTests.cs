using CustomerJourney.Classification;
using CustomerJourney.Comparison;
using CustomerJourney.Events;
using CustomerJourney.Metrics;
using CustomerJourney.Metrics.Trends;
using CustomerJourney.Tests.Support;

namespace CustomerJourney.Tests.Metrics;

/// <summary>Odd definitions and odd data, one fault that was found each.</summary>
public class MetricEdgeTests
{
    [Fact]
    public void Orders_that_are_not_negative_have_no_negative_interval()
    {
        JourneyLog log = Shop.Log(Shop.Paid("a", 0, 1), Shop.Paid("b", 1, 1000), Shop.Paid("c", 1, 2));
        Assert.Equal(0, log.Measure(new AverageOrderValue()).Estimate!.Lower);
        Assert.True(log.Measure(new AverageOrderValue { Refunds = RefundRule.Subtract }).Estimate!.Lower < 0);
        Assert.Equal(0, log.Measure(new Revenue { Refunds = RefundRule.Ignore }).OtherFigures[0].Estimate!.Lower);
        Assert.Equal(0, log.Measure(new RatioMetric(CustomerQuantity.AmountSum(), CustomerQuantity.Customers) { Refunds = RefundRule.Ignore }).Estimate!.Lower);
    }

    [Fact]
    public void Windows_that_are_all_open_are_open_and_not_without_data()
    {
        JourneyLog log = Shop.Log(Shop.Paid("a", 0, 1), Shop.Paid("b", 1, 2));
        Assert.Equal(NoValueReason.StillOpen, log.Measure(new RepeatRate { Window = TimeSpan.FromDays(90) }).WhyNoValue!.Reason);
        Assert.Equal(NoValueReason.NoData, log.Measure(new RepeatRate { EventName = "visit", Window = TimeSpan.FromDays(90) }).WhyNoValue!.Reason);
    }

    [Fact]
    public void Many_answers_of_few_customers_are_warned_of()
    {
        JourneyLog log = JourneyLog.From(Enumerable.Range(0, 300).Select(index => Answers.One($"c{index % 3}", FeedbackKind.Nps, index % 11, index)));
        Assert.Contains(log.Measure(new Nps { Counting = AnswerCounting.All }).Warnings, warning => warning.Kind == MetricWarningKind.VeryFewObservations && warning.Message.Contains("3 customers", StringComparison.Ordinal));
        Assert.Contains(log.Measure(new ResponseRate(FeedbackKind.Nps, "survey")).Warnings, warning => warning.Kind == MetricWarningKind.VeryFewObservations);
    }

    [Fact]
    public void Revenue_per_customer_of_0_because_nothing_was_read_is_warned_of()
    {
        JourneyLog log = Shop.Log([.. Enumerable.Range(0, 50).Select(index => Shop.Paid($"c{index}", index, 5 + (index % 2)))]);
        RevenuePerCustomerResult wrong = log.Measure(new RevenuePerCustomer(CustomersCounted.Active) { Currency = "USD" });
        Assert.Equal((0, 50), (wrong.Value, wrong.OtherCurrencies));
        Assert.Contains(wrong.Warnings, warning => warning.Message.Contains("USD", StringComparison.Ordinal));
        Assert.Equal(
            [MetricWarningKind.NoWidth, MetricWarningKind.Assumption],
            log.Measure(new RevenuePerCustomer(CustomersCounted.Active) { EventName = "ordr" }).Warnings.Select(warning => warning.Kind));
        Assert.Empty(log.Measure(new RevenuePerCustomer(CustomersCounted.Active)).Warnings);
    }

    [Fact]
    public void Equal_weights_cost_nothing()
    {
        foreach (string weight in (string[])["0.1", "0.3", "1e-100", "7.7e99", "0.7"])
        {
            foreach (int count in (int[])[1, 3, 7, 10, 49, 100])
            {
                SurveyWeighting weighting = JourneyLog.From(Enumerable.Range(0, count).Select(index => Answers.One($"c{index}", FeedbackKind.Nps, index % 11, index) with
                {
                    Attributes = new Dictionary<string, string> { ["weight"] = weight },
                })).Measure(new Nps { Weight = "weight" }).Weighting!;
                Assert.True(weighting.EffectiveN <= count && weighting.DesignEffect >= 1, $"{weighting.EffectiveN} of {count}");
            }
        }
    }

    [Fact]
    public void Answers_to_the_wrong_scale_name_a_scale_that_holds_them()
    {
        JourneyLog log = Answers.Of(FeedbackKind.Csat, Enumerable.Repeat(0.0, 20).Concat(Enumerable.Range(1, 200).Select(score => 5.0 * score)));
        Assert.Contains("some were given on 0…1000.", log.Measure(new Csat { ScaleMaximum = 1000 }).WhyNoValue!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Peak_and_end_of_feelings_on_another_scale_can_be_insisted_on()
    {
        JourneyLog log = Answers.Of(FeedbackKind.Emotion, Enumerable.Range(0, 60).Select(index => 1.0 + (index % 5)));
        Assert.Contains("set TrustScale", log.Measure(new PeakEnd()).WhyNoValue!.Message, StringComparison.Ordinal);
        PeakEndResult trusted = log.Measure(new PeakEnd { TrustScale = true });
        Assert.Equal((1.5, 36), (trusted.Value!.Value, trusted.Invalid));
        Assert.Contains(new MetricTerm("scale check", "off"), trusted.Terms);
    }

    [Fact]
    public void An_index_of_respondents_does_not_need_each_of_them()
    {
        ExperienceIndex index = new(new ExperiencePart { Name = "A", Question = "a", Weight = 0.5 }, new ExperiencePart { Name = "B", Question = "b", Weight = 0.5 });
        PartialResult<ExperienceIndexResult> part = JourneyLog.From(Enumerable.Range(0, 6).SelectMany(number => (JourneyEvent[])
        [
            Answers.One($"c{number}", FeedbackKind.Csat, 1 + (number % 5), 0) with { Feedback = new Feedback(FeedbackKind.Csat, 1 + (number % 5)) { Question = "a" } },
            Answers.One($"c{number}", FeedbackKind.Csat, 1 + (number % 3), 1) with { Feedback = new Feedback(FeedbackKind.Csat, 1 + (number % 3)) { Question = "b" } },
        ])).MeasurePart(index);
        double? alpha = part.ToResult().Alpha;
        for (int doubled = 0; doubled < 40; doubled++) part = part.Merge(part);
        ExperienceIndexResult many = part.ToResult();
        Assert.Equal(6L << 40, many.Respondents);
        Assert.Equal(alpha!.Value, many.Alpha!.Value, 1e-12);
    }

    [Fact]
    public void A_name_of_nothing_is_refused() => Assert.Throws<ArgumentException>(() => new RatioMetric(CustomerQuantity.EventCount(), CustomerQuantity.Customers) { Name = "" });

    [Fact]
    public void A_part_is_not_named_like_a_figure_beside_the_parts()
    {
        ExperienceIndex index = new(new ExperiencePart { Name = "Ease", Question = "a", Weight = 0.5 }, new ExperiencePart { Name = "Cronbach's alpha", Question = "b", Weight = 0.5 });
        Assert.Contains("'Cronbach's alpha'", Assert.Throws<InvalidOperationException>(() => JourneyLog.From([]).Measure(index)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_comparison_says_that_a_side_has_no_value_where_it_has_data()
    {
        StagedLog mixed = LogGenerator.Shop.Classify(Shop.Log(Shop.Paid("a", 0, 1), Shop.Paid("b", 1, 1, "USD")));
        StagedLog euros = LogGenerator.Shop.Classify(Shop.Log(Shop.Paid("a", 0, 1), Shop.Paid("c", 1, 1)));
        AverageOrderValue question = new();
        Assert.Equal("Average order value: the baseline has no value; its result says why.", JourneyComparison.Between(mixed, euros, new() { Measures = [question] }).Of(question).Verdict);
        StagedLog wrong = LogGenerator.Shop.Classify(Answers.Of(FeedbackKind.Nps, Enumerable.Range(0, 60).Select(index => 1.0 + (index % 5)))), right = LogGenerator.Shop.Classify(Answers.Nps(30, 20, 10));
        Nps nps = new();
        Assert.Equal("NPS: the candidate has no value; its result says why.", JourneyComparison.Between(right, wrong, new() { Measures = [nps] }).Of(nps).Verdict);
        Assert.Equal("NPS: neither side has a value; their results say why.", JourneyComparison.Between(wrong, wrong, new() { Measures = [nps] }).Of(nps).Verdict);
    }

    /// <summary>By hand: ratios 0 and 0.4, residuals w(y − R) over the mean weight of (0.75, −1.5, 0.75) and (0.96, 0.48, −0.32, −1.12), squared errors 0.5625 and 0.209067, t = 0.4/√0.771567.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(1e50)]
    public void Weighted_scores_are_compared_by_the_customers_weights(double unit)
    {
        StagedLog before = Weighted("a", (9, 1), (3, 2), (10, 1)), after = Weighted("b", (9, 2), (10, 1), (7, 1), (2, 1));
        Nps nps = new() { Weight = "weight" };
        Difference row = JourneyComparison.Between(before, after, new() { Measures = [nps] }).Of(nps);
        Assert.Equal(40, row.Change!.Value, 1e-9);
        Assert.Equal(0.4 / Math.Sqrt(0.5625 + (2.5088 / 12)), row.Test!.Statistic, 1e-9);
        Assert.Equal((before.Measure(nps).Estimate, after.Measure(nps).Estimate), (row.Baseline, row.Candidate));
        Assert.Contains("no difference is shown", row.Verdict, StringComparison.Ordinal);
        Nps all = nps with { Counting = AnswerCounting.All };
        Assert.Equal(row.Change, JourneyComparison.Between(before, after, new() { Measures = [all] }).Of(all).Change);
        Csat csat = new() { Weight = "weight" };
        Assert.Equal("CSAT: no data on either side.", JourneyComparison.Between(before, after, new() { Measures = [csat] }).Of(csat).Verdict);

        StagedLog Weighted(string prefix, params (double Score, double Weight)[] answers) => LogGenerator.Shop.Classify(JourneyLog.From(answers.Select((answer, index) =>
            Answers.One($"{prefix}{index}", FeedbackKind.Nps, answer.Score, index) with { Attributes = new Dictionary<string, string> { ["weight"] = (answer.Weight * unit).ToString("R", System.Globalization.CultureInfo.InvariantCulture) } })));
    }

    [Fact]
    public void A_comparison_shows_the_interval_that_the_result_shows()
    {
        StagedLog before = LogGenerator.Shop.Classify(Answers.Nps(5, 3, 2)), after = LogGenerator.Shop.Classify(Answers.Nps(6, 1, 1));
        foreach (NpsInterval interval in Enum.GetValues<NpsInterval>())
        {
            Nps nps = new() { Interval = interval };
            Difference row = JourneyComparison.Between(before, after, new() { Measures = [nps] }).Of(nps);
            Assert.Equal((before.Measure(nps).Estimate, after.Measure(nps).Estimate), (row.Baseline, row.Candidate));
        }

        Nps score = new() { Interval = NpsInterval.Score };
        Assert.Equal("adjusted Wald", JourneyComparison.Between(before, after, new() { Measures = [score], Level = 0.9 }).Of(score).Baseline!.Method);
    }

    [Fact]
    public void A_trend_of_a_figure_by_its_name_does_not_show_what_is_withheld()
    {
        JourneyLog log = Answers.Of(FeedbackKind.Nps, Enumerable.Range(0, 60).Select(index => 1.0 + (index % 5)));
        Assert.All(log.Measure(new Nps().Trend(CalendarUnit.Month, options: new TrendOptions { Figure = "NPS" })).Points, point => Assert.Equal((null, null), (point.Value, point.Estimate)));
    }

    [Fact]
    public void Groups_named_like_the_base_of_a_metric_leave_the_base_a_count()
    {
        JourneyLog log = JourneyLog.From(Enumerable.Range(0, 4).Select(index => Answers.One($"c{index}", FeedbackKind.Nps, 9, index) with { CustomerAttributes = new Dictionary<string, string> { ["Customers"] = "few", ["NPS"] = "some" } }));
        ResultTable table = log.Measure(new Nps().By(Dimension.Attribute("Customers"), Dimension.Attribute("NPS"))).ToTable();
        Assert.Equal(ResultColumnKind.Count, table.Columns.Single(column => column.Name == table.BaseColumn).Kind);
        Assert.Equal(ResultColumnKind.Number, table.Columns.Single(column => column.Name == table.Chart!.ValueColumn).Kind);
    }

    [Fact]
    public void A_kept_lifecycle_whose_periods_begin_on_other_days_is_refused()
    {
        CustomerLifecycle months = new(CalendarUnit.Month);
        JourneyLog log = Shop.Log(Shop.Event("a", 0), Shop.Event("a", 40));
        byte[] bytes = log.MeasurePart(months).ToBytes();
        int place = bytes.AsSpan().LastIndexOf(BitConverter.GetBytes(new DateOnly(2026, 4, 1).DayNumber));
        BitConverter.GetBytes(new DateOnly(2026, 4, 3).DayNumber).CopyTo(bytes, place);
        uint crc = uint.MaxValue;
        foreach (byte value in bytes.AsSpan(0, bytes.Length - 4)) crc = System.Numerics.BitOperations.Crc32C(crc, value);
        BitConverter.TryWriteBytes(bytes.AsSpan(bytes.Length - 4), ~crc);
        Assert.Contains("2026-04-03 does not begin a Month", Assert.Throws<InvalidDataException>(() => PartialResult<CustomerLifecycleResult>.FromBytes(months, bytes)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_trend_follows_weighted_scores()
    {
        JourneyLog log = JourneyLog.From(Enumerable.Range(0, 360).Select(index => Answers.One($"c{index}", FeedbackKind.Nps, index * 7 % 11, 24 * index) with
        {
            Attributes = new Dictionary<string, string> { ["weight"] = index % 3 == 0 ? "2.5" : "1" },
        }));
        Nps nps = new() { Weight = "weight" };
        Trend<NpsResult> trend = log.Measure(nps.Trend(CalendarUnit.Month));
        Breakdown<NpsResult> months = log.Measure(nps.By(Dimension.Calendar(CalendarUnit.Month)));
        Assert.Equal(12, trend.Points.Count);
        Assert.All(trend.Points.Where(point => point.Value is not null), point => Assert.Contains(months, month => month.Result.Value == point.Value && month.Result.Estimate == point.Estimate));
        Assert.True(trend.Points.Count(point => point.Value is not null) >= 11);
        Assert.Equal(trend.Points[3].Value!.Value, log.Measure(nps.Trend(CalendarUnit.Month, options: new TrendOptions { Figure = "NPS" })).Points[3].Value!.Value, 1e-9);
    }
}
