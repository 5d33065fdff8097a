using CustomerJourney.Events;
using CustomerJourney.Metrics;
using CustomerJourney.Statistics;
using CustomerJourney.Tests.Support;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerJourney.Tests.Metrics;

public class CustomerRetentionTests
{
    private static readonly TimeRange March = TimeRange.Month(2026, 3);

    [Theory]
    // statsmodels 0.13.5 (shared/oracles/metrics/retention.json, retention.crr#001, #004, #005, #006, #008)
    [InlineData(100, 95, 10, 0.85, 0.7671644040916763, 0.9069401471634337)]
    [InlineData(1000, 1100, 250, 0.85, 0.8265313415731996, 0.8707899274869118)]
    [InlineData(10, 0, 0, 0, 0, 0.27753279986288926)]
    [InlineData(80, 120, 119, 0.0125, 0.0022099755204522745, 0.06746270077668667)]
    [InlineData(1, 1, 0, 1, 0.2065493143772374, 1)]
    public void The_rate_from_counts_is_those_kept_of_those_at_the_start(long start, long end, long added, double rate, double lower, double upper)
    {
        Estimate estimate = CustomerRetention.FromCounts(start, end, added)!;
        Assert.Equal(rate, estimate.Value, 1e-12);
        Assert.Equal(lower, estimate.Lower, 1e-9);
        Assert.Equal(upper, estimate.Upper, 1e-9);
        Assert.Equal(start, estimate.N);
    }

    [Fact]
    public void Counts_that_cannot_be_are_refused_and_none_at_the_start_give_no_rate()
    {
        Assert.Null(CustomerRetention.FromCounts(0, 10, 10));
        Assert.Throws<ArgumentOutOfRangeException>("customersAtStart", () => CustomerRetention.FromCounts(-1, 0, 0));
        Assert.Throws<ArgumentOutOfRangeException>("customersAtEnd", () => CustomerRetention.FromCounts(1, -1, 0));
        Assert.Throws<ArgumentOutOfRangeException>("newCustomers", () => CustomerRetention.FromCounts(1, 1, -1));
        Assert.Throws<ArgumentOutOfRangeException>("newCustomers", () => CustomerRetention.FromCounts(9, 3, 4));
        Assert.Throws<ArgumentOutOfRangeException>("customersAtEnd", () => CustomerRetention.FromCounts(9, 10, 0));
        Assert.ThrowsAny<ArgumentOutOfRangeException>(() => CustomerRetention.FromCounts(9, 9, 0, level: 1));
    }

    [Fact]
    public void The_edges_of_the_period_and_of_the_activity_are_half_open()
    {
        // At an instant before a date: one tick before 30 days, exactly 30 days, one tick inside, one tick before the date, the date itself.
        TimeSpan[] before = [TimeSpan.FromDays(30) + TimeSpan.FromTicks(1), TimeSpan.FromDays(30), TimeSpan.FromDays(30) - TimeSpan.FromTicks(1), TimeSpan.FromTicks(1), TimeSpan.Zero];
        Assert.Equal([0, 1, 1, 1, 0], before.Select(span => Rate(March.Start - span).Total));
        Assert.Equal([0, 1, 1, 1, 0], before.Select(span => Rate(March.Start.AddDays(-1), March.End - span).Hits));
        static ShareResult Rate(params DateTimeOffset[] times) =>
            JourneyLog.From(times.Select(at => new JourneyEvent { Customer = "c", Event = "e", At = at })).Measure(Watched(March));
    }

    [Fact]
    public void New_customers_stand_neither_above_nor_below_the_line()
    {
        JourneyLog log = JourneyLog.From(
        [
            At("kept", -3), At("kept", 25), At("lost", -3), At("lost again", -3), At("new", 25), At("long gone", -60), At("later", 40), At("silent then back", -25), At("silent then back", 30),
        ]);
        ShareResult result = log.Measure(Watched(March));
        Assert.Equal((2L, 4L, 0.5), (result.Hits, result.Total, result.Share));
        Assert.Equal("Customer retention", result.Title);
        ShareResult none = JourneyLog.From([], [new() { Customer = "c" }]).Measure(Watched(March));
        Assert.Equal((0L, null, null), (none.Total, none.Share, none.Estimate));

        static JourneyEvent At(string customer, int day) => new() { Customer = customer, Event = "e", At = March.Start.AddDays(day) };
    }

    [Fact]
    public void The_rate_agrees_with_a_slow_reference() => Prop.ForAll(LogGenerator.Events, Gen.Choose(0, 30).Two().ToArbitrary(), Gen.Choose(1, 40).ToArbitrary(), (events, steps, active) =>
    {
        (int one, int other) = steps;
        TimeRange period = new(LogGenerator.Start.AddHours((4.5 * Math.Min(one, other)) - 18), LogGenerator.Start.AddHours((4.5 * Math.Max(one, other)) - 18));
        TimeSpan within = TimeSpan.FromHours(4.5 * active);
        string[] start = CustomersAt(period.Start), end = CustomersAt(period.End);
        ShareResult result = JourneyLog.From(events).Measure(Watched(period) with { ActiveWithin = within });
        Assert.Equal(start.Length, result.Total);
        Assert.Equal(start.Intersect(end).Count(), result.Hits);
        Assert.Equal(CustomerRetention.FromCounts(start.Length, end.Length, end.Except(start).Count()), result.Estimate);

        string[] CustomersAt(DateTimeOffset date) =>
            [.. events.Where(e => e.At < date && date - e.At <= within).Select(e => e.Customer).Distinct()];
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_period_that_was_not_observed_to_its_end_has_no_rate_yet()
    {
        JourneyLog log = JourneyLog.From([At("a", -3), At("b", -3), At("a", 10)]);
        ShareResult open = log.Measure(new CustomerRetention(March));
        Assert.Equal((true, 1L, 2L, null, null), (open.IsOpen, open.Hits, open.Total, open.Share, open.Estimate));
        Assert.Equal((false, 0.5), (log.Measure(Watched(March)).IsOpen, log.Measure(Watched(March)).Share));
        Assert.Equal(0.5, JourneyLog.From([At("a", -3), At("b", -3), At("a", 10), At("c", 31)]).Measure(new CustomerRetention(March)).Share);

        // A part that was watched longer closes the period of the others.
        PartialResult<ShareResult> part = log.MeasurePart(new CustomerRetention(March));
        PartialResult<ShareResult> later = JourneyLog.From([At("c", 40)]).MeasurePart(new CustomerRetention(March));
        Assert.Equal(0.5, PartialResult<ShareResult>.FromBytes(part.Definition, part.ToBytes()).Merge(later).ToResult().Share);

        static JourneyEvent At(string customer, int day) => new() { Customer = customer, Event = "e", At = March.Start.AddDays(day) };
    }

    private static CustomerRetention Watched(TimeRange period) => new(period) { ObservedUntil = period.End };

    [Fact]
    public void Activity_lasts_more_than_no_time_and_may_last_for_ever()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new CustomerRetention(March) { ActiveWithin = TimeSpan.Zero });
        JourneyLog log = JourneyLog.From([new() { Customer = "c", Event = "e", At = DateTimeOffset.MinValue }]);
        Assert.Equal(1, log.Measure(new CustomerRetention(March) { ActiveWithin = TimeSpan.MaxValue }).Hits);
        Assert.Equal(0, log.Measure(new CustomerRetention(default) { ActiveWithin = TimeSpan.MaxValue }).Total);
    }
}
