using CustomerJourney.Events;
using CustomerJourney.Metrics;
using CustomerJourney.Statistics;

namespace CustomerJourney.Tests.Metrics;

public class CesTests
{
    public static TheoryData<double[], double, double, double, double> Cases { get; } = new()
    {
        // R 4.2.2 t.test (shared/oracles/metrics/driver_control_survey.json, ces.summary#004, #011)
        { [4, 6, 5, 6, 1, 7, 5, 6, 3, 1, 7, 5, 5], 0.692307692307692, 4.69230769230769, 3.49931512415965, 5.88530026045573 },
        { [7, 5, 3, 7, 3, 5, 7, 2, 6, 5, 5, 4, 7, 5, 6, 4, 3, 5, 6, 7, 6, 7, 5, 1, 4], 0.68, 5, 4.30518820948531, 5.69481179051469 },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_mean_has_a_t_interval(double[] ratings, double easy, double mean, double lower, double upper)
    {
        CesResult result = Answers.Of(FeedbackKind.Ces, ratings).Measure(new Ces());
        Assert.Equal(easy, result.EasyShare!.Value, 1e-12);
        Assert.Equal(ProportionInterval.Wilson(ratings.Count(rating => rating >= 5), ratings.Length), result.EasyShare);
        Assert.Equal(ratings.Count(rating => rating <= 3) / (double)ratings.Length, result.DifficultShare!.Value, 1e-12);
        Assert.Equal(result.EasyShare.Value - result.DifficultShare.Value, result.NetEasyShare!.Value, 1e-12);
        Assert.Equal(mean, result.Mean!.Value, 1e-12);
        Assert.Equal(lower, result.Estimate!.Lower, 1e-8);
        Assert.Equal(upper, result.Estimate.Upper, 1e-8);
        Assert.Equal(Enumerable.Range(1, 7).Select(score => ratings.LongCount(rating => rating == score)), result.AnswersByScore);
    }

    [Fact]
    public void One_answer_has_a_mean_and_no_interval()
    {
        CesResult result = Answers.Of(FeedbackKind.Ces, 6).Measure(new Ces());
        Assert.Equal((6, null), (result.Mean, result.Estimate));
    }

    [Fact]
    public void Without_answers_everything_is_empty()
    {
        CesResult result = Answers.Of(FeedbackKind.Ces, 0, 8, 3.5).Measure(new Ces());
        Assert.Equal((3L, 0L), (result.Invalid, result.Responses));
        Assert.Null(result.Mean);
        Assert.All([result.Estimate, result.EasyShare, result.DifficultShare, result.NetEasyShare], Assert.Null);
    }

    [Fact]
    public void Repeated_equal_answers_widen_the_interval_that_counts_all()
    {
        JourneyEvent[] once = [.. Enumerable.Range(0, 30).Select(index => Answers.One($"c{index}", FeedbackKind.Ces, 1 + (index % 7), 0))];
        CesResult single = JourneyLog.From(once).Measure(new Ces());
        CesResult all = JourneyLog.From(Enumerable.Range(0, 4).SelectMany(hour => once.Select(one => one with { At = one.At.AddHours(hour) }))).Measure(new Ces { Counting = AnswerCounting.All });
        Assert.Equal((120L, 30L), (all.Responses, all.Customers));
        Assert.Equal(single.Mean!.Value, all.Mean!.Value, 1e-12);
        Assert.Equal(single.Estimate!.Lower, all.Estimate!.Lower, 1e-9);
        Assert.Equal(single.Estimate.Upper, all.Estimate.Upper, 1e-9);
        CesResult plain = JourneyLog.From(once).Measure(new Ces { Counting = AnswerCounting.All });
        Assert.Equal(single.Estimate.Lower, plain.Estimate!.Lower, 1e-9);
    }

    [Fact]
    public void In_version_1_low_is_easy_and_the_scale_ends_at_5()
    {
        CesResult result = Answers.Of(FeedbackKind.Ces1, 1, 2, 2, 3, 4, 5, 6, 7).Measure(new Ces { Version = CesVersion.Version1 });
        Assert.Equal((6L, 2L, "CES 1.0"), (result.Responses, result.Invalid, result.Title));
        Assert.Equal(17.0 / 6, result.Mean!.Value, 1e-12);
        Assert.Equal((3.0 / 6, 2.0 / 6), (result.EasyShare!.Value, result.DifficultShare!.Value));
        Assert.Equal(1.0 / 6, result.NetEasyShare!.Value, 1e-12);
        Assert.Contains(new MetricTerm("scale", "1…5, low is easy"), result.Terms);
        Assert.Equal([1, 2, 1, 1, 1], result.AnswersByScore);
    }

    [Fact]
    public void A_log_may_have_both_versions_and_each_reads_its_own()
    {
        JourneyLog log = JourneyLog.From([Answers.One("a", FeedbackKind.Ces, 7, 0), Answers.One("a", FeedbackKind.Ces1, 1, 1), Answers.One("b", FeedbackKind.Ces1, 5, 0)]);
        (CesResult two, CesResult one) = log.Measure(new Ces(), new Ces { Version = CesVersion.Version1 });
        Assert.Equal((7.0, 1L, 3.0, 2L), (two.Mean, two.Responses, one.Mean, one.Responses));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Ces { Version = (CesVersion)2 });
    }

    [Fact]
    public void Every_figure_is_clustered_where_all_answers_count()
    {
        JourneyEvent[] once = [.. Enumerable.Range(0, 30).Select(index => Answers.One($"c{index}", FeedbackKind.Ces1, 1 + (index % 5), 0))];
        Ces ces = new() { Version = CesVersion.Version1, Counting = AnswerCounting.All };
        CesResult single = JourneyLog.From(once).Measure(ces), all = JourneyLog.From(Enumerable.Range(0, 9).SelectMany(hour => once.Select(one => one with { At = one.At.AddHours(hour) }))).Measure(ces);
        Assert.Equal((270L, 30L), (all.Responses, all.Customers));
        foreach ((MetricFigure plain, MetricFigure many) in single.OtherFigures.Zip(all.OtherFigures))
        {
            Assert.Contains("clustered by customer", many.Estimate!.Method, StringComparison.Ordinal);
            Assert.Equal(plain.Value!.Value, many.Value!.Value, 1e-12);
            Assert.Equal(plain.Estimate!.Upper - plain.Estimate.Lower, many.Estimate.Upper - many.Estimate.Lower, 0.02);
        }
    }
}
