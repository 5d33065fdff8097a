using CustomerJourney.Analytics;
using CustomerJourney.Events;

namespace CustomerJourney.Tests.Analytics;

/// <summary>Retention, slow and obvious: periods are found by asking the calendar about each instant, never by boundaries.</summary>
internal static class RetentionReference
{
    public static RetentionResult Of(
        Retention definition, Func<JourneyEvent, bool>? begins, Func<JourneyEvent, bool>? returns, IReadOnlyList<JourneyEvent[]> traces, long end)
    {
        DateOnly PeriodOf(long ticks) => definition.Calendar.PeriodOf(new DateTimeOffset(ticks, TimeSpan.Zero), definition.Unit);

        List<(DateOnly Cohort, HashSet<DateOnly> Active)> customers = [];
        foreach (JourneyEvent[] trace in traces)
        {
            int start = Array.FindIndex(trace, e => begins?.Invoke(e) ?? true);
            if (start < 0) continue;
            customers.Add((PeriodOf(trace[start].At.UtcTicks), [.. trace.Skip(start).Where(e => returns?.Invoke(e) ?? true).Select(e => PeriodOf(e.At.UtcTicks))]));
        }

        List<RetentionCohort> cohorts = [];
        if (customers.Count > 0)
        {
            DateOnly last = customers.Max(customer => customer.Cohort);
            for (DateOnly day = customers.Min(customer => customer.Cohort); day <= last; day = ReportingCalendar.Later(day, definition.Unit))
            {
                HashSet<DateOnly>[] members = [.. customers.Where(customer => customer.Cohort == day).Select(customer => customer.Active)];
                DateOnly[] periods = [.. Enumerable.Range(0, definition.Periods + 1).Select(period => ReportingCalendar.Later(day, definition.Unit, period))];
                long Count(int period) => period == 0 ? members.Length : members.Count(active => active.Contains(periods[period]));
                cohorts.Add(new RetentionCohort
                {
                    Start = day,
                    Name = definition.Calendar.NameOf(day, definition.Unit),
                    Size = members.Length,
                    // Ended: the first instant that was not observed lies in a later period. Begun: the last observed one does not lie in an earlier period.
                    Returned = [.. periods.Select((first, period) => period == 0 || PeriodOf(end) > first ? Count(period) : (long?)null)],
                    ReturnedSoFar = [.. periods.Select((first, period) => PeriodOf(end - 1) >= first ? Count(period) : (long?)null)],
                });
            }
        }

        return new RetentionResult { Definition = definition, Cohorts = cohorts };
    }

    public static void Equal(RetentionResult expected, RetentionResult actual)
    {
        Assert.Equal(expected.Definition, actual.Definition);
        Assert.Equal(expected.Cohorts.Count, actual.Cohorts.Count);
        foreach ((RetentionCohort wanted, RetentionCohort found) in expected.Cohorts.Zip(actual.Cohorts))
        {
            Assert.Equal((wanted.Start, wanted.Name, wanted.Size), (found.Start, found.Name, found.Size));
            Assert.Equal(wanted.Returned, found.Returned);
            Assert.Equal(wanted.ReturnedSoFar, found.ReturnedSoFar);
        }

        for (int period = 0; period <= expected.Definition.Periods; period++)
        {
            RetentionCohort[] closed = [.. expected.Cohorts.Where(cohort => cohort.Returned[period] is not null && cohort.Size > 0)];
            long size = closed.Sum(cohort => cohort.Size);
            Assert.Equal(size == 0 ? null : (double)closed.Sum(cohort => cohort.Returned[period]!.Value) / size, actual.Pooled[period]?.Value);
            if (size > 0) Assert.Equal(size, actual.Pooled[period]!.N);
        }
    }
}
