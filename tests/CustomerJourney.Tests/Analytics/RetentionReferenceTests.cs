using CustomerJourney.Analytics;
using CustomerJourney.Events;

namespace CustomerJourney.Tests.Analytics;

public class RetentionReferenceTests
{
    [Theory]
    [InlineData("UTC", CalendarUnit.Month)]
    [InlineData("UTC", CalendarUnit.Week)]
    [InlineData("UTC", CalendarUnit.Day)]
    [InlineData("UTC", CalendarUnit.Quarter)]
    [InlineData("UTC", CalendarUnit.Year)]
    [InlineData("Europe/Berlin", CalendarUnit.Month)]
    [InlineData("Europe/Berlin", CalendarUnit.Week)]
    [InlineData("Europe/Berlin", CalendarUnit.Day)]
    [InlineData("Asia/Kathmandu", CalendarUnit.Month)]
    [InlineData("Asia/Kathmandu", CalendarUnit.Week)]
    [InlineData("Asia/Kathmandu", CalendarUnit.Day)]
    [InlineData("America/Santiago", CalendarUnit.Day)]
    public void Every_random_matrix_equals_the_count_customer_by_customer(string zone, CalendarUnit unit)
    {
        for (int seed = 0; seed < 150; seed++)
        {
            Random random = new(seed);
            (JourneyEvent[] events, Retention question, KnownStep? start, KnownStep? back, bool staged) = Question(random, zone, unit);
            RetentionResult expected = RetentionReference.Of(
                question, start?.Matches, back?.Matches, RandomLog.Traces(events), RandomLog.End(events, question.ObservedUntil));
            RetentionReference.Equal(expected, Log(events, staged).Measure(question));
        }
    }

    [Theory]
    [InlineData("Europe/Berlin", CalendarUnit.Day)]
    [InlineData("Asia/Kathmandu", CalendarUnit.Month)]
    public void Parts_of_a_log_merge_to_the_whole_in_any_order_though_each_ends_at_another_time(string zone, CalendarUnit unit)
    {
        for (int seed = 0; seed < 200; seed++)
        {
            Random random = new(seed);
            (JourneyEvent[] events, Retention question, _, _, bool staged) = Question(random, zone, unit);
            IReadOnlyList<JourneyEvent[]> parts = RandomLog.Parts(random, events, 1 + random.Next(4));
            RetentionReference.Equal(Log(events, staged).Measure(question), RandomLog.Merged(random, question, parts.Select(part => Log(part, staged))));
        }
    }

    [Fact]
    public void Threads_change_nothing()
    {
        JourneyLog log = JourneyLog.From(RandomLog.Events(new Random(11), 30_000, 12, TimeSpan.FromHours(7), 300, lasting: true));
        Retention question = new(CalendarUnit.Week) { Return = Step.Event("D") };
        RetentionResult one = log.Measure(question, new MeasureOptions { MaxDegreeOfParallelism = 1 });
        Assert.True(log.EventCount > 150_000 && one.Cohorts.Count > 5);
        RetentionReference.Equal(one, log.Measure(question, new MeasureOptions { MaxDegreeOfParallelism = 2 }));
        RetentionReference.Equal(one, log.Measure(question, new MeasureOptions { MaxDegreeOfParallelism = 8 }));
    }

    private static JourneyLog Log(JourneyEvent[] events, bool staged)
    {
        JourneyLog log = JourneyLog.From(events);
        return staged ? RandomLog.Map.Classify(log) : log;
    }

    private static (JourneyEvent[] Events, Retention Question, KnownStep? Start, KnownStep? Back, bool Staged) Question(Random random, string zone, CalendarUnit unit)
    {
        // A quarter of an hour under some periods each, so that events fall on midnights of every zone; the clocks change in March (Berlin) and April (Santiago).
        TimeSpan step = unit switch
        {
            CalendarUnit.Day => TimeSpan.FromMinutes(105),
            CalendarUnit.Week => TimeSpan.FromHours(10.5),
            CalendarUnit.Month => TimeSpan.FromHours(47.25),
            CalendarUnit.Quarter => TimeSpan.FromDays(6),
            _ => TimeSpan.FromDays(25),
        };
        JourneyEvent[] events = RandomLog.Events(random, 1 + random.Next(8), 9, step, 1 + random.Next(300), random.Next(3) == 0);
        bool staged = random.Next(2) == 0;
        KnownStep[] known = [.. FunnelReference.Steps.Where(known => staged || !known.NeedsMap)];
        KnownStep? start = random.Next(3) == 0 ? known[random.Next(known.Length)] : null;
        KnownStep? back = random.Next(3) == 0 ? known[random.Next(known.Length)] : null;
        Retention question = new(unit)
        {
            Calendar = new ReportingCalendar { TimeZone = TimeZoneInfo.FindSystemTimeZoneById(zone), FirstDayOfWeek = random.Next(2) == 0 ? DayOfWeek.Monday : DayOfWeek.Sunday },
            Start = start?.Step,
            Return = back?.Step,
            Periods = 1 + random.Next(14),
            ObservedUntil = random.Next(3) == 0 ? RandomLog.Origin + (step * random.Next(400)) : null,
        };
        return (events, question, start, back, staged);
    }
}
