using CustomerJourney.Events;
using CustomerJourney.Metrics;
using CustomerJourney.Statistics;

namespace CustomerJourney.Tests.Metrics;

public class NpsTests
{
    [Theory]
    // R 4.2.2, PropCIs diffpropci.Wald.mp(d+3/4, p+3/4, n+3) (shared/oracles/metrics/nps.json, nps.ci.adjusted_wald#001-003)
    [InlineData(19, 12, 5, 0.90, 16.8135062667124, 54.9813655281594)]
    [InlineData(19, 12, 5, 0.95, 13.157531174705, 58.6373406201667)]
    [InlineData(19, 12, 5, 0.99, 6.0121352456151, 65.7827365492567)]
    public void The_interval_is_the_adjusted_Wald_interval_around_the_raw_score(int promoters, int passives, int detractors, double level, double lower, double upper)
    {
        NpsResult result = Answers.Nps(promoters, passives, detractors).Measure(new Nps { Level = level });
        Assert.Equal(((long)promoters, (long)passives, (long)detractors, 0L), (result.Promoters, result.Passives, result.Detractors, result.Invalid));
        Assert.Equal(100.0 * (promoters - detractors) / (promoters + passives + detractors), result.Score!.Value, 1e-12);
        Estimate estimate = result.Estimate!;
        Assert.Equal(result.Score!.Value, estimate.Value, 1e-12);
        Assert.Equal(lower, estimate.Lower, 1e-9);
        Assert.Equal(upper, estimate.Upper, 1e-9);
        Assert.Equal((36L, level), (estimate.N, estimate.Level));
    }

    [Fact]
    public void Scores_are_detractors_to_6_passives_to_8_promoters_to_10()
    {
        NpsResult result = Answers.Of(FeedbackKind.Nps, Enumerable.Range(0, 11).Select(score => (double)score)).Measure(new Nps());
        Assert.Equal((2L, 2L, 7L, 11L, 11L), (result.Promoters, result.Passives, result.Detractors, result.Responses, result.Customers));
    }

    [Fact]
    public void Answers_outside_the_scale_are_invalid_and_count_for_nothing_else()
    {
        NpsResult result = Answers.Of(FeedbackKind.Nps, 6.5, 11, -1, 1e300, -1e300, 10.000000000000002, double.Epsilon, 9, -0.0).Measure(new Nps());
        Assert.Equal((7L, 2L, 2L, 1L, 1L), (result.Invalid, result.Responses, result.Customers, result.Promoters, result.Detractors));
    }

    [Fact]
    public void Scores_that_are_no_numbers_cannot_enter_a_log()
    {
        JourneyLog log = Answers.Of(FeedbackKind.Nps, double.NaN, double.PositiveInfinity, double.NegativeInfinity, 9);
        Assert.Equal((3L, 1L), (log.Quality.Rejected, log.Measure(new Nps()).Responses));
    }

    [Fact]
    public void Without_valid_answers_there_is_no_score()
    {
        NpsResult[] empty =
        [
            JourneyLog.From([]).Measure(new Nps()), Answers.Of(FeedbackKind.Nps, 11).Measure(new Nps()), Answers.Of(FeedbackKind.Csat, 5).Measure(new Nps()),
            Answers.Of(FeedbackKind.None, 5).Measure(new Nps()), Answers.Of(FeedbackKind.Nps, 11).Measure(new Nps { Counting = AnswerCounting.All }),
        ];
        Assert.All(empty, result =>
        {
            Assert.Null(result.Score);
            Assert.Null(result.Estimate);
            Assert.Equal(0, result.Customers);
            Assert.Equal([null, null, null, 0L, 0L], result.ToTable().Rows.Single().Take(5));
        });
    }

    [Fact]
    public void An_invalid_latest_answer_is_not_replaced_by_an_earlier_one()
    {
        JourneyLog log = JourneyLog.From([Answers.One("c", FeedbackKind.Nps, 9, 0), Answers.One("c", FeedbackKind.Nps, 11, 1)]);
        Assert.Equal((0L, 1L), (log.Measure(new Nps()).Responses, log.Measure(new Nps()).Invalid));
        Assert.Equal(1, log.Measure(new Nps { Counting = AnswerCounting.FirstPerCustomer }).Promoters);
    }

