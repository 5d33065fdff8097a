using System.Globalization;
using CustomerJourney.Events;
using CustomerJourney.Metrics;
using CustomerJourney.Statistics;

namespace CustomerJourney.Tests.Metrics;

public class SurveyWeightTests
{
    // shared/oracles/metrics/nps.json, nps.weighted#001 (R 4.2.2 survey 4.1.1: svydesign(ids = ~1) and svymean; Kish 1965)
    private static readonly double[] Scores = [5, 4, 6, 7, 8, 2, 8, 3, 9, 4];
    private static readonly double[] Weights = [1.561, 2.725, 0.627, 2.855, 1.606, 1.723, 1.056, 0.89, 2.019, 0.778];

    [Fact]
    public void A_weighted_score_has_the_linearized_standard_error_and_Kish_effective_number()
    {
        NpsResult result = Log(FeedbackKind.Nps, Scores, Weights, 1).Measure(new Nps { Weight = "weight" });
        Assert.Equal(-39.6780303030303, result.Score!.Value, 1e-9);
        Assert.Equal(25.8917516868794, 100 * result.Weighting!.Figures[0]!.StandardError!.Value, 1e-9);
        Assert.Equal(8.2147384900135, result.Weighting.EffectiveN!.Value, 1e-9);
        Assert.Equal(1.21732420480053, result.Weighting.DesignEffect!.Value, 1e-9);
        Assert.Equal((10L, 10L, 0L), (result.Responses, result.Customers, result.Weighting.InvalidWeights));
        Assert.Equal("adjusted Wald, weighted", result.Estimate!.Method);
        Assert.Contains(new MetricTerm("weight", "weight"), result.Terms);
        Assert.Contains(new MetricCount("Invalid weights", 0), result.Counts);

        // The adjusted Wald interval of as many answers as Kish says, written out.
        double n = result.Weighting.EffectiveN.Value, promoters = result.OtherFigures[0].Value!.Value * n, detractors = result.OtherFigures[2].Value!.Value * n;
        double p = (promoters + 0.75) / (n + 3), d = (detractors + 0.75) / (n + 3), half = 1.959963984540054 * Math.Sqrt((p + d - ((p - d) * (p - d))) / (n + 3));
        Assert.Equal(100 * (p - d - half), result.Estimate.Lower, 1e-9);
        Assert.Equal(100 * (p - d + half), result.Estimate.Upper, 1e-9);
        Assert.Equal(1, result.OtherFigures.Sum(figure => figure.Value!.Value), 1e-12);
    }

    [Fact]
    public void A_weighted_share_and_mean_are_those_of_the_survey_package()
    {
        // shared/oracles/metrics/driver_control_survey.json, proportion.weighted#003
        double[] hits = [0, 0, 0, 1, 0, 1, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 1, 0, 1, 0, 0, 1, 0, 0, 1, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0, 1, 1, 0, 1, 1, 0, 0, 0, 0, 0, 1, 0, 1, 0];
        double[] weights =
        [
            1.948, 0.928, 2.619, 1.636, 1.897, 0.603, 0.491, 1.53, 0.361, 1.419, 0.764, 2.967, 0.879, 1.089, 2.065, 1.176, 1.317, 1.253, 0.594, 1.606, 0.275, 2.163, 1.619, 1.514, 0.388,
            2.307, 0.508, 1.78, 0.236, 0.857, 1.218, 2.983, 0.702, 2.5, 2.824, 2.127, 1.628, 0.368, 0.639, 2.801, 2.284, 2.032, 0.67, 0.843, 2.37, 0.736, 0.28, 0.404, 1.036, 2.796,
        ];
        CsatResult result = Log(FeedbackKind.Csat, hits, weights, 1).Measure(Csat.Thumbs with { Weight = "weight" });
        Assert.Equal(0.359403112951592, result.Share!.Value, 1e-9);
        Assert.Equal(0.0792991178659218, result.Weighting!.Figures[0]!.StandardError!.Value, 1e-9);
        Assert.Equal(37.1740173480636, result.Weighting.EffectiveN!.Value, 1e-8);
        Assert.Equal(("Wilson, weighted", "Student t, weighted"), (result.Estimate!.Method, result.Mean!.Method));
        Assert.Equal(result.Share.Value, result.Mean.Value, 1e-12);
        Assert.Equal(0.0792991178659218 * -StudentTDistribution.Quantile(0.025, 49), result.Mean.Upper - result.Mean.Value, 1e-9);
    }

