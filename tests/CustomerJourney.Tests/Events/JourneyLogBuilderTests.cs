using System.Threading.Channels;
using CustomerJourney.Events;
using CustomerJourney.Tests.IO;
using CustomerJourney.Tests.Support;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerJourney.Tests.Events;

/// <summary>Events that are pushed: through the builder, through a channel.</summary>
public class JourneyLogBuilderTests
{
    private const int Producers = 8;
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Many events at few instants: only the sequence tells their order.</summary>
    private static readonly JourneyEvent[] Events =
    [
        .. Enumerable.Range(0, 20_000).Select(number => new JourneyEvent
        {
            Customer = $"c{number * 7919 % 97}",
            Event = $"e{number % 23}",
            At = Start.AddHours(number % 5),
            Sequence = number,
            Channel = $"ch{number % 3}",
            Attributes = new Dictionary<string, string> { ["page"] = $"p{number % 31}" },
            CustomerAttributes = new Dictionary<string, string> { ["plan"] = $"{number}" },
        }),
    ];

    [Fact]
    public void Events_with_sequences_give_one_log_whatever_threads_push_them()
    {
        JourneyLogBuilder builder = new();
        Parallel.For(0, Producers, producer =>
        {
            for (int number = producer; number < Events.Length; number += Producers) builder.Add(Events[number]);
        });
        Assert.Equal(Events.Length, builder.Count);
        JourneyLog log = builder.Build();
        LogColumnsComparer.Same(JourneyLog.From(Events), log);
        Assert.Equal(Events.Length, log.Quality.Accepted);
    }

    [Fact]
    public void Any_permutation_of_events_with_sequences_gives_one_log() =>
        Prop.ForAll(Gen.Shuffle(Events[..200]).ToArbitrary(), shuffled =>
        {
            JourneyLogBuilder builder = new();
            foreach (JourneyEvent journeyEvent in shuffled) builder.Add(journeyEvent);
            return LogColumnsComparer.Difference(JourneyLog.From(Events[..200]), builder.Build()) is null;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public async Task Producers_may_write_into_a_channel_that_the_log_is_read_from()
    {
        Channel<JourneyEvent> channel = Channel.CreateBounded<JourneyEvent>(100);
        Task<JourneyLog> reading = JourneyLog.FromAsync(channel.Reader.ReadAllAsync());
        await Parallel.ForAsync(0, Producers, async (producer, stop) =>
        {
            for (int number = producer; number < Events.Length; number += Producers) await channel.Writer.WriteAsync(Events[number], stop);
        });
        channel.Writer.Complete();
        LogColumnsComparer.Same(JourneyLog.From(Events), await reading);
    }

    [Fact]
    public async Task A_channel_that_is_completed_with_a_fault_gives_no_log()
    {
        Channel<JourneyEvent> channel = Channel.CreateUnbounded<JourneyEvent>();
        await channel.Writer.WriteAsync(Events[0]);
        channel.Writer.Complete(new IOException("The line was cut."));
        await Assert.ThrowsAsync<IOException>(() => JourneyLog.FromAsync(channel.Reader.ReadAllAsync()));
    }

    [Fact]
    public void Without_sequences_events_at_one_instant_stand_as_they_were_added()
    {
        JourneyEvent first = Events[0] with { Sequence = null, Event = "z" }, second = Events[0] with { Sequence = null, Event = "a" };
        JourneyLog log = new JourneyLogBuilder().Add(first).Add(second).Build();
        Assert.Equal(["z", "a"], log.Columns.Events.Select(code => log.Schema.Events[code]));
    }

    [Fact]
    public void Bad_events_are_rejected_and_counted_and_options_are_kept()
    {
        JourneyLogBuilder builder = new(new ReadOptions { Duplicates = DuplicateEvents.Drop });
        JourneyLog log = builder.Add(Events[0]).Add(Events[0]).Add(Events[1] with { Customer = "" }).AddCustomers([new CustomerProfile { Customer = "silent" }]).Build();
        Assert.Equal((3L, 2L, 1L, 1L), (log.Quality.RowsRead, log.Quality.Accepted, log.Quality.Rejected, log.Quality.DroppedDuplicates));
        Assert.Contains("silent", log.CustomerIds);
        Assert.Equal(CsvText.Content(JourneyLog.From([Events[0], Events[0], Events[1] with { Customer = "" }], [new CustomerProfile { Customer = "silent" }], new() { Duplicates = DuplicateEvents.Drop })), CsvText.Content(log));
        Assert.Throws<JourneyDataException>(() => new JourneyLogBuilder(new() { Strict = true }).Add(Events[1] with { Event = "" }));
    }

    [Fact]
    public void A_builder_builds_once()
    {
        JourneyLogBuilder builder = new();
        Assert.Throws<OperationCanceledException>(() => builder.Build(new(canceled: true)));
        Assert.Equal(1, builder.Add(Events[0]).Build().EventCount);
        Assert.Throws<InvalidOperationException>(() => builder.Add(Events[1]));
        Assert.Throws<InvalidOperationException>(() => builder.AddCustomers([]));
        Assert.Throws<InvalidOperationException>(() => builder.Build());
        Assert.Throws<ArgumentNullException>("journeyEvent", () => builder.Add(null!));
        Assert.Throws<ArgumentNullException>("customers", () => builder.AddCustomers(null!));
        Assert.Equal(0, new JourneyLogBuilder().Build().EventCount);
    }

    [Fact]
    public async Task A_canceled_token_ends_taking_events_even_if_the_sequence_does_not_look_at_it()
    {
        using CancellationTokenSource stop = new();
        Assert.Throws<OperationCanceledException>(() => JourneyLog.From(Endless(stop), cancellationToken: stop.Token));
        using CancellationTokenSource later = new();
        await Assert.ThrowsAsync<OperationCanceledException>(() => JourneyLog.FromAsync(Deaf(Endless(later)), cancellationToken: later.Token));
    }

    private static IEnumerable<JourneyEvent> Endless(CancellationTokenSource stop)
    {
        for (int number = 0; ; number++)
        {
            if (number == 1000) stop.Cancel();
            yield return Events[number % Events.Length];
        }
    }

    private static async IAsyncEnumerable<JourneyEvent> Deaf(IEnumerable<JourneyEvent> events)
    {
        foreach (JourneyEvent journeyEvent in events)
        {
            await Task.CompletedTask;
            yield return journeyEvent;
        }
    }
}
