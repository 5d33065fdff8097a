using CustomerJourney.Classification.Machine;
using CustomerJourney.Events;

namespace CustomerJourney.Classification;

/// <content>Classification by the machine.</content>
internal sealed partial class StageAssignment
{
    /// <summary>How many numbers are kept on the stack.</summary>
    private const int MostOnStack = 1024;

    private void Run(JourneyLog log, Journey journey, StageMachine machine, long asOf)
    {
        LogBinding binding = new(machine, log.Schema, _columns);
        if (journey.Touchpoints.Any(touchpoint => touchpoint.EventBindings.Any(binding => binding.Conditions.Count > 0))) Touchpoints = GC.AllocateUninitializedArray<int>(_columns.EventCount);
        SilenceList[] silences = [.. Enumerable.Range(0, ChunksOf(log.CustomerCount)).Select(_ => new SilenceList())];
        int[] counts = new int[log.CustomerCount];
        Run(log.CustomerCount, (chunk, first, end, unknown) =>
        {
            Span<long> memory = machine.MemorySize <= MostOnStack ? stackalloc long[machine.MemorySize] : new long[machine.MemorySize];
            Walk(first, end, machine, binding, memory, silences[chunk], counts, asOf, unknown.Events);
        });
        Silences = SilenceList.Join(silences, counts);
    }

    private void Walk(int first, int end, StageMachine machine, LogBinding binding, Span<long> memory, SilenceList silences, int[] counts, long asOf, long[] unknown)
    {
        SilenceList.Sink sink = new(silences);
        LogWalk walk = binding.EventsOf(first, end);
        ReadOnlySpan<long> started = binding.Started;
        ReadOnlySpan<ushort> events = _columns.Events;
        ReadOnlySpan<EventPlan> plans = binding.PlanOfEvent;
        ReadOnlySpan<int> offsets = _columns.Offsets;
        Span<byte> stages = Stages;
        int[]? touchpoints = Touchpoints;
        ReadOnlySpan<int> answers = _columns.Feedback?.Positions;
        int answer = _columns.Feedback?.Offsets[first] ?? 0;
        // Of the answers those not passed yet; the place of the next is at hand.
        int answerIndex = answer < answers.Length ? answers[answer] : -1;
        int index = offsets[first];
        if (index == offsets[end]) return;
        ref readonly EventPlan following = ref plans[events[index]];
        for (int customer = first; customer < end; customer++)
        {
            int stop = offsets[customer + 1];
            if (index == stop) continue;
            int before = silences.Count;
            machine.Begin(memory);
            for (; index < stop; index = unchecked(index + 1))
            {
                // The next plan is looked up an event early: how much it does cannot be foretold, and who guessed wrong should find out at once.
                ref readonly EventPlan plan = ref following;
                int next = unchecked(index + 1);
                if (next < events.Length) following = ref plans[events[next]];
                walk.Index = index;
                byte stage = machine.Apply(memory, ref walk, plan, started[index], ref sink);
                sink.Position = index;
                stages[index] = stage;
                if (touchpoints is not null) touchpoints[index] = machine.TouchpointOf(walk, stage);
                if (answerIndex == index)
                {
                    AnswerStages[answer++] = StageMachine.StageIn(memory);
                    answerIndex = answer < answers.Length ? answers[answer] : -1;
                }

                if (stage == LogSchema.NoStage) CountUnknown(index, unknown);
            }

            machine.AdvanceTo(memory, asOf, ref sink);
            counts[customer] = silences.Count - before;
        }
    }

    private void CountUnknown(int index, long[] unknown)
    {
        ushort code = _columns.Events[index];
        if (!_evidence.IsNamedByRule(code)) unknown[code]++;
    }
}
