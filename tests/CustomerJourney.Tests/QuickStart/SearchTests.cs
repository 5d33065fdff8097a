using CustomerJourney.Events;
using CustomerJourney.Metrics;
using CustomerJourney.Statistics;
using QuickStart.Findings;

namespace CustomerJourney.Tests.QuickStart;

public sealed class SearchTests
{
    private static readonly DateTimeOffset Monday = new(2026, 1, 5, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Only_the_first_attempt_counts_and_one_that_the_log_cuts_short_is_left_out()
    {
        ShareResult result = Log(
            ("in time", "start", 0), ("in time", "goal", 10),
            ("too late", "start", 0), ("too late", "goal", 30),
            ("second attempt", "start", 0), ("second attempt", "start", 100), ("second attempt", "goal", 101),
            ("cut short", "start", 195), ("elsewhere", "other", 200)).Measure(new FirstAttempt(Moment.Event("start"), Moment.Event("goal"), TimeSpan.FromHours(24)));
        Assert.Equal((1, 3), (result.Hits, result.Total));
    }

    [Fact]
    public void A_wait_runs_to_the_next_answer_and_one_too_long_or_cut_short_is_left_out()
    {
        MeanSample hours = Log(
            ("a", "asked", 0), ("a", "answered", 2), ("a", "answered", 50),
            ("b", "answered", 1), ("b", "asked", 3), ("b", "answered", 7),
            ("slow", "asked", 0), ("slow", "answered", 60),
            ("cut short", "asked", 180), ("cut short", "answered", 181), ("elsewhere", "other", 200)).Measure(new FirstWait(Moment.Event("asked"), Moment.Event("answered"), TimeSpan.FromHours(48))).Hours;
        Assert.Equal((2, 3.0), (hours.Count, hours.Value));
    }

    [Fact]
    public void Messages_count_only_when_they_were_read_before_the_first_answer()
    {
        List<JourneyEvent> events =
        [
            Event("both", "one", 0), Event("both", "other", 1), Answer("both", 2, 10), Answer("both", 3, 0),
            Event("first only", "one", 0), Answer("first only", 1, 8), Event("first only", "other", 2),
            Event("second only", "other", 0), Answer("second only", 1, 3),
            Answer("none", 1, 3),
        ];
        BothMessagesResult result = JourneyLog.From(events).Measure(new BothMessages("one", "other"));
        Assert.Equal(new NetSample(1, 0, 0), result.Both);
        Assert.Equal(new NetSample(0, 1, 0), result.OnlyOne);
        Assert.Equal(new NetSample(0, 0, 1), result.OnlyOther);
    }

    [Theory]
    [InlineData(9, 9, 2, true)]
    [InlineData(9, 2, 2, false)]
    [InlineData(9, 9, 9, false)]
    public void Messages_contradict_each_other_only_when_both_are_worse_than_either_alone(int afterOne, int afterOther, int afterBoth, bool expected)
    {
        List<JourneyEvent> events = [];
        for (int customer = 0; customer < 300; customer++)
        {
            string id = $"{customer:D3}";
            int kind = customer % 3;
            if (kind is 0 or 2) events.Add(Event(id, "one", 0));
            if (kind is 1 or 2) events.Add(Event(id, "other", 1));

            // A few think otherwise, so that there is something to test.
            double score = kind switch { 0 => afterOne, 1 => afterOther, _ => afterBoth };
            events.Add(Answer(id, 2, customer / 3 % 10 == 0 ? 8 : score));
        }

        MessagesQuestion question = new() { Name = "NPS", Wording = "", Unit = Unit.NetPromoters, One = ("one", "One"), Other = ("other", "Other") };
        Assert.Equal(expected, Search(JourneyLog.From(events), question).Findings.Count == 1);
    }

    [Fact]
    public void Only_the_strongest_period_of_a_series_is_told_and_only_what_is_worse()
    {
        List<JourneyEvent> events = [];
        for (int week = 0; week < 8; week++)
        {
            // Weeks 3 and 5 are bad, week 5 worse; week 7 is good.
            int of10 = week switch { 3 => 3, 5 => 1, 7 => 10, _ => 7 };
            for (int customer = 0; customer < 200; customer++)
            {
                string id = $"{week}-{customer:D3}";
                events.Add(Event(id, "start", week * 168));
                if (customer % 10 < of10) events.Add(Event(id, "goal", (week * 168) + 1));
            }
        }

        events.Add(Event("end", "other", 9 * 168));
        PeriodQuestion<ShareResult> question = new()
        {
            Name = "Goal",
            Wording = "get there",
            Unit = Unit.Percent,
            Figure = new FirstAttempt(Moment.Event("start"), Moment.Event("goal"), TimeSpan.FromDays(1)),
            Period = Dimension.Calendar(CalendarUnit.Week).AtFirst("start"),
            PeriodWord = "week",
        };
        FindingList list = Search(JourneyLog.From(events), question);
        Finding finding = Assert.Single(list.Findings);
        Assert.Equal(8, list.Tests);
        Assert.Equal("Goal, week 2026-W07", finding.About.Headline);
        Assert.Equal(["2026-W05"], finding.AlsoIn);
        Assert.Equal("10.0 % get there", finding.Here);
        Assert.Equal("68.6 % in the other weeks", finding.There);
        Assert.StartsWith("−58.6 points (95 % −", finding.ChangeText, StringComparison.Ordinal);
        Assert.Equal("p < 0.0001", finding.PValueText);
        Assert.Equal("200 customers against 1,400", finding.Customers);
    }

    private static FindingList Search(JourneyLog log, Question question)
    {
        FindingSearch search = new([question]);
        return search.Read(log.Measure(search.Analyses));
    }

    private static JourneyLog Log(params (string Customer, string Event, double Hours)[] events) =>
        JourneyLog.From(events.Select(e => Event(e.Customer, e.Event, e.Hours)));

    private static JourneyEvent Event(string customer, string name, double hours) =>
        new() { Customer = customer, Event = name, At = Monday.AddHours(hours) };

    private static JourneyEvent Answer(string customer, double hours, double score) =>
        Event(customer, "answered", hours) with { Feedback = new(FeedbackKind.Nps, score) };
}
