using CustomerJourney.Events;
using CustomerJourney.Tests.Support;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerJourney.Tests.Events;

public class CustomerAttributeTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void The_last_event_that_has_the_attribute_wins()
    {
        JourneyLog log = JourneyLog.From(
        [
            Event(Noon.AddHours(2), "pro"),
            Event(Noon.AddHours(3), null),
            Event(Noon, "free"),
        ]);
        Assert.Equal("pro", log.TraceOf(0).Attribute("plan"));
        Assert.Null(log.TraceOf(0).Attribute("Plan"));
    }

    [Fact]
    public void Events_win_over_the_profile_and_the_last_profile_over_the_first()
    {
        JourneyLog log = JourneyLog.From([Event(Noon, "pro")], [Profile("c", "free"), Profile("d", "free"), Profile("d", "team"), Profile("e", null)]);
        Assert.Equal(["c", "d", "e"], log.CustomerIds);
        Assert.Equal(["pro", "team", null], Enumerable.Range(0, 3).Select(customer => log.TraceOf(customer).Attribute("plan")));
        Assert.Equal((1L, 3, 0), (log.EventCount, log.CustomerCount, log.TraceOf(1).Length));
    }

    [Fact]
    public void A_log_may_list_customers_only()
    {
        JourneyLog log = JourneyLog.From([], [Profile("b", null), Profile("a", null)]);
        Assert.Equal(["a", "b"], log.CustomerIds);
        Assert.Equal((0L, null), (log.EventCount, log.Range));
        Assert.Equal(["a"], log.WithoutCustomers(["b", "unknown"]).CustomerIds);
    }

    [Fact]
    public void Names_of_attributes_are_in_ordinal_order_whatever_came_first() => Prop.ForAll(LogGenerator.Events, events =>
    {
        LogSchema schema = JourneyLog.From(events).Schema;
        Assert.Equal(events.SelectMany(one => one.CustomerAttributes.Keys).Distinct().Order(StringComparer.Ordinal), schema.CustomerAttributes);
        Assert.Equal(events.SelectMany(one => one.Attributes.Keys).Distinct().Order(StringComparer.Ordinal), schema.EventAttributes);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_attribute_agrees_with_a_slow_search() => Prop.ForAll(LogGenerator.Events, events =>
    {
        CustomerProfile[] profiles = [Profile("a", "profile"), Profile("nobody", "profile")];
        JourneyLog log = JourneyLog.From(events, profiles);
        for (int customer = 0; customer < log.CustomerCount; customer++)
        {
            string id = log.CustomerIds[customer];
            string? expected = events.Where(one => one.Customer == id && one.CustomerAttributes.ContainsKey("plan"))
                .OrderBy(one => one.StartedAt ?? one.At).ThenBy(one => one.At).ThenBy(one => one.Sequence).LastOrDefault()?.CustomerAttributes["plan"];
            Assert.Equal(expected ?? (id is "a" or "nobody" ? "profile" : null), log.TraceOf(customer).Attribute("plan"));
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_profile_is_checked()
    {
        Assert.Throws<ArgumentException>("customers", () => JourneyLog.From([], [Profile("", null)]));
        Assert.Throws<ArgumentNullException>("customers", () => JourneyLog.From([], [null!]));
        Assert.Throws<ArgumentException>("customers", () => JourneyLog.From([], [Profile("\uD800", null)]));
        Assert.Throws<ArgumentException>("customers", () => JourneyLog.From([], [Profile("c", "\uD800")]));
        Assert.Throws<ArgumentException>("customers", () => JourneyLog.From([], [new() { Customer = "c", Attributes = new Dictionary<string, string> { ["plan"] = null! } }]));
        Assert.Throws<ArgumentException>("customers", () => JourneyLog.From([], [new() { Customer = "c", Attributes = new Dictionary<string, string> { [""] = "x" } }]));
        Assert.Equal(1, JourneyLog.From([], [new() { Customer = "c", Attributes = null! }]).CustomerCount);
    }

    private static CustomerProfile Profile(string customer, string? plan) =>
        new() { Customer = customer, Attributes = plan is null ? new Dictionary<string, string>() : new() { ["plan"] = plan } };

    private static JourneyEvent Event(DateTimeOffset at, string? plan) =>
        new() { Customer = "c", Event = "e", At = at, CustomerAttributes = plan is null ? new Dictionary<string, string>() : new() { ["plan"] = plan } };
}
