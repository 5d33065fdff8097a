using CustomerJourney.Classification.Machine;
using CustomerJourney.Classification.Rules;
using CustomerJourney.Events;

namespace CustomerJourney.Classification;

/// <summary>Reads the visits of customers off the columns of a classified log: the evidence of events, and of silence between them.</summary>
/// <param name="stages">The number of stages of the map.</param>
/// <param name="rules">The rules of the classifier.</param>
/// <param name="weighs">Whether the weights of evidence are asked for.</param>
internal sealed class TraceVisits(int stages, StageRules rules, bool weighs = true)
{
    public VisitMemory Memory { get; } = new(stages, rules.HalfLife, weighs);

    /// <summary>Folds a whole trace into memory that has not begun yet.</summary>
    public void Fold(in CustomerTrace trace, EarlierStages earlier, Span<long> memory)
    {
        Memory.Begin(memory);
        ReadOnlySpan<byte> codes = trace.Stages;
        ReadOnlySpan<long> started = trace.StartedTicks;
        (int next, int end) = trace.SilenceRange;
        SilenceColumn? silences = trace.Columns.Silences;
        for (int position = 0; position < codes.Length; position++)
        {
            Memory.AddEvent(memory, codes[position], started[position], earlier.AreUnknownAt(trace.Start + position));
            for (; next < end && silences!.Positions[next] == trace.Start + position; next++)
            {
                if (silences.Stages[next] == LogSchema.Dormant) Memory.AddDormancy(memory, silences.Ticks[next]);
                else Memory.AddSilence(memory, silences.Stages[next], silences.Ticks[next]);
            }
        }
    }

    /// <summary>How many visits a trace has at most: as often as the stage changes, and for each silence a stay of its own and one after it.</summary>
    public static int Most(in CustomerTrace trace)
    {
        (int first, int end) = trace.SilenceRange;
        int most = 2 * (end - first);
        int stage = LogSchema.NoStage;
        foreach (byte next in trace.Stages)
        {
            if (next == stage || next == LogSchema.NoStage) continue;
            stage = next;
            most++;
        }

        return most;
    }
}
