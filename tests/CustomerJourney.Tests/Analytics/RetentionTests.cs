using CustomerJourney.Analytics;
using CustomerJourney.Events;
using CustomerJourney.Statistics;

namespace CustomerJourney.Tests.Analytics;

public class RetentionTests
{
    private static readonly Retention Daily = new(CalendarUnit.Day) { Periods = 3 };

    [Fact]
    public void A_period_that_was_not_observed_to_its_end_is_open_not_zero()
    {
        RetentionResult result = RandomLog.Of("c A 2026-03-01T08:00Z", "c A 2026-03-02T08:00Z", "d A 2026-03-01T08:00Z").Measure(Daily);
        RetentionCohort cohort = Assert.Single(result.Cohorts);
        Assert.Equal([2, null, null, null], cohort.Returned);
        Assert.Equal([2, 1, null, null], cohort.ReturnedSoFar);
        Assert.Null(result.Pooled[1]);
        Assert.Null(cohort.Share(1));
    }

    [Fact]
    public void Observation_beyond_the_last_event_closes_periods()
    {
        JourneyLog log = RandomLog.Of("c A 2026-03-01T08:00Z", "c A 2026-03-02T08:00Z", "d A 2026-03-01T08:00Z");
        RetentionResult result = log.Measure(Daily with { ObservedUntil = new(2026, 3, 4, 0, 0, 0, TimeSpan.Zero) });
        Assert.Equal([2, 1, 0, null], result.Cohorts[0].Returned);
        Assert.Equal([2, 1, 0, null], result.Cohorts[0].ReturnedSoFar);
        RetentionResult tick = log.Measure(Daily with { ObservedUntil = new DateTimeOffset(2026, 3, 4, 0, 0, 0, TimeSpan.Zero).AddTicks(1) });
        Assert.Equal([2, 1, 0, null], tick.Cohorts[0].Returned);
        Assert.Equal([2, 1, 0, 0], tick.Cohorts[0].ReturnedSoFar);
    }