    [Theory]
    [InlineData(0.001)]
    [InlineData(3)]
    [InlineData(1e60)]
    public void Scaling_all_weights_changes_nothing(double factor)
    {
        foreach (AnswerCounting counting in Enum.GetValues<AnswerCounting>())
        {
            Nps nps = new() { Weight = "weight", Counting = counting };
            NpsResult plain = Log(FeedbackKind.Nps, Scores, Weights, 1).Measure(nps), scaled = Log(FeedbackKind.Nps, Scores, Weights, factor).Measure(nps);
            Assert.Equal(plain.Score!.Value, scaled.Score!.Value, 1e-10);
            Assert.Equal(plain.Estimate!.Lower, scaled.Estimate!.Lower, 1e-8);
            Assert.Equal(plain.Estimate.Upper, scaled.Estimate.Upper, 1e-8);
            Assert.Equal(plain.Weighting!.DesignEffect!.Value, scaled.Weighting!.DesignEffect!.Value, 1e-10);
        }
    }

    [Theory]
    [InlineData(AnswerCounting.LatestPerCustomer)]
    [InlineData(AnswerCounting.All)]
    public void Equal_weights_are_no_weights(AnswerCounting counting)
    {
        JourneyLog log = JourneyLog.From(Enumerable.Range(0, 200).Select(index =>
            Answers.One($"c{index % 70}", FeedbackKind.Ces, 1 + (index * 3 % 7), index) with { CustomerAttributes = new Dictionary<string, string> { ["w"] = "0.7" } }));
        CesResult plain = log.Measure(new Ces { Counting = counting }), weighted = log.Measure(new Ces { Counting = counting, Weight = "w" });
        Assert.Equal(plain.Responses, weighted.Responses);
        Same(plain.Estimate!, weighted.Estimate!);
        foreach ((MetricFigure one, MetricFigure other) in plain.OtherFigures.Zip(weighted.OtherFigures)) Same(one.Estimate!, other.Estimate!);

        static void Same(Estimate plain, Estimate weighted)
        {
            Assert.Equal(plain.Value, weighted.Value, 1e-12);
            Assert.Equal(plain.Lower, weighted.Lower, 1e-9);
            Assert.Equal(plain.Upper, weighted.Upper, 1e-9);
        }
    }

    [Fact]
    public void Weights_that_are_none_are_counted_and_listed_and_their_answers_left_out()
    {
        string?[] texts = ["1", "-1", "NaN", "heavy", "1,5", null, "Infinity", "1e200", "0", "2"];
        JourneyLog log = JourneyLog.From(texts.Select((text, index) => Answers.One($"c{index}", FeedbackKind.Nps, 9, 0) with
        {
            Attributes = text is null ? new Dictionary<string, string>() : new Dictionary<string, string> { ["w"] = text },
        }));
        NpsResult result = log.Measure(new Nps { Weight = "w" });
        Assert.Equal((3L, 7L, 0L), (result.Responses, result.Weighting!.InvalidWeights, result.Invalid));
        Assert.Equal(["", "-1", "1,5", "1e200", "Infinity", "NaN", "heavy"], result.Weighting.InvalidTexts);
        Assert.Equal(100, result.Score!.Value, 1e-12);
        Assert.Contains(result.Warnings, warning => warning.Kind == MetricWarningKind.ManyInvalid && warning.Message.Contains("'heavy'", StringComparison.Ordinal));
    }

