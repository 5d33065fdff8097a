using System.Text.Json;
using CustomerJourney.Events;
using CustomerJourney.Metrics;
using CustomerJourney.Metrics.Survival;
using CustomerJourney.Statistics.Survival;

namespace CustomerJourney.Tests.Metrics.Survival;

public class TimeBetweenTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);

    // Four customers: after 1, 3 and 5 days, and one who waits still after 8.
    private static readonly JourneyLog Four = JourneyLog.From(
    [
        At("a", "ask", 0), At("a", "answer", 1), At("b", "ask", 0), At("b", "answer", 3), At("c", "ask", 1), At("c", "answer", 6), At("d", "ask", 0), At("d", "noise", 8), At("e", "answer", 2),
    ]);

    [Fact]
    public void Those_who_wait_still_count_as_waiting()
    {
        TimeToEventResult result = Four.Measure(new TimeBetween("ask", "answer") { Horizons = [TimeSpan.FromDays(3), TimeSpan.FromDays(1)], RestrictedMeanTo = TimeSpan.FromDays(8) });
        Assert.Equal((4L, 4L, 3L, 1L, 0L), (result.Cases, result.Customers, result.Completed, result.Open, result.Invalid));
        // S: 3/4 after day 1, 1/2 after day 3, 1/4 after day 5; the median lies in the middle of the level of one half.
        Assert.Equal(4, result.Median);
        Assert.Equal(0.25, result.ShareWithin(TimeSpan.FromDays(1)).Share);
        Assert.Equal(0.5, result.ShareWithin(TimeSpan.FromDays(3)).Share);
        Assert.Equal(0.75, result.ShareWithin(TimeSpan.FromDays(8)).Share);
        Assert.Null(result.ShareWithin(TimeSpan.FromDays(9)).Share);
        Assert.Equal(1 + (2 * 0.75) + (2 * 0.5) + (3 * 0.25), result.RestrictedMean!.Estimate.Value, 1e-12);
        Assert.Equal(3, result.CompletedTimes.Median);
        Assert.Equal(["75% within", "90% within", "within 1 day", "within 3 days", "mean up to 8 days", "median, completed only", "75%, completed only", "90%, completed only"], result.OtherFigures.Select(figure => figure.Name));
        Assert.Null(result.Quantile(0.9)!.Value);
        Assert.Equal([(1L, 4L), (2L, 4L)], result.Within.Select(within => (within.Hits, within.Cases)));
        Assert.Equal("Time from ask to answer", result.Title);
    }

    [Fact]
    public void Who_converts_with_the_first_event_took_no_time()
    {
        JourneyLog log = JourneyLog.From([At("a", "answer", 0), At("b", "noise", 0), At("b", "answer", 2), At("c", "noise", 0), At("d", "leave", 1), At("d", "answer", 3)]);
        TimeToEventResult result = log.Measure(TimeBetween.SinceFirstEvent("answer"));
        Assert.Equal((4L, 3L, 1L), (result.Cases, result.Completed, result.Open));
        Assert.Equal([0, 2], result.CompletedTimes.Values.Distinct());
        TimeToEventResult competing = log.Measure(TimeBetween.SinceFirstEvent("answer") with { CompetingEvent = "leave" });
        Assert.Equal((2L, 1L, 1L), (competing.Completed, competing.EndedOtherwise, competing.Open));
    }

    [Fact]
    public void A_case_that_ends_before_it_began_is_invalid_once()
    {
        Dictionary<string, string> ticket = new() { ["ticket"] = "1" };
        JourneyEvent open = At("a", "open", 5) with { StartedAt = Start, Attributes = ticket }, close = At("a", "close", 2) with { Attributes = ticket };
        foreach (TimeBetweenCases cases in Enum.GetValues<TimeBetweenCases>())
        {
            TimeToEventResult result = JourneyLog.From([open, close]).Measure(new TimeBetween("open", "close") { CaseAttribute = "ticket", Cases = cases });
            Assert.Equal((0L, 1L), (result.Cases, result.Invalid));
        }
    }

    [Fact]
    public void When_all_wait_still_there_is_no_median()
    {
        TimeToEventResult result = JourneyLog.From([At("a", "ask", 0), At("b", "ask", 3)]).Measure(new TimeBetween("ask", "answer") { ObservedUntil = Start.AddDays(9) });
        Assert.Equal((2L, 0L, 2L), (result.Cases, result.Completed, result.Open));
        Assert.Null(result.Median);
        Assert.Null(result.Estimate);
        Assert.Null(result.CompletedTimes.Median);
        Assert.Equal(NoValueReason.NotReached, result.WhyNoValue!.Reason);
        Assert.Equal("0 of 2 cases are known to have got there, so the median is not reached: look at the share within a horizon, or at the restricted mean.", result.WhyNoValue.Message);
        Assert.Equal(0, result.ShareWithin(TimeSpan.FromDays(9)).Share);
        Assert.Equal([6, 9], result.Sample!.CensoredTimes.Times.ToArray());
    }

    [Fact]
    public void Without_cases_there_is_no_value_and_a_reason()
    {
        TimeToEventResult none = JourneyLog.From([]).Measure(new TimeBetween("ask", "answer"));
        Assert.Equal((0L, null, null, NoValueReason.NoData), (none.Cases, none.Value, none.Estimate, none.WhyNoValue!.Reason));
        Assert.Equal("Time from ask to answer: no value. No case of Time from ask to answer began.", none.ToString());
        Assert.Equal(0, JourneyLog.From([At("a", "answer", 1)]).Measure(new TimeBetween("ask", "answer")).Cases);
        Assert.Equal(NoValueReason.NoData, Four.Measure(new TimeBetween("no such event", "answer")).WhyNoValue!.Reason);
        Assert.Equal(4, Four.Measure(new TimeBetween("ask", "no such event")).Open);
    }

    [Fact]
    public void Once_all_have_got_there_later_horizons_are_reached_by_all()
    {
        TimeToEventResult all = JourneyLog.From([At("a", "ask", 0), At("a", "answer", 1), At("b", "ask", 0), At("b", "answer", 2)]).Measure(new TimeBetween("ask", "answer"));
        Assert.Equal((1.0, null), all.ShareWithin(TimeSpan.FromDays(30)));
        Assert.Equal(0.5, all.ShareWithin(TimeSpan.FromDays(1.5)).Share);
    }

    [Fact]
    public void A_customer_may_have_many_cases_by_an_attribute()
    {
        JourneyLog log = JourneyLog.From(
        [
            Ticket("a", "ask", 0, "1"), Ticket("a", "ask", 1, "2"), Ticket("a", "answer", 4, "1"), Ticket("a", "ask", 2, "1"), Ticket("a", "answer", 3, "2"),
            Ticket("b", "ask", 0, "1"), Ticket("b", "answer", 5, "7"), Ticket("b", "answer", 2, "8"), Ticket("b", "ask", 3, "8"), At("b", "ask", 1),
        ]);
        TimeToEventResult result = log.Measure(new TimeBetween("ask", "answer") { CaseAttribute = "ticket" });
        // a: ticket 1 after 4 days, ticket 2 after 2; b: ticket 1 open; 7 never began, 8 ended before, one event names no ticket.
        Assert.Equal([2, 4], result.CompletedTimes.Values);
        Assert.Equal((3L, 1L, 3L, 2L), (result.Cases, result.Open, result.Invalid, result.Customers));
        Assert.Contains(result.Warnings, warning => warning.Kind == MetricWarningKind.Assumption);
        Assert.Contains(result.Warnings, warning => warning.Kind == MetricWarningKind.ManyInvalid);
        Assert.Contains("has no event attribute 'case'", Assert.Throws<ArgumentException>(() => log.Measure(new TimeBetween("ask", "answer") { CaseAttribute = "case" })).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_rule_of_cases_reads_one_trace_its_own_way()
    {
        JourneyLog log = JourneyLog.From([At("a", "ask", 0), At("a", "ask", 1), At("a", "answer", 3), At("a", "answer", 4), At("a", "ask", 6), At("a", "answer", 7), At("a", "ask", 9)]);
        Check(TimeBetweenCases.First, [3], 0);
        Check(TimeBetweenCases.Every, [1, 2, 3], 1);
        Check(TimeBetweenCases.OneAtATime, [1, 3], 1);

        void Check(TimeBetweenCases cases, double[] completed, long open)
        {
            TimeToEventResult result = log.Measure(new TimeBetween("ask", "answer") { Cases = cases });
            Assert.Equal(completed, result.CompletedTimes.Values);
            Assert.Equal(open, result.Open);
        }
    }

    [Fact]
    public void The_time_to_the_second_of_one_event_and_from_the_first_of_any()
    {
        JourneyLog log = JourneyLog.From([At("a", "look", 0), At("a", "buy", 2), At("a", "buy", 5), At("a", "buy", 6), At("b", "buy", 0)]);
        Assert.Equal([3], log.Measure(new TimeBetween("buy", "buy")).CompletedTimes.Values);
        Assert.Equal([1, 3], log.Measure(new TimeBetween("buy", "buy") { Cases = TimeBetweenCases.Every }).CompletedTimes.Values);
        Assert.Equal([1, 3], log.Measure(new TimeBetween("buy", "buy") { Cases = TimeBetweenCases.OneAtATime }).CompletedTimes.Values);
        TimeToEventResult first = log.Measure(TimeBetween.SinceFirstEvent("buy"));
        Assert.Equal([0, 2], first.CompletedTimes.Values);
        Assert.Equal((0L, "Time to buy"), (first.Open, first.Title));
    }

    [Fact]
    public void What_comes_after_the_window_has_not_come()
    {
        TimeToEventResult result = Four.Measure(new TimeBetween("ask", "answer") { Window = TimeSpan.FromDays(4), Horizons = [TimeSpan.FromDays(4)] });
        Assert.Equal([1, 3], result.CompletedTimes.Values);
        Assert.Equal([4, 4], result.Sample!.CensoredTimes.Times.ToArray().Zip(result.Sample.CensoredTimes.Counts.ToArray()).SelectMany(time => Enumerable.Repeat(time.First, (int)time.Second)));
        Assert.Equal((2L, 4L), (result.Within[0].Hits, result.Within[0].Cases));
        Assert.Equal((0.5, 2L), (result.ShareWithin(TimeSpan.FromDays(4)).Share, result.Open));
    }

    [Fact]
    public void A_competing_event_does_not_count_as_still_going_on()
    {
        JourneyLog log = JourneyLog.From(
        [
            At("a", "cart", 0), At("a", "paid", 1), At("b", "cart", 0), At("b", "left", 2), At("c", "cart", 0), At("c", "paid", 3), At("d", "cart", 0), At("d", "left", 4), At("d", "paid", 5), At("e", "cart", 0),
            At("e", "noise", 10),
        ]);
        TimeToEventResult result = log.Measure(new TimeBetween("cart", "paid") { CompetingEvent = "left", Horizons = [TimeSpan.FromDays(3)] });
        Assert.Equal((5L, 2L, 2L, 1L), (result.Cases, result.Completed, result.EndedOtherwise, result.Open));
        Assert.Null(result.Curve);
        Assert.Equal(0.4, result.Incidence!.At(10)!.Value.Incidence, 1e-12);
        Assert.Equal(0.4, result.ShareWithin(TimeSpan.FromDays(3)).Share!.Value, 1e-12);
        Assert.Null(result.Median);
        Assert.Equal(3, result.Quantile(0.4)!.Value);
        Assert.Contains("Ended otherwise", result.Counts.Select(count => count.Name));
        // As if those who left might still come: overstated.
        Assert.True(log.Measure(new TimeBetween("cart", "paid")).ShareWithin(TimeSpan.FromDays(10)).Share > 0.5);
        JourneyLog done = JourneyLog.From([At("a", "cart", 0), At("a", "paid", 1), At("b", "cart", 0), At("b", "left", 2)]);
        Assert.Equal(0.5, done.Measure(new TimeBetween("cart", "paid") { CompetingEvent = "left" }).ShareWithin(TimeSpan.FromDays(99)).Share);
    }

    [Fact]
    public void An_event_at_the_same_instant_follows_by_its_sequence()
    {
        JourneyEvent ask = At("a", "ask", 1), answer = At("a", "answer", 1);
        Assert.Equal([0], JourneyLog.From([ask with { Sequence = 1 }, answer with { Sequence = 2 }]).Measure(new TimeBetween("ask", "answer")).CompletedTimes.Values);
        Assert.Equal(1, JourneyLog.From([ask with { Sequence = 2 }, answer with { Sequence = 1 }]).Measure(new TimeBetween("ask", "answer")).Open);
        // A long call that began before the question was asked, and one that began after it and yet ended before.
        JourneyLog lasting = JourneyLog.From([At("a", "ask", 5) with { StartedAt = Start }, At("a", "answer", 2) with { StartedAt = Start.AddDays(1) }]);
        Assert.Equal((0L, 1L), (lasting.Measure(new TimeBetween("ask", "answer")).Cases, lasting.Measure(new TimeBetween("ask", "answer")).Invalid));
    }

    [Fact]
    public void A_definition_that_contradicts_itself_names_all_faults()
    {
        TimeBetween wrong = new("a", "b") { CompetingEvent = "b", Window = TimeSpan.FromDays(1), Horizons = [TimeSpan.FromDays(2)], RestrictedMeanTo = TimeSpan.FromDays(3) };
        string message = Assert.Throws<InvalidOperationException>(() => Four.Measure(wrong)).Message;
        foreach (string fault in (string[])["horizon 2 days", "restricted mean to 3 days goes beyond", "cannot both end", "no restricted mean of times"]) Assert.Contains(fault, message, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => Four.Measure(TimeBetween.SinceFirstEvent("b") with { Cases = TimeBetweenCases.Every }));
        Assert.Throws<ArgumentException>(() => new TimeBetween("", "b"));
        Assert.Throws<ArgumentException>(() => new TimeBetween("a", " "));
        Assert.Throws<ArgumentOutOfRangeException>(() => new TimeBetween("a", "b") { Window = TimeSpan.Zero });
        Assert.Throws<ArgumentOutOfRangeException>(() => new TimeBetween("a", "b") { Horizons = [TimeSpan.Zero] });
        Assert.Throws<ArgumentOutOfRangeException>(() => new TimeBetween("a", "b") { RestrictedMeanTo = -TimeSpan.FromDays(1) });
        Assert.Throws<ArgumentOutOfRangeException>(() => new TimeBetween("a", "b") { Cases = (TimeBetweenCases)9 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new TimeBetween("a", "b") { IntervalMethod = (SurvivalIntervalMethod)9 });
        Assert.Throws<ArgumentOutOfRangeException>(() => Four.Measure(new TimeBetween("a", "b")).Quantile(1));
    }

    [Fact]
    public void Definitions_and_results_are_equal_by_value()
    {
        TimeBetween one = new("ask", "answer") { Horizons = [TimeSpan.FromDays(2), TimeSpan.FromDays(1)] }, other = new("ask", "answer") { Horizons = [TimeSpan.FromDays(1), TimeSpan.FromDays(2), TimeSpan.FromDays(1)] };
        Assert.Equal(one, other);
        Assert.Equal(one.GetHashCode(), other.GetHashCode());
        Assert.Equal(one.ToString(), other.ToString());
        Assert.NotEqual(one, other with { Horizons = [TimeSpan.FromDays(1)] });
        Assert.NotEqual(one, other with { Level = 0.9 });
        Assert.Equal(Four.Measure(one), Four.Measure(other));
        Assert.Equal(Four.Measure(one).GetHashCode(), Four.Measure(other).GetHashCode());
        Assert.NotEqual(Four.Measure(one), Four.Measure(new TimeBetween("ask", "noise") { Horizons = one.Horizons }));
    }

    [Fact]
    public void Support_times_have_their_names_and_wait_from_the_first_unanswered_question()
    {
        JourneyLog log = JourneyLog.From([At("a", "opened", 0), At("a", "opened", 1), At("a", "replied", 2), At("a", "opened", 3), At("a", "replied", 3.25)]);
        TimeToEventResult first = log.Measure(TimeBetween.FirstResponse("opened", "replied"));
        Assert.Equal("First-response time", first.Title);
        Assert.Equal([0.25, 2], first.CompletedTimes.Values);
        Assert.Equal("Resolution time", TimeBetween.Resolution("opened", "closed", "ticket").Name);
        Assert.Equal(TimeBetweenCases.First, TimeBetween.Resolution("opened", "closed", "ticket").Cases);
    }

    [Fact]
    public void The_table_shows_durations_shares_and_counts_and_JSON_parses()
    {
        TimeToEventResult result = Four.Measure(new TimeBetween("ask", "answer") { Horizons = [TimeSpan.FromHours(36)] });
        ResultTable table = result.ToTable();
        Assert.Equal(["Time from ask to answer", "Lower", "Upper", "75% within", "90% within", "Within 36 hours", "Cases", "Customers", "Completed", "Open", "Invalid"], table.Columns.Select(column => column.Name));
        Assert.Equal(TimeSpan.FromDays(4), table.Rows[0][0]);
        Assert.Equal(0.25, table.Rows[0][5]);
        using JsonDocument json = JsonDocument.Parse(result.ToJson());
        Assert.Equal("TimeBetween", json.RootElement.GetProperty("type").GetString());
        Assert.Equal("36 hours", json.RootElement.GetProperty("definition").GetProperty("horizons").GetString());
        Assert.Equal(4, json.RootElement.GetProperty("value").GetDouble());
        Assert.Equal("days", json.RootElement.GetProperty("unit").GetString());
        Assert.StartsWith("Time from ask to answer 4.0 days (95% interval 1.0 to Infinity, Kaplan-Meier, log-log), n = 4", result.ToString(), StringComparison.Ordinal);
    }

    private static JourneyEvent At(string customer, string name, double day) => new() { Customer = customer, Event = name, At = Start.AddDays(day) };

    private static JourneyEvent Ticket(string customer, string name, double day, string ticket) =>
        At(customer, name, day) with { Attributes = new Dictionary<string, string> { ["ticket"] = ticket } };
}
