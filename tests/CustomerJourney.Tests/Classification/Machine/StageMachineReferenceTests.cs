using System.Runtime.InteropServices;
using CustomerJourney.Classification.Machine;
using CustomerJourney.Events;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerJourney.Tests.Classification.Machine;

public class StageMachineReferenceTests
{
    private static readonly Config Thorough = Config.QuickThrowOnFailure.WithMaxTest(1_000);

    private static readonly Arbitrary<int> Hours = Gen.Choose(0, 200).ToArbitrary();

    [Fact]
    public void The_machine_says_what_a_slow_reference_says() => Prop.ForAll(MachineGenerator.Cases, Hours, (one, hours) =>
    {
        long until = Until(one.Events, hours);
        Assert.Equal(new StageReference(one.Map, one.Rules, one.Events).HappeningsUntil(until), MachineRun.Arriving(StageMachine.Compile(one.Map, one.Rules), one.Events, until));
    }).Check(Thorough);

    [Fact]
    public void A_log_and_single_events_give_the_same() => Prop.ForAll(MachineGenerator.Cases, Hours, (one, hours) =>
    {
        StageMachine machine = StageMachine.Compile(one.Map, one.Rules);
        long until = Until(one.Events, hours);
        Assert.Equal(MachineRun.Arriving(machine, one.Events, until), MachineRun.OfLog(machine, JourneyLog.From(one.Events), until));
    }).Check(Thorough);

    [Fact]
    public void A_machine_that_goes_on_with_a_copied_memory_says_what_it_would_have_said() => Prop.ForAll(MachineGenerator.Cases, Hours, (one, cut) =>
    {
        StageMachine machine = StageMachine.Compile(one.Map, one.Rules);
        long[] memory = new long[machine.MemorySize];
        machine.Begin(memory);
        List<Happening> happenings = [];
        for (int place = 0; place < one.Events.Length; place++)
        {
            // Through bytes, into a memory that held something else, and into a machine compiled anew.
            if (place == cut % one.Events.Length)
            {
                byte[] stored = MemoryMarshal.AsBytes(memory.AsSpan()).ToArray();
                memory = new long[memory.Length];
                memory.AsSpan().Fill(42);
                stored.CopyTo(MemoryMarshal.AsBytes(memory.AsSpan()));
                machine = StageMachine.Compile(one.Map, one.Rules);
            }

            MachineRun.Apply(machine, memory, one.Events[place], place, happenings);
        }

        long until = Until(one.Events, cut);
        Recorder recorder = new(happenings);
        machine.AdvanceTo(memory, until, ref recorder);
        Assert.Equal(MachineRun.Arriving(machine, one.Events, until), happenings);
    }).Check(Thorough);

    [Fact]
    public void Looking_at_the_clock_between_events_changes_nothing() => Prop.ForAll(MachineGenerator.Cases, Gen.Choose(-30, 30).ToArbitrary(), (one, minutes) =>
    {
        StageMachine machine = StageMachine.Compile(one.Map, one.Rules);
        long[] memory = new long[machine.MemorySize];
        machine.Begin(memory);
        List<Happening> happenings = [];
        Recorder recorder = new(happenings);
        for (int place = 0; place < one.Events.Length; place++)
        {
            long begins = (one.Events[place].StartedAt ?? one.Events[place].At).UtcTicks;
            machine.AdvanceTo(memory, Math.Min(begins, begins + (minutes * TimeSpan.TicksPerMinute)), ref recorder);
            MachineRun.Apply(machine, memory, one.Events[place], place, happenings);
            machine.AdvanceTo(memory, begins - TimeSpan.TicksPerDay, ref recorder);
        }

        long until = Until(one.Events, 50);
        for (long ticks = until - (50 * TimeSpan.TicksPerHour); ticks < until; ticks += TimeSpan.TicksPerHour) machine.AdvanceTo(memory, ticks, ref recorder);
        machine.AdvanceTo(memory, until, ref recorder);
        Assert.Equal(MachineRun.Arriving(machine, one.Events, until), happenings);
    }).Check(Thorough);

    [Fact]
    public void The_fast_form_says_the_stage_of_the_decision() => Prop.ForAll(MachineGenerator.Cases, one =>
    {
        StageMachine machine = StageMachine.Compile(one.Map, one.Rules);
        long[] fast = new long[machine.MemorySize], slow = new long[machine.MemorySize];
        machine.Begin(fast);
        machine.Begin(slow);
        Recorder recorder = new([]);
        foreach (JourneyEvent next in one.Events)
        {
            ArrivingEvent arriving = new(machine, next);
            Decision decision = machine.Decide(slow, arriving, ref recorder);
            Assert.Equal(decision.Stage, machine.Apply(fast, arriving, ref recorder));
            Assert.Equal(slow, fast);
            if (decision.Kind == DecisionKind.Touchpoint) Assert.Equal(decision.Touchpoint, machine.TouchpointOf(arriving, decision.Stage));
            if (decision.Stage != LogSchema.NoStage) Assert.Equal(decision.Stage, StageMachine.StageIn(fast));
        }
    }).Check(Thorough);

    private static long Until(JourneyEvent[] events, int hours) => events.Length == 0
        ? 0
        : Math.Min(DateTime.MaxValue.Ticks, (events[^1].StartedAt ?? events[^1].At).UtcTicks + (hours * TimeSpan.TicksPerHour));
}
