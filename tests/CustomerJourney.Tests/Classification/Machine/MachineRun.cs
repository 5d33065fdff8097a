using CustomerJourney.Classification.Machine;
using CustomerJourney.Events;

namespace CustomerJourney.Tests.Classification.Machine;

/// <summary>Runs a machine over the events of one customer and writes down all that happens.</summary>
internal static class MachineRun
{
    /// <summary>Over events as they arrive.</summary>
    public static List<Happening> Arriving(StageMachine machine, IReadOnlyList<JourneyEvent> events, long until)
    {
        long[] memory = new long[machine.MemorySize];
        machine.Begin(memory);
        List<Happening> happenings = [];
        Recorder recorder = new(happenings);
        for (int place = 0; place < events.Count; place++) Apply(machine, memory, events[place], place, happenings);
        machine.AdvanceTo(memory, until, ref recorder);
        return happenings;
    }

    /// <summary>Over a log of one customer.</summary>
    public static List<Happening> OfLog(StageMachine machine, JourneyLog log, long until)
    {
        List<Happening> happenings = [];
        if (log.CustomerCount == 0) return happenings;
        LogBinding binding = new(machine, log.Schema, log.Columns);
        Recorder recorder = new(happenings);
        long[] memory = new long[machine.MemorySize];
        machine.Begin(memory);
        LogWalk walk = binding.EventsOf(0, 1);
        for (; walk.Index < log.EventCount; walk.Index++)
        {
            Decision decision = machine.Decide(memory, walk, ref recorder);
            happenings.Add(Happening.Of(walk.StartedTicks, walk.Index, decision));
        }

        machine.AdvanceTo(memory, until, ref recorder);
        return happenings;
    }

    public static void Apply(StageMachine machine, Span<long> memory, JourneyEvent one, int place, List<Happening> happenings)
    {
        Recorder recorder = new(happenings);
        ArrivingEvent arriving = new(machine, one);
        Decision decision = machine.Decide(memory, arriving, ref recorder);
        happenings.Add(Happening.Of(arriving.StartedTicks, place, decision));
    }
}
