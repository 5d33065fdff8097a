using CustomerJourney.Events;
using CustomerJourney.IO;
using static CustomerJourney.Tests.IO.XesText;

namespace CustomerJourney.Tests.IO;

public class XesLifecycleTests
{
    [Fact]
    public async Task A_start_and_its_completion_are_one_event()
    {
        JourneyLog log = await ReadAsync(Trace(Event("work", "09:00", "start", "org:resource=Ann", "room=1") + Event("work", "10:00", "COMPLETE", "org:resource=Bob")));
        Assert.Equal(["c work 09:00-10:00 org:resource=Bob room=1"], Lines(log));
        Assert.Equal("1 starts joined with their completion", Counts(log));
        Assert.Equal((1L, 1L), (log.Quality.RowsRead, log.Quality.Accepted));
        Assert.Contains("1 starts joined with their completion", log.Quality.ToText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_first_open_start_is_completed_first() =>
        Assert.Equal(
            ["c work 08:00-10:00", "c work 09:00-11:00"],
            Lines(await ReadAsync(Trace(Event("work", "08:00", "start") + Event("work", "09:00", "start") + Event("work", "10:00", "complete") + Event("work", "11:00", "complete")))));

    [Fact]
    public async Task Instances_decide_which_completion_belongs_to_which_start() =>
        Assert.Equal(
            ["c work 08:00-11:00 concept:instance=1", "c work 09:00-10:00 concept:instance=2"],
            Lines(await ReadAsync(Trace(
                Event("work", "08:00", "start", "concept:instance=1") + Event("work", "09:00", "start", "concept:instance=2")
                + Event("work", "10:00", "complete", "concept:instance=2") + Event("work", "11:00", "complete", "concept:instance=1")))));

    [Fact]
    public async Task What_stays_alone_is_kept_and_counted()
    {
        JourneyLog log = await ReadAsync(Trace(
            Event("a", "08:00", "complete") + Event("a", "08:30", "start") + Event("b", "09:00", "start") + Event("c", "09:30", "complete") + Event("b", "10:00", "schedule") + Event("d", "10:30")));
        Assert.Equal(
            ["c a 08:00 lifecycle:transition=complete", "c a 08:30 lifecycle:transition=start", "c b 09:00 lifecycle:transition=start", "c c 09:30 lifecycle:transition=complete", "c b 10:00 lifecycle:transition=schedule", "c d 10:30"],
            Lines(log));
        Assert.Equal("2 starts without a completion, kept; 2 completions without a start, kept", Counts(log));
    }

    [Fact]
    public async Task A_completion_before_its_start_in_time_is_none()
    {
        JourneyLog log = await ReadAsync(Trace(Event("work", "09:00", "start") + Event("work", "08:00", "complete")));
        Assert.Equal(["c work 08:00 lifecycle:transition=complete", "c work 09:00 lifecycle:transition=start"], Lines(log));
    }

    [Fact]
    public async Task Pairs_do_not_reach_into_another_trace()
    {
        JourneyLog log = await ReadAsync(Log(
            $"<trace><string key='concept:name' value='c'/>{Event("work", "09:00", "start")}</trace><trace><string key='concept:name' value='c'/>{Event("work", "10:00", "complete")}</trace>"));
        Assert.Equal("1 starts without a completion, kept; 1 completions without a start, kept", Counts(log));
    }

    [Fact]
    public async Task Events_of_one_instant_keep_their_order_while_a_start_is_open() =>
        Assert.Equal(
            ["c first 09:00 lifecycle:transition=start", "c second 09:00", "c third 09:00", "c fourth 09:00"],
            Lines(await ReadAsync(Trace(
                Event("first", "09:00", "start") + Event("second", "09:00") + Event("third", "09:00", "start") + Event("third", "09:00", "complete") + Event("fourth", "09:00")))));

    [Fact]
    public async Task Transitions_stay_events_where_that_is_asked_for()
    {
        JourneyLog log = await ReadAsync(Trace(Event("work", "09:00", "start") + Event("work", "10:00", "complete")), XesFormat.Default with { Lifecycle = XesLifecycle.Keep });
        Assert.Equal(["c work 09:00 lifecycle:transition=start", "c work 10:00 lifecycle:transition=complete"], Lines(log));
        Assert.Empty(log.Quality.SourceCounts);
    }

    [Fact]
    public async Task A_classifier_that_looks_at_transitions_does_not_keep_pairs_apart()
    {
        string document = Log($"<classifier name='full' keys='concept:name lifecycle:transition'/><trace><string key='concept:name' value='c'/>{Event("work", "09:00", "start")}{Event("work", "10:00", "complete")}</trace>");
        Assert.Equal(["c work+complete 09:00-10:00 concept:name=work"], Lines(await ReadAsync(document, XesFormat.Default with { Classifier = "full" })));
    }

    [Fact]
    public async Task A_start_that_is_rejected_has_no_completion()
    {
        JourneyLog log = await ReadAsync(Trace("<event><string key='concept:name' value='work'/><string key='lifecycle:transition' value='start'/></event>" + Event("work", "10:00", "complete")));
        Assert.Equal(["c work 10:00 lifecycle:transition=complete"], Lines(log));
        Assert.Equal((2L, 1L, 1L), (log.Quality.RowsRead, log.Quality.Accepted, log.Quality.Rejected));
    }

    [Fact]
    public async Task Many_open_starts_of_one_activity_take_linear_time()
    {
        const int Pairs = 20_000;
        string events = string.Concat(Enumerable.Repeat(Event("work", "09:00", "start"), Pairs)) + string.Concat(Enumerable.Repeat(Event("work", "10:00", "complete"), Pairs));
        JourneyLog log = await ReadAsync(Trace(events));
        Assert.Equal((Pairs, $"{Pairs} starts joined with their completion"), (log.EventCount, Counts(log)));
    }
}
