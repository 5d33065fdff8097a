using CustomerJourney.Events;
using CustomerJourney.Metrics;
using CustomerJourney.Statistics;

namespace CustomerJourney.Tests.Metrics;

public class CsatTests
{
    public static TheoryData<double[], int, double, double, double> Cases { get; } = new()
    {
        // R 4.2.2 prop.test(correct=FALSE) (shared/oracles/metrics/driver_control_survey.json, csat.summary#004, #006, #008)
        { [5, 2, 3, 1, 3, 3, 3, 4, 4, 3, 4, 4, 5, 4, 1], 5, 0.466666666666667, 0.248095353657374, 0.698830199745016 },
        {
            [4, 4, 6, 6, 4, 5, 7, 1, 7, 5, 5, 6, 4, 4, 7, 6, 4, 6, 3, 5, 5, 6, 6, 7, 7, 6, 4, 7, 5, 3, 5, 5, 7, 2, 6, 6, 7, 7, 6, 7, 1, 6, 7, 4, 4, 6, 6, 6, 6, 7, 7, 4, 7],
            7, 0.566037735849057, 0.432653514276073, 0.690496034402497
        },
        { [4, 2, 3, 4, 4, 5, 2, 3, 3, 4, 4, 2], 5, 0.5, 0.253781597633706, 0.746218402366294 },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_share_of_the_top_two_boxes_has_a_Wilson_interval(double[] ratings, int best, double share, double lower, double upper)
    {
        CsatResult result = Answers.Of(FeedbackKind.Csat, ratings).Measure(new Csat { ScaleMaximum = best });
        Assert.Equal(ratings.Length, result.Responses);
        Assert.Equal(share, result.Share!.Value, 1e-12);
        Assert.Equal(lower, result.Estimate!.Lower, 1e-9);
        Assert.Equal(upper, result.Estimate.Upper, 1e-9);
        Assert.Equal(ratings.Average(), result.Mean!.Value, 1e-12);
        Assert.Equal(Enumerable.Range(1, best).Select(score => ratings.LongCount(rating => rating == score)), result.AnswersByScore);
    }

    [Fact]
    public void The_scale_and_the_top_boxes_can_be_others()
    {
        JourneyLog thumbs = Answers.Of(FeedbackKind.Csat, 0, 1, 1, 2, 0.5);
        CsatResult result = thumbs.Measure(new Csat { ScaleMinimum = 0, ScaleMaximum = 1, TopBoxes = 1 });
        Assert.Equal((2L, 3L, 2L), (result.Satisfied, result.Responses, result.Invalid));
        Assert.Equal(1, Answers.Of(FeedbackKind.Csat, 1, 4, 5, 9).Measure(new Csat { ScaleMaximum = 9, TopBoxes = 1 }).Satisfied);
    }

    [Fact]
    public void A_scale_that_cannot_be_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new Csat { ScaleMinimum = -1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new Csat { ScaleMaximum = 1001 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new Csat { TopBoxes = 0 });
        foreach (Csat csat in new[] { new Csat { TopBoxes = 5 }, new Csat { ScaleMinimum = 5 }, new Csat { ScaleMinimum = 9 }, new Csat { TopBoxes = int.MaxValue } })
            Assert.Contains("top boxes", Assert.Throws<InvalidOperationException>(() => JourneyLog.From([]).Measure(csat)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_answers_there_is_no_share()
    {
        CsatResult result = Answers.Of(FeedbackKind.Nps, 5).Measure(new Csat());
        Assert.Equal((null, null, 0L), (result.Share, result.Estimate, result.Responses));
    }

    [Fact]
    public void Repeated_equal_answers_widen_the_interval_that_counts_all()
    {
        JourneyEvent[] answers = [.. Enumerable.Range(0, 40).SelectMany(index => Enumerable.Range(0, 1 + (index % 5)).Select(hour => Answers.One($"c{index}", FeedbackKind.Csat, index % 3 == 0 ? 2 : 5, hour)))];
        CsatResult result = JourneyLog.From(answers).Measure(new Csat { Counting = AnswerCounting.All });
        Estimate independent = ProportionInterval.Wilson(result.Satisfied, result.Responses, 0.95)!;
        Assert.Equal((120L, 40L), (result.Responses, result.Customers));
        Assert.True(result.Estimate!.Upper - result.Estimate.Lower > 1.4 * (independent.Upper - independent.Lower));
        Assert.Equal(result.Share, result.Estimate.Value);
        ClusterTotals clusters = result.Clusters![0];
        Assert.Equal((40L, 120L, (double)result.Satisfied), (clusters.Clusters, clusters.Count, clusters.Sum));
        Assert.Equal(answers.GroupBy(one => one.Customer).Sum(group => Math.Pow(group.Count(), 2)), clusters.SumOfSquaredCounts);
        Assert.Equal(answers.GroupBy(one => one.Customer).Sum(group => Math.Pow(group.Count(one => one.Feedback!.Value.Score == 5), 2)), clusters.SumOfSquares);
        Assert.Null(JourneyLog.From(answers).Measure(new Csat()).Clusters);
    }

    [Theory]
    // statsmodels 0.13.5 and scipy 1.10.1, 0 of 1 at 0.95 (shared/oracles/metrics/proportion.json: proportion.ci.agresti_coull#002, jeffreys#002, wilson_cc#002, clopper_pearson#002, wald#002)
    [InlineData(CsatInterval.AgrestiCoull, 0.832500514520587, "Agresti-Coull")]
    [InlineData(CsatInterval.Jeffreys, 0.8532536836904248, "Jeffreys")]
    [InlineData(CsatInterval.WilsonContinuityCorrected, 0.945379244471148, "Wilson with continuity correction")]
    [InlineData(CsatInterval.ClopperPearson, 0.975, "Clopper-Pearson")]
    [InlineData(CsatInterval.Wald, 0.0, "Wald")]
    public void An_interval_is_chosen_by_name(CsatInterval interval, double upper, string method)
    {
        Estimate estimate = Answers.Of(FeedbackKind.Csat, 1).Measure(new Csat { Interval = interval }).Estimate!;
        Assert.Equal((0.0, method), (estimate.Lower, estimate.Method));
        Assert.Equal(upper, estimate.Upper, 1e-9);
    }

    [Fact]
    public void The_exact_interval_is_that_of_the_oracle()
    {
        // R 4.2.2 binom.test (shared/oracles/metrics/driver_control_survey.json, csat.summary#004)
        Estimate estimate = Answers.Of(FeedbackKind.Csat, 5, 2, 3, 1, 3, 3, 3, 4, 4, 3, 4, 4, 5, 4, 1).Measure(new Csat { Interval = CsatInterval.ClopperPearson }).Estimate!;
        Assert.Equal(0.212666729519308, estimate.Lower, 1e-9);
        Assert.Equal(0.734138652722603, estimate.Upper, 1e-9);
    }

    [Fact]
    public void The_index_is_the_mean_from_0_to_100()
    {
        CsatResult result = Answers.Of(FeedbackKind.Csat, 5, 2, 3, 1, 3, 3, 3, 4, 4, 3, 4, 4, 5, 4, 1).Measure(new Csat());
        // R 4.2.2 t.test of the same answers (csat.summary#004): 3.26666666666667, 2.58950299272506 to 3.94383034060827.
        Assert.Equal((3.26666666666667 - 1) * 25, result.Index!.Value, 1e-9);
        Assert.Equal((2.58950299272506 - 1) * 25, result.Index.Lower, 1e-7);
        Assert.Equal((3.94383034060827 - 1) * 25, result.Index.Upper, 1e-7);
        Assert.Equal(["Mean", "Index"], result.OtherFigures.Select(figure => figure.Name));
        Assert.Equal(100, Answers.Of(FeedbackKind.Csat, 7).Measure(new Csat { ScaleMaximum = 7 }).OtherFigures[1].Value);
    }

    [Fact]
    public void Thumbs_are_0_and_1_of_which_1_is_satisfied()
    {
        CsatResult result = Answers.Of(FeedbackKind.Csat, 0, 1, 1).Measure(Csat.Thumbs);
        Assert.Equal((2L, 3L), (result.Satisfied, result.Responses));
    }

    [Fact]
    public void Intervals_for_independent_answers_are_refused_where_answers_are_not() => Assert.Contains(
        "use Wilson",
        Assert.Throws<InvalidOperationException>(() => JourneyLog.From([]).Measure(new Csat { Counting = AnswerCounting.All, Interval = CsatInterval.Jeffreys })).Message,
        StringComparison.Ordinal);
}
