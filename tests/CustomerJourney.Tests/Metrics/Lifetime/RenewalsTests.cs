using CustomerJourney.Events;
using CustomerJourney.Metrics;
using CustomerJourney.Metrics.Lifetime;
using CustomerJourney.Statistics;
using CustomerJourney.Statistics.Lifetime;
using CustomerJourney.Tests.Statistics;
using CustomerJourney.Tests.Support;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerJourney.Tests.Metrics.Lifetime;

public class RenewalsTests
{
    private static readonly DateTimeOffset Start = new(2016, 1, 31, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void The_published_customers_of_High_End_give_the_published_model()
    {
        // Fader & Hardie 2007: .668, 3.806, LL -1611.2 (shared/oracles/metrics/clv.json, sbg.fit#001).
        long[] surviving = [1000, 869, 743, 653, 593, 551, 517, 491];
        RenewalsResult result = Log(surviving).Measure(new Renewals("joined", "canceled", CalendarUnit.Year, 7));
        Assert.Equal(surviving, result.Surviving);
        LifetimeFit<ShiftedBetaGeometric> fit = result.Fit()!;
        Near.Equal(0.66808839, fit.Model.A, 1e-4);
        Near.Equal(3.8060955, fit.Model.B, 1e-4);
        Near.Equal(-1611.1581474, fit.LogLikelihood, absolute: 1e-4);
        Assert.Equal((0.491, 1000L, 0L), (result.Value, result.Observations, result.TooNew));
        Assert.Equal(0.869, result.OtherFigures[0].Value!.Value, 1e-15);
        Assert.Equal(ProportionInterval.Wilson(491, 1000, 0.95), result.Estimate);
    }

    [Fact]
    public void Who_cancels_by_the_day_of_a_renewal_does_not_make_it()
    {
        // January 31st is renewed on February 29th 2016.
        Assert.Equal([1, 0], Surviving(29));
        Assert.Equal([1, 1], Surviving(30));
        Assert.Equal([1, 1], Surviving(null));

        static IReadOnlyList<long> Surviving(int? canceled) => JourneyLog.From(
        [
            At("a", "joined", Start), .. canceled is { } day ? (JourneyEvent[])[At("a", "canceled", Start.AddDays(day).AddHours(3))] : [], At("b", "seen", Start.AddDays(40)),
        ]).Measure(new Renewals("joined", "canceled", CalendarUnit.Month, 1)).Surviving;
    }

    [Fact]
    public void Who_has_not_been_watched_through_all_renewals_is_too_new()
    {
        JourneyLog log = JourneyLog.From([At("a", "joined", Start), At("b", "joined", Start.AddMonths(1)), At("b", "canceled", Start.AddMonths(1).AddDays(1)), At("c", "seen", Start.AddDays(30))]);
        RenewalsResult result = log.Measure(new Renewals("joined", "canceled", CalendarUnit.Month, 1));
        Assert.Equal([1, 1], result.Surviving);
        Assert.Equal(1, result.TooNew);
        RenewalsResult open = log.Measure(new Renewals("joined", "canceled", CalendarUnit.Year, 1));
        Assert.Equal((null, NoValueReason.StillOpen), (open.Value, open.WhyNoValue!.Reason));
        Assert.Equal(NoValueReason.NoData, JourneyLog.From([]).Measure(new Renewals("joined", "canceled", CalendarUnit.Year, 1)).WhyNoValue!.Reason);
        Assert.Equal(2, log.Measure(new Renewals("joined", "canceled", CalendarUnit.Year, 1) { ObservedUntil = Start.AddYears(2) }).Surviving[0]);
        Assert.Throws<ArgumentOutOfRangeException>(() => new Renewals("a", "b", CalendarUnit.Day, 0));
        Assert.Throws<ArgumentException>(() => new Renewals("", "b", CalendarUnit.Day, 1));
    }

    [Fact]
    public void Survivors_agree_with_a_slow_reference_and_any_partition_gives_the_same_bits() => Prop.ForAll(LogGenerator.Events, Gen.Choose(1, 3).ToArbitrary(), ArbMap.Default.ArbFor<int>(), (events, count, seed) =>
    {
        Renewals definition = new("open", "ask", CalendarUnit.Day, count);
        RenewalsResult result = JourneyLog.From(events).Measure(definition);
        DateOnly end = events.Length == 0 ? default : DateOnly.FromDateTime(events.Max(one => one.At).UtcDateTime);
        long[] surviving = new long[count + 1];
        int tooNew = 0;
        foreach (IGrouping<string, JourneyEvent> customer in events.OrderBy(one => one.StartedAt ?? one.At).ThenBy(one => one.At).ThenBy(one => one.Sequence).GroupBy(one => one.Customer))
        {
            JourneyEvent[] contract = [.. customer.SkipWhile(one => one.Event != "open")];
            if (contract.Length == 0) continue;
            DateOnly begun = Day(contract[0]);
            if (begun.AddDays(count) >= end)
            {
                tooNew++;
                continue;
            }

            DateOnly? canceled = contract.Where(one => one.Event == "ask").Select(one => (DateOnly?)Day(one)).FirstOrDefault();
            for (int renewal = 0; renewal <= count; renewal++)
            {
                if (renewal == 0 || canceled is null || begun.AddDays(renewal) < canceled) surviving[renewal]++;
            }
        }

        Assert.Equal(surviving, result.Surviving);
        Assert.Equal(tooNew, result.TooNew);
        MetricParts.Same(events, definition, one => one.ToJson() + ResultText.Of(one), seed);

        static DateOnly Day(JourneyEvent one) => DateOnly.FromDateTime(one.At.UtcDateTime);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_forged_state_is_refused() => MetricParts.SurvivesForgery(Log([4, 3, 1]), new Renewals("joined", "canceled", CalendarUnit.Year, 2), result => result.ToJson());

    private static JourneyLog Log(long[] surviving) => JourneyLog.From(Enumerable.Range(0, (int)surviving[0]).SelectMany(customer =>
    {
        int made = surviving.Count(left => customer < left) - 1;
        return made == surviving.Length - 1 ? (JourneyEvent[])[At($"c{customer}", "joined", Start), At($"c{customer}", "seen", Start.AddYears(surviving.Length))]
            : [At($"c{customer}", "joined", Start), At($"c{customer}", "canceled", Start.AddYears(made).AddDays(100))];
    }));

    private static JourneyEvent At(string customer, string name, DateTimeOffset at) => new() { Customer = customer, Event = name, At = at };
}
