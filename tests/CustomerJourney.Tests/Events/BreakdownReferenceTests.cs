using CustomerJourney.Events;
using CustomerJourney.Metrics;
using CustomerJourney.Tests.Support;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerJourney.Tests.Events;

/// <summary>Breakdowns against the same question asked slowly and obviously of the events themselves.</summary>
public class BreakdownReferenceTests
{
    private static readonly ReportingCalendar Berlin = new() { TimeZone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin") };

    [Fact]
    public void Answers_by_group_agree_with_a_slow_reference() => Prop.ForAll(LogGenerator.Events, events =>
    {
        JourneyLog log = JourneyLog.From(events);
        bool hasDevice = events.Any(one => one.Attributes.Count > 0), hasPlan = events.Any(one => one.CustomerAttributes.ContainsKey("plan"));
        foreach (AnswerCounting counting in Enum.GetValues<AnswerCounting>())
        {
            Check(Dimension.Channel, one => one.Channel);
            Check(Dimension.Calendar(CalendarUnit.Day, Berlin), one => Berlin.NameOf(Berlin.PeriodOf(one.At, CalendarUnit.Day), CalendarUnit.Day));
            if (hasDevice) Check(Dimension.EventAttribute("device"), one => one.Attributes.GetValueOrDefault("device"));
            if (hasPlan) Check(Dimension.Attribute("plan"), one => PlanOf(events, one.Customer));
            Check(Dimension.Channel.First, one => InOrder(events, one.Customer).FirstOrDefault(other => other.Channel is not null)?.Channel);
            Check(Dimension.Channel.AtFirst("buy"), one => InOrder(events, one.Customer).FirstOrDefault(other => other.Event == "buy")?.Channel);

            void Check(Dimension dimension, Func<JourneyEvent, string?> groupOf)
            {
                Breakdown<NpsResult> rows = log.Measure(new Nps { Counting = counting }.By(dimension));
                Dictionary<(string, bool), (long, long, long, long, long)> expected = Counts(events, counting, one => groupOf(one) is { } name ? (name, false) : ("None", true));
                Assert.Equal(expected.OrderBy(pair => pair.Key), rows.Where(row => row.Result.Responses + row.Result.Invalid > 0).Select(row => KeyValuePair.Create((row.Group, row.IsNone), CountsOf(row.Result))).OrderBy(pair => pair.Key));
                (long, long, long, long, long) total = Counts(events, counting, _ => ("", false)).GetValueOrDefault(("", false));
                Assert.Equal(total, CountsOf(rows.Total));
                if (counting == AnswerCounting.All) Assert.Equal(rows.Total.Responses, rows.Sum(row => row.Result.Responses));
                Assert.True(rows[^1].IsNone);
            }
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Crossed_answers_agree_with_a_slow_reference() => Prop.ForAll(LogGenerator.Events, events =>
    {
        foreach (AnswerCounting counting in Enum.GetValues<AnswerCounting>())
        {
            Breakdown<NpsResult> rows = JourneyLog.From(events).Measure(new Nps { Counting = counting }.By(Dimension.Channel, Dimension.Calendar(CalendarUnit.Day)));
            Dictionary<(string, bool), (long, long, long, long, long)> expected = Counts(events, counting, one =>
                ($"{one.Channel ?? "-"} on {ReportingCalendar.Utc.NameOf(ReportingCalendar.Utc.PeriodOf(one.At, CalendarUnit.Day), CalendarUnit.Day)}", false));
            Assert.Equal(
                expected.OrderBy(pair => pair.Key),
                rows.Where(row => row.Result.Responses + row.Result.Invalid > 0)
                    .Select(row => KeyValuePair.Create(($"{(row.IsNone ? "-" : row.Group)} on {row.Column}", false), CountsOf(row.Result))).OrderBy(pair => pair.Key));
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Top_groups_agree_with_a_slow_reference() => Prop.ForAll(LogGenerator.Events, Gen.Choose(1, 4).ToArbitrary(), (events, top) =>
    {
        if (!events.Any(one => one.CustomerAttributes.ContainsKey("plan"))) return;
        (string? Plan, int Events)[] customers = [.. events.Select(one => one.Customer).Distinct().Select(customer => (PlanOf(events, customer), events.Count(one => one.Customer == customer)))];
        string[] named = [.. events.Select(one => one.CustomerAttributes.GetValueOrDefault("plan")).OfType<string>().Distinct().Order(StringComparer.Ordinal)];
        string[] kept = [.. named.OrderByDescending(plan => customers.Count(one => one.Plan == plan)).ThenBy(plan => plan, StringComparer.Ordinal).Take(top).Order(StringComparer.Ordinal)];
        Breakdown<long> rows = JourneyLog.From(events).Measure(new EventCount().By(Dimension.Attribute("plan").Top(top)));
        Assert.Equal(
            [
                .. kept.Select(plan => (plan, customers.Where(one => one.Plan == plan).Sum(one => one.Events), false, false)),
                ("Other", customers.Where(one => one.Plan is not null && !kept.Contains(one.Plan)).Sum(one => one.Events), true, false),
                ("None", customers.Where(one => one.Plan is null).Sum(one => one.Events), false, true),
            ],
            rows.Select(row => (row.Group, (int)row.Result, row.IsOther, row.IsNone)));
    }).QuickCheckThrowOnFailure();

    private static IEnumerable<JourneyEvent> InOrder(JourneyEvent[] events, string customer) =>
        events.Where(one => one.Customer == customer).OrderBy(one => one.StartedAt ?? one.At).ThenBy(one => one.At).ThenBy(one => one.Sequence);

    private static string? PlanOf(JourneyEvent[] events, string customer) =>
        InOrder(events, customer).LastOrDefault(one => one.CustomerAttributes.ContainsKey("plan"))?.CustomerAttributes["plan"];

    private static (long, long, long, long, long) CountsOf(NpsResult result) => (result.Promoters, result.Passives, result.Detractors, result.Invalid, result.Customers);

    /// <summary>Promoters, passives, detractors, invalid answers and customers with a valid one, by group.</summary>
    private static Dictionary<TKey, (long, long, long, long, long)> Counts<TKey>(JourneyEvent[] events, AnswerCounting counting, Func<JourneyEvent, TKey> groupOf) where TKey : notnull =>
        events.Select(one => one.Customer).Distinct()
            .SelectMany(customer => InOrder(events, customer).Where(one => one.Feedback is { Kind: FeedbackKind.Nps })
                .GroupBy(groupOf)
                .SelectMany(group => counting switch
                {
                    AnswerCounting.LatestPerCustomer => [group.Last()],
                    AnswerCounting.FirstPerCustomer => [group.First()],
                    _ => group.AsEnumerable(),
                }))
            .GroupBy(groupOf)
            .ToDictionary(group => group.Key, group => (
                group.LongCount(one => one.Feedback!.Value.Score is 9 or 10),
                group.LongCount(one => one.Feedback!.Value.Score is 7 or 8),
                group.LongCount(one => one.Feedback!.Value.Score is 0 or 1 or 2 or 3 or 4 or 5 or 6),
                group.LongCount(one => one.Feedback!.Value.Score is < 0 or > 10 or 6.5),
                group.Where(one => one.Feedback!.Value.Score is >= 0 and <= 10 and not 6.5).Select(one => one.Customer).Distinct().LongCount()));
}
