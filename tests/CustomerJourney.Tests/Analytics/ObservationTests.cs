using CustomerJourney.Analytics;
using CustomerJourney.Events;

namespace CustomerJourney.Tests.Analytics;

public class ObservationTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly JourneyLog Log = JourneyLog.From(
    [
        One("early", "look", 0), One("late", "look", 40), One("late", "buy", 41),
    ]);

    private static readonly Funnel Sale = new(Step.Event("look"), Step.Event("buy")) { Window = TimeSpan.FromDays(7) };

    [Fact]
    public void Customers_cut_out_of_a_log_were_observed_as_long_as_the_others()
    {
        FunnelResult alone = Log.WithoutCustomers(["late"]).Measure(Sale);

        Assert.Equal((1, 1, 0), (alone.Steps[0].Reached, alone.Steps[0].Lost, alone.Steps[0].Open));
        Assert.Equal(Log.Schema.ObservedUntil, Log.WithoutCustomers(["late"]).Schema.ObservedUntil);
    }

    [Fact]
    public void A_span_cut_out_of_a_log_was_observed_to_its_end()
    {
        JourneyLog january = Log.Within(new(Start, Start.AddDays(20)));

        Assert.Equal(Start.AddDays(20), january.Schema.ObservedUntil);
        Assert.Equal((1, 0), (january.Measure(Sale).Steps[0].Lost, january.Measure(Sale).Steps[0].Open));
        Assert.Equal(1, Log.Within(new(Start, Start.AddDays(5))).Measure(Sale).Steps[0].Open);
        Assert.Equal(Log.Range!.Value.End, Log.Within(new(Start, Start.AddDays(100))).Schema.ObservedUntil);
    }

    [Fact]
    public void A_period_of_a_cut_log_is_closed_when_it_was_observed_to_its_end()
    {
        RetentionResult days = Log.WithoutCustomers(["late"]).Measure(new Retention(CalendarUnit.Day) { Periods = 42 });

        Assert.Equal(0, days.Cohorts[0].Returned[40]);
        Assert.Null(days.Cohorts[0].Returned[41]);
    }

    private static JourneyEvent One(string customer, string name, int day) => new() { Customer = customer, Event = name, At = Start.AddDays(day) };
}
