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
        ClusterTotals clusters = result.Clusters!;
        Assert.Equal((40L, 120L, (double)result.Satisfied), (clusters.Clusters, clusters.Count, clusters.Sum));
        Assert.Equal(answers.GroupBy(one => one.Customer).Sum(group => Math.Pow(group.Count(), 2)), clusters.SumOfSquaredCounts);
        Assert.Equal(answers.GroupBy(one => one.Customer).Sum(group => Math.Pow(group.Count(one => one.Feedback!.Value.Score == 5), 2)), clusters.SumOfSquares);
        Assert.Null(JourneyLog.From(answers).Measure(new Csat()).Clusters);
    }
}
