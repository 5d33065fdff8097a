using CustomerJourney.Classification.Machine;
using CustomerJourney.Classification.Rules;
using CustomerJourney.Events;

namespace CustomerJourney.Classification;

/// <summary>Reads the visits of customers off the columns of a classified log: the evidence of events, and of silence between them.</summary>
internal sealed class TraceVisits
{
    private readonly VisitMemory _visits;
    private readonly int[]? _earlier;
    private readonly int _unknown = -1;

    public TraceVisits(LogColumns columns, int stages, StageRules rules)
    {
        _visits = new VisitMemory(stages, rules.HalfLife);
        if (Array.Find(columns.EventAttributes, attribute => attribute.Name == EventMapping.EarlierStagesAttribute) is not { } attribute) return;
        _unknown = Array.BinarySearch(attribute.Values, EventMapping.EarlierStagesUnknown, StringComparer.Ordinal);
        if (_unknown >= 0) _earlier = attribute.Codes;
    }

    public VisitMemory Memory => _visits;

    /// <summary>Folds a whole trace into memory that has not begun yet.</summary>
    public void Fold(in CustomerTrace trace, Span<long> memory)
    {
        _visits.Begin(memory);
        ReadOnlySpan<byte> stages = trace.Stages;
        ReadOnlySpan<long> started = trace.StartedTicks;
        (int next, int end) = trace.SilenceRange;
        SilenceColumn? silences = trace.Columns.Silences;
        for (int position = 0; position < stages.Length; position++)
        {
            _visits.AddEvent(memory, stages[position], started[position], _earlier is not null && _earlier[trace.Start + position] == _unknown);
            for (; next < end && silences!.Positions[next] == trace.Start + position; next++)
            {
                if (silences.Stages[next] == LogSchema.Dormant) _visits.AddDormancy(memory, silences.Ticks[next]);
                else _visits.AddSilence(memory, silences.Stages[next], silences.Ticks[next]);
            }
        }
    }

    /// <summary>How many visits a trace has at most: as often as the stage changes, and once more for each silence.</summary>
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
