using System.Threading.Channels;
using CustomerJourney.Events;

namespace ReadAnything.Examples;

internal static class ObjectExamples
{
    public static Task ObjectsAsync()
    {
        // Example: objects
        DateTimeOffset morning = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);
        JourneyEvent[] events =
        [
            new() { Customer = "anna", Event = "view", At = morning, Channel = "mobile" },
            new() { Customer = "anna", Event = "order_paid", At = morning.AddMinutes(12), Value = 19.90m, Currency = "EUR" },
            new() { Customer = "anna", Event = "survey", At = morning.AddDays(2), Feedback = new Feedback { Kind = FeedbackKind.Nps, Score = 9 } },
        ];
        CustomerProfile[] customers = [new() { Customer = "cleo", Attributes = new Dictionary<string, string> { ["plan"] = "free" } }];

        JourneyLog log = JourneyLog.From(events, customers);
        Console.WriteLine($"{log.EventCount} events of {log.CustomerCount} customers, one of whom never did anything");
        // End
        return Task.CompletedTask;
    }

    public static async Task StreamAsync()
    {
        // Example: stream
        Channel<JourneyEvent> channel = Channel.CreateBounded<JourneyEvent>(1_000);
        Task producer = Task.Run(async () =>
        {
            for (int minute = 0; minute < 5_000; minute++)
                await channel.Writer.WriteAsync(new JourneyEvent { Customer = $"c{minute % 100}", Event = "view", At = DateTimeOffset.UnixEpoch.AddMinutes(minute) });
            channel.Writer.Complete();
        });

        JourneyLog log = await JourneyLog.FromAsync(channel.Reader.ReadAllAsync());
        await producer;
        Console.WriteLine($"{log.EventCount} events of {log.CustomerCount} customers");
        // End
    }

    public static Task PushAsync()
    {
        // Example: push
        JourneyLogBuilder builder = new();
        Parallel.For(0, 5_000, minute =>
            builder.Add(new JourneyEvent { Customer = $"c{minute % 100}", Event = "view", At = DateTimeOffset.UnixEpoch.AddMinutes(minute), Sequence = minute }));

        JourneyLog log = builder.Build();
        Console.WriteLine($"{log.EventCount} events of {log.CustomerCount} customers");
        // End
        return Task.CompletedTask;
    }
}
