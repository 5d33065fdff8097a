using CustomerJourney.Events;
using CustomerJourney.Metrics;
using CustomerJourney.Metrics.Survival;
using CustomerJourney.Statistics.Survival;

namespace CustomerJourney.Tests.Metrics;

public class DefinitionCheckTests
{
    [Fact]
    public void What_a_definition_refuses_names_the_property_and_what_would_do()
    {
        ArgumentOutOfRangeException refunds = Assert.Throws<ArgumentOutOfRangeException>("Refunds", () => new Revenue { Refunds = (RefundRule)9 });
        Assert.All(Enum.GetNames<RefundRule>(), name => Assert.Contains(name, refunds.Message, StringComparison.Ordinal));
        Assert.Contains("LogLog, Log, Plain", Assert.Throws<ArgumentOutOfRangeException>("IntervalMethod", () => new TimeBetween("a", "b") { IntervalMethod = (SurvivalIntervalMethod)9 }).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>("EventName", () => new ActiveCustomers { EventName = "" });
        Assert.Throws<ArgumentException>("Question", () => new Nps { Question = "" });
        Assert.Throws<ArgumentNullException>("Calendar", () => new Stickiness(new DateOnly(2026, 1, 31), 7) { Calendar = null! });
        Assert.Throws<ArgumentException>("StartEvent", () => ReturnRate.OnDay(1, ReturnClock.CalendarDays) with { StartEvent = "" });
        Assert.Throws<ArgumentException>("ReturnEvent", () => ReturnRate.OnDay(1, ReturnClock.CalendarDays) with { ReturnEvent = "" });
        Assert.Throws<ArgumentNullException>("Calendar", () => ReturnRate.OnDay(1, ReturnClock.CalendarDays) with { Calendar = null! });
        Assert.Contains("Version2, Version1", Assert.Throws<ArgumentOutOfRangeException>("Version", () => new Ces { Version = (CesVersion)9 }).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>("Window", () => new RepeatRate { Window = TimeSpan.Zero });
        Assert.Throws<ArgumentOutOfRangeException>("ActiveWithin", () => new CustomerRetention(TimeRange.Quarter(2026, 1)) { ActiveWithin = TimeSpan.Zero });
    }

    [Fact]
    public void What_may_be_left_out_may_be_left_out()
    {
        Assert.Null((new RepeatRate { Window = TimeSpan.FromDays(1) } with { Window = null }).Window);
        Assert.Null((new ActiveCustomers { EventName = "a" } with { EventName = null }).EventName);
    }
}
