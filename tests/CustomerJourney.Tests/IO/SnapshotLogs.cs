using CustomerJourney.Events;
using CustomerJourney.Tests.Support;

namespace CustomerJourney.Tests.IO;

/// <summary>Logs for tests of snapshots, and what it means that two are the same.</summary>
internal static class SnapshotLogs
{
    /// <summary>Three customers, one of them without events, and every column that a log can have, some texts beyond ASCII.</summary>
    public static JourneyLog Small { get; } = JourneyLog.From(
        [
            new()
            {
                Customer = "ann", Event = "open", At = At(1), StartedAt = At(0), RecordedAt = At(5), Id = "e1", Sequence = 4, Channel = "web",
                Attributes = new Dictionary<string, string> { ["page"] = "/start", ["device"] = "" },
                CustomerAttributes = new Dictionary<string, string> { ["plan"] = "pro" },
            },
            new() { Customer = "ann", Event = "answer", At = At(2), Channel = "mobile", Feedback = new Feedback(FeedbackKind.Nps, 9, "How was it?", "Basket") },
            new() { Customer = "bo", Event = "bezahlt ü", At = At(2), Id = "e2", Value = 12.34m, Currency = "EUR", Attributes = new Dictionary<string, string> { ["page"] = "/ü" } },
            new() { Customer = "bo", Event = "open", At = At(2), Id = "e2", Value = -1m },
            new() { Customer = "", Event = "open", At = At(3) },
        ],
        [new CustomerProfile { Customer = "cy", Attributes = new Dictionary<string, string> { ["plan"] = "free" } }]);

    /// <summary>Asserts that two logs are equal bit for bit: names, columns, range, end of observation and quality.</summary>
    public static void Same(JourneyLog expected, JourneyLog actual)
    {
        LogColumnsComparer.Same(expected, actual);
        Assert.Equal(expected.Schema.ObservedUntil, actual.Schema.ObservedUntil);
        Assert.Equal(expected.Schema.EventAttributes, actual.Schema.EventAttributes);
        Assert.Equal(expected.Schema.CustomerAttributes, actual.Schema.CustomerAttributes);
        Assert.Equal(expected.Schema.Questions, actual.Schema.Questions);
        Assert.Equal(expected.Schema.Currencies, actual.Schema.Currencies);
        Assert.Equal(expected.Quality, actual.Quality);
    }

    /// <summary>Reads everything of a log through its public face, as analyses would.</summary>
    public static void Visit(JourneyLog log)
    {
        log.Measure(new Visitor());
        LogGenerator.Shop.Classify(log).Measure(new Visitor());
    }

    private static DateTimeOffset At(int hours) => new DateTimeOffset(2026, 3, 28, 22, 0, 0, TimeSpan.Zero).AddHours(hours);

    private sealed record Visitor : Analysis<long>
    {
        public override bool IncludesCustomersWithoutEvents => true;

        public override Accumulator<long> CreateAccumulator(LogSchema schema) => new State(schema);

        private sealed class State(LogSchema schema) : Accumulator<long>
        {
            private long _sum;

            public override void Add(in CustomerTrace trace)
            {
                foreach (string name in schema.CustomerAttributes) _sum += trace.Attribute(name)?.Length ?? 0;
                for (int position = 0; position < trace.Length; position++)
                {
                    TraceEvent one = trace[position];
                    _sum += schema.Events[one.Event].Length + new DateTime(one.Ticks).Day + new DateTime(trace.StartedTicks[position]).Day;
                    if (one.Channel != LogSchema.NoChannel) _sum += schema.Channels[one.Channel].Length;
                    if (one.Feedback is { } feedback) _sum += (feedback.Question?.Length ?? 0) + (feedback.About?.Length ?? 0) + (double.IsFinite(feedback.Score) ? 1 : throw new InvalidOperationException());
                    if (one.ExactValue is { } value) _sum += (long)decimal.Abs(value) % 10 + (one.Currency?.Length ?? 0);
                    foreach (string name in schema.EventAttributes) _sum += one.Attribute(name)?.Length ?? 0;
                }
            }

            public override void Merge(Accumulator<long> other) => _sum += ((State)other)._sum;

            public override long ToResult() => _sum;
        }
    }
}
