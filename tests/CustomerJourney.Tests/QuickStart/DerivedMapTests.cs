using CustomerJourney.Events;
using QuickStart;
using QuickStart.Files;

namespace CustomerJourney.Tests.QuickStart;

public sealed class DerivedMapTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 5, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_few_events_become_one_stage_each_in_the_order_in_which_they_come_first()
    {
        Journey map = DerivedMap.Of(Log(["look", "buy", "ask"], ["look", "look", "buy"], ["buy", "ask"], ["look", "ask"]), "shop.csv");
        Assert.Equal("Derived from shop.csv", map.Name);
        Assert.Equal(["1. look", "2. buy", "3. ask"], map.Stages.Select(stage => stage.Name));
        Assert.Equal(["look", "buy", "ask"], map.Touchpoints.Select(touchpoint => touchpoint.Name));
    }

    [Fact]
    public void Many_events_become_five_stages_that_know_them_all()
    {
        string[] way = [.. Enumerable.Range(0, 12).Select(number => $"step {number:D2}")];
        JourneyLog log = Log(way, way, way[..6]);
        Journey map = DerivedMap.Of(log, "x");
        Assert.Equal(way, map.Touchpoints.Select(touchpoint => touchpoint.Name));
        Assert.Equal([2, 2, 3, 2, 3], map.Stages.Select(stage => stage.Touchpoints.Count));
        Assert.Equal("3. step 04 + 2 more", map.Stages[2].Name);
        Assert.Equal(0, map.Classify(log).UnknownEventCount);
    }

    [Fact]
    public void Of_thousands_of_events_the_most_frequent_are_taken_and_the_others_counted_as_unknown()
    {
        string[] rare = [.. Enumerable.Range(0, 3000).Select(number => $"page {number}")];
        JourneyLog log = Log([.. rare, .. Enumerable.Range(0, 5000).Select(turn => $"often {turn % 50}")]);
        Journey map = DerivedMap.Of(log, "x");
        Assert.Equal(DerivedMap.MostEvents, map.Touchpoints.Count);
        Assert.All(map.Touchpoints, touchpoint => Assert.StartsWith("often ", touchpoint.Name, StringComparison.Ordinal));
        Assert.Equal(3000, map.Classify(log).UnknownEventCount);
    }

    [Fact]
    public void Names_of_any_kind_make_a_map()
    {
        string[] odd = ["<b>", "a, b", "a  b", " ", "купил", "买", "a-b", "A b", "1. <b>", new('x', 3000), "tab\there"];
        Journey map = DerivedMap.Of(Log(odd), "odd");
        Assert.Equal(odd.Length - 1, map.Touchpoints.Count);
    }

    [Fact]
    public void The_order_of_rows_changes_nothing()
    {
        JourneyEvent[] events = [.. Events([["a", "b", "c"], ["b", "c", "a"], ["c", "a"]])];
        Journey one = DerivedMap.Of(JourneyLog.From(events), "x"), other = DerivedMap.Of(JourneyLog.From(events.Reverse()), "x");
        Assert.Equal(one.ToJson(), other.ToJson());
    }

    [Fact]
    public void Events_without_names_make_no_map() =>
        Assert.Throws<UsageException>(() => DerivedMap.Of(Log([" ", "\t"]), "blank.csv"));

    private static JourneyLog Log(params string[][] ways) => JourneyLog.From(Events(ways));

    private static IEnumerable<JourneyEvent> Events(string[][] ways) =>
        ways.SelectMany((way, customer) => way.Select((name, minute) => new JourneyEvent { Customer = $"{customer}", Event = name, At = Start.AddMinutes(minute) }));
}
