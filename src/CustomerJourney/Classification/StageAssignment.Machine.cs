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
        LogEvents events = new(log, machine);
        if (journey.Touchpoints.Any(touchpoint => touchpoint.EventBindings.Any(binding => binding.Conditions.Count > 0))) Touchpoints = GC.AllocateUninitializedArray<int>(_columns.EventCount);
        SilenceList[] silences = [.. Enumerable.Range(0, ChunksOf(log.CustomerCount)).Select(_ => new SilenceList())];
        int[] counts = new int[log.CustomerCount];
        Run(log.CustomerCount, (chunk, first, end, unknown) =>
        {
            Span<long> memory = machine.MemorySize <= MostOnStack ? stackalloc long[machine.MemorySize] : new long[machine.MemorySize];
            for (int customer = first; customer < end; customer++)
            {
                int before = silences[chunk].Count;
                Walk(customer, machine, events, memory, new SilenceList.Sink(silences[chunk]), asOf, unknown.Events);
                counts[customer] = silences[chunk].Count - before;
            }
        });
        Silences = SilenceList.Join(silences, counts);
    }

    private void Walk(int customer, StageMachine machine, LogEvents events, Span<long> memory, SilenceList.Sink sink, long asOf, long[] unknown)
    {
        int start = _columns.Offsets[customer], end = _columns.Offsets[customer + 1];
        if (start == end) return;
        machine.Begin(memory);
        SparseWalk amounts = SparseWalk.Of(_columns.Money?.Positions, _columns.Money?.Offsets, customer);
        SparseWalk answers = SparseWalk.Of(_columns.Feedback?.Positions, _columns.Feedback?.Offsets, customer);
        for (int index = start; index < end; index++)
        {
            int answer = answers.At(index);
            LogEvent next = new(events, index, amounts.At(index), answer);
            byte stage = machine.Apply(memory, next, ref sink);
            sink.Position = index;
            Stages[index] = stage;
            if (Touchpoints is not null) Touchpoints[index] = machine.TouchpointOf(next, stage);
            if (answer >= 0) AnswerStages[answer] = StageMachine.StageIn(memory);
            if (stage == LogSchema.NoStage && !_evidence.IsNamedByRule(_columns.Events[index])) unknown[_columns.Events[index]]++;
        }

        machine.AdvanceTo(memory, asOf, ref sink);
    }

    /// <summary>Walks a sparse column along with the events of a customer.</summary>
    private struct SparseWalk
    {
        private readonly int[]? _positions;
        private readonly int _end;
        private int _next;

        private SparseWalk(int[] positions, int next, int end) => (_positions, _next, _end) = (positions, next, end);

        public static SparseWalk Of(int[]? positions, int[]? offsets, int customer) =>
            positions is null ? default : new(positions, offsets![customer], offsets[customer + 1]);

        /// <summary>The place of an event's value; -1 if it has none. Events are asked for one after the other.</summary>
        public int At(int index) => _next < _end && _positions![_next] == index ? _next++ : -1;
    }
}
