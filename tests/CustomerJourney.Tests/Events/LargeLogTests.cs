using CustomerJourney.Events;

namespace CustomerJourney.Tests.Events;

public sealed class LargeLogTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void More_events_than_a_block_holds_come_out_in_order()
    {
        const int Events = 200_000;
        // Backwards, so that every event but the first is late.
        IEnumerable<JourneyEvent> events = Enumerable.Range(0, Events)
            .Select(index => new JourneyEvent { Customer = "Ana", Event = "e", At = Noon.AddMinutes(Events - index) });

        JourneyLog log = JourneyLog.From(events);

        Assert.Equal(Events, log.EventCount);
        Assert.Equal(Events - 1, log.Quality.Late);
        Assert.Equal(Enumerable.Range(1, Events).Select(minute => Noon.AddMinutes(minute).UtcTicks), log.Columns.Ticks);
    }
}
