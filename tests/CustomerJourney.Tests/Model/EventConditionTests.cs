using CustomerJourney.Classification;
using CustomerJourney.Events;

namespace CustomerJourney.Tests.Model;

public class EventConditionTests
{
    private static readonly EventBinding Pro = new() { Event = "paid", Channel = "app", Conditions = [new() { Attribute = "plan", Value = "pro" }, new() { Attribute = "seats", Value = "7" }] };

    private static readonly Journey Map = Journey.Create("J", map => map.AddStage("S", stage => stage.AddTouchpoint("T", touch => touch.ObservedBy(Pro).ObservedAs("seen"))));

    [Fact]
    public void Conditions_are_written_beside_the_channel_and_read_back()
    {
        Assert.Contains("""{"channel":"app","plan":"pro","seats":"7"}""", string.Concat(Map.ToJson().Where(letter => !char.IsWhiteSpace(letter))), StringComparison.Ordinal);
        Assert.Equal(Pro, Journey.Parse(Map.ToJson()).Touchpoints[0].EventBindings[0]);
        Assert.Equal(Pro.GetHashCode(), Journey.Parse(Map.ToJson()).Touchpoints[0].EventBindings[0].GetHashCode());
    }

    [Fact]
    public void Numbers_and_flags_are_conditions_on_the_text_and_stay_what_they_are()
    {
        string json = Map.ToJson().Replace("\"7\"", "7.0", StringComparison.Ordinal).Replace("\"pro\"", "true", StringComparison.Ordinal);
        Journey read = Journey.Parse(json);
        Assert.Equal([("plan", "true"), ("seats", "7.0")], read.Touchpoints[0].EventBindings[0].Conditions.Select(condition => (condition.Attribute, condition.Value)));
        Assert.Equal(json, read.ToJson());
        Assert.Empty(read.UnreadProperties);
    }

    [Fact]
    public void A_classifier_evaluates_conditions()
    {
        JourneyEvent Paid(string customer, string? plan) => new()
        {
            Customer = customer,
            Event = "paid",
            Channel = "app",
            At = new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero),
            Attributes = plan is null ? new Dictionary<string, string>() : new Dictionary<string, string> { ["plan"] = plan, ["seats"] = "7" },
        };
        StagedLog log = StageClassifier.Create(Map).Classify(JourneyLog.From([Paid("ann", "pro"), Paid("bob", "free"), Paid("cid", null)]));
        Assert.Equal(["S", null, null], log.Customers.Select(customer => customer.Current?.Name));
        Assert.Equal(2, log.UnknownEventCount);
    }
}
