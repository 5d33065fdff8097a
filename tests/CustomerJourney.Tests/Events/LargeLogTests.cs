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

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    public void Many_buckets_and_threads_give_what_sorting_all_events_gives(int threads)
    {
        const int Events = 400_000, Customers = 3000;
        // Every other customer's events arrive backwards, and many stand at one instant.
        JourneyEvent[] events = new JourneyEvent[Events];
        for (int index = 0; index < Events; index++)
        {
            int customer = (int)(index * 48_271L % Customers);
            int minute = customer % 2 == 0 ? index / 1000 : (Events - index) / 1000;
            events[index] = new JourneyEvent
            {
                Customer = $"c{customer}",
                Event = $"e{index % 300}",
                At = Noon.AddMinutes(minute),
                Channel = index % 5 == 0 ? null : $"{index % 4}",
                Feedback = index % 11 == 0 ? new Feedback(FeedbackKind.Nps, index % 10) : null,
            };
        }

        JourneyLog log = JourneyLog.From(events, options: new() { MaxDegreeOfParallelism = threads });

        IGrouping<string, JourneyEvent>[] expected = [.. events.OrderBy(one => one.At).GroupBy(one => one.Customer).OrderBy(group => group.Key, StringComparer.Ordinal)];
        Assert.Equal(expected.Select(group => group.Key), log.CustomerIds);
        Assert.Equal(expected.SelectMany(group => group).Select(one => one.At.UtcTicks), log.Columns.Ticks);
        Assert.Equal(expected.SelectMany(group => group).Select(one => one.Event), log.Columns.Events.Select(code => log.Schema.Events[code]));
        Assert.Equal(expected.SelectMany(group => group).Select(one => one.Channel), log.Columns.Channels!.Select(code => code == LogSchema.NoChannel ? null : log.Schema.Channels[code]));
        Assert.Equal(expected.SelectMany(group => group).Where(one => one.Feedback is not null).Select(one => one.Feedback!.Value.Score), log.Columns.Feedback!.Scores);
    }
}
