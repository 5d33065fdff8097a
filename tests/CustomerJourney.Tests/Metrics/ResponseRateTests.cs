using CustomerJourney.Events;
using CustomerJourney.Metrics;
using CustomerJourney.Statistics;

namespace CustomerJourney.Tests.Metrics;

public class ResponseRateTests
{
    private static readonly ResponseRate Rate = new(FeedbackKind.Nps, "invited");

    [Fact]
    public void An_answer_belongs_to_the_latest_invitation_before_it()
    {
        JourneyLog log = JourneyLog.From([Invited("a", 0), Invited("a", 2), Answer("a", 3), Invited("b", 0), Answer("c", 0), Answer("d", 0), Invited("d", 1)]);
        ResponseRateResult result = log.Measure(Rate);
        Assert.Equal((4L, 1L, 3L, 0L, 2L, 3L), (result.Asked, result.Answered, result.Missing, result.Open, result.Unasked, result.Customers));
        Assert.Equal(0.25, result.Rate);
        Assert.Equal("Wilson, clustered by customer", result.Estimate!.Method);
    }

    [Fact]
    public void With_one_invitation_each_the_interval_is_Wilsons()
    {
        JourneyLog log = JourneyLog.From(Enumerable.Range(0, 50).SelectMany(index => index % 5 == 0 ? [Invited($"c{index}", 0), Answer($"c{index}", 1)] : new[] { Invited($"c{index}", 0) }));
        Assert.Equal(ProportionInterval.Wilson(10, 50, 0.9), log.Measure(Rate with { Level = 0.9 }).Estimate);
    }

    [Fact]
    public void A_time_that_is_not_over_is_open_whether_or_not_it_was_answered()
    {
        JourneyLog log = JourneyLog.From([Invited("a", 0), Answer("a", 1), Invited("b", 0), Answer("b", 9), Invited("c", 98), Invited("d", 97), Answer("d", 99), Answer("e", 100)]);
        ResponseRateResult result = log.Measure(Rate with { Within = TimeSpan.FromHours(5) });
        // The answer of b came too late, c and d were not watched for five hours, e was never asked.
        Assert.Equal((2L, 1L, 2L, 2L), (result.Asked, result.Answered, result.Open, result.Unasked));
        ResponseRateResult later = log.Measure(Rate with { Within = TimeSpan.FromHours(5), ObservedUntil = Answers.Noon.AddHours(200) });
        Assert.Equal((4L, 2L, 0L), (later.Asked, later.Answered, later.Open));
    }

    [Fact]
    public void Windows_close_when_a_part_that_was_observed_longer_is_merged()
    {
        ResponseRate rate = Rate with { Within = TimeSpan.FromHours(5) };
        PartialResult<ResponseRateResult> early = JourneyLog.From([Invited("a", 0), Answer("a", 1), Invited("b", 1)]).MeasurePart(rate), late = JourneyLog.From([Invited("c", 90), Answer("c", 99)]).MeasurePart(rate);
        Assert.Equal((NoValueReason.StillOpen, 2L), (early.ToResult().WhyNoValue!.Reason, early.ToResult().Open));
        ResponseRateResult both = PartialResult<ResponseRateResult>.FromBytes(rate, early.ToBytes()).Merge(late).ToResult();
        Assert.Equal((3L, 1L, 0L, 1L), (both.Asked, both.Answered, both.Open, both.Unasked));
    }

