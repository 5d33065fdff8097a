using CustomerJourney.Analytics;
using CustomerJourney.Events;

namespace CustomerJourney.Tests.Analytics;

/// <summary>A step and what it means, said a second time.</summary>
internal sealed record KnownStep(Step Step, Func<JourneyEvent, bool> Matches, bool NeedsMap = false);

/// <summary>The funnel, slow and obvious: every choice of events for the steps is tried.</summary>
internal static class FunnelReference
{
    public static KnownStep[] Steps { get; } =
    [
        new(Step.Event("A"), e => e.Event == "A"),
        new(Step.Event("B"), e => e.Event == "B"),
        new(Step.Event("C"), e => e.Event == "C"),
        new(Step.Event("A").On("app"), e => e is { Event: "A", Channel: "app" }),
        new(Step.AnyOf(Step.Event("A"), Step.Event("B")), e => e.Event is "A" or "B"),
        new(Step.AnyOf(Step.Event("B"), Step.Event("C")).On("web"), e => e is { Event: "B" or "C", Channel: "web" }),
        new(Step.AnyOf(Step.Event("D"), Step.AnyOf(Step.Event("C").On("app"), Step.Event("A"))), e => e is { Event: "D" or "A" } or { Event: "C", Channel: "app" }),
        new(Step.Event("never"), _ => false),
        new("One", e => e.Event is "A" or "B", NeedsMap: true),
        new("Two", e => e is { Event: "C", Channel: "app" }, NeedsMap: true),
        new(Step.Stage("One").On("web"), e => e is { Event: "A" or "B", Channel: "web" }, NeedsMap: true),
        new(Step.Touchpoint("Beta"), e => e.Event == "B", NeedsMap: true),
        new(Step.Touchpoint("Gamma"), e => e is { Event: "C", Channel: "app" }, NeedsMap: true),
        new(Step.AnyOf(Step.Touchpoint("Alpha").On("app"), Step.Event("D"), "Two"), e => e is { Event: "A" or "C", Channel: "app" } or { Event: "D" }, NeedsMap: true),
    ];

    public static FunnelResult Of(Funnel definition, KnownStep[] steps, IReadOnlyList<JourneyEvent[]> traces, long end)
    {
        List<(int Taken, bool IsOpen)> customers = [];
        List<long> times = [];
        foreach (JourneyEvent[] trace in traces)
        {
            (int taken, long start, long? time) = Furthest(definition, steps, trace);
            if (time is long known) times.Add(known);
            customers.Add((taken, taken > 0 && definition.Window is TimeSpan window && (Int128)start + window.Ticks >= end));
        }

        int last = steps.Length;
        return new FunnelResult
        {
            Definition = definition,
            Steps =
            [
                .. Enumerable.Range(1, last).Select(step => new FunnelStep
                {
                    Step = steps[step - 1].Step,
                    Reached = customers.Count(customer => customer.Taken >= step),
                    Lost = step == last ? 0 : customers.Count(customer => customer.Taken == step && !customer.IsOpen),
                    Open = step == last ? 0 : customers.Count(customer => customer.Taken == step && customer.IsOpen),
                    ReachedInClosedWindows = customers.Count(customer => customer.Taken >= step && !customer.IsOpen),
                }),
            ],
            MedianTime = Median(times),
        };
    }

    public static void Equal(FunnelResult expected, FunnelResult actual)
    {
        Assert.Equal(expected.Definition, actual.Definition);
        Assert.Equal(expected.Steps, actual.Steps);
        Assert.Equal(expected.MedianTime, actual.MedianTime);
    }

    /// <summary>The furthest step, the start that the window is judged by, and the time of the first completion.</summary>
    private static (int Taken, long Start, long? Time) Furthest(Funnel definition, KnownStep[] steps, JourneyEvent[] trace)
    {
        for (int length = 1; length <= trace.Length; length++)
        {
            for (int start = length - 1; start >= 0; start--)
            {
                if (From(trace[..length], start) == steps.Length) return (steps.Length, Ticks(trace[start]), Ticks(trace[length - 1]) - Ticks(trace[start]));
            }
        }

        int furthest = Enumerable.Range(0, trace.Length).Select(start => From(trace, start)).DefaultIfEmpty(0).Max();
        JourneyEvent? latest = trace.LastOrDefault(steps[0].Matches);
        return (furthest, latest is null ? 0 : Ticks(latest), null);

        int From(JourneyEvent[] part, int start) => steps[0].Matches(part[start]) ? 1 + Best(part, start, start + 1, 1) : 0;

        int Best(JourneyEvent[] part, int start, int from, int step)
        {
            if (step == steps.Length) return 0;
            int best = 0;
            for (int next = from; next < part.Length; next++)
            {
                bool inTime = definition.Window is not TimeSpan window || Ticks(part[next]) - Ticks(part[start]) <= window.Ticks;
                if (inTime && steps[step].Matches(part[next])) best = Math.Max(best, 1 + Best(part, start, next + 1, step + 1));
            }

            return best;
        }
    }

    private static long Ticks(JourneyEvent e) => (e.StartedAt ?? e.At).UtcTicks;

    private static TimeSpan? Median(List<long> times)
    {
        times.Sort();
        int middle = times.Count / 2;
        return times.Count == 0 ? null : new TimeSpan(times.Count % 2 == 1 ? times[middle] : (times[middle - 1] + times[middle]) / 2);
    }
}
