using CustomerJourney.Classification.Machine;
using CustomerJourney.Events;

namespace CustomerJourney.Classification.Explaining;

/// <summary>Steps of the machine of which only the decision matters.</summary>
internal static class MachineSteps
{
    /// <summary>Takes an event that arrives; what silence does before it is not told.</summary>
    public static Decision Decide(this StageMachine machine, Span<long> memory, JourneyEvent arriving)
    {
        Deaf sink = default;
        return machine.Decide(memory, new ArrivingEvent(machine, arriving), ref sink);
    }

    private readonly struct Deaf : IStageSink
    {
        public void EntersBySilence(long ticks, byte stage, int rule)
        {
        }

        public void BecomesDormant(long ticks)
        {
        }
    }
}