    [Fact]
    public void Without_invitations_there_is_no_rate()
    {
        ResponseRateResult result = JourneyLog.From([Answer("a", 0)]).Measure(Rate);
        Assert.Equal((null, NoValueReason.NoData, 1L), (result.Rate, result.WhyNoValue!.Reason, result.Unasked));
        Assert.Contains("'invited'", result.WhyNoValue.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Answers_to_other_questions_and_of_other_kinds_do_not_count()
    {
        JourneyLog log = JourneyLog.From([Invited("a", 0), Answer("a", 1) with { Feedback = new(FeedbackKind.Csat, 5) }, Invited("b", 0), Answer("b", 1) with { Feedback = new(FeedbackKind.Nps, 5, "shop") }]);
        Assert.Equal(1, log.Measure(Rate).Answered);
        Assert.Equal(1, log.Measure(Rate with { Question = "shop" }).Answered);
        Assert.Equal(0, log.Measure(Rate with { Question = "help" }).Answered);
    }

    [Fact]
    public void An_event_that_asks_and_holds_the_answer_is_answered()
    {
        JourneyLog log = JourneyLog.From([Invited("a", 0) with { Feedback = new(FeedbackKind.Nps, 9) }, Invited("b", 0)]);
        Assert.Equal((2L, 1L, 0L), (log.Measure(Rate).Asked, log.Measure(Rate).Answered, log.Measure(Rate).Unasked));
    }

    [Fact]
    public void A_survey_says_who_was_asked_and_did_not_answer()
    {
        JourneyLog log = JourneyLog.From([Invited("a", 0), Answer("a", 1), Invited("b", 0), Invited("c", 0), Answer("c", 1) with { Feedback = new(FeedbackKind.Nps, 6.5) }]);
        NpsResult plain = log.Measure(new Nps()), asked = log.Measure(new Nps().AskedBy("invited"));
        Assert.Equal((null, null), (plain.Asked, plain.Missing));
        // An answer that is not on the scale is an answer all the same.
        Assert.Equal((3L, 1L, 1L, 1L), (asked.Asked, asked.Missing, asked.Invalid, asked.Responses));
        Assert.Equal(plain.Score, asked.Score);
        Assert.Contains(new MetricCount("Missing", 1), asked.Counts);
        Assert.DoesNotContain(plain.Counts, count => count.Name == "Missing");
    }

    [Fact]
    public void Who_was_asked_is_grouped_by_what_customers_have()
    {
        JourneyLog log = JourneyLog.From([On(Invited("a", 0), "mail"), On(Answer("a", 1), "web"), On(Invited("b", 0), "mail"), On(Invited("c", 0), "sms")]);
        Breakdown<NpsResult> byChannel = log.Measure(new Nps().AskedBy(TimeSpan.FromMinutes(30), "invited").By(Dimension.Channel.AtFirst("invited")));
        Assert.Equal((2L, 2L), (byChannel["mail"].Asked, byChannel["mail"].Missing));
        Assert.Equal((1L, 1L, 0L), (byChannel["sms"].Asked, byChannel["sms"].Missing, byChannel["sms"].Responses));
        Assert.Equal((3L, 1L), (byChannel.Total.Asked, byChannel.Total.Responses));

        static JourneyEvent On(JourneyEvent e, string channel) => e with { Channel = channel };
    }

    [Fact]
    public void Definitions_are_checked_and_equal_by_value()
    {
        Assert.Equal(new ResponseRate(FeedbackKind.Nps, "a", "b"), new ResponseRate(FeedbackKind.Nps, "a", "b"));
        Assert.Equal(new ResponseRate(FeedbackKind.Nps, "a", "b").GetHashCode(), new ResponseRate(FeedbackKind.Nps, "a", "b").GetHashCode());
        Assert.NotEqual(new ResponseRate(FeedbackKind.Nps, "a"), new ResponseRate(FeedbackKind.Nps, "b"));
        Assert.Throws<ArgumentException>(() => new ResponseRate(FeedbackKind.Nps));
        Assert.Throws<ArgumentException>(() => new ResponseRate(FeedbackKind.Nps, ""));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ResponseRate(FeedbackKind.None, "a"));
        Assert.Throws<ArgumentOutOfRangeException>(() => Rate with { Within = TimeSpan.Zero });
    }

    private static JourneyEvent Invited(string customer, int hour) => new() { Customer = customer, Event = "invited", At = Answers.Noon.AddHours(hour) };

    private static JourneyEvent Answer(string customer, int hour) => Answers.One(customer, FeedbackKind.Nps, 9, hour);
}
