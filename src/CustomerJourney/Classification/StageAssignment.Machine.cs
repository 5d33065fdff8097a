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
            for (int customer = first; customer < end; customer++)
            {
                int before = silences[chunk].Count;
                Walk(customer, machine, binding, memory, new SilenceList.Sink(silences[chunk]), asOf, unknown.Events);
                counts[customer] = silences[chunk].Count - before;
            }
        });
        Silences = SilenceList.Join(silences, counts);
    }

    private void Walk(int customer, StageMachine machine, LogBinding binding, Span<long> memory, SilenceList.Sink sink, long asOf, long[] unknown)
    {
        if (_columns.Offsets[customer] == _columns.Offsets[customer + 1]) return;
        machine.Begin(memory);
        Span<byte> stages = Stages;
        int[]? touchpoints = Touchpoints;
        ReadOnlySpan<int> answers = _columns.Feedback?.Positions;
        int answer = _columns.Feedback?.Offsets[customer] ?? 0;
        // Of the answers those not passed yet; the place of the next is at hand.
        int answerIndex = answer < answers.Length ? answers[answer] : -1;
        foreach (LogEvent next in binding.EventsOf(customer))
        {
            int index = next.Index;
            byte stage = machine.Apply(memory, next, ref sink);
            sink.Position = index;
            stages[index] = stage;
            if (touchpoints is not null) touchpoints[index] = machine.TouchpointOf(next, stage);
            if (answerIndex == index)
            {
                AnswerStages[answer++] = StageMachine.StageIn(memory);
                answerIndex = answer < answers.Length ? answers[answer] : -1;
            }

            if (stage == LogSchema.NoStage) CountUnknown(index, unknown);
        }

        machine.AdvanceTo(memory, asOf, ref sink);
    }

    private void CountUnknown(int index, long[] unknown)
    {
        ushort code = _columns.Events[index];
        if (!_evidence.IsNamedByRule(code)) unknown[code]++;
    }
}