    [Fact]
    public void The_last_tick_of_a_period_closes_it()
    {
        DateTimeOffset lastTick = new DateTimeOffset(2026, 3, 3, 0, 0, 0, TimeSpan.Zero).AddTicks(-1);
        JourneyEvent first = new() { Customer = "c", Event = "A", At = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero) };
        Assert.Equal([1, 1, null, null], JourneyLog.From([first, first with { At = lastTick }]).Measure(Daily).Cohorts[0].Returned);
        Assert.Equal([1, null, null, null], JourneyLog.From([first, first with { At = lastTick.AddTicks(-1) }]).Measure(Daily).Cohorts[0].Returned);
    }

    [Fact]
    public void Cohorts_that_nobody_began_in_are_kept_and_weigh_nothing()
    {
        RetentionResult result = RandomLog.Of("c A 2026-03-01T08:00Z", "c A 2026-03-02T08:00Z", "d A 2026-03-04T08:00Z", "z x 2026-03-10T08:00Z")
            .Measure(Daily with { Start = Step.Event("A") });
        Assert.Equal([1, 0, 0, 1], result.Cohorts.Select(cohort => cohort.Size));
        Assert.Equal([0, 0, 0, 0], result.Cohorts[1].Returned);
        Assert.Null(result.Cohorts[1].Share(1));
        Assert.Equal((0.5, 2), (result.Pooled[1]!.Value, result.Pooled[1]!.N));
    }

    [Fact]
    public void Start_and_return_are_steps_and_period_0_is_the_cohort_whatever_returning_means()
    {
        JourneyLog log = RandomLog.Of(
            "c buy 2026-03-01T08:00Z", "c signup 2026-03-02T08:00Z", "c look 2026-03-03T08:00Z", "c buy 2026-03-04T08:00Z",
            "d buy 2026-03-02T08:00Z", "z look 2026-03-09T08:00Z");
        RetentionResult result = log.Measure(Daily with { Start = Step.Event("signup"), Return = Step.Event("buy") });
        Assert.Equal([1, 0, 1, 0], Assert.Single(result.Cohorts).Returned);
    }

    [Fact]
    public void A_lasting_event_belongs_to_the_period_in_which_it_ended_wherever_it_stands()
    {
        static JourneyEvent Event(int start, int end) => new()
        {
            Customer = "c",
            Event = "A",
            StartedAt = new(2026, 3, start, 8, 0, 0, TimeSpan.Zero),
            At = new(2026, 3, end, 9, 0, 0, TimeSpan.Zero),
        };
        RetentionResult result = JourneyLog.From([Event(1, 1), Event(2, 4), Event(3, 3), Event(3, 9)]).Measure(Daily);
        Assert.Equal([1, 0, 1, 1], Assert.Single(result.Cohorts).Returned);
    }

    [Fact]
    public void An_empty_log_has_no_cohorts_and_no_curve()
    {
        RetentionResult result = JourneyLog.From([]).Measure(Daily);
        Assert.Empty(result.Cohorts);
        Assert.All(result.Pooled, Assert.Null);
        Assert.Equal(["Total"], result.ToTable().Rows.Select(row => row[0]));
    }

    [Theory]
    [InlineData(CalendarUnit.Year)]
    [InlineData(CalendarUnit.Quarter)]
    [InlineData(CalendarUnit.Day)]
    public void Ten_thousand_periods_may_be_asked_about(CalendarUnit unit)
    {
        RetentionResult result = RandomLog.Of("c A 2026-03-01T08:00Z", "c A 2027-03-05T08:00Z").Measure(new Retention(unit) { Periods = 10_000 });
        Assert.Equal(10_001, result.Cohorts[0].Returned.Count);
        Assert.Null(result.Cohorts[0].ReturnedSoFar[10_000]);
    }

    [Theory]
    [InlineData(CalendarUnit.Day)]
    [InlineData(CalendarUnit.Week)]
    [InlineData(CalendarUnit.Month)]
    [InlineData(CalendarUnit.Quarter)]
    [InlineData(CalendarUnit.Year)]
    public void The_last_day_of_all_which_often_stands_for_never_is_a_day_like_others(CalendarUnit unit)
    {
        RetentionResult result = RandomLog.Of("c A 9998-12-31T08:00Z", "c A 9999-12-31T08:00Z", "d A 9999-12-31T08:00Z").Measure(new Retention(unit) { Periods = 400 });
        Assert.Equal([1, 1], result.Cohorts.Select(cohort => cohort.Size).Where(size => size > 0));
        Assert.Equal(1, result.Cohorts[0].ReturnedSoFar[result.Cohorts.Count - 1]);
        Assert.Null(result.Cohorts[0].Returned[result.Cohorts.Count - 1]);
        Assert.All(result.Cohorts[^1].ReturnedSoFar.Skip(1), later => Assert.Null(later));
    }

    [Fact]
    public void What_cannot_be_asked_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new Retention((CalendarUnit)99));
        Assert.Throws<ArgumentOutOfRangeException>(() => Daily with { Periods = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => Daily with { Periods = 10_001 });
        Assert.Throws<ArgumentOutOfRangeException>(() => Daily with { Level = 0 });
        Assert.Throws<InvalidOperationException>(() => JourneyLog.From([]).Measure(Daily with { Start = "One" }));
    }

    [Fact]
    public void Questions_are_equal_by_value_and_parts_of_another_question_are_refused()
    {
        ReportingCalendar berlin = new() { TimeZone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin") };
        Retention question = Daily with { Calendar = berlin, Start = Step.Event("A"), ObservedUntil = RandomLog.Origin };
        Assert.Equal(question, question with { Calendar = new() { TimeZone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin") }, Start = Step.Event("A") });
        byte[] part = RandomLog.Of("c A 2026-03-01").MeasurePart(question).ToBytes();
        Retention[] others =
        [
            question with { Start = Step.Touchpoint("A") }, question with { Start = null }, question with { Return = Step.Event("A") }, question with { Periods = 4 },
            question with { ObservedUntil = null }, question with { Level = 0.9 }, question with { Calendar = berlin with { FirstDayOfWeek = DayOfWeek.Sunday } },
            question with { Calendar = new() { TimeZone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Vienna") } },
        ];
        Assert.All(others, other => Assert.NotEqual(question, other));
        Assert.All(others, other => Assert.Throws<InvalidDataException>(() => PartialResult<RetentionResult>.FromBytes(other, part)));
        Assert.NotNull(PartialResult<RetentionResult>.FromBytes(question, part));
    }

    [Fact]
    public void What_a_part_says_it_answers_does_not_depend_on_the_language_of_the_machine() =>
        Assert.Equal(
            "Retention { Unit = Day, Zone = Europe/Berlin, FirstDayOfWeek = Monday, Start = Event 'A', Return = , Periods = 3, ObservedUntil = , Level = 0.95 }",
            (Daily with { Calendar = new() { TimeZone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin") }, Start = Step.Event("A") }).ToString());

    [Fact]
    public void Figures_are_the_pooled_shares()
    {
        RetentionResult result = RandomLog.Of("c A 2026-03-01T08:00Z", "c A 2026-03-02T08:00Z", "d A 2026-03-01T08:00Z", "d A 2026-03-09T08:00Z").Measure(Daily);
        Assert.Equal(["back after 1 day", "back after 2 days", "back after 3 days"], result.Figures.Select(figure => figure.Name));
        Assert.Equal(new ShareSample(1, 2), result.Figures[0].Sample);
        Assert.Equal(ProportionInterval.Wilson(1, 2, 0.95), result.Pooled[1]);
    }
}
