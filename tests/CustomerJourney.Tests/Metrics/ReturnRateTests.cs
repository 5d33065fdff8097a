using CustomerJourney.Events;
using CustomerJourney.Metrics;
using CustomerJourney.Statistics;
using CustomerJourney.Statistics.CustomerBase;
using CustomerJourney.Tests.Support;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerJourney.Tests.Metrics;

public class ReturnRateTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Calendar_days_and_24_hours_are_two_clocks()
    {
        // Ten to midnight and ten past: another day of the calendar, the same window of 24 hours.
        JourneyLog log = Log(("a", 23.8), ("a", 24.2), ("b", 1), ("b", 25.5), ("z", 200));
        Assert.Equal((2L, 2L), Counts(log.Measure(ReturnRate.OnDay(1, ReturnClock.CalendarDays))));
        Assert.Equal((1L, 2L), Counts(log.Measure(ReturnRate.OnDay(1, ReturnClock.Windows24Hours))));
        // At UTC+1 the two events of "a" are of one day, and those of "b" still of two.
        ReportingCalendar east = new() { TimeZone = TimeZoneInfo.CreateCustomTimeZone("east", TimeSpan.FromHours(1), "east", "east") };
        Assert.Equal((1L, 2L), Counts(log.Measure(ReturnRate.OnDay(1, ReturnClock.CalendarDays) with { Calendar = east })));
        Assert.Throws<ArgumentOutOfRangeException>("clock", () => ReturnRate.OnDay(1, (ReturnClock)7));
    }

    [Fact]
    public void Day_0_is_everybody()
    {
        JourneyLog log = Log(("a", 23), ("b", 1), ("z", 200));
        foreach (ReturnClock clock in Enum.GetValues<ReturnClock>())
        {
            Assert.Equal(1, log.Measure(ReturnRate.OnDay(0, clock)).Value);
            Assert.Equal((2L, 2L), Counts(log.Measure(ReturnRate.OnOrAfterDay(0, clock))));
        }
    }

    [Fact]
    public void Windows_are_half_open_and_only_complete_ones_count()
    {
        // The last event is at hour 48, so that "a", who began at 0, was observed through day 1 by either clock, and "b", who began at 1, by the calendar only.
        JourneyLog log = Log(("a", 0), ("a", 48), ("b", 1));
        Assert.Equal((0L, 2L), Counts(log.Measure(ReturnRate.OnDay(1, ReturnClock.CalendarDays))));
        ShareResult hours = log.Measure(ReturnRate.OnDay(1, ReturnClock.Windows24Hours));
        Assert.Equal((0L, 1L), Counts(hours));
        Assert.Contains(new MetricCount("Open", 1), hours.Counts);
        ShareResult open = log.Measure(ReturnRate.OnDay(2, ReturnClock.CalendarDays));
        Assert.Equal((NoValueReason.StillOpen, "No customer was observed to the end of day 2 yet."), (open.WhyNoValue!.Reason, open.WhyNoValue.Message));
        Assert.Equal((1L, 2L), Counts(log.Measure(ReturnRate.OnDay(2, ReturnClock.CalendarDays) with { ObservedUntil = Start.AddDays(3) })));
        Assert.Equal((1L, 2L), Counts(log.Measure(ReturnRate.OnOrAfterDay(1, ReturnClock.CalendarDays))));
        Assert.Equal((1L, 2L), Counts(log.Measure(ReturnRate.OnDays(1, 2, ReturnClock.CalendarDays) with { ObservedUntil = Start.AddDays(3) })));
        Assert.Equal(NoValueReason.NoData, log.Measure(ReturnRate.OnDay(1, ReturnClock.CalendarDays) with { StartEvent = "none" }).WhyNoValue!.Reason);
        Assert.Equal(NoValueReason.StillOpen, log.Measure(ReturnRate.OnDay(100_000, ReturnClock.Windows24Hours) with { ObservedUntil = DateTimeOffset.MaxValue.AddYears(-8000) }).WhyNoValue!.Reason);
        Assert.Equal(0, JourneyLog.From([]).Measure(ReturnRate.OnDay(1, ReturnClock.CalendarDays)).Total);
    }

    [Fact]
    public void What_begins_and_what_counts_as_coming_back_can_be_named()
    {
        JourneyLog log = JourneyLog.From(
        [
            One("a", 0, "visit"), One("a", 30, "buy"), One("a", 60, "visit"), One("a", 61, "buy"),
            One("b", 2, "buy"), One("b", 3, "visit"), One("b", 30, "visit"), One("z", 300, "end"),
        ]);
        Assert.Equal((1L, 2L), Counts(log.Measure(ReturnRate.OnDay(1, ReturnClock.CalendarDays) with { StartEvent = "buy", ReturnEvent = "buy" })));
        Assert.Equal((2L, 2L), Counts(log.Measure(ReturnRate.OnDay(1, ReturnClock.CalendarDays) with { StartEvent = "buy", ReturnEvent = "visit" })));
        // What came before the start is no coming back, on the same day either.
        Assert.Equal((0L, 1L), Counts(JourneyLog.From([One("a", 0, "visit"), One("a", 1, "buy"), One("z", 300, "end")])
            .Measure(ReturnRate.OnDay(0, ReturnClock.CalendarDays) with { StartEvent = "buy", ReturnEvent = "visit" })));
    }

    [Fact]
    public void Days_that_cannot_be_are_refused_and_a_result_says_what_was_asked()
    {
        Assert.Throws<ArgumentOutOfRangeException>("day", () => ReturnRate.OnDay(-1, ReturnClock.CalendarDays));
        Assert.Throws<ArgumentOutOfRangeException>("day", () => ReturnRate.OnOrAfterDay(100_001, ReturnClock.CalendarDays));
        Assert.Throws<ArgumentOutOfRangeException>("lastDay", () => ReturnRate.OnDays(7, 6, ReturnClock.CalendarDays));
        Assert.Throws<ArgumentException>(() => ReturnRate.OnDay(1, ReturnClock.CalendarDays) with { StartEvent = "" });
        JourneyLog log = Log(("a", 0), ("a", 30), ("z", 400));
        Assert.StartsWith("Return on day 1 100.0% (95% interval 20.7% to 100.0%, Wilson), n = 1", log.Measure(ReturnRate.OnDay(1, ReturnClock.Windows24Hours)).ToString(), StringComparison.Ordinal);
        Assert.Equal("Return on or after day 1", log.Measure(ReturnRate.OnOrAfterDay(1, ReturnClock.Windows24Hours)).Title);
        ShareResult bracket = log.Measure(ReturnRate.OnDays(7, 13, ReturnClock.CalendarDays));
        Assert.Equal("Return on days 7 to 13", bracket.Title);
        Assert.Contains(new MetricTerm("calendar", "UTC, weeks from Monday"), bracket.Terms);
        Assert.Equal(ReturnRate.OnDay(1, ReturnClock.CalendarDays), ReturnRate.OnDays(1, 1, ReturnClock.CalendarDays));
        Assert.NotEqual(ReturnRate.OnDay(1, ReturnClock.CalendarDays), ReturnRate.OnDay(1, ReturnClock.Windows24Hours));
    }

    [Fact]
    public void By_calendar_it_is_retention_of_days_and_by_windows_what_is_counted_one_by_one() =>
        Prop.ForAll(LogGenerator.Events, Gen.Choose(0, 3).ToArbitrary(), Gen.Choose(0, 2).ToArbitrary(), (events, from, more) =>
        {
            JourneyLog log = JourneyLog.From(events);
            DateTimeOffset until = events.Length == 0 ? LogGenerator.Start : events.Max(one => one.At).AddTicks(1);
            IGrouping<string, JourneyEvent>[] customers = [.. events.GroupBy(one => one.Customer)];
            ActivityDays days = ActivityDays.Create(customers.Select(own => (IReadOnlyList<int>)[.. own.Select(one => DayOf(one.At))]));
            int lastComplete = DayOf(until) - 1;
            Equal(days.Within(from, from + more, lastComplete), log.Measure(ReturnRate.OnDays(from, from + more, ReturnClock.CalendarDays)));
            // What is seen of the day in which the log ends counts for those who have reached the day asked about.
            ShareSample upTo = days.OnOrAfter(from, lastComplete);
            long late = customers.Count(own => own.Min(one => DayOf(one.At)) + from <= lastComplete && own.Max(one => DayOf(one.At)) > lastComplete
                && !own.Any(one => DayOf(one.At) >= own.Min(two => DayOf(two.At)) + from && DayOf(one.At) <= lastComplete));
            Equal(new ShareSample(upTo.Hits + late, upTo.Total), log.Measure(ReturnRate.OnOrAfterDay(from, ReturnClock.CalendarDays)));

            DateTimeOffset[] firsts = [.. customers.Select(own => own.Min(one => one.At))];
            bool[] complete = [.. firsts.Select(first => first.AddDays(from + more + 1) <= until)];
            long back = customers.Where((own, index) => complete[index] && own.Any(one => one.At >= firsts[index].AddDays(from) && one.At < firsts[index].AddDays(from + more + 1))).Count();
            Equal(new ShareSample(back, complete.Count(one => one)), log.Measure(ReturnRate.OnDays(from, from + more, ReturnClock.Windows24Hours)));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Parts_are_the_whole() => Prop.ForAll(LogGenerator.Events, Gen.Choose(0, 5000).ToArbitrary(), (events, seed) =>
    {
        Parts.Same(events, ReturnRate.OnDay(1, ReturnClock.CalendarDays), seed);
        Parts.Same(events, ReturnRate.OnOrAfterDay(1, ReturnClock.Windows24Hours) with { ReturnEvent = "open" }, seed);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_part_that_was_watched_longer_closes_what_was_open_and_forged_states_are_refused()
    {
        ReturnRate question = ReturnRate.OnDay(1, ReturnClock.CalendarDays);
        JourneyLog early = Log(("a", 0), ("a", 30)), late = Log(("b", 100));
        Assert.Null(early.Measure(question).Value);
        Assert.Equal((1L, 1L), Counts(early.MeasurePart(question).Merge(late.MeasurePart(question)).ToResult()));
        MetricParts.SurvivesForgery(Log(("a", 0), ("a", 30), ("b", 1), ("c", 49)), question, result => result.ToJson());
    }

    private static int DayOf(DateTimeOffset at) => (int)Math.Floor((at - new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero)).TotalDays);

    private static void Equal(ShareSample expected, ShareResult actual) => Assert.Equal((expected.Hits, expected.Total), (actual.Hits, actual.Total));

    private static (long Hits, long Total) Counts(ShareResult result) => (result.Hits, result.Total);

    private static JourneyEvent One(string customer, double hour, string name) => new() { Customer = customer, Event = name, At = Start.AddHours(hour) };

    private static JourneyLog Log(params (string Customer, double Hour)[] events) => JourneyLog.From(events.Select(one => One(one.Customer, one.Hour, "visit")));
}
