using CustomerJourney.Classification;
using CustomerJourney.Classification.Rules;
using CustomerJourney.Classification.Tracking;
using CustomerJourney.Events;
using CustomerJourney.Tests.Classification.Machine;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerJourney.Tests.Classification.Tracking;

/// <summary>Random maps, rules and traces, and orders in which the events of a trace may arrive.</summary>
internal static class Arrivals
{
    /// <summary>Maps and rules without faults, a trace in order with an id here and there, and a seed for the order of arrival.</summary>
    public static Arbitrary<(MachineGenerator.Case Case, int Seed)> Cases => Arb.From(
        from one in MachineGenerator.Cases.Generator.Where(one => StageRulesCheck.ProblemsOf(one.Rules, one.Map).Count == 0)
        from current in Gen.Elements(CurrentStageRule.Latest, CurrentStageRule.Furthest, CurrentStageRule.RecencyWeighted)
        from seed in Gen.Choose(0, int.MaxValue - 1)
        select (one with { Rules = one.Rules with { Current = current, HalfLife = TimeSpan.FromHours(7) }, Events = WithIds(one.Events, seed) }, seed));

    /// <summary>An instant after all events, up to which silence counts.</summary>
    public static DateTimeOffset AsOf(JourneyEvent[] events)
    {
        DateTimeOffset last = events.Max(e => e.At);
        return DateTimeOffset.MaxValue - last > TimeSpan.FromHours(9) ? last.AddHours(9) : DateTimeOffset.MaxValue;
    }

    /// <summary>What the batch says of all the events.</summary>
    public static CustomerStage? Batch(MachineGenerator.Case one, IReadOnlyCollection<JourneyEvent> events, DateTimeOffset asOf)
    {
        if (events.Count == 0) return null;
        JourneyLog log = JourneyLog.From(events, options: new ReadOptions { Duplicates = DuplicateEvents.Drop });
        return StageClassifier.Create(one.Map, one.Rules).Classify(log, asOf)["ann"];
    }

    /// <summary>Each event later than those after it by less than the lateness, and some of them again while they are inside the horizon.</summary>
    public static List<JourneyEvent> Jittered(JourneyEvent[] events, TimeSpan lateness, int seed)
    {
        Random random = new(seed);
        (JourneyEvent Event, long Arrives)[] delayed = [.. events.Select(e => (e, Started(e) + random.NextInt64(lateness.Ticks + 1)))];
        List<JourneyEvent> arriving = [];
        foreach ((JourneyEvent e, _) in delayed.OrderBy(one => one.Arrives))
        {
            arriving.Add(e);
            long latest = arriving.Max(Started);
            foreach (JourneyEvent again in arriving.ToArray())
            {
                if (Started(again) >= latest - lateness.Ticks && random.Next(4) == 0) arriving.Add(again);
            }
        }

        return arriving;
    }

    public static async Task<CustomerStage?> TrackAsync(StageTracker tracker, IEnumerable<JourneyEvent> arriving, DateTimeOffset asOf)
    {
        foreach (JourneyEvent e in arriving) await tracker.TrackAsync(e);
        return await tracker.FindAsync("ann", asOf);
    }

    public static long Started(JourneyEvent e) => (e.StartedAt ?? e.At).UtcTicks;

    private static JourneyEvent[] WithIds(JourneyEvent[] events, int seed)
    {
        Random random = new(seed);
        return [.. events.Select((e, place) => random.Next(2) == 0 ? e : e with { Id = $"id {place}" })];
    }
}
