using CustomerJourney.Events;

namespace CustomerJourney.Tests.Events;

public sealed class DuplicateRunTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(DuplicateEvents.Drop)]
    [InlineData(DuplicateEvents.Reject)]
    public void Events_left_out_earlier_hide_no_duplicate_among_later_events_of_one_instant(DuplicateEvents duplicates)
    {
        List<JourneyEvent> events =
        [
            Event("a", 0), Event("a", 0), Event("a", 0),
            Event("b", 1), Event("c", 1), Event("d", 1), Event("b", 1), Event("c", 1),
        ];

        JourneyLog log = JourneyLog.From(events, options: new() { Duplicates = duplicates });

        Assert.Equal(4, log.Quality.Duplicates);
        Assert.Equal(["a", "b", "c", "d"], NamesOf(log));
    }

    [Fact]
    public void Many_events_of_one_instant_keep_one_of_each_kind()
    {
        const int Kinds = 20, Copies = 5;
        IEnumerable<JourneyEvent> events = Enumerable.Range(0, Kinds * Copies).Select(index => Event($"e{index % Kinds:D2}", 0));

        JourneyLog log = JourneyLog.From(events, options: new() { Duplicates = DuplicateEvents.Drop });

        Assert.Equal(Kinds * (Copies - 1), log.Quality.DroppedDuplicates);
        Assert.Equal(Kinds, log.EventCount);
    }

    [Fact]
    public void More_events_than_a_block_holds_come_out_in_order()
    {
        const int Events = 200_000;
        // Backwards, so that every event but the first is late.
        IEnumerable<JourneyEvent> events = Enumerable.Range(0, Events).Select(index => Event("e", Events - index));

        JourneyLog log = JourneyLog.From(events);

        Assert.Equal(Events, log.EventCount);
        Assert.Equal(Events - 1, log.Quality.Late);
        Assert.Equal(Enumerable.Range(1, Events).Select(minute => Noon.AddMinutes(minute).UtcTicks), log.Columns.Ticks);
    }

    private static JourneyEvent Event(string name, int minute) => new() { Customer = "Ana", Event = name, At = Noon.AddMinutes(minute) };

    private static IEnumerable<string> NamesOf(JourneyLog log) => log.Columns.Events.Select(code => log.Schema.Events[code]);
}