    [Fact]
    public void Without_weight_there_is_no_value_and_a_reason()
    {
        NpsResult zero = Log(FeedbackKind.Nps, [9, 1], [0, 0], 1).Measure(new Nps { Weight = "weight" });
        Assert.Equal((null, null, NoValueReason.ZeroBase), (zero.Score, zero.Estimate, zero.WhyNoValue!.Reason));
        Assert.Contains("The weights of all 2 answers to NPS are 0", zero.WhyNoValue.Message, StringComparison.Ordinal);
        NpsResult wrongName = Log(FeedbackKind.Nps, [9, 1], [1, 1], 1).Measure(new Nps { Weight = "wieght" });
        Assert.Contains("None of 2 answers to NPS has a valid weight in 'wieght'", wrongName.WhyNoValue!.Message, StringComparison.Ordinal);
        Assert.Equal(NoValueReason.NoData, JourneyLog.From([]).Measure(new Nps { Weight = "weight" }).WhyNoValue!.Reason);
        Assert.Throws<ArgumentException>(() => new Nps { Weight = "" });
    }

    [Fact]
    public void The_weight_of_the_event_wins_over_that_of_the_customer()
    {
        JourneyLog log = JourneyLog.From(
        [
            Answers.One("a", FeedbackKind.Nps, 9, 0) with { Attributes = new Dictionary<string, string> { ["w"] = "3" }, CustomerAttributes = new Dictionary<string, string> { ["w"] = "100" } },
            Answers.One("b", FeedbackKind.Nps, 0, 0) with { CustomerAttributes = new Dictionary<string, string> { ["w"] = "1" } },
        ]);
        Assert.Equal(50, log.Measure(new Nps { Weight = "w" }).Score!.Value, 1e-12);
    }

    [Fact]
    public void A_customer_who_answers_again_and_again_narrows_no_weighted_interval()
    {
        JourneyEvent[] once = [.. Enumerable.Range(0, 60).Select(index => Answers.One($"c{index}", FeedbackKind.Nps, index % 11, 0) with { CustomerAttributes = new Dictionary<string, string> { ["w"] = $"{1 + (index % 3)}" } })];
        Nps nps = new() { Weight = "w", Counting = AnswerCounting.All };
        Estimate single = JourneyLog.From(once).Measure(nps).Estimate!;
        NpsResult many = JourneyLog.From(Enumerable.Range(0, 9).SelectMany(hour => once.Select(one => one with { At = one.At.AddHours(hour) }))).Measure(nps);
        Assert.Equal((540L, 60L), (many.Responses, many.Customers));
        Assert.Equal(single.Upper - single.Lower, many.Estimate!.Upper - many.Estimate.Lower, 1.0);
        Assert.Equal("adjusted Wald, weighted, clustered by customer", many.Estimate.Method);
    }

    [Fact]
    public void Rounding_of_weights_takes_no_mean_beyond_its_scale()
    {
        double[] weights = [.. Enumerable.Range(1, 50).Select(index => 1.0 / index)];
        foreach (double weight in weights) Assert.Equal(7, Log(FeedbackKind.Ces, [7], [weight], 1).Measure(new Ces { Weight = "weight" }).Mean);
        Assert.Equal(7, Log(FeedbackKind.Ces, [.. weights.Select(_ => 7.0)], weights, 1).Measure(new Ces { Weight = "weight", TrustScale = true }).Mean);
    }

    [Fact]
    public void Weighted_figures_are_compared_as_ratios_over_customers_and_not_as_counts()
    {
        NpsResult result = Log(FeedbackKind.Nps, Scores, Weights, 1).Measure(new Nps { Weight = "weight" });
        RatioSample sample = Assert.IsType<RatioSample>(Assert.Single(result.Figures).Sample);
        Assert.Equal((result.Responses, result.Score!.Value / 100), (sample.Count, sample.Value!.Value));
        Assert.Equal(result.Weighting!.Figures[0]!.StandardError!.Value, sample.Ratio!.StandardError!.Value, 1e-12);
    }

    private static JourneyLog Log(FeedbackKind kind, double[] scores, double[] weights, double factor) => JourneyLog.From(scores.Select((score, index) => Answers.One($"c{index}", kind, score, 0) with
    {
        Attributes = new Dictionary<string, string> { ["weight"] = (factor * weights[index]).ToString("R", CultureInfo.InvariantCulture) },
    }));
}