    [Fact]
    public void The_latest_the_first_or_every_answer_counts()
    {
        JourneyLog log = JourneyLog.From([Answers.One("c", FeedbackKind.Nps, 0, 0), Answers.One("c", FeedbackKind.Csat, 1, 9), Answers.One("c", FeedbackKind.Nps, 10, 1), Answers.One("d", FeedbackKind.Nps, 7, 0)]);
        Assert.Equal((50, 2L), (log.Measure(new Nps()).Score, log.Measure(new Nps()).Customers));
        Assert.Equal(-50, log.Measure(new Nps { Counting = AnswerCounting.FirstPerCustomer }).Score);
        NpsResult all = log.Measure(new Nps { Counting = AnswerCounting.All });
        Assert.Equal((0, 3L, 2L), (all.Score, all.Responses, all.Customers));
        Assert.Equal("adjusted Wald, clustered by customer", all.Estimate!.Method);
    }

    [Fact]
    public void Counting_all_with_one_answer_a_customer_is_the_plain_interval()
    {
        JourneyLog log = Answers.Nps(19, 12, 5);
        Estimate plain = log.Measure(new Nps()).Estimate!, all = log.Measure(new Nps { Counting = AnswerCounting.All }).Estimate!;
        Assert.Equal(plain.Lower, all.Lower, 1e-9);
        Assert.Equal(plain.Upper, all.Upper, 1e-9);
    }

    [Fact]
    public void Answers_repeated_by_the_same_customers_do_not_narrow_the_interval()
    {
        JourneyEvent[] once = [.. Enumerable.Range(0, 60).Select(index => Answers.One($"c{index}", FeedbackKind.Nps, index % 11, 0))];
        JourneyLog repeated = JourneyLog.From(Enumerable.Range(0, 9).SelectMany(hour => once.Select(one => one with { At = one.At.AddHours(hour) })));
        Estimate plain = JourneyLog.From(once).Measure(new Nps()).Estimate!;
        NpsResult result = repeated.Measure(new Nps { Counting = AnswerCounting.All });
        Assert.Equal((540L, 60L), (result.Responses, result.Customers));
        Assert.Equal(plain.Value, result.Score!.Value, 1e-9);
        // Nine times the same answer says no more than once: 540 answers count as 540 * 59/539, about 59, because the variance over customers has the divisor 59.
        Assert.Equal((plain.Upper - plain.Lower) * Math.Sqrt((60 + 3) / ((540.0 * 59 / 539) + 3)), result.Estimate!.Upper - result.Estimate.Lower, 0.05);
        Estimate independent = NetShareInterval.AdjustedWald(result.Promoters, result.Passives, result.Detractors, 0.95)!;
        Assert.True(result.Estimate.Upper - result.Estimate.Lower > 2.5 * 100 * (independent.Upper - independent.Lower));
    }

    [Fact]
    public void All_answers_of_one_customer_have_a_score_and_no_interval()
    {
        NpsResult result = JourneyLog.From([Answers.One("c", FeedbackKind.Nps, 9, 0), Answers.One("c", FeedbackKind.Nps, 3, 1)]).Measure(new Nps { Counting = AnswerCounting.All });
        Assert.Equal((0, null), (result.Score, result.Estimate));
    }

    [Fact]
    public void A_level_lies_between_0_and_1()
    {
        foreach (double level in new[] { 0, 1, -1, 95, double.NaN }) Assert.Throws<ArgumentOutOfRangeException>("Level", () => new Nps { Level = level });
    }

    [Fact]
    public void A_question_is_equal_by_value_and_a_result_names_it()
    {
        Assert.Equal(new Nps { Level = 0.9 }, new Nps { Level = 0.9 });
        Assert.NotEqual(new Nps(), new Nps { Counting = AnswerCounting.All });
        Assert.Equal(AnswerCounting.LatestPerCustomer, new Nps().Counting);
        NpsResult result = Answers.Nps(1, 1, 1).Measure(new Nps { Level = 0.9 });
        Assert.Equal((new Nps { Level = 0.9 }, "NPS"), (result.Definition, result.Title));
        Figure figure = Assert.Single(result.Figures);
        Assert.Equal(("NPS", 100.0, 3L, 0.0), (figure.Name, figure.Scale, figure.Sample.Count, figure.Sample.Value));
    }
}
