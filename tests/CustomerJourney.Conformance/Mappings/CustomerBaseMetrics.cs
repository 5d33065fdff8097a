using System.Globalization;
using System.Text.Json;
using CustomerJourney.Analytics;
using CustomerJourney.Events;
using CustomerJourney.Statistics;
using CustomerJourney.Statistics.CustomerBase;

namespace CustomerJourney.Conformance.Mappings;

/// <summary>retention.* but crr: who comes back. Cohorts and N-day retention are the analysis on a log; the suite's day 0 is a Monday there.</summary>
internal static class CustomerBaseMetrics
{
    private static readonly DateTimeOffset Monday = new(2024, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static void Register(Dictionary<string, Func<JsonElement, Answer>> table)
    {
        table.Add("retention.n_day", OnDay);
        table.Add("retention.unbounded", OnOrAfter);
        table.Add("retention.bracket", Brackets);
        table.Add("retention.cohort_matrix", Cohorts);
        table.Add("retention.cohort_matrix.cdnow", Cdnow);
        table.Add("retention.lifecycle", Lifecycle);
        table.Add("retention.stickiness", Stickiness);
        table.Add("retention.compound_churn", Compound);
        table.Add("retention.revenue", Revenue);
    }

    private static Answer OnDay(JsonElement input)
    {
        long[] days = input.Wholes("days");
        RetentionResult result = Log(input).Measure(new Retention(CalendarUnit.Day)
        {
            Periods = (int)Math.Max(1, days.Max()),
            ObservedUntil = Monday.AddDays(input.Whole("lastCompleteDay") + 1),
        });
        return Shares([.. days.Select(day => Pooled(result, (int)day))]);
    }

    private static Answer OnOrAfter(JsonElement input) =>
        Shares([.. input.Wholes("days").Select(day => Days(input).OnOrAfter((int)day, (int)input.Whole("lastCompleteDay")))]);

    private static Answer Brackets(JsonElement input) =>
        Shares([.. input.WholeRows("brackets").Select(bracket => Days(input).Within((int)bracket[0], (int)bracket[1], (int)input.Whole("lastCompleteDay")))]);

    private static Answer Shares(IReadOnlyList<ShareSample> shares) => new()
    {
        ["eligible"] = shares.Select(share => share.Total),
        ["retained"] = shares.Select(share => share.Hits),
        ["rate"] = shares.Select(share => share.Value),
    };

    private static Answer Cohorts(JsonElement input)
    {
        if (input.Whole("periodLength") != 7) throw new NotSupportedException("Cohorts on a log are by calendar period: a period of 7 days is a week.");
        int periods = (int)input.Whole("completePeriods");
        RetentionResult result = Log(input).Measure(new Retention(CalendarUnit.Week) { Periods = Math.Max(1, periods - 1), ObservedUntil = Monday.AddDays(7 * periods) });

        // The library begins with the first cohort that has customers and ends with the last; the suite lists every complete period.
        RetentionCohort?[] cohorts = [.. Enumerable.Range(0, periods).Select(week => result.Cohorts.FirstOrDefault(cohort => cohort.Start == DateOnly.FromDateTime(Monday.UtcDateTime).AddDays(7 * week)))];
        return new Answer
        {
            ["cohortSizes"] = cohorts.Select(cohort => cohort?.Size ?? 0),
            ["counts"] = cohorts.Select((cohort, week) => cohort is null ? Enumerable.Repeat<long?>(0, periods - week) : cohort.Returned.Where(count => count is not null)),
            ["rates"] = cohorts.Select((cohort, week) => Enumerable.Range(0, periods - week).Select(later => cohort?.Share(later))),
            ["weightedAverage"] = result.Pooled.Take(periods).Select(share => share?.Value),
        };
    }

    private static Answer Cdnow(JsonElement input)
    {
        string[] cohorts = input.Texts("cohorts");
        DateOnly through = DateOnly.ParseExact(input.GetProperty("through").GetString()!, "yyyy-MM", CultureInfo.InvariantCulture);
        JourneyLog log = JourneyLog.From(SharedData.Lines(input)
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Where(fields => fields.Length == 4 && fields[0].All(char.IsAsciiDigit))
            .Select(fields => Event(fields[0], DateTimeOffset.ParseExact(fields[1], "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal))));
        RetentionResult result = log.Measure(new Retention(CalendarUnit.Month) { Periods = 17, ObservedUntil = new DateTimeOffset(through.AddMonths(1), TimeOnly.MinValue, TimeSpan.Zero) });
        RetentionCohort[] asked = [.. cohorts.Select(name => result.Cohorts.Single(cohort => cohort.Name == name))];
        return new Answer
        {
            ["cohortSizes"] = asked.Select(cohort => cohort.Size),
            ["counts"] = asked.Select(cohort => cohort.Returned.Where(count => count is not null)),
        };
    }

    private static Answer Lifecycle(JsonElement input) => new()
    {
        ["periods"] = Days(input).Lifecycle((int)input.Whole("periodLength"), (int)input.Whole("completePeriods")).Select(period => new Answer
        {
            ["period"] = (long)period.Period,
            ["active"] = period.Active,
            ["new"] = period.New,
            ["returning"] = period.Returning,
            ["resurrected"] = period.Resurrected,
            ["dormant"] = period.Dormant,
            ["quickRatio"] = period.QuickRatio,
        }),
    };

    private static Answer Stickiness(JsonElement input)
    {
        ActiveDayShare stickiness = Days(input).ActiveDayShareOver((int)input.Whole("windowDays"), (int)input.Whole("asOfDay"));
        return new Answer
        {
            ["averageDau"] = stickiness.MeanDailyActive,
            ["windowActive"] = stickiness.Active,
            ["stickiness"] = stickiness.Value,
            ["activeDaysHistogram"] = stickiness.CustomersByActiveDays,
        };
    }

    private static Answer Compound(JsonElement input) => new()
    {
        ["compoundedChurn"] = ChurnRate.Over(input.Number("periodChurn"), (int)input.Whole("periods")),
        ["expectedLifetimePeriods"] = ChurnRate.ExpectedLifetime(input.Number("periodChurn")),
    };

    private static Answer Revenue(JsonElement input)
    {
        RetainedRevenue? retention = RetainedRevenue.Of(input.Numbers("startingRevenue"), input.Numbers("endingRevenue"));
        return new Answer
        {
            ["netRevenueRetention"] = retention?.Net,
            ["grossRevenueRetention"] = retention?.Gross,
            ["logoRetention"] = retention?.Logos.Value,
            ["expansion"] = retention?.Expansion,
            ["contraction"] = retention?.Contraction,
            ["churnedRevenue"] = retention?.ChurnedRevenue,
        };
    }

    private static ShareSample Pooled(RetentionResult result, int period)
    {
        RetentionCohort[] complete = [.. result.Cohorts.Where(cohort => cohort.Returned[period] is not null)];
        return new ShareSample(complete.Sum(cohort => cohort.Returned[period]!.Value), complete.Sum(cohort => cohort.Size));
    }

    private static IEnumerable<(string Customer, int Day)> Events(JsonElement input) =>
        input.GetProperty("events").EnumerateArray().Select(pair => (pair[0].GetString()!, pair[1].GetInt32()));

    private static ActivityDays Days(JsonElement input) =>
        ActivityDays.Create(Events(input).GroupBy(pair => pair.Customer, pair => pair.Day, StringComparer.Ordinal).Select(days => (IReadOnlyList<int>)[.. days]));

    private static JourneyLog Log(JsonElement input) => JourneyLog.From(Events(input).Select(pair => Event(pair.Customer, Monday.AddDays(pair.Day))));

    private static JourneyEvent Event(string customer, DateTimeOffset at) => new() { Customer = customer, Event = "active", At = at };
}
