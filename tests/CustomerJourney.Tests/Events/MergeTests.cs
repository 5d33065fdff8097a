using CustomerJourney.Classification;
using CustomerJourney.Events;
using CustomerJourney.Tests.Support;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerJourney.Tests.Events;

public class MergeTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly Arbitrary<int> Seeds = Gen.Choose(0, int.MaxValue).ToArbitrary();

    [Fact]
    public void Logs_of_parts_are_together_the_log_of_all_events() => Prop.ForAll(LogGenerator.Events, Seeds, (events, seed) =>
    {
        JourneyEvent[][] parts = Dealt(WithFacts(events), seed);
        CustomerProfile[] profiles = [new() { Customer = "never", Attributes = new Dictionary<string, string> { ["team"] = "blue" } }];
        JourneyLog whole = JourneyLog.From(parts.SelectMany(part => part), profiles);
        JourneyLog merged = JourneyLog.Merge(parts.Select((part, index) => JourneyLog.From(part, index == 1 ? profiles : null)));
        CutReference.Same(whole, merged);
        Assert.Equal(whole.Schema.ObservedUntil, merged.Schema.ObservedUntil);
        Assert.Equal(whole.Quality.RowsRead, merged.Quality.RowsRead);
        Assert.Equal(whole.Quality.Accepted, merged.Quality.Accepted);

        // With sequences and one value of a customer, the order of the logs does not matter.
        CutReference.Same(merged, JourneyLog.Merge(parts.Select((part, index) => JourneyLog.From(part, index == 1 ? profiles : null)).Reverse()));
        CutReference.Same(merged, parts[1..].Aggregate(JourneyLog.From(parts[0], profiles), (log, part) => log.Append(JourneyLog.From(part))));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Without_sequences_ties_go_by_the_order_of_the_logs() => Prop.ForAll(LogGenerator.EventsWithDuplicates, Seeds, (events, seed) =>
    {
        JourneyEvent[][] parts = Dealt(WithFacts(events), seed);
        CutReference.Same(JourneyLog.From(parts.SelectMany(part => part)), JourneyLog.Merge(parts.Select(part => JourneyLog.From(part))));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_merged_log_is_classified_as_a_whole() => Prop.ForAll(LogGenerator.Events, Seeds, (events, seed) =>
    {
        JourneyEvent[][] parts = Dealt(WithFacts(events), seed);
        StagedLog whole = LogGenerator.Shop.Classify(JourneyLog.From(parts.SelectMany(part => part)));
        StagedLog merged = parts[1..].Aggregate(LogGenerator.Shop.Classify(JourneyLog.From(parts[0])), (log, part) => log.Append(JourneyLog.From(part)));
        CutReference.SameStages(whole, merged, customer => customer);
        Assert.Equal(whole.UnknownEventCount, merged.UnknownEventCount);
        Assert.Empty(JourneyLog.Merge(whole, merged).Schema.Stages);
        Assert.Null(JourneyLog.Merge(whole).Quality.UnknownEvents);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_customer_keeps_the_value_of_the_log_with_the_last_event()
    {
        JourneyLog early = JourneyLog.From([One(1, "plan", "free")], [Profile("b", "old"), Profile("c", "old")]);
        JourneyLog late = JourneyLog.From([One(5, "plan", "pro")], [Profile("b", "new")]);
        JourneyLog silent = JourneyLog.From([One(9, "device", "phone")]);
        foreach (JourneyLog merged in (JourneyLog[])[JourneyLog.Merge(early, late, silent), JourneyLog.Merge(silent, late, early)])
        {
            Assert.Equal(["device", "plan"], merged.Schema.CustomerAttributes);
            Assert.Equal(("pro", "phone"), (merged.TraceOf(0).Attribute("plan"), merged.TraceOf(0).Attribute("device")));
        }

        // Of logs without events of the customer, the last one wins.
        Assert.Equal("new", early.Append(late).TraceOf(1).Attribute("plan"));
        Assert.Equal("old", late.Append(early).TraceOf(1).Attribute("plan"));
        Assert.Equal("old", early.Append(late).TraceOf(2).Attribute("plan"));
        // An event goes before a mere profile.
        Assert.Equal("free", early.Append(JourneyLog.From([], [Profile("a", "profile")])).TraceOf(0).Attribute("plan"));
    }

    [Fact]
    public void Columns_that_one_log_lacks_are_filled()
    {
        JourneyEvent full = One(2) with { StartedAt = Noon, RecordedAt = Noon.AddDays(1), Sequence = 3, Id = "x", Channel = "web", Feedback = new(FeedbackKind.Nps, 9, "q", "t"), Value = 1.5m, Currency = "EUR", Attributes = new Dictionary<string, string> { ["device"] = "tv" } };
        JourneyLog merged = JourneyLog.Merge(JourneyLog.From([One(1), One(3) with { Feedback = new(FeedbackKind.Ces, 1) }]), JourneyLog.From([full]), JourneyLog.From([]));
        CutReference.Same(JourneyLog.From([One(1), One(3) with { Feedback = new(FeedbackKind.Ces, 1) }, full]), merged);
        Assert.Equal([3, EventRow.None, EventRow.None], merged.Columns.Sequences!);
    }

    [Fact]
    public void Reports_of_quality_are_added()
    {
        JourneyLog log = JourneyLog.From([One(1), One(0), One(0), One(1) with { Customer = "" }]);
        DataQualityReport quality = JourneyLog.Merge(log, log, JourneyLog.From([One(1) with { Event = "" }])).Quality;
        Assert.Equal((9L, 6L, 3L, 2L, 4L), (quality.RowsRead, quality.Accepted, quality.Rejected, quality.Duplicates, quality.Late));
        Assert.Equal([("Customer", 2L), ("Event", 1L)], quality.RejectedByReason.Select(reason => (reason.Column, reason.Rows)));
        Assert.Equal([4L, 4L, 1L], quality.FirstRejected.Select(row => row.Line));
    }

    [Fact]
    public void What_cannot_be_merged_is_said()
    {
        Assert.Equal((0, 0L), (JourneyLog.Merge().CustomerCount, JourneyLog.Merge().EventCount));
        Assert.Throws<ArgumentNullException>("logs", () => JourneyLog.Merge((IEnumerable<JourneyLog>)null!));
        Assert.Throws<ArgumentNullException>("logs", () => JourneyLog.Merge(JourneyLog.From([]), null!));
        Assert.Throws<ArgumentNullException>("other", () => JourneyLog.From([]).Append(null!));
        JourneyLog some = JourneyLog.From(Enumerable.Range(0, 200).Select(number => One(1) with { Channel = $"a{number}" }));
        JourneyLog others = JourneyLog.From(Enumerable.Range(0, 56).Select(number => One(1) with { Channel = $"b{number}" }));
        Assert.Equal(255, some.Append(others.Drop(Dimension.Channel, "b55").WithoutCustomers([])).Schema.Channels.Count);
        Assert.StartsWith("The logs have 256 channels together; a log holds 255.", Assert.Throws<ArgumentException>("logs", () => some.Append(others)).Message, StringComparison.Ordinal);
    }

    /// <summary>Events that all know the same of their customer, so that it does not matter which log has the last word.</summary>
    private static JourneyEvent[] WithFacts(JourneyEvent[] events) =>
        [.. events.Select(one => one with { CustomerAttributes = new Dictionary<string, string> { ["plan"] = $"plan of {one.Customer}" } })];

    /// <summary>Events dealt out to four logs in their order; some may get none.</summary>
    private static JourneyEvent[][] Dealt(JourneyEvent[] events, int seed)
    {
        Random random = new(seed);
        List<JourneyEvent>[] parts = [[], [], [], []];
        foreach (JourneyEvent one in events) parts[random.Next(random.Next(1, 5))].Add(one);
        return Array.ConvertAll(parts, part => part.ToArray());
    }

    private static CustomerProfile Profile(string customer, string plan) => new() { Customer = customer, Attributes = new Dictionary<string, string> { ["plan"] = plan } };

    private static JourneyEvent One(int hour, string? attribute = null, string value = "") => new()
    {
        Customer = "a",
        Event = "e",
        At = Noon.AddHours(hour),
        CustomerAttributes = attribute is null ? new Dictionary<string, string>() : new() { [attribute] = value },
    };
}
